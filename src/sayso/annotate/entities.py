"""Named entities from the B, I and O scores of each word."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.annotate.engine import Scores, Settings
from sayso.annotate.tokens import Tokens
from sayso.records import Entity

Floats = NDArray[np.float32]

HALF, TINY = 0.5, 1e-9
_ARTICLES = frozenset(("the", "a", "an"))
_AFTER = frozenset(("'s", "’s", "'", "’"))


def entities(scores: list[Scores], cut_up: Tokens, settings: Settings) -> tuple[Entity, ...]:
    """Return the entities of a text in order; none crosses a sentence."""
    table = np.concatenate([s.entity for s in scores])
    return tuple(
        Entity(cut_up.spans[first][0], cut_up.spans[last - 1][1], first, last, kind)
        for first, last, kind in bare(spans(table, cut_up.sentence, settings.entity), cut_up.forms)
    )


def spans(table: Floats, sentence: Sequence[int], labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Join words into names ``(first, last, class)``.

    ``table`` [words, labels] are log-probabilities of O and of B and I of each class. A word is in a
    name if O is the less likely; it opens one if B of any class is likelier than I of any; the class
    is the one likeliest for all words of the name together.
    """
    chance = np.exp(table)
    begins = [i for i, label in enumerate(labels) if label[:1] == "B"]
    goes_on = [i for i, label in enumerate(labels) if label[:1] == "I"]
    first, further = chance[:, begins], chance[:, goes_on]
    named = np.flatnonzero(chance[:, 0] < HALF)
    opens = first[named].sum(axis=1) > further[named].sum(axis=1)
    each = np.log(first[named] + further[named] + TINY)
    found: list[tuple[int, int]] = []
    for k, word in enumerate(named.tolist()):
        if found and not opens[k] and named[k - 1] == word - 1 and sentence[word] == sentence[word - 1]:
            found[-1] = (found[-1][0], k + 1)
        else:
            found.append((k, k + 1))
    return [
        (int(named[a]), int(named[b - 1]) + 1, labels[begins[int(each[a:b].sum(axis=0).argmax())]][2:])
        for a, b in found
    ]


def bare(found: list[tuple[int, int, str]], forms: list[str]) -> list[tuple[int, int, str]]:
    """Trim names of an article before them and of a possessive after; what is left empty is no name."""
    out = []
    for first, last, kind in found:
        while first < last and forms[first].lower() in _ARTICLES:
            first += 1
        while first < last and forms[last - 1] in _AFTER:
            last -= 1
        if first < last:
            out.append((first, last, kind))
    return out
