"""Offices under their several names, and who holds them."""

from __future__ import annotations

import pytest

from sayso.ground.names import as_name
from sayso.ground.offices import incumbent, office, rank, seat
from sayso.ground.register import shipped


@pytest.mark.parametrize(
    ("noun", "land", "name"),
    [
        ("foreign secretary", "GBR", "foreign minister"),
        ("Secretary of State", "USA", "foreign minister"),
        ("secretary of state", "FRA", "secretary of state"),
        ("chancellor", "DEU", "prime minister"),
        ("chancellor", "GBR", "finance minister"),
        ("the premier", "", "prime minister"),
        ("beekeeper", "", "beekeeper"),
    ],
)
def test_an_office_has_one_name(noun: str, land: str, name: str) -> None:
    assert office(noun, land) == name


@pytest.mark.parametrize(
    ("code", "noun", "day", "name"),
    [
        ("RUS GOV", "prime minister", "2011-08-01", "Vladimir Putin"),
        ("RUS GOV", "prime minister", "2016-02-13", "Dmitry Medvedev"),
        ("DEU GOV", "chancellor", "2010-01-01", "Angela Merkel"),
        ("IGO UNO", "secretary-general", "2003-01-01", "Kofi Annan"),
        ("IGO NAT", "secretary-general", "2018-01-01", "Jens Stoltenberg"),
    ],
)
def test_the_day_tells_who_holds_it(code: str, noun: str, day: str, name: str) -> None:
    found = incumbent(code, noun, day)

    assert found is not None
    assert found.name == name


def test_nobody_is_guessed() -> None:
    assert incumbent("RUS GOV", "prime minister", "") is None
    assert incumbent("RUS GOV", "prime minister", "1850-01-01") is None
    assert incumbent("--- GOV", "president", "2011-08-01") is None


def test_a_world_body_is_told_apart_by_all_of_its_code() -> None:
    assert seat("IGO UNO") != seat("IGO NAT")
    assert seat("USA GOV") == seat("USA MIL")


def test_heads_of_state_come_first() -> None:
    rows = {row.office: as_name(row) for row in shipped() if row.kind == "person"}

    assert rank(rows["president"]) > rank(rows["foreign minister"]) > rank(rows["senator"])


def test_who_presides_over_a_court_is_not_the_head_of_state() -> None:
    assert incumbent("COL GOV", "president", "2010-02-26").name == "Alvaro Uribe"  # type: ignore[union-attr]
    assert incumbent("COL JUD", "president", "2010-02-26") is None


def test_an_office_that_there_is_only_one_of_needs_no_country() -> None:
    pope = incumbent("--- CVL", "pope", "2000-03-26")

    assert pope is not None
    assert pope.name == "Pope John Paul II"
