"""Closing rules: what each kind closes, and rows that cannot be read."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire.closings import CLOSED, UNKNOWN, closings_of, listed, moment_at, stretches
from sayso.errors import TableError
from sayso.moments import Closing


def closed(kind, place, value="", *, start, end):
    """Closed stretches as local ISO strings, cut to what was asked for."""
    first, last = datetime.fromisoformat(start), datetime.fromisoformat(end)
    rule = Closing("Osk Courier", "desk", kind, place, value)
    found = [each for each in stretches(rule, first, last) if each.start < last and first < each.end]
    zone = first.tzinfo
    return [
        (max(each.start, first).astimezone(zone).isoformat(timespec="minutes"),
         min(each.end, last).astimezone(zone).isoformat(timespec="minutes"))
        for each in found
    ]  # fmt: skip


def test_shabbat_from_candle_lighting_to_nightfall():
    found = closed("shabbat", "New York", start="2020-11-20T00:00-05:00", end="2020-11-23T00:00-05:00")

    assert found == [("2020-11-20T16:15-05:00", "2020-11-21T17:17-05:00")]


def test_two_days_of_festival_are_one_closing():
    found = closed("shabbat", "New York", start="2020-09-17T00:00-04:00", end="2020-09-22T00:00-04:00")

    assert len(found) == 1
    assert found[0][0].startswith("2020-09-18T18:4")
    assert found[0][1].startswith("2020-09-20T19:3")


def test_the_minutes_of_candle_lighting_are_the_rules():
    span = {"start": "2020-11-20T00:00-05:00", "end": "2020-11-23T00:00-05:00"}

    assert closed("shabbat", "New York", "40", **span)[0][0] == "2020-11-20T15:53-05:00"


def test_where_the_sun_does_not_set_the_hours_are_unknown_and_it_says_so():
    rule = Closing("Nord", "desk", "shabbat", "Tromsø")
    friday = datetime(2020, 6, 19, 12, tzinfo=UTC)
    (found,) = (each for each in stretches(rule, friday, friday) if each.start <= friday < each.end)

    assert found.state == UNKNOWN
    assert "the sun does not set there on 2020-06-19" in found.why


def test_weekends():
    found = closed(
        "days", "Asia/Dubai", "Fri Sat", start="2020-11-19T00:00+04:00", end="2020-11-23T00:00+04:00"
    )

    assert found == [
        ("2020-11-20T00:00+04:00", "2020-11-21T00:00+04:00"),
        ("2020-11-21T00:00+04:00", "2020-11-22T00:00+04:00"),
    ]


def test_hours_past_midnight_and_days_in_a_row():
    found = closed(
        "hours", "London", "Mon-Tue 18:00-02:00", start="2020-11-16T00:00+00:00", end="2020-11-19T00:00+00:00"
    )

    assert found == [
        ("2020-11-16T00:00+00:00", "2020-11-16T18:00+00:00"),
        ("2020-11-17T02:00+00:00", "2020-11-17T18:00+00:00"),
        ("2020-11-18T02:00+00:00", "2020-11-19T00:00+00:00"),
    ]


def test_days_that_wrap_the_week():
    found = closed("days", "London", "Sat-Mon", start="2020-11-16T00:00+00:00", end="2020-11-23T00:00+00:00")

    assert [start[:10] for start, _ in found] == ["2020-11-16", "2020-11-21", "2020-11-22"]


def test_public_holidays():
    pytest.importorskip("holidays")
    found = closed("holidays", "New York", "US", start="2020-11-20T00:00-05:00", end="2020-11-30T00:00-05:00")

    assert found == [("2020-11-26T00:00-05:00", "2020-11-27T00:00-05:00")]


def test_without_the_package_of_holidays_it_is_said_what_to_install(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "holidays", None)

    with pytest.raises(TableError, match=r"S521.*sayso\[holidays\]"):
        closed("holidays", "New York", "US", start="2020-11-20T00:00-05:00", end="2020-11-30T00:00-05:00")


# ------------------------------------------------------------------ clocks that change
def test_a_time_that_comes_twice_opens_at_the_first_and_closes_at_the_last():
    zone = ZoneInfo("America/New_York")
    day = date(2020, 11, 1)

    assert moment_at(day, zone, time(1, 30)) == datetime(2020, 11, 1, 5, 30, tzinfo=UTC)
    assert moment_at(day, zone, time(1, 30), last=True) == datetime(2020, 11, 1, 6, 30, tzinfo=UTC)


def test_a_day_of_25_hours_is_closed_for_25_hours():
    rule = Closing("Osk Courier", "desk", "days", "America/New_York", "Sun")
    (found,) = (
        each
        for each in stretches(
            rule, datetime(2020, 11, 1, 5, tzinfo=UTC), datetime(2020, 11, 1, 6, tzinfo=UTC)
        )
        if each.start.day == 1
    )

    assert found.end - found.start == timedelta(hours=25)


def test_the_day_that_samoa_skipped_is_no_time_at_all():
    # It went from Thursday 29 to Saturday 31 December 2011, over the date line.
    rule = Closing("Osk Courier", "desk", "days", "Pacific/Apia", "Fri")
    found = list(stretches(rule, datetime(2011, 12, 28, tzinfo=UTC), datetime(2012, 1, 2, tzinfo=UTC)))

    assert [each for each in found if each.start < each.end] == []


def test_a_day_that_came_twice_is_closed_both_times():
    # Kwajalein was on 30 September 1969, a Tuesday, twice.
    rule = Closing("Osk Courier", "desk", "days", "Pacific/Kwajalein", "Tue")
    noon = datetime(1969, 9, 30, 1, tzinfo=UTC)
    (found,) = (each for each in stretches(rule, noon, noon) if each.start <= noon < each.end)

    assert found.end - found.start == timedelta(hours=47)


@given(st.sampled_from(sorted(available_timezones())), st.dates())
def test_days_follow_each_other_without_gap_or_overlap_in_every_zone(name, day):
    zone = ZoneInfo(name)
    start = moment_at(day, zone)

    assert start.tzinfo is UTC
    if day < date.max:
        assert timedelta(0) <= moment_at(day + timedelta(days=1), zone) - start <= timedelta(hours=49)


@given(
    st.sampled_from(
        [("shabbat", "New York", ""), ("shabbat", "Tromsø", ""), ("days", "Apia", "Sat Sun"),
         ("hours", "Asia/Tokyo", "Mon-Fri 09:00-18:00; Sun 22:00-03:00")]
    ),
    st.datetimes(timezones=st.just(UTC)),
    st.timedeltas(timedelta(0), timedelta(days=20)),
)  # fmt: skip
def test_years_1_to_9999_do_not_crash(rule, start, length):
    end = start + min(length, datetime.max.replace(tzinfo=UTC) - start)

    for each in stretches(Closing("Osk Courier", "", *rule), start, end):
        assert each.start <= each.end
        assert each.state in (CLOSED, UNKNOWN)


# ------------------------------------------------------------------ rows
def test_rules_of_the_table_can_all_be_read():
    found = closings_of("Arutz Sheva")

    assert {rule.desk for rule in found} == {"Israel desk", "North American desk"}
    assert all(rule.source for rule in found)


@pytest.mark.parametrize(
    "row",
    [
        ("Osk", "d"),
        ("Osk", "d", "siesta", "London", ""),
        ("Osk", "d", "shabbat", "Atlantis", ""),
        ("Osk", "d", "shabbat", "Europe/London", ""),
        ("Osk", "d", "shabbat", "London", "soon"),
        ("Osk", "d", "shabbat", "London", "-5"),
        ("Osk", "d", "days", "London", "Caturday"),
        ("Osk", "d", "hours", "London", "Mon-Fri 9-17"),
        ("Osk", "d", "hours", "London", "Mon-Fri 09:00-25:00"),
        ("Osk", "d", "days", "../etc/passwd", "Sat"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused(row):
    with pytest.raises(TableError, match="S520"):
        listed([row])


def test_a_country_without_holidays_is_refused():
    pytest.importorskip("holidays")

    with pytest.raises(TableError, match="S520"):
        closed("holidays", "London", "XX", start="2020-11-20T00:00-05:00", end="2020-11-21T00:00-05:00")
