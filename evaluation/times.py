"""Time expressions against TimeML documents: spans and values, TempEval-3 style."""

from __future__ import annotations

from pathlib import Path

from evaluation import timeml


def times(data: Path) -> dict[str, float] | None:
    """Strict, relaxed and value F1 of each folder of `tempeval3`; None where there is none."""
    figures: dict[str, float] = {}
    for folder in sorted((data / "tempeval3").glob("*/")):
        found = timeml.score((gold.times, timeml.found(gold)) for gold in timeml.documents(folder))
        if found.gold:
            figures |= {
                f"{folder.name} strict": found.strict,
                f"{folder.name} relaxed": found.relaxed,
                f"{folder.name} value": found.value,
            }
    return figures or None
