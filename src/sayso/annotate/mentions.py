"""Mentions and what stands for the same thing, over a whole report of any length.

Each mention looks for its antecedent among those before it (mention ranking, Denis and Baldridge
2008; words instead of spans, Dobrovolskii 2021). What is scored is the product of two vectors the
encoder gives, and the surface's likeness. A mention looks back over the last `LOOK` mentions and
over the last `ALIKE` of each word of its name, so that time grows with the length of the text.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from sayso.annotate.engine import Scores, Settings
from sayso.annotate.likeness import (
    DEFINITE,
    KINDS,
    LIKENESSES,
    NAME,
    OTHER,
    SAME,
    UNLIKE,
    Surface,
    likeness,
    surface,
)
from sayso.annotate.reach import reaches
from sayso.annotate.tokens import Tokens
from sayso.records import Mention, Word

Floats = NDArray[np.float32]

LEAST = 0.5  # probability that a word heads a mention
BLOCK = 128  # mentions scored at once
SMALL = 1 << 18  # multiplications that BLAS does on one thread
ALIKE = 16  # the last mentions of each word of a name
LOOK = 160  # earlier mentions each block looks back over, besides those named alike


@dataclass(frozen=True)
class Candidates:
    """The mentions of a text in order: head words, spans, types, surfaces and vectors."""

    heads: list[int]
    spans: list[tuple[int, int]]
    types: list[str]
    surfaces: list[Surface]
    later: Floats
    earlier: Floats


def mentions(
    scores: list[Scores], words: Sequence[Word], cut_up: Tokens, settings: Settings
) -> tuple[Mention, ...]:
    """Return the mentions of a text in order, chained."""
    given = candidates(scores, words, settings)
    chains = chained(antecedents(given, settings))
    return tuple(
        Mention(cut_up.spans[a][0], cut_up.spans[b - 1][1], a, b, head, kind, chain)
        for (a, b), head, kind, chain in zip(given.spans, given.heads, given.types, chains, strict=True)
    )


def candidates(scores: list[Scores], words: Sequence[Word], settings: Settings) -> Candidates:
    """Return every word that heads a mention, with the span over the tree it reaches."""
    spans = reaches([w.head for w in words], [w.deprel for w in words], [w.upos for w in words])
    forms, upos, xpos = [w.text for w in words], [w.upos for w in words], [w.xpos for w in words]
    heads, types, later, earlier = [], [], [], []
    for one in scores:
        rows = np.flatnonzero(1.0 - np.exp(one.nominal[one.mentions, 0]) > LEAST)
        best = one.nominal[one.mentions[rows], 1:].argmax(axis=1)
        heads += (one.mentions[rows] + one.window.first).tolist()
        types += [settings.nominal[1 + i] for i in best.tolist()]
        later.append(one.later[rows])
        earlier.append(one.earlier[rows])
    surfaces = [surface(forms, upos, xpos, range(*spans[head]), head, words[head].sentence) for head in heads]
    return Candidates(
        heads, [spans[h] for h in heads], types, surfaces, np.concatenate(later), np.concatenate(earlier)
    )


def antecedents(given: Candidates, settings: Settings) -> list[int]:
    """Return for every mention the number of the best earlier one, -1 where none scores enough."""
    found: list[int] = []
    least = settings.decoder.get("antecedent", 0.0)
    alike = np.asarray(settings.likeness, dtype=np.float32) + firmness()
    away = np.asarray(settings.distance, dtype=np.float32)
    named: dict[str, deque[int]] = {}
    for start in range(0, len(given.heads), BLOCK):
        rows = list(range(start, min(start + BLOCK, len(given.heads))))
        near = range(max(0, start - LOOK), rows[-1] + 1)
        far = sorted(
            {j for i in rows for word in given.surfaces[i].core for j in named.get(word, []) if j < near[0]}
        )
        columns = np.asarray([*far, *near])
        codes = likeness([given.surfaces[i] for i in rows], [given.surfaces[j] for j in columns])
        scores = _products(given.later[rows], given.earlier[columns]) + alike[codes[0]] + away[codes[1]]
        scores[columns[None, :] >= np.asarray(rows)[:, None]] = -np.inf
        best = scores.argmax(axis=1)
        top = scores[np.arange(len(rows)), best]
        found += np.where(top > least, columns[best], -1).tolist()
        for i in rows:
            if given.surfaces[i].kind == NAME:
                for word in given.surfaces[i].core:
                    named.setdefault(word, deque(maxlen=ALIKE)).append(i)
    return found


@cache
def firmness() -> Floats:
    """
    Return what is added for each code of kinds and likeness, [KINDS * KINDS * LIKENESSES].

    Two names without a word in common are never one; a name told again is surer to be than the encoder has
    it, nouns that differ are less so. Fitted on GUM's dev part.
    """
    out = np.zeros((KINDS, KINDS, LIKENESSES), dtype=np.float32)
    nouns = [DEFINITE, OTHER]
    out[NAME, NAME, UNLIKE] = -np.inf
    out[NAME, NAME, SAME] = 1.0
    out[np.ix_(nouns, nouns, [UNLIKE])] = -0.5
    out[NAME, nouns, UNLIKE] = -1.0
    return out.ravel()


def _products(left: Floats, right: Floats) -> Floats:
    """Return the products of all pairs, a few rows at a time: too little for BLAS to wake its threads."""
    turned = np.ascontiguousarray(right.T)
    step = max(1, SMALL // max(1, turned.size))
    parts = [left[i : i + step] @ turned for i in range(0, len(left), step)]
    return np.concatenate(parts)


def chained(before: Sequence[int]) -> list[int | None]:
    """Return chain numbers from antecedents; a mention that is alone has none."""
    first = list(range(len(before)))
    for i, at in enumerate(before):
        if at >= 0:
            first[i] = first[at]
    numbers: dict[int, int] = {}
    size = np.bincount(first, minlength=len(first)).tolist()
    return [numbers.setdefault(f, len(numbers)) if size[f] > 1 else None for f in first]
