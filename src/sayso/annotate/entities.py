"""Named entities from the B, I and O scores of each word."""

from __future__ import annotations

import numpy as np

from sayso.annotate.engine import Scores, Settings
from sayso.annotate.tokens import Tokens
from sayso.records import Entity

_ARTICLES = frozenset(("the", "a", "an"))
_AFTER = frozenset(("'s", "’s", "'", "’"))


def entities(scores: list[Scores], cut_up: Tokens, settings: Settings) -> tuple[Entity, ...]:
    """Return the entities of a text in order; none crosses a sentence."""
    best = np.concatenate([s.entity.argmax(axis=1) for s in scores])
    named = [(int(i), settings.entity[best[i]]) for i in np.flatnonzero(best != 0)]
    return tuple(
        Entity(cut_up.spans[first][0], cut_up.spans[last - 1][1], first, last, kind)
        for first, last, kind in bare(spans(named, cut_up.sentence), cut_up.forms)
    )


def spans(named: list[tuple[int, str]], sentence: list[int]) -> list[tuple[int, int, str]]:
    """Join labelled words into ``(first, last, type)``.

    ``named`` holds word numbers with labels such as "B-person". A further word whose type differs
    from the one before it starts an entity of its own.
    """
    found: list[tuple[int, int, str]] = []
    for i, label in named:
        mark, kind = label.split("-", 1)
        if found and mark == "I" and found[-1][1:] == (i, kind) and sentence[i] == sentence[i - 1]:
            found[-1] = (found[-1][0], i + 1, kind)
        else:
            found.append((i, i + 1, kind))
    return found


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
