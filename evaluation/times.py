"""
Time expressions against TimeML documents and MEANTIME: spans and values, TempEval-3 style.

Rules were tuned on TimeBank and on the even articles of MEANTIME; AQUAINT and its odd articles were kept
for measuring.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from evaluation import meantime, timeml

HALVES = {"meantime even": 0, "meantime odd": 1}


def times(data: Path) -> dict[str, float] | None:
    """Strict, relaxed and value F1 of each folder of `tempeval3` and half of `meantime`, or None."""
    figures: dict[str, float] = {}
    for folder in sorted((data / "tempeval3").glob("*/")):
        figures |= _figures(folder.name, timeml.documents(folder))
    for name, half in HALVES.items():
        figures |= _figures(name, meantime.documents(data, (half,)))
    return figures or None


def _figures(name: str, documents: Iterable[timeml.Gold]) -> dict[str, float]:
    found = timeml.score((gold.times, timeml.found(gold)) for gold in documents)
    if not found.gold:
        return {}
    return {f"{name} strict": found.strict, f"{name} relaxed": found.relaxed, f"{name} value": found.value}
