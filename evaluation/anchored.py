"""
Event-anchored times over 120 short texts of our own: `anchored_work.jsonl` was read while the rules were
written, `anchored_kept.jsonl` by nobody who wrote them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sayso
from evaluation.halves import HALVES, rows
from sayso.records import Anchor


def anchored(_: Path) -> dict[str, float]:
    """For each half: right direction, days that overlap the gold ones, and no days where none are known."""
    figures: dict[str, float] = {}
    for half in HALVES:
        figures |= {f"{half} {name}": value for name, value in measured(rows("anchored", half)).items()}
    return figures


def measured(given: list[dict[str, Any]]) -> dict[str, float]:
    """The figures over some texts."""
    read = [(row, anchor(row)) for row in given]
    dated = [(row, one) for row, one in read if not row["symbolic"]]
    open_ = [(row, one) for row, one in read if row["symbolic"]]
    return {
        "found": sum(one is not None for _, one in read) / len(read),
        "direction": sum(same_way(row, one) for row, one in read) / len(read),
        "wrong direction": sum(one is not None and not same_way(row, one) for row, one in read) / len(read),
        "days overlap": sum(overlapping(row, one) for row, one in dated) / len(dated),
        "symbolic": sum(bool(one and not (one.earliest or one.latest)) for _, one in open_) / len(open_),
    }


def anchor(row: dict[str, Any]) -> Anchor | None:
    """What the first expression that shares a character with the gold one hangs on."""
    read = sayso.read(row["text"], published=row["published"])
    start = row["text"].index(row["expression"])
    end = start + len(row["expression"])
    times = (time for time in read.anchored if time.span[0] < end and start < time.span[1])
    return next((time.anchor for time in times if time.anchor), None)


def same_way(row: dict[str, Any], one: Anchor | None) -> bool:
    """Right direction; what reaches up to publication may count as past or as present."""
    if one is None:
        return False
    present = ("past", "present") if row["direction"] in ("past", "present") else ("future",)
    return one.way in present


def overlapping(row: dict[str, Any], one: Anchor | None) -> bool:
    """Do the days share one with the gold days, open ends being open?"""
    if one is None or not (one.earliest or one.latest):
        return False
    first, last = one.earliest or "0000", one.latest or "9999"
    return first <= (row["latest"] or "9999") and (row["earliest"] or "0000") <= last
