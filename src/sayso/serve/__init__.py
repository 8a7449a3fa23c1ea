"""
Where people and programs meet Sayso: the command line and the local pages.

Arguments, files and requests come in; text, JSON and HTML go out. Everything shown was made by the rooms
before this one; here it is only asked for, guarded and laid out. Exit codes follow sysexits in spirit:
0 done, 1 something could not be read, 2 a wrong question, 3 the ledger. Pages need no JavaScript, keep to
WCAG 2.2 AA and carry a Content Security Policy that allows nothing but the page's own stylesheet. The one
function is `main`.
"""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Run the command line with this process's arguments; ends the process with an exit code."""
    from sayso.serve.cli import sayso

    sayso.main(prog_name="sayso")
