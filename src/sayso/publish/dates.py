"""Days as people write them; ISO 8601 stays in the JSON."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sayso.records import DateRange, Report

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(value: str) -> str:
    """`2020-11-20` as "Fri 20 Nov 2020"; what is no full ISO day comes back as it is."""
    known = _date(value)
    return _long(known) if known else value


def days(span: DateRange | None) -> str:
    """A first and last day as "Mon 16 – Fri 20 Nov 2020", one day where both are equal, "" for None."""
    if span is None:
        return ""
    first, last = _date(span[0]), _date(span[1])
    if first is None or last is None or first == last:
        return day(span[0]) if span[0] == span[1] else f"{day(span[0])} – {day(span[1])}"
    return f"{_short(first, last)} – {_long(last)}"


def moment(value: datetime | None) -> str:
    """A publication moment with its own offset: "Fri 20 Nov 2020, 20:05 +02:00"."""
    if value is None:
        return "no date"
    offset = value.strftime("%z")
    zone = f" {offset[:3]}:{offset[3:5]}" if offset else ""
    return f"{_long(value.date())}, {value:%H:%M}{' UTC' if zone == ' +00:00' else zone}"


def published(report: Report) -> str:
    """
    When a report was published: a moment, or between which two it was, where more than a minute is open.

    "Fri 20 Nov 2020, 20:05 +02:00"; "between Fri 20 Nov 2020, 00:00 +02:00 and Fri 20 Nov 2020, 23:15
    +02:00".
    """
    known = report.publication
    if known is None or known.latest - known.earliest < timedelta(minutes=1):
        return moment(report.published)
    return f"between {moment(known.earliest)} and {moment(known.latest)}"


def _date(value: str) -> date | None:
    # `fromisoformat` takes weeks for their Monday, and more forms in newer Pythons: only YYYY-MM-DD is a day.
    if len(value) != 10 or "W" in value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _long(known: date) -> str:
    return f"{WEEKDAYS[known.weekday()]} {known.day} {MONTHS[known.month - 1]} {known.year}"


def _short(first: date, last: date) -> str:
    text = f"{WEEKDAYS[first.weekday()]} {first.day}"
    if (first.year, first.month) == (last.year, last.month):
        return text
    text = f"{text} {MONTHS[first.month - 1]}"
    return text if first.year == last.year else f"{text} {first.year}"
