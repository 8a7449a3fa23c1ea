"""The type of the one best event of a sentence against PLOVER's gold standard records."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

import sayso
from sayso.records import Event

RENAMED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
"""Names of the records' older version -> the names of manual 2.0."""

OLDER = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM"}
"""Countries by the records' codes -> ISO 3166-1 alpha-3."""
Sides = tuple[str | None, str | None]


class Outcome(Struct, frozen=True):
    """A sentence: its type as told, that of the event read first, and whether both countries are right."""

    gold: str
    read: str | None
    dyad: bool


def plover(data: Path) -> dict[str, float] | None:
    """
    Micro and macro F1 of the type over `plover/*.json`; a sentence without an event is a miss. Beside it the
    share of sentences with the countries of both sides right, and with those and the type.
    """
    found = outcomes(data)
    return {"sentences": float(len(found)), **figures(found)} if found else None


def outcomes(data: Path) -> list[Outcome]:
    """What becomes of each record."""
    paths = sorted((data / "plover").glob("*.json"))
    records = [one for path in paths for one in json.loads(path.read_text(encoding="utf-8"))]
    read = [best(sayso.read(record["text"]).events) for record in records]
    return [
        Outcome(_type(record), one.type if one else None, sides(record) == _sides(one))
        for record, one in zip(records, read, strict=True)
    ]


def figures(found: Sequence[Outcome]) -> dict[str, float]:
    """F1 of the type, and the shares with the countries, and with countries and type right."""
    return {
        **scores([(one.gold, one.read) for one in found]),
        "countries of both sides": sum(one.dyad for one in found) / len(found),
        "countries and type": sum(one.dyad and one.gold == one.read for one in found) / len(found),
    }


def _type(record: dict[str, Any]) -> str:
    kind = str(record["event"])
    return RENAMED.get(kind, kind)


def best(events: Iterable[Event]) -> Event | None:
    """The event a coder would put first: what happened before what did not, then text order."""
    return min(events, key=lambda event: (event.status != "actual", event.mentions[0]), default=None)


def sides(record: dict[str, Any]) -> Sides:
    """The countries of a record's first source and first target, None where it has none."""
    return tuple(  # type: ignore[return-value]
        _country([one.get("code") or "" for one in record.get(side, ())]) for side in ("source", "target")
    )


def _sides(event: Event | None) -> Sides:
    return (_country(event.actor), _country(event.recipient)) if event else (None, None)


def _country(codes: Iterable[str]) -> str | None:
    known = [code for code in codes if code and not code.startswith("---")]
    return OLDER.get(known[0][:3], known[0][:3]) if known else None


def scores(pairs: list[tuple[str, str | None]]) -> dict[str, float]:
    """Micro and macro F1 over (gold, read) types."""
    right = Counter(gold for gold, read in pairs if gold == read)
    asked = Counter(gold for gold, _ in pairs)
    given = Counter(read for _, read in pairs if read)
    each = [2 * right[kind] / (asked[kind] + given[kind]) for kind in asked]
    micro = 2 * sum(right.values()) / (len(pairs) + sum(given.values()))
    return {"type micro F1": micro, "type macro F1": sum(each) / len(each)}
