"""
Acts that did not happen: 48 material acts, each told as having happened and rewritten as denied,
conditional, threatened or offered, planned, alleged, averted, wished for and unreal. Our own sentences;
`unhappened_work.jsonl` was read while the rules were written, `unhappened_kept.jsonl` was not.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import sayso
from sayso.records import Event

HERE = Path(__file__).parent
HALVES = ("work", "kept")
PLAIN = "plain"


def unhappened(_: Path) -> dict[str, float]:
    """
    For each half: the share of unreal acts told as `actual`, of those that are coded at all; and of the plain
    originals coded, and coded with their type.
    """
    figures: dict[str, float] = {}
    for half in HALVES:
        figures |= {f"{half} {name}": value for name, value in measured(rows(half)).items()}
    return figures


def rows(half: str) -> list[dict[str, Any]]:
    """The sentences of one half."""
    lines = (HERE / f"unhappened_{half}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def measured(given: list[dict[str, Any]]) -> dict[str, float]:
    """The figures over some sentences."""
    asked, actual, coded = Counter[str](), Counter[str](), Counter[str]()
    typed = 0
    for row in given:
        found = told(row)
        asked[row["form"]] += 1
        coded[row["form"]] += bool(found)
        actual[row["form"]] += any(event.status == "actual" for event in found)
        typed += row["form"] == PLAIN and any((e.type, e.status) == (row["type"], "actual") for e in found)
    unreal = asked.total() - asked[PLAIN]
    wrong = {f"{form} read as fact": actual[form] / asked[form] for form in sorted(asked) if form != PLAIN}
    return {
        "read as fact": (actual.total() - actual[PLAIN]) / unreal,
        "coded": (coded.total() - coded[PLAIN]) / unreal,
        "plain coded as fact": actual[PLAIN] / asked[PLAIN],
        "plain coded with its type": typed / asked[PLAIN],
        **wrong,
    }


def told(row: dict[str, Any]) -> list[Event]:
    """The events that the words of the act tell."""
    start = row["text"].index(row["trigger"])
    end = start + len(row["trigger"])
    events = sayso.read(row["text"]).events
    return [event for event in events if any(a < end and start < b for a, b in event.mentions)]
