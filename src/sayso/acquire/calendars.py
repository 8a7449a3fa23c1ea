"""
When an outlet publishes: its closing rules laid over time. A desk is closed while any of its rules closes
it, the outlet while all of its desks are. Time in which an outlet is closed is no observation: that it
reported nothing then says nothing (`watched`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from msgspec import Struct

from sayso.acquire.closings import CLOSED, OPEN, UNKNOWN, Stretch, closings_of, stretches
from sayso.acquire.outlets import outlet
from sayso.errors import TableError
from sayso.moments import Closing

# From the least open to the most.
RANK = (CLOSED, UNKNOWN, OPEN)
NEVER = timedelta(0)


class Watch(Struct, frozen=True):
    """
    How much of a time was watched: `open` is how long at least one outlet published; `closed` names those
    that did at no time, `why` by which rules.
    """

    open: timedelta
    closed: tuple[str, ...] = ()
    why: tuple[str, ...] = ()


def rules_for(name: str, told: Iterable[Closing] = ()) -> tuple[Closing, ...]:
    """The closing rules of an outlet: those of the table, and of those `told` (by notices) what is new."""
    known = outlet(name)
    proper = known.name if known else name
    own = closings_of(proper)
    there = {(rule.kind, rule.place, rule.value) for rule in own}
    named = (rule for rule in told if rule.outlet.casefold() == proper.casefold())
    found = {(rule.kind, rule.place, rule.value): rule for rule in named}
    return (*own, *(rule for key, rule in found.items() if key not in there))


def calendar(rules: Sequence[Closing], start: datetime, end: datetime) -> tuple[Stretch, ...]:
    """
    The time between two moments (aware), parted into open, closed and unknown stretches, in order.

    Args:
        rules: Of one outlet; none: it is open throughout.
        start: The first moment.
        end: The first one that is not asked for.

    Raises:
        TableError: A rule cannot be read, or needs a package that is not installed.
    """
    start, end = start.astimezone(UTC), end.astimezone(UTC)
    if end <= start:
        return ()
    desks: dict[str, list[Stretch]] = {}
    for rule in rules:
        shut = (each for each in stretches(rule, start, end) if start < each.end and each.start < end)
        desks.setdefault(rule.desk, []).extend(each for each in shut if each.start < each.end)
    cuts = {start, end}
    for each in (each for shut in desks.values() for each in shut):
        cuts |= {moment for moment in (each.start, each.end) if start < moment < end}
    edges = sorted(cuts)
    return tuple(_joined([_stretch(desks, one, two) for one, two in pairwise(edges)]))


def watched(
    names: Iterable[str | None], start: datetime, end: datetime, told: Iterable[Closing] = ()
) -> Watch:
    """
    How much of the time between two moments was watched by outlets: what is not watched is no observation.

    Args:
        names: The outlets whose reports there are; None is an unknown one, taken to publish always, as is
            one without closing rules.
        start: Aware.
        end: Aware, not included.
        told: Closing rules read in notices (`Report.closings`).
    """
    told = tuple(told)
    open_times: list[Stretch] = []
    closed, why = [], []
    for name in sorted({name or "" for name in names}):
        parts = _calendar_of(name, start, end, told)
        seen = [part for part in parts if part.state == OPEN]
        open_times += seen
        if parts and not seen:
            closed.append(name)
            why += [part.why for part in parts]
    return Watch(_length(open_times), tuple(closed), tuple(dict.fromkeys(why)))


def _calendar_of(name: str, start: datetime, end: datetime, told: tuple[Closing, ...]) -> tuple[Stretch, ...]:
    """A rule that cannot be worked out here closes nothing; silence then counts as without the rule."""
    rules = rules_for(name, told) if name else ()
    try:
        return calendar(rules, start, end)
    except TableError:
        return calendar([rule for rule in rules if rule.kind != "holidays"], start, end)


def _stretch(desks: dict[str, list[Stretch]], start: datetime, end: datetime) -> Stretch:
    """What the outlet is between two moments in which nothing changes."""
    states = []
    for shut in desks.values():
        over = [each for each in shut if each.start <= start and end <= each.end]
        over.sort(key=lambda each: RANK.index(each.state))
        states.append((over[0].state, over[0].why) if over else (OPEN, ""))
    best = max(states, key=lambda state: RANK.index(state[0]), default=(OPEN, ""))[0]
    why = dict.fromkeys(why for state, why in states if why and best != OPEN and state in (best, CLOSED))
    return Stretch(start, end, best, "; ".join(why))


def _joined(parts: list[Stretch]) -> list[Stretch]:
    """Neighbours alike are one; closed neighbours too, with both reasons."""
    found: list[Stretch] = []
    for part in parts:
        last = found[-1] if found else None
        if last and last.state == part.state:
            why = dict.fromkeys(each for each in (*last.why.split("; "), *part.why.split("; ")) if each)
            found[-1] = Stretch(last.start, part.end, part.state, "; ".join(why))
        else:
            found.append(part)
    return found


def _length(parts: list[Stretch]) -> timedelta:
    total, until = NEVER, None
    for part in sorted(parts, key=lambda part: part.start):
        start = max(part.start, until) if until else part.start
        if start < part.end:
            total += part.end - start
            until = part.end
    return total
