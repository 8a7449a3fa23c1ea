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
Floats = NDArray[np.float32]

LEAST = 0.5  # probability of a predicate
_MARKS = frozenset((",", ";", ":", ".", "-", "--", "–", "—", "..."))
_PARTNER = {'"': '"', "“": "”", "``": "''", "(": ")", "[": "]"}
_OPENER = {closing: opening for opening, closing in _PARTNER.items()}
_ONCE = frozenset(("ARG0", "ARG1", "ARG2", "ARG3", "ARG4"))
_APART = frozenset(("ARGM-ADJ", "ARGM-ADV", "ARGM-DIS"))  # each branch an argument of its own
DEPTH = 24  # steps up the tree; few words lie deeper


def predicates(scores: list[Scores], words: Sequence[Word], settings: Settings) -> tuple[Predicate, ...]:
    """Return the predicates of a text in order."""
    found: list[Predicate] = []
    heads, forms = [word.head for word in words], [word.text for word in words]
    for one in scores:
        base = one.window.first
        given = arguments(one, within(heads, one.window), forms[base : one.window.last], settings)
        spans = _by_predicate(given)
        for word in np.flatnonzero(one.predicate > LEAST).tolist():
            own = tuple(
                Argument(role, base + a, base + b, governor(heads, base + a, base + b))
                for role, a, b in spans.get(word, [])
            )
            value = min(3.0, max(-3.0, float(one.factuality[word])))
            score = round(float(one.predicate[word]), 4)
            deed = _deed(one, word, settings)
            found.append(Predicate(base + word, own, round(value, 2), score, *deed))
    return tuple(found)


def _deed(scores: Scores, word: int, settings: Settings) -> tuple[str | None, float]:
    """Return the likeliest type of event a word tells, and its probability against all others and none."""
    if not settings.deed:
        return None, 0.0
    best = 1 + int(scores.deed[word, 1:].argmax())
    return settings.deed[best], round(float(np.exp(scores.deed[word, best])), 4)


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
    ends = np.append(borders[1:], len(branch))
    sums = np.add.reduceat(scores.role, borders, axis=0)
    sums[predicate[borders] == word[borders], 1:] = -np.inf  # no predicate is its own argument
    best = told_once(sums, predicate[borders], [i for i, role in enumerate(settings.role) if role in _ONCE])
    apart = np.isin(best, [i for i, role in enumerate(settings.role) if role in _APART])
    starts = np.flatnonzero(new[borders] | (np.diff(best, prepend=0) != 0) | apart)
    for start, following in zip(starts.tolist(), [*starts[1:].tolist(), len(best)], strict=True):
        role = int(best[start])
        first, last = _trimmed(forms, int(word[borders[start]]), int(word[ends[following - 1] - 1]) + 1)
        if role and first < last:
            yield int(predicate[borders[start]]), settings.role[role], first, last


def told_once(sums: Floats, predicate: Integers, once: Sequence[int]) -> Integers:
    """Return the best role of each branch, from sums [branches, roles]; those in ``once`` go to one argument.

    Branches side by side are one argument. Of two arguments the one keeps the role that would lose
    more by another; the branches of the other get their next best role.
    """
    sums = sums.copy()
    best: Integers = sums.argmax(axis=1)
    while True:
        starts = np.flatnonzero((np.diff(predicate, prepend=-1) != 0) | (np.diff(best, prepend=-1) != 0))
        keys = predicate[starts] * sums.shape[1] + best[starts]
        known, count = np.unique(keys[np.isin(best[starts], once)], return_counts=True)
        if not (count > 1).any():
            return best
        ends = np.append(starts[1:], len(best))
        for key in known[count > 1]:
            runs = [slice(starts[i], ends[i]) for i in np.flatnonzero(keys == key)]
            role = int(key % sums.shape[1])
            runs.remove(max(runs, key=lambda run: _loss(sums[run], role)))
            for run in runs:
                sums[run, role] = -np.inf
                best[run] = sums[run].argmax(axis=1)


def _loss(sums: Floats, role: int) -> float:
    """Return how much less the branches would sum up to without ``role``."""
    others = np.delete(sums, role, axis=1).max(axis=1)
    return float((sums[:, role] - others).sum())


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
    """Drop the marks around an argument, and quotation marks and brackets whose partner is not in it."""
    while first < last and (forms[first] in _MARKS or _alone(forms[first:last], forms[first], _PARTNER)):
        first += 1
    while first < last and (forms[last - 1] in _MARKS or _alone(forms[first:last], forms[last - 1], _OPENER)):
        last -= 1
    return first, last


def _alone(inside: Sequence[str], mark: str, partners: dict[str, str]) -> bool:
    """Tell whether a mark at an edge of the words lacks its partner among them."""
    if mark not in partners:
        return False
    if partners[mark] == mark:
        return inside.count(mark) % 2 == 1
    return inside.count(partners[mark]) < inside.count(mark)


def _by_predicate(given: Iterator[tuple[int, str, int, int]]) -> dict[int, list[tuple[str, int, int]]]:
    found: dict[int, list[tuple[str, int, int]]] = {}
    for predicate, role, first, last in given:
        found.setdefault(predicate, []).append((role, first, last))
    return found
