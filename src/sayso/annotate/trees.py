"""From arc scores to trees: the best heads, mended where they do not make a tree."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

_NEVER = -1e9


def heads(arcs: Floats, sentence: Integers) -> Integers:
    """Return each word's head within a window; a root is its own head, one to a sentence.

    ``arcs`` are scores [words, words], ``sentence`` numbers the sentence of each word. Almost
    always the best head of each word makes a tree; only where not, the best tree is looked for.
    """
    best: Integers = arcs.argmax(axis=1)
    bounds = np.flatnonzero(np.diff(sentence, prepend=-1, append=-1) != 0)
    ends = _climb(best)
    for first, last in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True):
        own = best[first:last]
        if np.count_nonzero(own == np.arange(first, last)) != 1 or np.any(ends[first:last] != ends[first]):
            best[first:last] = first + spanning(arcs[first:last, first:last].astype(np.float64))
    return best


def climbed(head: Integers, steps: int) -> Integers:
    """Return [words, steps + 1]: each word, its head, that one's head and so on; a root is its own head."""
    above = [np.arange(len(head))]
    for _ in range(steps):
        above.append(head[above[-1]])
    return np.stack(above, axis=1)


def governor(heads: Sequence[int], first: int, last: int) -> int:
    """Return the first word of ``[first, last)`` whose own head lies outside."""
    return next((i for i in range(first, last) if not first <= heads[i] < last), first)


def _climb(head: Integers) -> Integers:
    """Follow heads until nothing changes for trees: every word then points at its root."""
    up = head
    for _ in range(max(1, len(head).bit_length())):
        up = up[up]
    # A word that sits on a cycle points into the cycle; its target is no root.
    roots: Integers = np.where(head[up] == up, up, -1)
    return roots


def spanning(scores: NDArray[np.float64]) -> Integers:
    """Return the best tree under ``scores`` [n, n] with the likeliest root (Chu-Liu, Edmonds)."""
    n = len(scores)
    if n == 1:
        return np.zeros(1, dtype=np.int64)
    others = scores.copy()
    np.fill_diagonal(others, _NEVER)
    root = int((np.diagonal(scores) - others.max(axis=1)).argmax())
    return _arborescence(_rooted(scores, root), root)


def _rooted(scores: NDArray[np.float64], root: int) -> NDArray[np.float64]:
    bound = scores.copy()
    np.fill_diagonal(bound, _NEVER)
    bound[root] = _NEVER
    bound[root, root] = 0.0
    return bound


def _arborescence(scores: NDArray[np.float64], root: int) -> Integers:
    """Contract one cycle at a time; ``scores[i, j]`` is the worth of ``j`` as the head of ``i``."""
    head: Integers = scores.argmax(axis=1)
    head[root] = root
    found = _cycle(head, root)
    if found is None:
        return head
    cycle = np.asarray(found, dtype=np.int64)
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    k = len(outside)
    kept = scores[cycle, head[cycle]]
    small = np.full((k + 1, k + 1), _NEVER)
    small[:k, :k] = scores[np.ix_(outside, outside)]
    into = scores[np.ix_(cycle, outside)] - kept[:, None]
    small[k, :k] = into.max(axis=0)
    out_of = scores[np.ix_(outside, cycle)]
    small[:k, k] = out_of.max(axis=1)
    new_root = int(np.flatnonzero(outside == root)[0])
    solved = _arborescence(small, new_root)
    for i, at in enumerate(outside.tolist()):
        head[at] = cycle[out_of[i].argmax()] if solved[i] == k else outside[solved[i]]
    head[root] = root
    broken = int(into[:, solved[k]].argmax())
    head[cycle[broken]] = outside[solved[k]]
    return head


def _cycle(head: Integers, root: int) -> list[int] | None:
    """Return the words of one cycle, or None where all climb to the root."""
    seen = np.zeros(len(head), dtype=np.int64)
    seen[root] = -1
    for start in range(len(head)):
        at, path = start, []
        while seen[at] == 0:
            seen[at] = start + 1
            path.append(at)
            at = int(head[at])
        if seen[at] == start + 1 and at in path:
            return path[path.index(at) :]
        seen[path] = -1
    return None
