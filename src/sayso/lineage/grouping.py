"""Tellings put together: which of them tell the same event?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache

from sayso.lineage.stems import overlap
from sayso.lineage.tables import alike
from sayso.lineage.told import Told
from sayso.records import Span

_FAMILIES = {
    "actual": "done", "denied": "done", "planned": "intended", "threatened": "intended",
    "conditional": "intended", "requested": "asked", "possible": "thought",
}  # fmt: skip
_SHARED = 2
_SHARED_AT_A_STRETCH = 3  # where no party is known on both sides
_ALIKE = 0.4  # least overlap of content words, days told and one type
_ALIKE_AT_A_STRETCH = 0.6  # where the types differ, or a day does, or nothing is known of either
_REACH = timedelta(days=4)  # between publications of an event without a day
_COMMONEST = 60  # a word in more groups than this does not call them up
_CALLED = 24  # groups looked at for one telling
_MEMBERS = 8  # of a group that a telling is held against


class Group:
    """Tellings of one event so far."""

    def __init__(self, first: Told) -> None:
        self.members = [first]
        self.family = _FAMILIES[first.event.status]

    def fits(self, told: Told) -> float:
        """How well a telling fits, 0 (not at all) to 1."""
        if _FAMILIES[told.event.status] != self.family:
            return 0.0
        if any(_conflict(told, member) for member in self.members[:_MEMBERS]):
            return 0.0
        return max(likeness(told, member) for member in self.members[:_MEMBERS])


def grouped(told: Iterable[tuple[Told, ...]]) -> list[list[Told]]:
    """
    Groups of tellings, each in the order given.

    Args:
        told: Event by event, its best telling first; an event's tellings stay together.

    A telling is held only against groups that share some of its rarest words, so that the work grows
    with the number of tellings and not with its square.
    """
    groups: list[Group] = []
    index: dict[str, list[int]] = {}
    further: dict[int, list[Told]] = {}
    for each, *others in told:
        best = max(
            ((groups[n].fits(each), -n) for n in _called(each, index)),
            default=(0.0, 0),
        )
        if best[0] > 0:
            groups[-best[1]].members.append(each)
            number = -best[1]
        else:
            groups.append(Group(each))
            number = len(groups) - 1
        further.setdefault(number, []).extend(others)
        for stem in each.stems:
            at = index.setdefault(stem, [])
            if number not in at[-_COMMONEST:]:
                at.append(number)
    return [sorted([*group.members, *further[n]], key=_place) for n, group in enumerate(groups)]


def _place(told: Told) -> tuple[int, Span, str]:
    return told.order, told.span, told.event.id


def _called(told: Told, index: dict[str, list[int]]) -> Iterator[int]:
    """The groups that share most of the telling's words; the latest of a common word's groups only."""
    shared: Counter[int] = Counter()
    for stem in told.stems:
        shared.update(index.get(stem, ())[-_COMMONEST:])
    best = sorted(shared.items(), key=lambda item: (-item[1], -item[0]))
    for number, count in best[:_CALLED]:
        if count >= min(_SHARED, len(told.stems)):
            yield number


def likeness(one: Told, two: Told) -> float:
    """Overlap of content words where it is enough to take the two for one event, else 0."""
    if not alike(one.event.type, two.event.type):
        return 0.0
    shared = overlap(one.stems, two.stems)
    sure = (
        one.event.type == two.event.type
        and one.report.id != two.report.id
        and _gap(one, two) == timedelta()
        and _known(one, two)
    )
    wanted = _SHARED if _known(one, two) else _SHARED_AT_A_STRETCH
    fewest = max(_SHARED, min(wanted, len(one.stems), len(two.stems)))
    if len(one.stems & two.stems) < fewest or shared < (_ALIKE if sure else _ALIKE_AT_A_STRETCH):
        return 0.0
    return shared


def _conflict(one: Told, two: Told) -> bool:
    """Is there something that cannot be true of one event? A sentence that has two events has two."""
    if one.report.id == two.report.id and one.sentence == two.sentence:
        return True
    for side in ("actor", "recipient"):
        left, right = _countries(getattr(one.event, side)), _countries(getattr(two.event, side))
        if left and right and not left & right:
            return True
    gap = _gap(one, two)
    if gap is not None and gap > timedelta(days=1):
        return True
    if gap is None and abs(_published(one) - _published(two)) > _REACH:
        return True
    return bool(one.proper and two.proper and not one.proper & two.proper)


def _known(one: Told, two: Told) -> bool:
    """Do the two agree on a country on either side?"""
    return any(
        _countries(getattr(one.event, side)) & _countries(getattr(two.event, side))
        for side in ("actor", "recipient")
    )


@lru_cache(maxsize=1 << 12)
def _countries(codes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(" ".join(code.split()[:2]) if code.startswith("IGO") else code[:3] for code in codes) - {
        "---"
    }


def _gap(one: Told, two: Told) -> timedelta | None:
    """Days between the two events' days, 0 where they overlap; None where one has none."""
    if one.days is None or two.days is None:
        return None
    return max(one.days[0] - two.days[1], two.days[0] - one.days[1], timedelta())


def _published(told: Told) -> date:
    return told.report.published.date() if told.report.published else date.max
