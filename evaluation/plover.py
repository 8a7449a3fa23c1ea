"""The type of the one best event of a sentence against PLOVER's gold standard records."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import sayso
from sayso.records import Event

RENAMED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
"""Names of the records' older version -> the names of manual 2.0."""

OLDER = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM"}
"""Countries by the records' codes -> ISO 3166-1 alpha-3."""
Sides = tuple[str | None, str | None]


def plover(data: Path) -> dict[str, float] | None:
    """
    Micro and macro F1 of the type over `plover/*.json`; a sentence without an event is a miss. Beside it the
    share of sentences with the countries of both sides right, and with those and the type.
    """
    paths = sorted((data / "plover").glob("*.json"))
    records = [one for path in paths for one in json.loads(path.read_text(encoding="utf-8"))]
    if not records:
        return None
    read = [best(sayso.read(record["text"]).events) for record in records]
    pairs = [(_type(record), one.type if one else None) for record, one in zip(records, read, strict=True)]
    same = [sides(record) == _sides(one) for record, one in zip(records, read, strict=True)]
    both = [dyad and gold == kind for dyad, (gold, kind) in zip(same, pairs, strict=True)]
    return {
        "sentences": float(len(pairs)),
        **scores(pairs),
        "countries of both sides": sum(same) / len(same),
        "countries and type": sum(both) / len(both),
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
