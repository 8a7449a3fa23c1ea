"""
The moment of publication out of all fields that tell one: the best field, what each may mean as an interval,
and the rule that filled in what is not written. A day alone, or midnight to the second, is the whole of that
day; a time without a zone, of an outlet whose zone is not known, is anywhere on earth; a time that the clock
showed twice is both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from sayso.acquire.clocks import Clock
from sayso.acquire.moment import MINUTE, Moment, Written, filled, written
from sayso.acquire.spelled import spelled, zones_of_words
from sayso.acquire.stamps import STAMP
from sayso.moments import Publication, Stamp
from sayso.records import Skipped

SAME_DAY = timedelta(hours=30)
DIFFERS = timedelta(days=2)
SAME_INSTANT = timedelta(minutes=1)
END_OF_DAY = time(23, 59, 59)
NOWHERE = (timezone(timedelta(hours=14)), timezone(timedelta(hours=-12)))
MONTH = re.compile("jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.IGNORECASE)
BOTH_WAYS = "day and month either way round"
MIDNIGHT = "midnight to the second, which may stand for the day alone"
LOCAL_Z = "Z is local time at this outlet"


class Dated(Struct, frozen=True):
    """A field whose words are a date: what it says by itself, the moments it may mean, and by which rule."""

    field: str
    words: str
    written: Written
    earliest: datetime
    latest: datetime
    rule: str = ""

    @property
    def stamp(self) -> Stamp:
        """The field as it is kept."""
        return Stamp(self.field, self.words, self.earliest, self.latest, self.rule)

    @property
    def is_utc(self) -> bool:
        """Is it told in UTC?"""
        return self.written.precise and not self.written.value.utcoffset()


class Told(Struct, frozen=True):
    """The publication, the moment in it with its notes on what was filled in, and notes on other fields."""

    publication: Publication
    moment: Moment
    notes: tuple[Skipped, ...] = ()


def dated(field: str, words: str, clock: Clock) -> Dated | None:
    """A field's words as a date on the outlet's clock; None where they are none."""
    # The reader of e-mail dates passes over "PM".
    found = _spelled(words, clock) if MONTH.search(words) else None
    found = found or written(words) or _spelled(words, clock)
    if found is None:
        return None
    if clock.utc_is_local and found.precise and not found.value.utcoffset():
        return _local(field, words, found, clock.zone, LOCAL_Z)
    return of_written(field, words, found, clock.zone)


def of_written(field: str, words: str, found: Written, zone: str | None, rule: str = "") -> Dated:
    """A field that says this, on a clock of this IANA zone."""
    meanings = [each for each in (found.value, found.other) if each is not None]
    spans = [_span(replace(found, value=each), zone) for each in meanings]
    if len(meanings) > 1:
        named = f"{found.offset} is the name of several zones"
        rule = _several(rule, BOTH_WAYS if _apart(*meanings) else named)
    elif found.value.tzinfo is None and zone:
        rule = _several(rule, _odd(found.value, ZoneInfo(zone)))
    if found.midnight:
        rule = _several(rule, MIDNIGHT)
    earliest, latest = min(span[0] for span in spans), max(span[1] for span in spans)
    return Dated(field, words, found, earliest, latest, rule)


def told(fields: Iterable[Dated], clock: Clock) -> Told | None:
    """
    The publication that the fields tell, given best field first; None where there are none.

    The best field tells the day. If it lacks time or zone, the best field that has them and agrees on the
    day is taken in its place; of fields that name one instant, the one with a local offset. Where one
    clock is told as UTC and with another offset, it is local time marked wrongly as UTC; where readers are
    shown it without a zone, it may be either.
    """
    found = list(fields)
    if not found:
        return None
    first = found[0]
    near = [each for each in found if abs(_middle(each) - _middle(first)) <= SAME_DAY]
    best = min(near, key=lambda each: _vagueness(each.written))
    same = (each for each in near if _one_instant(each, best))
    local = next((each for each in same if _is_local(each.written)), best)
    best = best if local is best else _narrowed(local, best)
    best = _corrected(best, near)
    others = [each for each in found if abs(_middle(each) - _middle(best)) > DIFFERS]
    notes = tuple(Skipped("published", f"{each.field} says {each.words} instead") for each in others)
    return _publication(best, found, clock, notes)


def bounded(publication: Publication, latest: datetime, rule: str) -> Publication:
    """The same, published before a moment; unchanged where that leaves nothing of it, or bounds nothing."""
    if latest < publication.earliest or publication.latest <= latest:
        return publication
    instant = min(publication.instant, latest.astimezone(publication.instant.tzinfo))
    return replace(
        publication,
        instant=instant,
        latest=latest.astimezone(publication.latest.tzinfo),
        rule=_several(publication.rule, rule),
    )


def _corrected(best: Dated, near: list[Dated]) -> Dated:
    """The same, where another field shows that its UTC is, or may be, local time."""
    if not best.is_utc:
        return best
    if real := next((each for each in near if _one_clock(each, best)), None):
        marked = f"{best.field} marks the same time as UTC: local time marked wrongly"
        return replace(real, rule=_several(real.rule, marked))
    shown = next((each for each in near if _shown_alike(each, best)), None)
    if shown is None:
        return best
    zone = best.earliest.tzinfo
    return replace(
        best,
        earliest=min(best.earliest, shown.earliest.astimezone(zone)),
        latest=max(best.latest, shown.latest.astimezone(zone)),
        rule=_several(best.rule, "readers are shown the same time without a zone: UTC, or local"),
    )


def _publication(best: Dated, found: list[Dated], clock: Clock, notes: tuple[Skipped, ...]) -> Told:
    moment = filled(best.written, clock.zone)
    instant = moment.value
    assert instant is not None
    rule = _several(moment.rule, best.rule)
    if best.rule and best.rule != MIDNIGHT:
        moment = replace(moment, rule=rule)
        notes = (*notes, Skipped("published", f"{best.field}: {best.rule}"))
    ordered = [best, *(each for each in found if (each.field, each.words) != (best.field, best.words))]
    publication = Publication(
        instant=instant,
        earliest=best.earliest,
        latest=best.latest,
        field=best.field,
        offset=best.written.offset,
        rule=rule,
        zone=clock.zone,
        stamps=tuple(each.stamp for each in ordered),
    )
    return Told(publication, moment, notes)


def _spelled(words: str, clock: Clock) -> Written | None:
    found = spelled(words, clock.country)
    if found is None:
        return None
    value, other, offset = found.value, found.other, found.offset
    if not found.clock:
        noon = timedelta(hours=12)
        return Written(value + noon, day_only=True, other=other + noon if other else None)
    near = ZoneInfo(clock.zone) if clock.zone else None
    zones = zones_of_words(offset, near, value) if offset else []
    if zones:
        first, last = _at(value, zones[0]), [_at(value, zone) for zone in zones]
        furthest = max(last, key=lambda each: abs(each - first))
        value, other = first, _at(other, zones[0]) if other else furthest if furthest != first else None
    return Written(value, offset=offset, other=other, grain=timedelta(0) if found.seconds else MINUTE)


def _local(field: str, words: str, found: Written, zone: str | None, rule: str) -> Dated:
    naive = replace(found, value=found.value.replace(tzinfo=None), offset=None)
    return replace(of_written(field, words, naive, zone, rule), written=naive)


def _at(value: datetime, zone: tzinfo) -> datetime:
    """A local time with the plain offset it has in a zone."""
    offset = value.replace(tzinfo=zone).utcoffset()
    assert offset is not None
    return value.replace(tzinfo=timezone(offset))


def _span(found: Written, zone: str | None) -> tuple[datetime, datetime]:
    """The first and the last moment that the words may mean."""
    value, grain = found.value, timedelta(days=1, seconds=-1) if found.midnight else found.grain
    if value.tzinfo is not None:
        return value, value + grain
    zones = (ZoneInfo(zone),) if zone else NOWHERE
    first = value.replace(hour=0) if found.day_only else value
    last = datetime.combine(value.date(), END_OF_DAY) if found.day_only else value + grain
    starts = [_at(first.replace(fold=fold), each) for each in zones for fold in (0, 1)]
    ends = [_at(last.replace(fold=fold), each) for each in zones for fold in (0, 1)]
    return min(starts), max(ends)


def _apart(one: datetime, two: datetime) -> bool:
    """Are the two of different days on their own clocks?"""
    return one.date() != two.date()


def _odd(value: datetime, zone: ZoneInfo) -> str:
    """Says where the clock of a zone shows a time twice, or never, since clocks were changed."""
    one, two = (value.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    if one is None or two is None or one == two:
        return ""
    return "this time came twice, as the clocks went back" if one > two else "the clocks skipped this time"


def _middle(each: Dated) -> datetime:
    value = each.written.value
    return value if value.tzinfo else each.earliest + (each.latest - each.earliest) / 2


def _vagueness(value: Written) -> int:
    if value.other:
        return 3
    return 2 if value.day_only or value.midnight else 0 if value.precise else 1


def _is_local(value: Written) -> bool:
    return value.precise and bool(value.value.utcoffset())


def _one_instant(one: Dated, two: Dated) -> bool:
    return one.written.precise and two.written.precise and abs(_middle(one) - _middle(two)) <= SAME_INSTANT


def _narrowed(taken: Dated, best: Dated) -> Dated:
    """The field that is taken for its offset, no wider than the best one that names the same instant."""
    earliest, latest = max(taken.earliest, best.earliest), min(taken.latest, best.latest)
    if latest < earliest:
        return taken
    zone = taken.earliest.tzinfo
    return replace(taken, earliest=earliest.astimezone(zone), latest=latest.astimezone(zone))


def _one_clock(one: Dated, two: Dated) -> bool:
    """Is it the same time on the clock with another offset?"""
    if not _is_local(one.written):
        return False
    left, right = one.written.value.replace(tzinfo=None), two.written.value.replace(tzinfo=None)
    return abs(left - right) < SAME_INSTANT


def _shown_alike(one: Dated, two: Dated) -> bool:
    """Is it the same time of day, in a stamp for readers that names no zone?"""
    if one.field != STAMP or one.written.day_only or one.written.value.tzinfo is not None:
        return False
    return abs(one.written.value - two.written.value.replace(tzinfo=None)) < SAME_INSTANT


def _several(*rules: str) -> str:
    return "; ".join(dict.fromkeys(rule for rule in rules if rule))
