"""
Events of 30 whole reports of our own, annotated as the dispatches are: `reports_work.jsonl` was read once the
rules had been measured on it, `reports_kept.jsonl` was not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import sayso
from evaluation.halves import HALVES, rows
from sayso.records import Event, Span

Row = dict[str, Any]
ASKED = (
    "status",
    "actor country",
    "actor code",
    "recipient country",
    "recipient code",
    "date",
    "place country",
)
"""What is asked of each event that is found."""


def reports(_: Path) -> dict[str, float]:
    """
    For each half: F1 of the events (one type, a mention in common), how often each of `ASKED` is right of
    those found, and how much of what is not told as fact is not read as fact.
    """
    found: dict[str, float] = {}
    for half in HALVES:
        counted: Counter[str] = Counter()
        for row in rows("reports", half):
            reading = sayso.read(row["text"], outlet=row["outlet"], published=row["published"])
            counted += held(row["events"], reading.events)
        found |= {f"{half} {name}": value for name, value in figures(counted).items()}
    return found


def figures(counted: Counter[str]) -> dict[str, float]:
    """Shares of what `held` counted."""
    both = counted["gold"] + counted["read"]
    matched, unreal = counted["matched"] or 1, counted["unreal"] or 1
    return {
        "events": 2 * counted["matched"] / (both or 1),
        **{name: counted[name] / matched for name in ASKED},
        "not read as fact": counted["not as fact"] / unreal,
    }


def held(gold: Sequence[Row], read: Sequence[Event]) -> Counter[str]:
    """Count the events of one report, those found of them, and what is right of these."""
    counted: Counter[str] = Counter(gold=len(gold), read=len(read))
    for row, event in pairs(gold, read):
        counted["matched"] += 1
        counted.update(right(row, event))
        if row["status"] != "actual":
            counted["unreal"] += 1
            counted["not as fact"] += event.status != "actual"
    return counted


def pairs(gold: Sequence[Row], read: Sequence[Event]) -> list[tuple[Row, Event]]:
    """Each event with the one read that shares most of its words, one to one, the likest pairs first."""
    ranked = sorted(
        (-shared(spans(row), event.mentions), row["status"] != event.status, i, j)
        for i, row in enumerate(gold)
        for j, event in enumerate(read)
        if row["type"] == event.type and shared(spans(row), event.mentions)
    )
    taken: tuple[set[int], set[int]] = set(), set()
    out = []
    for _, _, i, j in ranked:
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            out.append((gold[i], read[j]))
    return out


def right(row: Row, event: Event) -> list[str]:
    """Which of `ASKED` are right of an event."""
    place = event.place.country if event.place else None
    told = (
        row["status"] == event.status,
        countries(row["actor"]) == countries(event.actor),
        known(row["actor"]) == known(event.actor),
        countries(row["recipient"]) == countries(event.recipient),
        known(row["recipient"]) == known(event.recipient),
        tuple(row["date"] or ()) == (event.date or ()),
        row["country"] == place,
    )
    return [name for name, is_right in zip(ASKED, told, strict=True) if is_right]


def spans(row: Row) -> list[Span]:
    """The mentions of an annotated event."""
    return [(at, at + len(words)) for at, words in zip(row["at"], row["words"], strict=True)]


def shared(left: Sequence[Span], right: Sequence[Span]) -> float:
    """Characters in both, by those in either."""
    one, other = ({at for start, end in told for at in range(start, end)} for told in (left, right))
    return len(one & other) / len(one | other) if one | other else 0.0


def known(codes: Sequence[str]) -> set[str]:
    """Codes that say who it is: none and an unknown party are the same."""
    return {code for code in codes if code != "---"}


def countries(codes: Sequence[str]) -> set[str]:
    """The countries of some codes; a world body counts as itself."""
    return {code if code.startswith("IGO") else code[:3] for code in codes if not code.startswith("---")}
