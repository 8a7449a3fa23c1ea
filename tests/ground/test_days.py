"""Values and the days they cover."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ground import days


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2020-11-20", "2020-11-20", "2020-11-20"),
        ("2020-11-20TNI", "2020-11-20", "2020-11-20"),
        ("2020-W47", "2020-11-16", "2020-11-22"),
        ("2020-W47-WE", "2020-11-21", "2020-11-22"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-Q4", "2020-10-01", "2020-12-31"),
        ("2020-H1", "2020-01-01", "2020-06-30"),
        ("2020-WI", "2020-12-01", "2021-02-28"),
        ("199", "1990-01-01", "1999-12-31"),
        ("18", "1800-01-01", "1899-12-31"),
        ("00", "0001-01-01", "0099-12-31"),
    ],
)
def test_days_of_a_value(value: str, first: str, last: str) -> None:
    assert (first, last) == days.iso(days.days(value))


@pytest.mark.parametrize(
    "value", ["PAST_REF", "XXXX-WXX-5", "P3D", "2020-13", "2019-02-29", "2021-W60", "", "2020-Q5"]
)
def test_what_covers_no_days(value: str) -> None:
    assert days.days(value) is None


@given(st.dates(), st.sampled_from(["D", "W", "M", "Q", "Y", "DE"]))
def test_the_value_of_a_day_covers_it(day: date, unit: str) -> None:
    interval = days.days(days.value(day, unit))
    assert interval is None or interval[0] <= day <= interval[1]
    assert interval is not None or day.year > 9990 or unit == "W"


@given(st.dates(date(1000, 1, 1), date(3000, 1, 1)), st.integers(-500, 500), st.sampled_from(["D", "W"]))
def test_shifting_there_and_back(day: date, count: int, unit: str) -> None:
    moved = days.shifted(day, count, unit)
    assert moved is not None
    assert day == days.shifted(moved, -count, unit)


@given(st.dates(), st.integers(-(10**7), 10**7), st.sampled_from(["D", "W", "M", "Q", "Y", "DE", "CE", "H"]))
def test_shifting_never_breaks(day: date, count: int, unit: str) -> None:
    moved = days.shifted(day, count, unit)
    assert moved is None or isinstance(moved, date)


def test_the_last_of_a_month_stays_in_the_month() -> None:
    assert date(2020, 2, 29) == days.shifted(date(2020, 1, 31), 1, "M")


@given(st.dates(date(2, 1, 1), date(9998, 1, 1)), st.integers(1, 7))
def test_weekdays_lie_within_a_week(day: date, number: int) -> None:
    before, after = days.weekday(day, number, -1), days.weekday(day, number, 1)
    assert before.isoweekday() == after.isoweekday() == number
    assert 0 <= (day - before).days < 7
    assert 0 <= (after - day).days < 7
