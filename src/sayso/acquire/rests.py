"""
The days on which no work is done by the Hebrew calendar: Shabbat and the festivals, with the second day of
festivals outside Israel (pyluach, after Reingold and Dershowitz, "Calendrical Calculations").
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

SATURDAY = 5
DAY = timedelta(days=1)


class Rest(Struct, frozen=True):
    """A run of days of rest, first to last, each from the evening before; `name` says which."""

    first: date
    last: date
    name: str


def rest(day: date, *, israel: bool) -> str | None:
    """What is kept on the daylight hours of a day: "Shabbat", a festival by its name, or None."""
    from pyluach.dates import GregorianDate

    found = GregorianDate(day.year, day.month, day.day)  # type: ignore[no-untyped-call]
    name = found.festival(israel=israel, include_working_days=False)  # type: ignore[no-untyped-call]
    return str(name) if name else "Shabbat" if day.weekday() == SATURDAY else None


def rests(first: date, last: date, *, israel: bool) -> Iterator[Rest]:
    """The runs of days of rest that begin or go on between two days, whole, in order."""
    day = first
    while day > date.min and rest(day, israel=israel):
        day -= DAY
    run: list[tuple[date, str]] = []
    while True:
        name = rest(day, israel=israel)
        if name:
            run.append((day, name))
        elif run:
            yield _joined(run)
            run = []
        if day == date.max or (day >= last and not run):
            break
        day += DAY
    if run:
        yield _joined(run)


def _joined(run: list[tuple[date, str]]) -> Rest:
    names = dict.fromkeys(name for _, name in run)
    return Rest(run[0][0], run[-1][0], " and ".join(names))
