"""Sunset, candle lighting and nightfall, held against printed times and the clock of each city."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire.cities import City, cities, city
from sayso.acquire.sun import candle_lighting, nightfall, sunset

MINUTE = timedelta(minutes=1)


def at(name: str) -> City:
    found = city(name)
    assert found is not None
    return found


def local(words: str, zone: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=ZoneInfo(zone))


def near(found: datetime | None, words: str, zone: str, within: timedelta = MINUTE) -> bool:
    return found is not None and abs(found - local(words, zone)) <= within


def test_new_york_on_the_friday_of_the_seed_report():
    zone, day = "America/New_York", date(2020, 11, 20)

    assert near(sunset(at("New York"), day), "2020-11-20T16:33:43", zone)
    assert near(candle_lighting(at("New York"), day), "2020-11-20T16:15:43", zone)


def test_jerusalem_lights_forty_minutes_before_sunset():
    lit, sets = (
        candle_lighting(at("Jerusalem"), date(2020, 11, 20)),
        sunset(at("Jerusalem"), date(2020, 11, 20)),
    )

    assert lit is not None
    assert sets is not None
    assert sets - lit == timedelta(minutes=40)


@pytest.mark.parametrize("minutes", [0, 18, 22, 40])
def test_the_minutes_may_be_set(minutes):
    day = date(2020, 11, 20)
    lit, sets = candle_lighting(at("New York"), day, minutes), sunset(at("New York"), day)

    assert lit is not None
    assert sets is not None
    assert sets - lit == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("name", "words", "zone"),
    [
        # Almanac times, to the minute.
        ("London", "2020-06-21T21:22", "Europe/London"),
        ("Sydney", "2020-12-21T20:05", "Australia/Sydney"),
        ("Jerusalem", "2020-11-20T16:37", "Asia/Jerusalem"),
        ("Los Angeles", "2020-11-20T16:47", "America/Los_Angeles"),
    ],
)
def test_sunset_by_the_almanac(name, words, zone):
    day = datetime.fromisoformat(words).date()

    assert near(sunset(at(name), day), words, zone, 2 * MINUTE)


@pytest.mark.parametrize("day", [date(2020, 6, 19), date(2020, 12, 18)])
def test_where_the_sun_does_not_set_or_rise_nothing_is_made_up(day):
    assert sunset(at("Tromsø"), day) is None
    assert candle_lighting(at("Tromsø"), day) is None


def test_where_it_sets_but_does_not_get_dark():
    assert sunset(at("Helsinki"), date(2020, 6, 20)) is not None
    assert nightfall(at("Helsinki"), date(2020, 6, 20)) is None


def test_the_evening_belongs_to_its_own_day_on_both_sides_of_the_date_line():
    day = date(2020, 11, 20)
    for name in ("Suva", "Apia", "Auckland", "Honolulu"):
        sets = sunset(at(name), day)
        assert sets is not None
        assert sets.astimezone(ZoneInfo(at(name).zone)).date() == day


@given(st.sampled_from(cities()), st.dates(date(1600, 1, 1), date(2200, 1, 1)))
def test_night_falls_after_sunset_and_within_hours_of_the_evening(where, day):
    sets, dark = sunset(where, day), nightfall(where, day)
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(where.zone)).astimezone(UTC)

    if sets:
        # Before noon in the north, on the last days before the sun stays down.
        assert timedelta(hours=-2) <= sets - noon <= timedelta(hours=14.5)
    if sets and dark:
        assert timedelta(0) < dark - sets < timedelta(hours=5)


@given(st.sampled_from(cities()), st.dates())
def test_no_year_of_the_calendar_crashes(where, day):
    for found in (sunset(where, day), nightfall(where, day), candle_lighting(where, day)):
        assert found is None or found.tzinfo is UTC
