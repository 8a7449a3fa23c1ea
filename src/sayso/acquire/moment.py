"""
The moment of publication: ISO-8601 (or an e-mail date) made an aware datetime.

The offset is kept as written. What is missing is filled in by a stated rule and never silently: a time
without a zone gets the outlet's zone, or UTC; a day alone is taken as noon there, so that no reading
of the day in any zone is more than a day off.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Struct
from msgspec.structs import replace

from sayso.errors import InputError
from sayso.records import Skipped

ACCEPTED = "2020-11-20T20:05:00+02:00"
FIRST_YEAR, LAST_YEAR = 1600, 2200
LONGEST = 64
DAY = re.compile(r"\d{4}-?\d{2}-?\d{2}|\d{4}-?W\d{2}-?\d")
EPOCH = re.compile(r"\d{10}(?:\d{3})?")
BEFORE_OFFSET = re.compile(r"\s(?=[+-]\d{2}:?\d{2}$|Z$|UTC$|GMT$)")
OFFSET = re.compile(r"(?:\s?[+-]\d{2}:?\d{2}|(?<=\d)[Zz]|\s(?:Z|UTC|GMT|[ECMP][SD]T))$")
ZONE_NAME = re.compile(r"\[[\w/+-]{1,40}\]$")
COMPACT = re.compile(r"\d{14}")
SECONDS = re.compile(r":\d\d:\d\d|T\d{6}")
MINUTE = timedelta(seconds=59)
NAMED_UTC = re.compile(r"\s?(?:UTC|GMT)$")


class Moment(Struct, frozen=True):
    """A moment, the rule that filled in what was not written ("" where nothing was), and notes about it."""

    value: datetime | None = None
    rule: str = ""
    notes: tuple[Skipped, ...] = ()

    @property
    def told(self) -> str:
        """The rule in brackets, ready to stand after a field's name."""
        return f" ({self.rule})" if self.rule else ""


class Written(Struct, frozen=True):
    """
    What the words give by themselves: a datetime, naive where no zone is written.

    `offset` is the zone as written; `other` a second meaning, where day and month may be either way round;
    `grain` how much longer it may have been: a minute, less a second, where no seconds are written.
    """

    value: datetime
    day_only: bool = False
    offset: str | None = None
    other: datetime | None = None
    grain: timedelta = timedelta(0)

    @property
    def midnight(self) -> bool:
        """Is the time midnight to the second, as sites write that know only the day?"""
        at = self.value.time()
        return not self.day_only and not self.grain and (at.hour, at.minute, at.second) == (0, 0, 0)

    @property
    def precise(self) -> bool:
        """Are both a time and a zone written?"""
        return not self.day_only and self.value.tzinfo is not None


def written(words: str) -> Written | None:
    """Reads the words as a date, or None; nothing is filled in but the noon of a bare day."""
    words = ZONE_NAME.sub("", words.strip())
    if not words or len(words) > LONGEST:
        return None
    if DAY.fullmatch(words):
        value = _iso(words)
        return Written(value.replace(hour=12), day_only=True) if value else None
    if EPOCH.fullmatch(words):
        return _sane(datetime.fromtimestamp(int(words[:10]), UTC))
    if COMPACT.fullmatch(words):
        words = f"{words[:8]}T{words[8:]}"
    found = _sane(_iso(words) or _email(words))
    if found is None:
        return None
    offset = OFFSET.search(words)
    grain = timedelta(0) if SECONDS.search(words) else MINUTE
    return replace(found, offset=offset[0].strip() if offset else None, grain=grain)


def moment(words: str | datetime, outlet_zone: str | None = None, *, now: datetime | None = None) -> Moment:
    """
    The moment the words name.

    Args:
        words: ISO-8601, an e-mail date, or seconds since 1970; a datetime is taken as it is.
        outlet_zone: The IANA zone for what is written without one.
        now: What counts as the present for the note on a future date; the clock where not given.

    Raises:
        InputError: S100, the words are no date.
    """
    return filled(given(words), outlet_zone, now=now)


def given(words: str | datetime) -> Written:
    """
    What the words, or the datetime, say by themselves.

    Raises:
        InputError: S100, the words are no date.
    """
    found = _sane(words) if isinstance(words, datetime) else written(words)
    if found is None:
        raise InputError(
            "S100",
            "the publication date cannot be read",
            saw=repr(str(words)[:LONGEST]),
            do=f"give it as ISO-8601 with its offset, such as {ACCEPTED}",
        )
    if isinstance(words, datetime) and words.tzinfo:
        return replace(found, offset=found.value.isoformat()[-6:])
    return found


def known_zone(name: object) -> str | None:
    """The name, if it is an IANA zone that can be loaded here."""
    try:
        return ZoneInfo(name).key if isinstance(name, str) and name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def filled(found: Written, outlet_zone: str | None = None, *, now: datetime | None = None) -> Moment:
    """The moment that is written, with what is missing filled in by the outlet's zone, or UTC, and told."""
    value, rule, notes = found.value, "", []
    if value.tzinfo is None:
        zone = outlet_zone or "UTC"
        value = _fixed(value.replace(tzinfo=ZoneInfo(zone)))
        owner = "the outlet's zone" if outlet_zone else "the outlet's zone is not known"
        if found.day_only:
            rule = f"day only, noon {zone}"
            notes.append(Skipped("published", f"only the day is known; taken as 12:00 {zone} ({owner})"))
        else:
            rule = f"zone {zone}"
            notes.append(Skipped("published", f"no zone is written; taken as {zone} ({owner})"))
    if value - (now or datetime.now(UTC)) > timedelta(days=1):
        notes.append(Skipped("published", f"{value.isoformat()} lies in the future"))
    return Moment(value, rule, tuple(notes))


def _fixed(value: datetime) -> datetime:
    """The same with a plain offset in place of the zone, as it comes back from JSON."""
    offset = value.utcoffset()
    assert offset is not None
    return value.replace(tzinfo=timezone(offset), fold=0)


def _iso(words: str) -> datetime | None:
    tight = NAMED_UTC.sub("Z", BEFORE_OFFSET.sub("", words.upper()))
    try:
        return datetime.fromisoformat(tight)
    except ValueError:
        return None


def _email(words: str) -> datetime | None:
    try:
        return parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _sane(value: datetime | None) -> Written | None:
    # Far years overflow once an offset is applied; no report is from then.
    if value is None or not FIRST_YEAR <= value.year <= LAST_YEAR:
        return None
    return Written(_fixed(value) if value.tzinfo is not None else value)
