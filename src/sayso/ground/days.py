"""Days and the TIMEX3 values that name them (ISO 8601 with the additions of ISO-TimeML)."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

Days = tuple[date, date]

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.{0,20})?$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])$")
_PART = re.compile(r"(\d{4})-(Q(?=[1-4])|H(?=[12]))(\d)$")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)$")
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
_SPANS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}


def days(value: str) -> Days | None:
    """The first and last day a value covers; None for vague values, durations and years out of 1..9999."""
    try:
        return _read(value)
    except (ValueError, OverflowError):
        return None


def _read(value: str) -> Days | None:
    if match := _DAY.match(value):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return day, day
    if match := _WEEK.match(value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday + timedelta(5 if match[3] else 0), monday + timedelta(6)
    if match := _MONTH.match(value):
        return months(int(match[1]), int(match[2]), int(match[2]))
    if match := _PART.match(value):
        size = 3 if match[2] == "Q" else 6
        return months(int(match[1]), (int(match[3]) - 1) * size + 1, int(match[3]) * size)
    if match := _SEASON.match(value):
        return months(int(match[1]), *_SPANS[match[2]])
    if value.isdigit() and len(value) in (2, 3, 4):
        return _years(value)
    return None


def _years(digits: str) -> Days:
    """A century, a decade or a year by its leading digits."""
    size = 10 ** (4 - len(digits))
    start = int(digits) * size
    return date(max(start, 1), 1, 1), date(start + size - 1, 12, 31)


def months(year: int, first: int, last: int) -> Days:
    """Whole months; numbers above 12 run into the next year."""
    begin_year, begin = divmod(first - 1, 12)
    end_year, end = divmod(last - 1, 12)
    final = calendar.monthrange(year + end_year, end + 1)[1]
    return date(year + begin_year, begin + 1, 1), date(year + end_year, end + 1, final)


def shifted(day: date, count: int, unit: str) -> date | None:
    """A day moved by a number of units: D, W, M, Q, Y, DE (decades), CE (centuries)."""
    try:
        if unit == "D":
            return day + timedelta(count)
        if unit == "W":
            return day + timedelta(7 * count)
        total = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
        year, month = divmod(total, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError, KeyError, calendar.IllegalMonthError):
        return None


def value(day: date, unit: str) -> str:
    """The value of the unit that holds a day: "2020-W47", "2020-11", "2020-Q4", "2020", "202"."""
    if unit == "W":
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    if unit == "M":
        return f"{day.year:04}-{day.month:02}"
    if unit == "Q":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if unit in ("Y", "DE", "CE"):
        return f"{day.year:04}"[: {"Y": 4, "DE": 3, "CE": 2}[unit]]
    return day.isoformat()


def season(year: int, name: str) -> str:
    """The value of a season."""
    return f"{year:04}-{name}"


def iso(interval: Days | None) -> tuple[str, str] | None:
    """An interval as the records write it."""
    return (interval[0].isoformat(), interval[1].isoformat()) if interval else None


def weekday(anchor: date, number: int, direction: int) -> date:
    """The nearest Monday (1) to Sunday (7) at or before (-1) or at or after (+1) the anchor."""
    gap = anchor.isoweekday() - number
    return anchor - timedelta(gap % 7) if direction < 0 else anchor + timedelta(-gap % 7)
