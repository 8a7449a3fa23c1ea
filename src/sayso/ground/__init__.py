"""
Dates, places and actors in the world.

In come the words of a report with its syntax and names (`Annotated`), who says what in it
(attributions), and the events and commitments told by their words alone (`Coded`). Out comes the same
with the world filled in: actors as PLOVER codes (country and sector), days resolved against the
publication moment (TIMEX3 of ISO-TimeML), places with coordinates, and retellings of one event made one.
Everything is decided by tables under `data/` and by the report itself; nothing is looked up elsewhere.
"""

from __future__ import annotations

from sayso.ground.grounding import Grounded, ground

__all__ = ["Grounded", "ground"]
