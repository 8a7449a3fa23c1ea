"""
Dates as pages spell them out for readers: "Published November 20, 2020 8:05 pm ET", "20.11.2020 14:05".

English months, or numbers; a time on a 12- or 24-hour clock after the date or before it; a zone by its
name. What is said to be an update is passed over, since the page was published before.
"""

from __future__ import annotations

import functools
import re
from datetime import datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from msgspec import Struct

from sayso.acquire.moment import known_zone
from sayso.acquire.tables import table

LONGEST = 300
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NAMES = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
DATES = tuple(
    re.compile(rf"(?<![\w/.-]){form}(?:(?=T\d\d:)|(?![\w/-]|\.\d))", re.IGNORECASE)
    for form in (
        rf"{NAMES}\s{{0,3}}{NUMBER}(?:,\s{{0,3}}|\s{{1,3}}){YEAR}",
        rf"{NUMBER}\s{{0,3}}{NAMES},?\s{{0,3}}{YEAR}",
        rf"{YEAR}(?P<mark>[-/.])(?P<monthnumber>\d\d)(?P=mark)(?P<day>\d\d)",
        rf"(?P<one>\d{{1,2}})(?P<mark>[-/.])(?P<two>\d{{1,2}})(?P=mark){YEAR}",
    )
)
CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)(?::(?P<second>\d\d))?)?\s?(?P<half>[ap]\.?m\b\.?)?"
    r"(?:\s?hrs)?(?:\s?\(?(?P<offset>(?:UTC|GMT)?[+-]\d\d:?\d\d|(?:UTC|GMT)[+-]\d{1,2}\b"
    r"|[A-Za-z]{2,10}/[A-Za-z_]{2,20}\b|[A-Za-z]{2,10} time\b|[A-Z]{1,4}\b))?",
    re.IGNORECASE,
)
GAP_AFTER = re.compile(r"T|[\s,|·•/–—-]{1,5}(?:at\s|@\s|-\s)?\s{0,2}", re.IGNORECASE)
# As Java writes it: "Fri Nov 20 20:05:00 IST 2020".
JAVA = re.compile(r"([A-Z][a-z]{2} \d\d?) (\d\d:\d\d:\d\d) ([A-Z]{1,5}) (\d{4})")
WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}"
GAP_BEFORE = re.compile(rf"[)\s,|·•–—-]{{1,4}}(?:on\s)?(?:{WEEKDAY},?\s)?\Z", re.IGNORECASE)
LATER = re.compile(r"updat|modif|edited|revis", re.IGNORECASE)
MONTH_FIRST = frozenset({"USA", "PHL", "FSM", "PLW", "MHL"})


class Spelled(Struct, frozen=True):
    """
    A date found in words: naive; `clock` whether a time is told, `offset` the zone as written.

    `seconds` whether they are told; `other` is the second meaning where day and month may be either way
    round; `span` is where it stands.
    """

    value: datetime
    clock: bool
    offset: str | None
    other: datetime | None
    span: tuple[int, int]
    seconds: bool = False


def spelled(words: str, country: str | None = None) -> Spelled | None:
    """
    The first date of publication in the words, or None.

    Args:
        words: Of a page, or of one of its fields.
        country: ISO 3166 alpha-3 of the outlet: in which order it writes day and month.
    """
    words = JAVA.sub(r"\1 \4 \2 \3", words[:LONGEST])
    found = sorted((hit for form in DATES for hit in form.finditer(words)), key=lambda hit: hit.start())
    until = 0
    for hit in found:
        if hit.start() < until:
            continue
        days = _days(hit, country)
        later = LATER.search(words, until, hit.start())
        until = hit.end()
        if days and not later:
            return _timed(words, hit, days)
    return None


def zones_of_words(name: str, near: tzinfo | None, wall: datetime) -> list[tzinfo]:
    """
    The zones that a name may stand for; one, where it is settled.

    Args:
        name: "+02:00", "UTC+3", "ET", "Israeli time".
        near: The outlet's zone: of several meanings the one with its offset is taken.
        wall: The local time it is used for.
    """
    number = re.fullmatch(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d\d)?", name, re.IGNORECASE)
    meant = [f"{number[1]}{number[2]:>02}:{number[3] or '00'}"] if number else _zones().get(name.upper(), [])
    meant = [key] if (key := known_zone(name) if "/" in name else None) else meant
    zones = [_zone(one) for one in meant]
    offset = wall.replace(tzinfo=near).utcoffset() if near else None
    same = [zone for zone in zones if wall.replace(tzinfo=zone).utcoffset() == offset]
    return same[:1] or zones


def _days(hit: re.Match[str], country: str | None) -> list[datetime]:
    """The meanings of a date, the more likely first."""
    parts = hit.groupdict()
    year = int(parts["year"])
    if parts.get("month"):
        return _real((year, MONTHS.index(parts["month"].lower()) + 1, int(parts["day"])))
    if parts.get("monthnumber"):
        return _real((year, int(parts["monthnumber"]), int(parts["day"])))
    one, two = int(parts["one"]), int(parts["two"])
    day_first, month_first = (year, two, one), (year, one, two)
    if parts["mark"] == "." or (country not in (None, "---") and country not in MONTH_FIRST):
        return _real(day_first)
    if country in MONTH_FIRST:
        return _real(month_first)
    return _real(day_first, month_first)


def _real(*days: tuple[int, int, int]) -> list[datetime]:
    found = []
    for day in dict.fromkeys(days):
        try:
            found.append(datetime(*day))
        except ValueError:
            continue
    return found


def _timed(words: str, hit: re.Match[str], days: list[datetime]) -> Spelled:
    start, end, clock = hit.start(), hit.end(), None
    gap = GAP_AFTER.match(words, end)
    if gap and (after := CLOCK.match(words, gap.end())) and _time(after) is not None:
        clock, end = after, after.end()
    elif before := _before(words, start):
        clock, start = before, before.start()
    at = _time(clock) if clock else None
    if at is not None and clock is not None and clock["offset"] and not _known(clock["offset"]):
        end = end if clock.start() < hit.start() else len(words[: clock.start("offset")].rstrip(" ("))
    if at is None or clock is None:
        return Spelled(days[0], False, None, days[1] if len(days) > 1 else None, (start, end))
    other = days[1] + at if len(days) > 1 else None
    offset = clock["offset"] if clock["offset"] and _known(clock["offset"]) else None
    return Spelled(days[0] + at, True, offset, other, (start, end), clock["second"] is not None)


def _before(words: str, start: int) -> re.Match[str] | None:
    """A time that ends where the date begins: "7:20 am on 21 November"."""
    gap = GAP_BEFORE.search(words[max(0, start - 20) : start])
    if gap is None:
        return None
    end = max(0, start - 20) + gap.start()
    for hit in CLOCK.finditer(words, max(0, end - 24), end):
        if hit.end() == end and _time(hit) is not None:
            return hit
    return None


def _time(clock: re.Match[str]) -> timedelta | None:
    """The time of day; None for a bare number, or no time of day."""
    if clock["minute"] is None and clock["half"] is None:
        return None
    hour, minute, second = int(clock["hour"]), int(clock["minute"] or 0), int(clock["second"] or 0)
    if clock["half"] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if clock["half"].lower().startswith("p") else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return timedelta(hours=hour, minutes=minute, seconds=second)


def _known(name: str) -> bool:
    return name[-1].isdigit() or name.upper() in _zones() or ("/" in name and known_zone(name) is not None)


def _zone(name: str) -> tzinfo:
    if name[0] not in "+-":
        return ZoneInfo(name)
    size = timedelta(hours=int(name[1:3]), minutes=int(name[4:6]))
    return timezone(-size if name[0] == "-" else size)


@functools.cache
def _zones() -> dict[str, list[str]]:
    return {name: zones.split(";") for name, zones in table("zone_names")}
