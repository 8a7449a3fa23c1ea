"""
Scores of every head of the engine and every room, on whatever sets a DATA folder holds.

`python -m evaluation DATA [--json FILE] [--only NAME,NAME]` prints a table and writes one JSON object.
Nothing here is needed at run time, and nothing here needs more than the core install.
"""
