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


def plover(data: Path) -> dict[str, float] | None:
    """Micro and macro F1 of the type over `plover/*.json`; a sentence without an event is a miss."""
    paths = sorted((data / "plover").glob("*.json"))
    if not paths:
        return None
    pairs = [pair for path in paths for pair in _pairs(json.loads(path.read_text(encoding="utf-8")))]
    return {"sentences": float(len(pairs)), **scores(pairs)}


def _pairs(records: Iterable[dict[str, Any]]) -> Iterable[tuple[str, str | None]]:
    for record in records:
        kind = RENAMED.get(record["event"], record["event"])
        yield kind, best(sayso.read(record["text"]).events)


def best(events: Iterable[Event]) -> str | None:
    """The type of the event a coder would put first: what happened before what did not, then text order."""
    ranked = sorted(events, key=lambda event: (event.status != "actual", event.mentions[0]))
    return ranked[0].type if ranked else None


def scores(pairs: list[tuple[str, str | None]]) -> dict[str, float]:
    """Micro and macro F1 over (gold, read) types."""
    right = Counter(gold for gold, read in pairs if gold == read)
    asked = Counter(gold for gold, _ in pairs)
    given = Counter(read for _, read in pairs if read)
    each = [2 * right[kind] / (asked[kind] + given[kind]) for kind in asked]
    micro = 2 * sum(right.values()) / (len(pairs) + sum(given.values()))
    return {"type micro F1": micro, "type macro F1": sum(each) / len(each)}
