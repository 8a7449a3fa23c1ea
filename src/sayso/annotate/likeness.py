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
# In sentences: 0 (heads up to 3, 11 and more words apart), 1 (up to 15 and more), 2, 3-4, 5-8, further.
DISTANCES = 9

_FORMS = {
    form: line.split()[0]
    for line in (
        "i me my mine myself", "we us our ours ourselves", "you your yours yourself yourselves",
        "he him his himself", "she her hers herself", "it its itself",
        "they them their theirs themselves themself", "who whom whose",
    )
    for form in line.split()
}  # fmt: skip
_SPEAKERS = frozenset(("i", "we", "you"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "both", "such"))
_DROPPED = frozenset(("the", "a", "an", "this", "that", "these", "those", "'s", "’s", "'", "’"))
_BUCKETS = np.asarray([1, 2, 3, 5, 9])
_FIRST = np.asarray([0, 3, 5, 6, 7, 8])  # the code of each bucket's nearest part
_CLOSE, _NEAR, _ASIDE = 4, 12, 16  # words from which on a pair is in the next part of its bucket


@dataclass(frozen=True)
class Surface:
    """A mention's kind, its head and the words of its core in lower case, its sentence and its head's number.

    Pronouns are in the nominative, so that "he" and "his" are alike.
    """

    kind: int
    head: str
    core: tuple[str, ...]
    sentence: int
    word: int = 0


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
    called = forms[head].lower()
    kind = _kind(low[0], upos[head], xpos[head], called, upos[words.start])
    core = _core(low, [upos[i] for i in words])
    if kind in (SPEAKER, PRONOUN):
        called, core = _FORMS.get(called, called), tuple(_FORMS.get(word, word) for word in core)
    return Surface(kind, called, core, sentence, head)


def _kind(opening: str, upos: str, xpos: str, head: str, first: str) -> int:
    if upos in ("PRON", "DET") and xpos not in ("NN", "NNS"):
        return SPEAKER if _FORMS.get(head) in _SPEAKERS else PRONOUN
    if upos == "PROPN":
        return NAME
    owned = first == "PRON" and upos != "PRON"  # "his car", not "someone"
    return DEFINITE if opening in _DEFINITE or owned else OTHER


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
    return kinds * LIKENESSES + _alike(later, earlier), kinds * DISTANCES + _away(later, earlier)


def _away(later: Sequence[Surface], earlier: Sequence[Surface]) -> Integers:
    """Return how far apart all pairs are, as codes below `DISTANCES`."""
    lines = np.asarray([s.sentence for s in later])[:, None] - np.asarray([s.sentence for s in earlier])
    words = np.abs(np.asarray([s.word for s in later])[:, None] - np.asarray([s.word for s in earlier]))
    bucket = np.searchsorted(_BUCKETS, np.abs(lines), side="right")
    within = (words >= _CLOSE).astype(np.int64) + (words >= _NEAR)
    part = np.where(bucket == 0, within, np.where(bucket == 1, words >= _ASIDE, 0))
    away: Integers = _FIRST[bucket] + part
    return away


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
