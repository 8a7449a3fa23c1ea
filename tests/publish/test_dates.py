"""Days as people write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire import from_text
from sayso.publish.dates import day, days, moment, published


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2020-11-20", "2020-11-20", "Fri 20 Nov 2020"),
        ("2020-11-16", "2020-11-20", "Mon 16 – Fri 20 Nov 2020"),
        ("2020-10-30", "2020-11-02", "Fri 30 Oct – Mon 2 Nov 2020"),
        ("2020-12-31", "2021-01-01", "Thu 31 Dec 2020 – Fri 1 Jan 2021"),
        ("2020-11", "2020-11", "2020-11"),
        ("2020-11", "2020-12", "2020-11 – 2020-12"),
    ],
)
def test_a_range_says_no_more_than_it_must(first: str, last: str, shown: str) -> None:
    assert days((first, last)) == shown


def test_no_range_is_no_words() -> None:
    assert days(None) == ""


@given(st.dates())
def test_every_day_is_told_with_its_weekday(known: date) -> None:
    weekday, number, month, year = day(known.isoformat()).split()

    assert (int(number), int(year)) == (known.day, known.year)
    assert (weekday, month) == tuple(known.strftime("%a %b").split())


@pytest.mark.parametrize("odd", ["", "yesterday", "2020-13-40", "2020-W47"])
def test_what_is_no_day_comes_back_as_it_is(odd: str) -> None:
    assert day(odd) == odd


def test_a_moment_keeps_its_own_offset() -> None:
    assert moment(datetime.fromisoformat("2020-11-20T20:05:00+02:00")) == "Fri 20 Nov 2020, 20:05 +02:00"
    assert moment(datetime(2020, 11, 20, 8, 5, tzinfo=UTC)) == "Fri 20 Nov 2020, 08:05 UTC"
    assert moment(None) == "no date"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("2020-11-20T20:05:00+02:00", "Fri 20 Nov 2020, 20:05 +02:00"),
        ("2020-11-20T20:05+02:00", "Fri 20 Nov 2020, 20:05 +02:00"),
        (
            "2020-11-20",
            "between Fri 20 Nov 2020, 00:00 +02:00 and Fri 20 Nov 2020, 23:59 +02:00",
        ),
        (None, "no date"),
    ],
)
def test_a_day_alone_is_not_shown_as_its_noon(words: str | None, shown: str) -> None:
    assert published(from_text("Ships sailed.", outlet="Haaretz", published=words)) == shown
