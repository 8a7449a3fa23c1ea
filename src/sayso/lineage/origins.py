"""Who a claim rests on in the end, and how many of them may all be wrong together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from sayso.lineage.flow import disjoint
from sayso.lineage.sources import Party, folds, may_be_same
from sayso.lineage.told import Told

Path = tuple[Party, ...]
_DEEPEST = 6
_MOST = 64  # paths an outlet's tellings are followed by


class Support(Struct, frozen=True):
    """
    The count of a claim. Intervals are `(lo, hi)`: `lo` folds what may be the same, `hi` only what is.

    Args:
        newsrooms: Newsrooms that claim access of their own to an origin.
        origins: Distinct root sources.
        independent: Ways from outlets to origins that share no party.
        depends_on: Parties that every way goes through.
        paths: The ways themselves, outlet first.
    """

    newsrooms: int
    origins: tuple[int, int]
    independent: tuple[int, int]
    depends_on: tuple[str, ...]
    paths: tuple[Path, ...]


def support(told: Sequence[Told], retracted: frozenset[str] = frozenset()) -> Support:
    """
    Count the sources behind tellings of one stance.

    Args:
        told: The tellings.
        retracted: Newsrooms that have taken it back: no way leads through them.
    """
    paths = tuple(
        sorted(path for path in set(_paths(told)) if not retracted & {party.name for party in path})
    )
    unsourced = frozenset(each.path for each in told if each.voice == "own")
    high = _named(paths, folds)
    sourced = tuple(path for path in paths if path not in unsourced)
    # tellings in the outlets' own voice may all rest on one source, or on those that others name
    low = _named(sourced, may_be_same) or [("an unnamed source",)] * bool(paths)
    return Support(
        newsrooms=len({_newsroom(path) for path in paths}),
        origins=_interval(len({path[-1] for path in low}), len({path[-1] for path in high})),
        independent=_interval(disjoint(low), disjoint(high)),
        depends_on=tuple(sorted(set.intersection(*(set(path) for path in high)))) if high else (),
        paths=paths,
    )


def _interval(low: int, high: int) -> tuple[int, int]:
    return min(low, high), high


def _newsroom(path: Path) -> Party:
    return path[-1] if path[-1].kind == "newsroom" else path[-2]


# ------------------------------------------------------------------ paths followed to their ends
def _paths(told: Sequence[Told]) -> Iterator[Path]:
    by_outlet = _by_outlet(told)
    for outlet in sorted(by_outlet):
        yield from _follow(outlet, by_outlet, ())


def _by_outlet(told: Iterable[Told]) -> dict[str, tuple[Path, ...]]:
    """
    For each outlet the distinct paths of its tellings. Headlines count where nothing else in the report
    tells it, and an outlet that names a source somewhere is not taken for one itself where it does not
    (leads leave sources out).
    """
    traced = [each for each in told if each.traced]
    bodies = {each.report.id for each in traced if not each.in_title}
    sourced: dict[str, set[Path]] = {}
    bare: dict[str, set[Path]] = {}
    for each in traced:
        if not each.in_title or each.report.id not in bodies:
            kind = sourced if each.voice == "source" else bare
            kind.setdefault(each.path[0].name, set()).add(each.path)
    return {
        outlet: tuple(sorted(sourced.get(outlet) or bare[outlet]))[:_MOST] for outlet in {**bare, **sourced}
    }


def _follow(outlet: str, by_outlet: dict[str, tuple[Path, ...]], before: tuple[str, ...]) -> Iterator[Path]:
    """The outlet's paths, those that end in another newsroom led on through what that newsroom tells."""
    for path in by_outlet[outlet]:
        last = path[-1]
        if last.kind != "newsroom" or len(path) == 1 or last.name not in by_outlet:
            yield path
            continue
        seen = (*before, *(party.name for party in path[:-1]))
        if last.name in seen or len(seen) > _DEEPEST:
            continue  # the chain comes back to where it was: no origin
        for rest in _follow(last.name, by_outlet, seen):
            if not {party.name for party in rest} & set(seen):
                yield (*path[:-1], *rest)


# ------------------------------------------------------------------ parties folded
def _named(paths: Sequence[Path], same: Callable[[Party, Party], bool]) -> list[tuple[str, ...]]:
    """Paths with one name a party; those that are `same` share a name."""
    every = sorted({party for path in paths for party in path}, key=_fullest)
    found: dict[Party, str] = {}
    leaders: list[Party] = []
    for party in every:
        leader = next((one for one in leaders if same(one, party)), None)
        if leader is None and party.kind != "newsroom":
            leaders.append(party)
        found[party] = (leader or party).title
    return [tuple(dict.fromkeys(found[party] for party in path)) for path in paths]


def _fullest(party: Party) -> tuple[int, Party]:
    return -len(party.name), party
