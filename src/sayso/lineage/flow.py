"""Menger's count: how many ways lead from the outlets to the origins without sharing a party."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from typing import TypeAlias

Path: TypeAlias = tuple[str, ...]
_Node: TypeAlias = tuple[str, bool]  # a party, entered (False) or left (True)
_START: _Node = ("", True)
_END: _Node = ("", False)


def disjoint(paths: Iterable[Path]) -> int:
    """
    The greatest number of paths that share no party: the least number of parties that would all have to
    be wrong for nothing to be left. Each party passes one unit; breadth-first augmentation (Edmonds, Karp).
    """
    free = _network(sorted(set(paths)))
    count = 0
    while (back := _way(free)) is not None:
        node = _END
        while node != _START:
            before = back[node]
            free[before].discard(node)
            free.setdefault(node, set()).add(before)
            node = before
        count += 1
    return count


def _network(paths: Sequence[Path]) -> dict[_Node, set[_Node]]:
    free: dict[_Node, set[_Node]] = {_START: set(), _END: set()}
    for path in paths:
        at = _START
        for party in path:
            free[at].add((party, False))
            free.setdefault((party, False), set()).add((party, True))
            at = (party, True)
            free.setdefault(at, set())
        if path:
            free[at].add(_END)
    return free


def _way(free: dict[_Node, set[_Node]]) -> dict[_Node, _Node] | None:
    """For each node reached from the start, the node before it; None where the end is out of reach."""
    back: dict[_Node, _Node] = {}
    queue = deque([_START])
    while queue:
        node = queue.popleft()
        for following in sorted(free[node]):
            if following not in back and following != _START:
                back[following] = node
                if following == _END:
                    return back
                queue.append(following)
    return None
