"""
ACLED sub-event types of short texts of our own: `subevents_work.jsonl`, which may be worked on, and
`subevents_kept.jsonl`, which is for measuring only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from sayso.acquire import from_text
from sayso.publish.subevents import classified
from training.readers import rows

WORK = Path(__file__).with_name("subevents_work.jsonl")
KEPT = Path(__file__).with_name("subevents_kept.jsonl")
Pairs = list[tuple[str, str]]


def subevents(_: Path) -> dict[str, float]:
    """Weighted and macro F1 of the type, and the share that is right, over both sets."""
    figures: dict[str, float] = {}
    for name, path in (("work", WORK), ("kept", KEPT)):
        pairs = read(path)
        figures[f"{name} texts"] = float(len(pairs))
        figures.update({f"{name} {key}": value for key, value in scores(pairs).items()})
    return figures


def read(path: Path) -> Pairs:
    """The type that each text is told to be of, and the one found."""
    return [(one["type"], classified(from_text(one["text"])).type) for one in rows(path)]


def scores(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    """Weighted F1 (each type by its share of the texts), macro F1 over the types told, and accuracy."""
    told = Counter(gold for gold, _ in pairs)
    given = Counter(found for _, found in pairs)
    right = Counter(gold for gold, found in pairs if gold == found)
    each = {kind: 2 * right[kind] / (told[kind] + given[kind]) for kind in told}
    total = max(1, len(pairs))
    return {
        "weighted F1": sum(each[kind] * told[kind] for kind in told) / total,
        "macro F1": sum(each.values()) / max(1, len(each)),
        "accuracy": sum(right.values()) / total,
    }


def confusions(pairs: Pairs) -> list[tuple[str, str, int]]:
    """(type told, type found, how often), the most frequent first."""
    wrong = Counter(pair for pair in pairs if pair[0] != pair[1])
    return [(gold, found, count) for (gold, found), count in wrong.most_common()]
