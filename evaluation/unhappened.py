"""
Acts that did not happen: 48 material acts, each told as having happened and rewritten as denied,
conditional, threatened or offered, planned, alleged, averted, wished for and unreal. Our own sentences;
`unhappened_work.jsonl` was read while the rules were written, `unhappened_kept.jsonl` was not.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

import sayso
from evaluation.halves import HALVES, rows
from sayso.records import Event

PLAIN = "plain"


class Outcome(Struct, frozen=True):
    """A sentence: its form, and is its act coded, as fact, as fact with its own type?"""

    form: str
    coded: bool
    fact: bool
    typed: bool


def unhappened(_: Path) -> dict[str, float]:
    """
    For each half: the share of unreal acts told as `actual`, of those that are coded at all; and of the plain
    originals coded, and coded with their type.
    """
    found: dict[str, float] = {}
    for half in HALVES:
        found |= {f"{half} {name}": value for name, value in figures(outcomes(half)).items()}
    return found


def outcomes(half: str) -> list[Outcome]:
    """What becomes of the act of each sentence of one half."""
    read = [(row, told(row)) for row in rows("unhappened", half)]
    return [
        Outcome(
            form=row["form"],
            coded=bool(events),
            fact=any(event.status == "actual" for event in events),
            typed=any((event.type, event.status) == (row["type"], "actual") for event in events),
        )
        for row, events in read
    ]


def figures(found: Sequence[Outcome]) -> dict[str, float]:
    """Shares over the acts that did not happen, in all and form by form, and over the plain originals."""
    forms = sorted({one.form for one in found} - {PLAIN})
    unreal = [one for one in found if one.form != PLAIN]
    plain = [one for one in found if one.form == PLAIN]
    each = {f"{form} read as fact": _share([o.fact for o in unreal if o.form == form]) for form in forms}
    return {
        "read as fact": _share([one.fact for one in unreal]),
        "coded": _share([one.coded for one in unreal]),
        "plain coded as fact": _share([one.fact for one in plain]),
        "plain coded with its type": _share([one.typed for one in plain]),
        **each,
    }


def _share(given: Sequence[bool]) -> float:
    return sum(given) / max(1, len(given))


def told(row: dict[str, Any]) -> list[Event]:
    """The events that the words of the act tell."""
    start = row["text"].index(row["trigger"])
    end = start + len(row["trigger"])
    events = sayso.read(row["text"]).events
    return [event for event in events if any(a < end and start < b for a, b in event.mentions)]
