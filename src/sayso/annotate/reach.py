"""How far a mention reaches: from its head word to a span of words, over the tree."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

Range = tuple[int, int]

DEEPEST = 500  # steps up a tree; more is a cycle

OUTSIDE = frozenset(
    ("case", "punct", "conj", "cc", "cc:preconj", "cop", "appos", "parataxis", "discourse", "list",
     "reparandum", "orphan", "dep", "vocative", "dislocated", "root", "nsubj:outer", "csubj:outer")
)  # fmt: skip
"""Relations of what hangs on a noun and is no part of what it names."""
OF_THE_CLAUSE = frozenset(
    (
        "nsubj",
        "csubj",
        "aux",
        "mark",
        "advmod",
        "obl",
        "obl:unmarked",
        "advcl",
        "expl",
        "parataxis",
        "nsubj:pass",
    )
)
"""Where a noun is what a clause says of its subject, these hang on the clause."""
_FINITE = frozenset(("VERB", "AUX"))


def reaches(heads: Sequence[int], relations: Sequence[str], upos: Sequence[str]) -> list[Range]:
    """Return for every word the words ``[first, last)`` of the mention it would head.

    ``heads`` are numbers of words, -1 (or the word itself) for a root. GUM's guidelines decide:
    determiners, modifiers and relative clauses belong to a mention; appositions and conjuncts do not.
    """
    count = len(heads)
    said = [False] * count
    for i, relation in enumerate(relations):
        if relation == "cop" and 0 <= heads[i] < count:
            said[heads[i]] = True
    own = [(i, i + 1) for i in range(count)]
    whole = list(own)  # with conjuncts and asides: what a word brings along when it belongs to another
    for i in _leaves_first(heads):
        above = heads[i]
        if not 0 <= above < count or above == i or relations[i] == "punct":
            continue
        whole[above] = _wider(whole[above], whole[i])
        if _belongs(relations[i], said[above], upos[above], i < above):
            own[above] = _wider(own[above], whole[i])
    return own


def _wider(a: Range, b: Range) -> Range:
    return min(a[0], b[0]), max(a[1], b[1])


def _belongs(relation: str, clause: bool, upos: str, before: bool) -> bool:
    if relation == "case":
        return not before  # a possessive's mark stands behind it
    if relation in OUTSIDE:
        return False
    if clause and relation in OF_THE_CLAUSE:
        return False
    if upos in _FINITE:
        return relation != "mark"
    return not (relation in ("mark", "advmod", "advcl") and before)


def _leaves_first(heads: Sequence[int]) -> list[int]:
    """Return the words so that every word comes before its head; a word on a cycle comes anywhere."""
    up = np.asarray(heads, dtype=np.int64)
    own = np.arange(len(up))
    up = np.where((up < 0) | (up >= len(up)), own, up)
    depth = np.zeros(len(up), dtype=np.int64)
    at = own
    for _ in range(len(up)):
        above = up[at]
        moved = above != at
        if not moved.any() or depth.max(initial=0) > DEEPEST:
            break
        depth += moved
        at = above
    order: list[int] = np.argsort(-depth, kind="stable").tolist()
    return order
