"""Dates as pages spell them out for readers."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire.spelled import spelled, zones_of_words

NOW = datetime(2020, 11, 20)


@pytest.mark.parametrize(
    ("words", "value", "offset"),
    [
        ("Published August 17, 2019 08:41pm", "2019-08-17T20:41", None),
        ("Nov. 20, 2020 | 6:17 PM", "2020-11-20T18:17", None),
        ("Friday 20 November 2020 20.05 GMT", "2020-11-20T20:05", "GMT"),
        ("20.11.2020 14:05", "2020-11-20T14:05", None),
        ("20 Nov, 2020 15:38", "2020-11-20T15:38", None),
        ("Fri 20 Nov 2020 at 6:58am", "2020-11-20T06:58", None),
        ("NOVEMBER 20, 2020, 9:05 PM SGT", "2020-11-20T21:05", "SGT"),
        ("Nov 20, 2020 at 3:15 p.m. (CST)", "2020-11-20T15:15", "CST"),
        ("2020-11-20 20:05 +0200", "2020-11-20T20:05", "+0200"),
        ("2020/11/20 20:05:31 UTC+02:00", "2020-11-20T20:05:31", "UTC+02:00"),
        ("November 20, 2020 8:05 pm Israel time", "2020-11-20T20:05", "Israel time"),
        ("7:20 am on 21 November 2020", "2020-11-21T07:20", None),
        ("14:30 GMT, Monday 4 May 2020", "2020-05-04T14:30", "GMT"),
        ("November 20, 2020 at 8:05 p.m. GMT+2", "2020-11-20T20:05", "GMT+2"),
        ("November 20, 2020 / 8:05 PM / Updated 2 hours ago", "2020-11-20T20:05", None),
        ("Fri Nov 20 20:05:00 IST 2020", "2020-11-20T20:05", "IST"),
        ("2020-11-20T20:05:00 EST", "2020-11-20T20:05", "EST"),
        ("2020-11-20 20:05:00 Asia/Jerusalem", "2020-11-20T20:05", "Asia/Jerusalem"),
        ("20th November 2020 - 12:00 am", "2020-11-20T00:00", None),
        ("20 November 2020, 12:30 PM", "2020-11-20T12:30", None),
    ],
)
def test_date_time_and_zone(words, value, offset):
    found = spelled(words)

    assert found is not None
    assert (found.value, found.clock, found.offset) == (datetime.fromisoformat(value), True, offset)
    assert found.other is None


@pytest.mark.parametrize(
    "words",
    ["November 20, 2020", "20 November 2020", "By A Reporter, 20 Nov. 2020, Osk", "20.11.2020", "2020-11-20",
     "20 November 2020, 45 comments", "November 20, 2020 31:99"],
)  # fmt: skip
def test_a_day_alone(words):
    found = spelled(words)

    assert found is not None
    assert (found.value, found.clock) == (NOW, False)


def test_what_follows_the_time_and_is_no_zone_is_left_out():
    words = "20 November 2020 20:05 by A Reporter"
    found = spelled(words)

    assert found is not None
    assert found.offset is None
    assert words[slice(*found.span)] == "20 November 2020 20:05"


def test_an_update_is_passed_over():
    assert spelled("Updated 9:45 PM ET, Thu June 20, 2019") is None
    found = spelled("Last modified 21 November 2020. First published 20 November 2020")

    assert found is not None
    assert found.value == NOW


@pytest.mark.parametrize(
    ("country", "value", "other"),
    [
        ("USA", "2021-03-04", None),
        ("GBR", "2021-04-03", None),
        (None, "2021-04-03", "2021-03-04"),
        ("---", "2021-04-03", "2021-03-04"),
    ],
)
def test_which_number_is_the_month_is_the_countrys_custom(country, value, other):
    found = spelled("03/04/2021", country)

    assert found is not None
    assert found.value == datetime.fromisoformat(value)
    assert found.other == (datetime.fromisoformat(other) if other else None)


def test_only_one_way_round_is_a_date():
    found = spelled("11/20/2020")

    assert found is not None
    assert (found.value, found.other) == (NOW, None)


@pytest.mark.parametrize(
    "words",
    ["", "yesterday", "Nov 20", "31 February 2020", "1.2.3.2020", "version 2.11.2020.4", "Maybe 2020"],
)
def test_what_is_no_date(words):
    assert spelled(words) is None


@given(st.text(max_size=400))
def test_no_words_crash_the_reader(words):
    found = spelled(words)

    assert found is None or 1900 <= found.value.year < 2100


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.times(), st.sampled_from(["GMT", "ET", "JST"]))
def test_every_day_and_time_comes_back(day, clock, zone):
    value = datetime.combine(day, clock.replace(second=0, microsecond=0))

    for form in ("%B %d, %Y %I:%M %p", "%d %b %Y, %H:%M", "%Y-%m-%d %H:%M", "%d.%m.%Y %H.%M"):
        found = spelled(f"Published {value.strftime(form)} {zone}")
        assert found is not None
        assert (found.value, found.offset) == (value, zone)


# ------------------------------------------------------------------ zones by name
def offset(name: str, near: str | None = None, wall: datetime = NOW) -> float | None:
    zone = next(iter(zones_of_words(name, ZoneInfo(near) if near else None, wall)), None)
    found = wall.replace(tzinfo=zone).utcoffset() if zone else None
    return found / timedelta(hours=1) if found is not None else None


@pytest.mark.parametrize(
    ("name", "near", "hours"),
    [
        ("GMT", None, 0),
        ("+05:30", None, 5.5),
        ("UTC-0330", None, -3.5),
        ("ET", None, -5),
        ("israeli time", None, 2),
        ("IST", "Asia/Jerusalem", 2),
        ("IST", "Asia/Kolkata", 5.5),
        ("CST", "America/Chicago", -6),
        ("CST", "Asia/Shanghai", 8),
        ("XYZ", None, None),
    ],
)
def test_a_zone_of_several_meanings_is_the_outlets(name, near, hours):
    assert offset(name, near) == hours


def test_a_zone_of_a_place_follows_its_clock():
    assert offset("ET", None, datetime(2020, 7, 1)) == -4
    assert offset("EST", None, datetime(2020, 7, 1)) == -5


def test_a_number_is_a_plain_offset():
    assert zones_of_words("+02:00", None, NOW) == [timezone(timedelta(hours=2))]
    assert zones_of_words("GMT+2", None, NOW) == [timezone(timedelta(hours=2))]


def test_a_zone_of_several_meanings_stays_open_where_the_outlet_does_not_tell():
    assert len(zones_of_words("IST", None, NOW)) == 3
    assert len(zones_of_words("IST", ZoneInfo("America/New_York"), NOW)) == 3
    assert len(zones_of_words("IST", ZoneInfo("Asia/Jerusalem"), NOW)) == 1
