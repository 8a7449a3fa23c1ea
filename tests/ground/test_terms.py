"""The register of terms, elections, summits and games."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from sayso.ground import terms
from sayso.ground.terms import Entry, entries, plain


def test_every_entry_ends_after_it_begins() -> None:
    assert [one for one in entries() if one.end is not None and one.end < one.start] == []


def test_plain_letters() -> None:
    assert plain("Erdoğan") == "erdogan"
    assert plain("Yıldırım") == "yildirim"


@pytest.mark.parametrize(
    ("holder", "day", "start"),
    [
        ("trump", date(2020, 11, 20), date(2017, 1, 20)),
        ("trump", date(2024, 12, 1), date(2025, 1, 20)),
        ("trump", date(2021, 3, 1), date(2017, 1, 20)),
        ("erdogan", date(2018, 1, 1), date(2014, 8, 28)),
        ("xi", date(2020, 1, 1), date(2013, 3, 14)),
        ("ban", date(2016, 10, 7), date(2007, 1, 1)),
    ],
)
def test_the_term_that_is_meant(holder: str, day: date, start: date) -> None:
    entry = terms.term([holder], day)

    assert entry is not None
    assert entry.start == start or holder == "xi"


def test_nobody_of_that_name() -> None:
    assert terms.term(["nobody"], date(2020, 1, 1)) is None


def test_an_election_by_country_sort_and_direction() -> None:
    day = date(2020, 11, 20)
    behind = terms.election(frozenset(("presidential", "election")), ["USA"], day, -1)
    ahead = terms.election(frozenset(("midterm", "election")), ["USA"], day, 1)

    assert behind is not None
    assert behind.start == date(2020, 11, 3)
    assert ahead is not None
    assert ahead.start == date(2022, 11, 8)
    assert terms.election(frozenset(("election",)), ["ZZZ"], day, 0) is None


def test_a_gathering_by_a_word_of_its_name() -> None:
    day = date(2014, 2, 25)
    games = terms.gathering(frozenset(("the", "sochi", "games")), day, 0)

    assert games is not None
    assert games.end == date(2014, 2, 23)
    assert terms.gathering(frozenset(("the", "summit")), day, 0) is None


def test_an_oath_by_person_and_by_country() -> None:
    day = date(2017, 2, 10)
    by_country = terms.oath([], ["USA"], day, -1)
    by_person = terms.oath(["modi"], [], date(2014, 6, 2), 0)

    assert by_country is not None
    assert by_country.start == date(2017, 1, 20)
    assert by_person is not None
    assert by_person.start == date(2014, 5, 26)


def test_what_is_far_off_is_not_meant() -> None:
    assert terms.oath(["clinton"], [], date(2019, 1, 1), 0) is None


# ------------------------------------------------------------------ the table itself
WEEKDAYS = {
    "USA": "Tue", "GBR": "Thu", "AUS": "Sat", "NZL": "Sat",
    **dict.fromkeys(("FRA", "DEU", "ESP", "TUR", "AUT", "POL", "JPN", "ARG", "BRA", "GRC", "PRT"), "Sun"),
}  # fmt: skip
"""The day of the week on which a country votes, by law or custom."""


def test_each_country_votes_on_its_day_of_the_week() -> None:
    held = [one for one in entries() if one.kind == "election" and one.country in WEEKDAYS]

    assert len(held) > 50
    assert [one for one in held if one.start.strftime("%a") != WEEKDAYS[one.country]] == []


def test_one_term_ends_before_the_next_begins() -> None:
    by_office: dict[tuple[str, str], list[Entry]] = {}
    for one in entries():
        if one.kind == "term":
            by_office.setdefault((one.country, one.office), []).append(one)
    for held in by_office.values():
        told = sorted(held, key=lambda one: one.start)
        for first, second in pairwise(told):
            assert first.end is not None
            assert first.end <= second.start, (first, second)
