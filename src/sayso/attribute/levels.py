"""Which attribution stands inside which: the chain from the outlet down to the innermost source."""

from __future__ import annotations

from msgspec.structs import replace

from sayso.contents import Contents
from sayso.records import Attribution
from sayso.spans import covers_all, length


def nest(drafts: list[Attribution]) -> list[Attribution]:
    """Ids a1, a2, ... in the order given, and each one's parent: the smallest content that holds its cue."""
    named = [replace(one, id=f"a{number}") for number, one in enumerate(drafts, 1)]
    known = Contents(named)
    parents = {one.id: _parent(one, known) for one in named}
    for one in sorted(named, key=lambda one: (-length(one.content), one.id)):
        if _circles(one.id, parents):
            parents[one.id] = None
    return [replace(one, parent=parents[one.id]) for one in named]


def _circles(start: str, parents: dict[str, str | None]) -> bool:
    """Does the way up come back to where it began?"""
    seen: set[str] = set()
    at = parents[start]
    while at is not None and at not in seen:
        if at == start:
            return True
        seen.add(at)
        at = parents[at]
    return False


def _parent(one: Attribution, known: Contents) -> str | None:
    holders = [other for other in known.holding(one.cue) if _holds(other, one)]
    holders.sort(key=lambda other: (length(other.content), other.id))
    return holders[0].id if holders else None


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """Of two that hold each other's cue the longer content is the outer one."""
    if outer.id == inner.id:
        return False
    if not covers_all(inner.content, outer.cue):
        return True
    return (length(outer.content), outer.id) > (length(inner.content), inner.id)


def chain(attributions: tuple[Attribution, ...], innermost: str | None) -> tuple[str, ...]:
    """Ids from the outermost attribution down to `innermost`, which comes last."""
    by_id = {one.id: one for one in attributions}
    path: list[str] = []
    at = innermost
    while at is not None and at in by_id and at not in path:
        path.append(at)
        at = by_id[at].parent
    return tuple(reversed(path))
