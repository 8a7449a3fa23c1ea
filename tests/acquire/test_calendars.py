"""Calendars of outlets, and what was watched."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire.calendars import calendar, rules_for, watched
from sayso.moments import Closing

FRIDAY = datetime(2020, 11, 20, tzinfo=UTC)
DAY = timedelta(days=1)
RULES = [
    Closing("Osk Courier", "night", "hours", "London", "Mon-Sun 20:00-04:00"),
    Closing("Osk Courier", "day", "days", "London", "Sat Sun"),
    Closing("Osk Courier", "day", "hours", "London", "Mon-Fri 08:00-18:00"),
    Closing("Osk Courier", "south", "shabbat", "Sydney"),
    Closing("Osk Courier", "north", "shabbat", "Tromsø"),
]


def states(rules, start=FRIDAY, end=FRIDAY + 2 * DAY):
    return [
        (each.start.isoformat(timespec="minutes")[5:16], each.state) for each in calendar(rules, start, end)
    ]


def test_an_outlet_is_closed_while_all_of_its_desks_are():
    # New York lights candles at 21:15 UTC; in Jerusalem it is night at 15:15 UTC the day after.
    assert states(rules_for("Arutz Sheva")) == [
        ("11-20T00:00", "open"),
        ("11-20T21:15", "closed"),
        ("11-21T15:15", "open"),
    ]


def test_a_desk_is_closed_while_any_of_its_rules_closes_it():
    day = [rule for rule in RULES if rule.desk == "day"]

    assert states(day) == [("11-20T00:00", "closed"), ("11-20T08:00", "open"), ("11-20T18:00", "closed")]
    assert "day off" in calendar(day, FRIDAY, FRIDAY + 2 * DAY)[-1].why


def test_another_desk_that_works_keeps_it_open():
    by_day_and_night = [rule for rule in RULES if rule.desk in ("day", "night")]

    assert ("11-20T18:00", "closed") in states(by_day_and_night)
    assert ("11-20T20:00", "open") in states(by_day_and_night)


def test_what_is_not_known_is_neither_open_nor_closed():
    june = datetime(2020, 6, 18, tzinfo=UTC)
    north = [rule for rule in RULES if rule.desk == "north"]

    assert [state for _, state in states(north, june, june + 4 * DAY)] == ["open", "unknown", "open"]


def test_without_rules_it_is_open():
    assert states([]) == [("11-20T00:00", "open")]
    assert states([], FRIDAY, FRIDAY) == []


def test_rules_that_a_notice_tells_are_added_once():
    told = (
        Closing("Arutz Sheva", "North American desk", "shabbat", "New York", "", "notice"),
        Closing("Osk Courier", "", "days", "London", "Sat"),
    )

    assert rules_for("Arutz Sheva", told) == rules_for("israelnationalnews.com")
    assert rules_for("osk courier", told) == told[1:]


@given(
    st.lists(st.sampled_from(RULES), max_size=4, unique=True),
    st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),
    st.timedeltas(timedelta(minutes=1), timedelta(days=15)),
)
def test_a_calendar_parts_the_time_asked_for_without_gap_or_overlap(rules, start, length):
    found = calendar(rules, start, start + length)

    assert found[0].start == start
    assert found[-1].end == start + length
    assert all(one.end == two.start and one.state != two.state for one, two in pairwise(found))
    assert all(each.start < each.end for each in found)
    assert all(bool(each.why) == (each.state != "open") for each in found)


@given(
    st.lists(st.sampled_from(RULES), min_size=1, max_size=4, unique=True),
    st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),
    st.timedeltas(timedelta(minutes=1), timedelta(days=5)),
    st.timedeltas(timedelta(minutes=1), timedelta(days=5)),
)
def test_a_moment_is_the_same_whatever_span_is_asked_for(rules, start, one, two):
    middle = start + one
    whole = calendar(rules, start, middle + two)
    state = next(each.state for each in whole if each.start <= middle < each.end)

    assert calendar(rules, middle, middle + two)[0].state == state


# ------------------------------------------------------------------ what was watched
SHABBAT = (datetime(2020, 11, 20, 22, tzinfo=UTC), datetime(2020, 11, 21, 12, tzinfo=UTC))


def test_closed_time_is_no_observation():
    found = watched(["Arutz Sheva"], *SHABBAT)

    assert found.open == timedelta(0)
    assert found.closed == ("Arutz Sheva",)
    assert "Shabbat in New York" in found.why[0]


def test_one_outlet_that_is_open_watches():
    found = watched(["Arutz Sheva", "Reuters", None], *SHABBAT)

    assert found.open == timedelta(hours=14)
    assert found.closed == ("Arutz Sheva",)


def test_time_that_two_watch_counts_once():
    start = datetime(2020, 11, 20, 12, tzinfo=UTC)
    found = watched(["Arutz Sheva", "Hamodia"], start, start + DAY)

    assert found.open == timedelta(hours=9, minutes=15, seconds=43, microseconds=338928)


def test_nobody_watches_no_time():
    assert watched([], *SHABBAT).open == timedelta(0)
    assert watched(["Reuters"], FRIDAY, FRIDAY).open == timedelta(0)


def test_what_a_notice_told_counts():
    told = [Closing("Osk Courier", "", "days", "London", "Sat", "notice")]
    start = datetime(2020, 11, 21, tzinfo=UTC)

    assert watched(["Osk Courier"], start, start + DAY).open == DAY
    assert watched(["Osk Courier"], start, start + DAY, told).closed == ("Osk Courier",)


def test_a_rule_that_cannot_be_worked_out_closes_nothing(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "holidays", None)
    told = [Closing("Osk Courier", "", "holidays", "London", "GB", "")]

    assert watched(["Osk Courier"], FRIDAY, FRIDAY + DAY, told).open == DAY
