"""
Short mentions of actors, country and sector on a day, 614 of our own: `mentions_work.jsonl` was read while
the rules were written, `mentions_more.jsonl` after they had been measured on it (.93 right then),
`mentions_kept.jsonl` was not.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from evaluation.halves import rows
from sayso.ground.phrases import UNKNOWN
from sayso.ground.resolution import resolve

SETS = ("work", "more", "kept")


def mentions(_: Path) -> dict[str, float]:
    """For each part the shares with the right country, the right sector, and both."""
    found: dict[str, float] = {}
    for name in SETS:
        right = [told(row) for row in rows("mentions", name)]
        found[f"{name} country"] = sum(land for land, _ in right) / len(right)
        found[f"{name} sector"] = sum(sector for _, sector in right) / len(right)
        found[f"{name} both"] = sum(land and sector for land, sector in right) / len(right)
    return found


def told(row: dict[str, Any]) -> tuple[bool, bool]:
    """Are the country and the sector of a mention right?"""
    found = resolve(row["mention"], date.fromisoformat(row["date"]))
    return (found.country or UNKNOWN) == (row["country"] or UNKNOWN), found.sector == row["sector"]
