"""How two mentions look alike on the surface: what coreference weighs beside the encoder's vectors.

The same codes serve training and reading. The kinds of mention and of likeness are the ones that
mention-pair models have long used (Soon et al. 2001; Ng and Cardie 2002).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]

SPEAKER, PRONOUN, NAME, DEFINITE, OTHER = range(5)
KINDS = 5
UNLIKE, SAME_HEAD, SAME, PART, ACRONYM = range(5)
LIKENESSES = 5
DISTANCES = 6  # in sentences: 0, 1, 2, 3-4, 5-8, further

_SPEAKERS = frozenset(
    word
    for line in (
        "i me my mine myself we us our ours ourselves",
        "you your yours yourself yourselves",
    )
    for word in line.split()
)
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "both", "such"))
_DROPPED = frozenset(("the", "a", "an", "this", "that", "these", "those", "'s", "’s", "'", "’"))
_BUCKETS = np.asarray([1, 2, 3, 5, 9])


@dataclass(frozen=True)
class Surface:
    """A mention's kind, its head word and the words of its core in lower case, and its sentence."""

    kind: int
    head: str
    core: tuple[str, ...]
    sentence: int


def surface(
    forms: Sequence[str],
    upos: Sequence[str],
    xpos: Sequence[str],
    words: range,
    head: int,
    sentence: int,
) -> Surface:
    """Return the surface of the mention over ``words``; the lists are those of the whole text."""
    low = [forms[i].lower() for i in words]
    return Surface(
        _kind(low[0], upos[head], xpos[head], forms[head].lower(), upos[words.start]),
        forms[head].lower(),
        _core(low, [upos[i] for i in words]),
        sentence,
    )


def _kind(opening: str, upos: str, xpos: str, head: str, first: str) -> int:
    if upos in ("PRON", "DET") and xpos not in ("NN", "NNS"):
        return SPEAKER if head in _SPEAKERS else PRONOUN
    if upos == "PROPN":
        return NAME
    return DEFINITE if opening in _DEFINITE or first == "PRON" else OTHER


def _core(low: list[str], upos: list[str]) -> tuple[str, ...]:
    """Return a mention's words up to its first preposition, clause or comma, articles left out."""
    kept: list[str] = []
    for word, tag in zip(low, upos, strict=True):
        if kept and (tag in ("ADP", "SCONJ", "VERB", "AUX") or word in (",", "(", "who", "which", "that")):
            break
        if word not in _DROPPED:
            kept.append(word)
    return tuple(kept or low)


def likeness(later: Sequence[Surface], earlier: Sequence[Surface]) -> tuple[Integers, Integers]:
    """Return for every pair [later, earlier] a code of kinds and likeness, and one of kinds and distance.

    Codes are below ``KINDS * KINDS * LIKENESSES`` and ``KINDS * KINDS * DISTANCES``.
    """
    kinds = np.asarray([s.kind for s in later])[:, None] * KINDS + np.asarray([s.kind for s in earlier])
    far = np.asarray([s.sentence for s in later])[:, None] - np.asarray([s.sentence for s in earlier])
    away = np.searchsorted(_BUCKETS, np.abs(far), side="right")
    return kinds * LIKENESSES + _alike(later, earlier), kinds * DISTANCES + away


def _alike(later: Sequence[Surface], earlier: Sequence[Surface]) -> Integers:
    found = np.zeros((len(later), len(earlier)), dtype=np.int64)
    if not found.size:
        return found
    found[_equal([s.head for s in later], [s.head for s in earlier])] = SAME_HEAD
    found[_contained(later, earlier)] = PART
    heads = [s.head for s in later], [s.head for s in earlier]
    short = [_initials(s) for s in later], [_initials(s) for s in earlier]
    found[_equal(heads[0], short[1]) | _equal(short[0], heads[1])] = ACRONYM
    found[_equal([s.core for s in later], [s.core for s in earlier])] = SAME
    return found


def _equal(left: Sequence[object], right: Sequence[object]) -> NDArray[np.bool_]:
    """Compare all pairs; "" equals nothing."""
    numbers: dict[object, int] = {}
    a = np.asarray([numbers.setdefault(x, len(numbers)) if x else -1 for x in left])
    b = np.asarray([numbers.setdefault(x, len(numbers)) if x else -2 for x in right])
    out: NDArray[np.bool_] = a[:, None] == b
    return out


def _contained(later: Sequence[Surface], earlier: Sequence[Surface]) -> NDArray[np.bool_]:
    """Tell where one of two names is part of the other ("Obama", "Barack Obama")."""
    out = np.zeros((len(later), len(earlier)), dtype=bool)
    names = [(j, frozenset(s.core)) for j, s in enumerate(earlier) if s.kind == NAME]
    for i, s in enumerate(later):
        if s.kind == NAME:
            own = frozenset(s.core)
            out[i, [j for j, other in names if own <= other or other <= own]] = True
    return out


def _initials(s: Surface) -> str:
    """Return the initials of a name of several words, "" for anything else."""
    words = [word for word in s.core if word[:1].isalnum() and word not in ("of", "and", "for", "the")]
    return "".join(word[0] for word in words) if s.kind == NAME and len(words) > 1 else ""
