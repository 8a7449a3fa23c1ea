"""Predicates with their arguments and their factuality, from the scores of all windows.

Roles are PropBank's (Palmer, Gildea and Kingsbury 2005); factuality is on the scale of
FactBank's successors, -3 to 3 (Stanovsky et al. 2017).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.annotate.engine import Scores, Settings
from sayso.annotate.inputs import Window
from sayso.annotate.trees import climbed, governor
from sayso.records import Argument, Predicate, Word

Integers = NDArray[np.int64]

LEAST = 0.5  # probability of a predicate
_MARKS = frozenset((",", ";", ":", ".", "-", "--", "–", "—", "..."))
DEPTH = 24  # steps up the tree; few words lie deeper


def predicates(scores: list[Scores], words: Sequence[Word], settings: Settings) -> tuple[Predicate, ...]:
    """Return the predicates of a text in order."""
    found: list[Predicate] = []
    heads, forms = [word.head for word in words], [word.text for word in words]
    for one in scores:
        base = one.window.first
        told = arguments(one, within(heads, one.window), forms[base : one.window.last], settings)
        spans = _by_predicate(told)
        for word in np.flatnonzero(one.predicate > LEAST).tolist():
            own = tuple(
                Argument(role, base + a, base + b, governor(heads, base + a, base + b))
                for role, a, b in spans.get(word, [])
            )
            value = min(3.0, max(-3.0, float(one.factuality[word])))
            score = round(float(one.predicate[word]), 4)
            found.append(Predicate(base + word, own, round(value, 2), score))
    return tuple(found)


def within(heads: Sequence[int], window: Window) -> Integers:
    """Return the heads of a window's words as its words; a root, or one governed from outside, is its own."""
    found = np.asarray(heads[window.first : window.last], dtype=np.int64) - window.first
    own = np.arange(len(found))
    return np.where((found < 0) | (found >= len(found)), own, found)


def arguments(
    scores: Scores, heads: Integers, forms: Sequence[str], settings: Settings
) -> Iterator[tuple[int, str, int, int]]:
    """Yield (predicate, role, first, last) of a window, whose ``heads`` are its own words.

    The words between two borders are on one branch of the tree as seen from the predicate, and get
    the role that is best for all of them together; neighbours of one role are one argument.
    """
    predicate, word = scores.pairs[:, 0], scores.pairs[:, 1]
    if not len(predicate):
        return
    branch = branches(heads, predicate, word)
    new = np.diff(predicate, prepend=-1) != 0
    borders = np.flatnonzero(new | (np.diff(branch, prepend=-1) != 0))
    sums = np.add.reduceat(scores.role, borders, axis=0)
    best = np.repeat(sums.argmax(axis=1), np.diff(borders, append=len(branch)))
    best[predicate == word] = 0  # no predicate is its own argument
    starts = np.flatnonzero(new | (np.diff(best, prepend=0) != 0))
    ends = [*starts[1:].tolist(), len(best)]
    for start, end in zip(starts.tolist(), ends, strict=True):
        role = int(best[start])
        first, last = _trimmed(forms, int(word[start]), int(word[end - 1]) + 1)
        if role and first < last:
            yield int(predicate[start]), settings.role[role], first, last


def branches(heads: Integers, predicate: Integers, word: Integers) -> Integers:
    """Return for each pair the branch its word is on.

    A branch hangs on the way from the predicate up to the root, and bears the name of the word that
    hangs there; a word on the way itself is a branch of its own, named so that no other is.
    """
    above = climbed(heads, DEPTH)
    on_way = np.zeros((len(heads), len(heads)), dtype=bool)
    on_way[np.arange(len(heads))[:, None], above] = True
    way = above[word]
    met = on_way[predicate[:, None], way]
    step = met.argmax(axis=1)
    below = way[np.arange(len(way)), np.maximum(step - 1, 0)]
    return np.where(step > 0, below, len(heads) + word)


def _trimmed(forms: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """Drop the marks around an argument."""
    while first < last and forms[first] in _MARKS:
        first += 1
    while first < last and forms[last - 1] in _MARKS:
        last -= 1
    return first, last


def _by_predicate(given: Iterator[tuple[int, str, int, int]]) -> dict[int, list[tuple[str, int, int]]]:
    found: dict[int, list[tuple[str, int, int]]] = {}
    for predicate, role, first, last in given:
        found.setdefault(predicate, []).append((role, first, last))
    return found
