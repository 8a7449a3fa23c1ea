"""Regions that a text names, and where its outlet is at home."""

from __future__ import annotations

import pytest

from sayso.ground.clues import beside, capitalised, clues, home, region
from sayso.ground.packing import FIRST


def test_countries_and_divisions_are_counted_outside_of_what_is_asked() -> None:
    text = "Texas police met Texas officials and Mexican colleagues."
    told = clues(text, None)

    assert told.countries["USA"] == 2
    assert told.countries["MEX"] == 1
    assert sum(told.divisions.values()) == 2
    assert clues(text, None, ((0, 5), (17, 22))).countries["USA"] == 0


def test_a_name_of_two_regions_is_no_clue() -> None:
    assert region("Georgia") is None
    texas = region("Texas")
    assert texas is not None
    assert texas.kind == FIRST


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Athens, Ga., where", "Athens", "USA"),
        ("Athens (Ohio)", "Athens", "USA"),
        ("London, Ontario.", "London", "CAN"),
        ("Tripoli, Lebanon", "Tripoli", "LBN"),
    ],
)
def test_the_region_after_a_name(text: str, name: str, country: str) -> None:
    assert country in {one.country for one in beside(text, (0, len(name)))}


@pytest.mark.parametrize("text", ["Athens, where", "Athens and Ohio", "Athens", "Athens, Zzyzzqx"])
def test_no_region_after_a_name(text: str) -> None:
    assert beside(text, (0, 6)) == ()


@pytest.mark.parametrize(
    ("outlet", "country"),
    [
        ("Reuters", "GBR"),
        ("http://www.smalltown.co.uk/", "GBR"),
        ("http://paper.ca/story", "CAN"),
        ("http://paper.com/", ""),
        (None, ""),
        ("A paper nobody knows", ""),
    ],
)
def test_where_an_outlet_is_at_home(outlet: str | None, country: str) -> None:
    assert home(outlet) == country


def test_names_in_capitals_are_found_as_long_as_they_are() -> None:
    text = "Clashes in New York City and Gao."

    assert [text[start:end] for start, end in capitalised(text)] == ["New York City", "Gao"]
