"""Shabbat and festivals, in Israel and abroad."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire.rests import rest, rests


@pytest.mark.parametrize(
    ("day", "abroad", "israel"),
    [
        ("2020-11-21", "Shabbat", "Shabbat"),
        ("2020-11-20", None, None),
        ("2020-09-19", "Rosh Hashana", "Rosh Hashana"),  # a Saturday, and a festival
        ("2020-09-20", "Rosh Hashana", "Rosh Hashana"),
        ("2020-09-28", "Yom Kippur", "Yom Kippur"),
        ("2021-03-29", "Pesach", None),  # the second day is kept abroad only
        ("2021-03-31", None, None),  # its working days
        ("2021-04-04", "Pesach", None),
        ("2020-12-12", "Shabbat", "Shabbat"),  # in Hanukkah, on which work is done
        ("2021-02-26", None, None),  # Purim too
    ],
)
def test_what_is_kept(day, abroad, israel):
    when = date.fromisoformat(day)

    assert rest(when, israel=False) == abroad
    assert rest(when, israel=True) == israel


def test_a_festival_that_runs_into_shabbat_is_one_run():
    # Shavuot 2021 abroad: Monday and Tuesday; in 2020: Friday, and Saturday which is the second day.
    (run,) = rests(date(2020, 5, 28), date(2020, 5, 30), israel=False)

    assert (run.first, run.last) == (date(2020, 5, 29), date(2020, 5, 30))


def test_a_run_is_told_whole_though_only_its_end_is_asked_for():
    found = list(rests(date(2020, 9, 20), date(2020, 9, 21), israel=False))

    assert [(run.first, run.last) for run in found] == [(date(2020, 9, 19), date(2020, 9, 20))]


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)), st.integers(0, 20), st.booleans())
def test_runs_are_apart_and_hold_just_the_days_of_rest(first, length, israel):
    last = min(first, date.max - timedelta(days=length)) + timedelta(days=length)
    runs = list(rests(first, last, israel=israel))
    inside = {run.first + timedelta(days=n) for run in runs for n in range((run.last - run.first).days + 1)}

    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        assert (day in inside) == (rest(day, israel=israel) is not None)
    assert all(one.last + timedelta(days=1) < two.first for one, two in pairwise(runs))
