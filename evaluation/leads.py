"""
Types and countries over 320 leads of our own: `leads_work.jsonl` was read while the rules were written,
`leads_kept.jsonl` by nobody who wrote them.
"""

from __future__ import annotations

from pathlib import Path

import sayso
from evaluation.halves import HALVES, rows
from evaluation.plover import Outcome, best, figures
from sayso.records import Event


def leads(_: Path) -> dict[str, float]:
    """For each half: micro and macro F1 of the one best type, countries of both sides, and those with it."""
    found: dict[str, float] = {}
    for half in HALVES:
        found |= {f"{half} {name}": value for name, value in figures(outcomes(half)).items()}
    return found


def outcomes(half: str) -> list[Outcome]:
    """What becomes of each lead of one half."""
    given = rows("leads", half)
    read = [best(sayso.read(row["text"]).events) for row in given]
    return [
        Outcome(row["type"], one.type if one else None, dyad(one) == (row["actor"], row["recipient"]))
        for row, one in zip(given, read, strict=True)
    ]


def dyad(event: Event | None) -> tuple[str | None, str | None]:
    """The countries of actor and recipient; of an act done to each other the first two sides."""
    if event is None:
        return None, None
    sides = [_countries(event.actor), _countries(event.recipient)]
    actor = sides[0][0] if sides[0] else None
    if sides[1]:
        return actor, sides[1][0]
    return actor, sides[0][1] if len(sides[0]) > 1 else None


def _countries(codes: tuple[str, ...]) -> list[str]:
    told = (code.partition(" ") for code in codes)
    return [
        "IGO" if "NGO" in (land, sector) else land
        for land, _, sector in told
        if land != "---" or sector == "NGO"
    ]
