"""Predicates with their arguments and their factuality, from the scores of all windows.

Roles are PropBank's (Palmer, Gildea and Kingsbury 2005); factuality is on the scale of
FactBank's successors, -3 to 3 (Stanovsky et al. 2017).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.annotate.engine import Scores, Settings
from sayso.records import Argument, Predicate

Integers = NDArray[np.int64]
Floats = NDArray[np.float32]

LEAST = 0.5  # probability of a predicate


def predicates(scores: list[Scores], heads: Sequence[int], settings: Settings) -> tuple[Predicate, ...]:
    """Return the predicates of a text in order; ``heads`` are its words' heads, -1 for a root."""
    found: list[Predicate] = []
    for one in scores:
        base = one.window.first
        spans = _by_predicate(arguments(one, settings))
        for word in np.flatnonzero(one.predicate > LEAST).tolist():
            own = tuple(
                Argument(role, base + a, base + b, _head(heads, base + a, base + b))
                for role, a, b in spans.get(word, [])
            )
            value = round(float(np.clip(one.factuality[word], -3.0, 3.0)), 2)
            found.append(Predicate(base + word, own, value, round(float(one.predicate[word]), 4)))
    return tuple(found)


def arguments(scores: Scores, settings: Settings) -> Iterator[tuple[int, str, int, int]]:
    """Yield (predicate, role, first, last) of a window: runs of words whose best role is the same."""
    predicate, word = scores.pairs[:, 0], scores.pairs[:, 1]
    best = _closed(scores.role.argmax(axis=1), predicate)
    best[predicate == word] = 0  # no predicate is its own argument
    new = np.diff(predicate, prepend=-1) != 0
    starts = np.flatnonzero(new | (np.diff(best, prepend=0) != 0))
    ends = [*starts[1:].tolist(), len(best)]
    for start, end in zip(starts.tolist(), ends, strict=True):
        role = int(best[start])
        if role:
            yield int(predicate[start]), settings.role[role], int(word[start]), int(word[end - 1]) + 1


def _closed(best: Integers, predicate: Integers) -> Integers:
    """Close gaps of one word between words of one role."""
    out = best.copy()
    if len(best) > 2:
        gap = (best[1:-1] == 0) & (best[:-2] == best[2:]) & (predicate[:-2] == predicate[2:])
        out[1:-1][gap] = best[:-2][gap]
    return out


def _by_predicate(given: Iterator[tuple[int, str, int, int]]) -> dict[int, list[tuple[str, int, int]]]:
    found: dict[int, list[tuple[str, int, int]]] = {}
    for predicate, role, first, last in given:
        found.setdefault(predicate, []).append((role, first, last))
    return found


def _head(heads: Sequence[int], first: int, last: int) -> int:
    """Return the first word of the span whose own head lies outside it."""
    return next((i for i in range(first, last) if not first <= heads[i] < last), first)
