"""Rules by which outlets do not publish, each told as the stretches of time in which it closes a desk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NoReturn
from zoneinfo import ZoneInfo

from msgspec import Struct

from sayso.acquire.cities import City, city
from sayso.acquire.moment import known_zone
from sayso.acquire.rests import DAY, Rest, rests
from sayso.acquire.sun import candle_lighting, nightfall
from sayso.acquire.tables import table
from sayso.errors import TableError
from sayso.moments import Closing

KINDS = ("shabbat", "days", "hours", "holidays")
CLOSED, UNKNOWN, OPEN = "closed", "unknown", "open"
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HOURS = re.compile(r"(?P<days>[A-Za-z ,-]+) (?P<from>\d\d:\d\d)-(?P<to>\d\d:\d\d)")
FIRST, LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
# A run of days of rest is at most four days long, and starts the evening before.
AROUND = timedelta(days=6)


class Stretch(Struct, frozen=True):
    """From `start` up to `end` (aware): closed, open, or unknown; `why` in words."""

    start: datetime
    end: datetime
    state: str
    why: str


def closings_of(name: str) -> tuple[Closing, ...]:
    """The rules of the table for an outlet of that name."""
    return tuple(row for row in listed(table("closings")) if row.outlet == name)


def listed(rows: Iterable[tuple[str, ...]]) -> tuple[Closing, ...]:
    """
    Rules from rows of outlet, desk, kind, place, value and source.

    Raises:
        TableError: S520, a row cannot be read.
    """
    return tuple(_checked(Closing(*row[:6])) if len(row) >= 4 else _refuse(row) for row in rows)


def stretches(rule: Closing, start: datetime, end: datetime) -> Iterator[Stretch]:
    """
    When the rule closes its desk between two moments, whole stretches; some may lie just before or after.

    Raises:
        TableError: S520, the rule cannot be read. S521, it needs a package that is not here.
    """
    where = city(rule.place)
    zone = ZoneInfo(where.zone if where else rule.place)
    days = _days(start, end, zone)
    if rule.kind == "shabbat":
        assert where is not None
        yield from _shabbat(rule, where, days)
    elif rule.kind == "hours":
        yield from _outside_hours(rule, zone, days)
    else:
        wanted = _holidays(rule, days) if rule.kind == "holidays" else _weekdays(rule)
        for day in days:
            if why := wanted.get(day if rule.kind == "holidays" else day.weekday()):
                yield Stretch(moment_at(day, zone), moment_at(day + DAY, zone) if day < date.max else LAST,
                              CLOSED, why)  # fmt: skip


def moment_at(day: date, zone: ZoneInfo, clock: time = time(), *, last: bool = False) -> datetime:
    """
    A local time in UTC; of a time that the clock shows twice the first, or the `last`.

    Years 1 to 9999: what falls outside in UTC is the first or last moment there is.
    """
    local = datetime.combine(day, clock, tzinfo=zone).replace(fold=int(last))
    try:
        return local.astimezone(UTC)
    except OverflowError:
        return FIRST if day.year < 5000 else LAST


def _days(start: datetime, end: datetime, zone: ZoneInfo) -> list[date]:
    """The local days that are touched, and the one before, whose hours may go on past midnight."""
    first, last = _local(start, zone), _local(end, zone)
    first = max(first, date.min + DAY) - DAY
    return [date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1)]


def _local(moment: datetime, zone: ZoneInfo) -> date:
    try:
        return moment.astimezone(zone).date()
    except OverflowError:
        return moment.date()


# ------------------------------------------------------------------ Shabbat and festivals
def _shabbat(rule: Closing, where: City, days: list[date]) -> Iterator[Stretch]:
    first = max(days[0], date.min + AROUND) - AROUND
    last = min(days[-1], date.max - AROUND) + AROUND
    minutes = int(rule.value) if rule.value else where.minutes
    for run in rests(first, last, israel=where.country == "ISR"):
        yield _kept(run, where, minutes)


def _kept(run: Rest, where: City, minutes: int) -> Stretch:
    eve = max(run.first, date.min + DAY) - DAY
    lit, dark = candle_lighting(where, eve, minutes), nightfall(where, run.last)
    if lit and dark:
        return Stretch(lit, dark, CLOSED, f"{run.name} in {where.name}")
    zone, day = ZoneInfo(where.zone), eve if lit is None else run.last
    what = "the sun does not set" if lit is None else "it does not get dark"
    return Stretch(
        lit or moment_at(eve, zone),
        dark or (moment_at(run.last + DAY, zone) if run.last < date.max else LAST),
        UNKNOWN,
        f"{run.name} in {where.name}: {what} there on {day.isoformat()}, so the hours are not known",
    )


# ------------------------------------------------------------------ days and hours
def _weekdays(rule: Closing) -> dict[object, str]:
    return dict.fromkeys(_numbers(rule.value, rule), "day off")


def _outside_hours(rule: Closing, zone: ZoneInfo, days: list[date]) -> Iterator[Stretch]:
    """From the end of one span of hours to the start of the next."""
    shut = moment_at(days[0], zone)
    for day in days:
        for opens, closes in sorted(_hours(rule).get(day.weekday(), ())):
            start = moment_at(day, zone, opens)
            over = closes <= opens and day < date.max
            end = moment_at(day + DAY if over else day, zone, closes, last=True)
            if shut < start:
                yield Stretch(shut, start, CLOSED, f"outside hours ({rule.value})")
            shut = max(shut, end)
    yield Stretch(shut, LAST, CLOSED, f"outside hours ({rule.value})")


def _hours(rule: Closing) -> dict[int, list[tuple[time, time]]]:
    found: dict[int, list[tuple[time, time]]] = {}
    for part in rule.value.split(";"):
        match = HOURS.fullmatch(part.strip())
        if match is None:
            _refuse((rule.outlet, rule.kind, rule.value))
        try:
            span = time.fromisoformat(match["from"]), time.fromisoformat(match["to"])
        except ValueError:
            _refuse((rule.outlet, rule.kind, rule.value))
        for number in _numbers(match["days"], rule):
            found.setdefault(number, []).append(span)
    return found


def _numbers(words: str, rule: Closing) -> list[int]:
    """The weekdays (Monday 0) of "Mon-Thu Sat"."""
    found: list[int] = []
    for word in words.replace(",", " ").split():
        first, _, last = word.lower().partition("-")
        if first[:3] not in WEEK or (last or first)[:3] not in WEEK:
            _refuse((rule.outlet, rule.kind, rule.value))
        start, end = WEEK.index(first[:3]), WEEK.index((last or first)[:3])
        found += [number % 7 for number in range(start, end + 1 if start <= end else end + 8)]
    return found


# ------------------------------------------------------------------ public holidays
def _holidays(rule: Closing, days: list[date]) -> dict[object, str]:
    try:
        import holidays
    except ImportError:
        raise TableError(
            "S521",
            "public holidays need a package that is not installed",
            saw=f"{rule.outlet}: holidays {rule.value}",
            do="pip install 'sayso[holidays]'",
        ) from None
    country, _, part = rule.value.partition("-")
    years = range(days[0].year, days[-1].year + 1)
    try:
        found = holidays.country_holidays(country, subdiv=part or None, years=years)
    except NotImplementedError:
        _refuse((rule.outlet, rule.kind, rule.value))
    return {day: str(name) for day, name in found.items()}


# ------------------------------------------------------------------ rows
def _checked(rule: Closing) -> Closing:
    known = city(rule.place) if rule.kind == "shabbat" else city(rule.place) or known_zone(rule.place)
    minutes = rule.kind != "shabbat" or not rule.value or (rule.value.isdecimal() and int(rule.value) < 300)
    if rule.kind not in KINDS or known is None or not minutes:
        _refuse((rule.outlet, rule.desk, rule.kind, rule.place, rule.value))
    if rule.kind == "days":
        _numbers(rule.value, rule)
    if rule.kind == "hours":
        _hours(rule)
    return rule


def _refuse(row: tuple[str, ...]) -> NoReturn:
    raise TableError(
        "S520",
        "a closing rule cannot be read",
        saw=" | ".join(row)[:200],
        do="write outlet, desk, kind (shabbat, days, hours, holidays), place (a city of the table; but for "
        "shabbat also an IANA zone), value, source, with a tab between two",
    )
