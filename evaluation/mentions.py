"""Short mentions of actors, 200 of our own read while the rules were written: country and sector on a day."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from sayso.ground.phrases import UNKNOWN
from sayso.ground.resolution import resolve

FILE = Path(__file__).with_name("mentions_work.jsonl")


def mentions(_: Path) -> dict[str, float]:
    """Shares with the right country, the right sector, and both."""
    given = rows()
    right = [told(row) for row in given]
    return {
        "work country": sum(land for land, _ in right) / len(given),
        "work sector": sum(sector for _, sector in right) / len(given),
        "work both": sum(land and sector for land, sector in right) / len(given),
    }


def rows() -> list[dict[str, Any]]:
    """The mentions."""
    return [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]


def told(row: dict[str, Any]) -> tuple[bool, bool]:
    """Are the country and the sector of a mention right?"""
    found = resolve(row["mention"], date.fromisoformat(row["date"]))
    return (found.country or UNKNOWN) == (row["country"] or UNKNOWN), found.sector == row["sector"]
