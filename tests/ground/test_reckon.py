"""Days reckoned from those of an event."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ground.leads import Lead
from sayso.ground.reckon import reckoned, undone

DAY = date(2020, 2, 16)
LATER = date(2020, 3, 1)
NONE = Lead(0)


def told(lead: Lead, relation: str, event: tuple[date, date] = (DAY, DAY)) -> tuple[str | None, str | None]:
    first, last = reckoned(lead, relation, event, LATER)
    return first.isoformat() if first else None, last.isoformat() if last else None


@pytest.mark.parametrize(
    ("lead", "relation", "days"),
    [
        (Lead(0, 2, "D"), "after", ("2020-02-18", "2020-02-18")),
        (Lead(0, 1, "W"), "after", ("2020-02-23", "2020-02-23")),
        (Lead(0, 2, "D", whole=True), "after", ("2020-02-17", "2020-02-18")),
        (Lead(0, 3, "D"), "before", ("2020-02-13", "2020-02-13")),
        (Lead(0, 2, "Y"), "before", ("2018-02-16", "2018-02-16")),
        (Lead(0, 48, "H", limit=True), "of", ("2020-02-16", "2020-02-18")),
        (Lead(0, 1, "D", eve=True), "of", ("2020-02-15", "2020-02-15")),
        (Lead(0, 1, "D"), "of", ("2020-02-16", "2020-02-16")),
        (Lead(0, 3, "D"), "into", ("2020-02-18", "2020-02-19")),
        (Lead(0, None, "D"), "after", ("2020-02-16", "2020-03-01")),
        (Lead(0, None, "W"), "upto", ("2019-12-08", "2020-02-16")),
        (NONE, "since", ("2020-02-16", "2020-03-01")),
        (NONE, "during", ("2020-02-16", "2020-02-16")),
        (NONE, "before", (None, "2020-02-16")),
        (NONE, "after", ("2020-02-16", "2020-03-01")),
    ],
)
def test_relations(lead: Lead, relation: str, days: tuple[str | None, str | None]) -> None:
    assert told(lead, relation) == days


def test_what_lies_ahead_begins_at_publication() -> None:
    event = (date(2020, 4, 1), date(2020, 4, 9))

    assert told(NONE, "before", event) == ("2020-03-01", "2020-04-01")
    assert told(NONE, "until-end", event) == ("2020-03-01", "2020-04-09")
    assert told(Lead(0, 5, "D", limit=True), "before", event) == ("2020-03-01", "2020-03-27")
    assert told(NONE, "after", event) == ("2020-04-09", None)


def test_the_last_weeks_of_what_is_still_running_begin_at_publication() -> None:
    event = (date(2016, 1, 1), date(2020, 4, 9))

    assert told(Lead(0, None, "W", "last"), "of", event) == ("2020-03-01", "2020-04-09")
    assert told(Lead(0, 1, "W", "last"), "of", event) == ("2020-04-03", "2020-04-09")
    assert told(Lead(0, 3, "D", "first"), "of", event) == ("2016-01-01", "2016-01-04")


@given(
    day=st.dates(),
    count=st.integers(1, 400),
    unit=st.sampled_from(["D", "W", "2W"]),
    relation=st.sampled_from(["after", "before"]),
)
def test_a_count_undone_gives_the_event_again(day: date, count: int, unit: str, relation: str) -> None:
    lead = Lead(0, count, unit)
    first, last = reckoned(lead, relation, (day, day), None)

    assert first is None or last is None or undone(lead, relation, (first, last)) == (day, day)


def test_what_has_no_number_is_not_undone() -> None:
    assert undone(Lead(0, None, "W"), "after", (DAY, DAY)) is None
    assert undone(Lead(0, None, "H"), "after", (DAY, DAY)) == (DAY, DAY)


@given(
    start=st.dates(),
    end=st.dates(),
    published=st.none() | st.dates(),
    count=st.none() | st.integers(0, 999),
    unit=st.sampled_from(["", "H", "D", "W", "2W", "M", "Y", "DE"]),
    part=st.sampled_from(["", "first", "last"]),
    flags=st.tuples(st.booleans(), st.booleans(), st.booleans()),
    relation=st.sampled_from(
        ["before", "after", "since", "until", "until-end", "before-end", "at-end", "upto", "into", "of", "on"]
    ),
)
def test_no_day_is_out_of_the_calendar(
    start: date,
    end: date,
    published: date | None,
    count: int | None,
    unit: str,
    part: str,
    flags: tuple[bool, bool, bool],
    relation: str,
) -> None:
    limit, whole, eve = flags
    lead = Lead(0, count, unit, part, limit, whole, eve)
    first, last = reckoned(lead, relation, (min(start, end), max(start, end)), published)

    assert first is None or isinstance(first, date)
    assert last is None or isinstance(last, date)
