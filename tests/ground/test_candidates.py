"""What a name may stand for."""

from __future__ import annotations

import pytest

from sayso.ground.candidates import candidates
from sayso.ground.packing import COUNTRY, FIRST, OTHER, SECOND


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Russian", COUNTRY, "RUS"),
        ("Britons", COUNTRY, "GBR"),
        ("Ga.", FIRST, "USA"),
        ("N.C.", FIRST, "USA"),
        ("Ont.", FIRST, "CAN"),
        ("Texans", FIRST, "USA"),
        ("Scottish", FIRST, "GBR"),
        ("Loudon Co.", SECOND, "USA"),
        ("Strait of Hormuz", OTHER, ""),
        ("Iran's", COUNTRY, "IRN"),
    ],
)
def test_short_forms_peoples_and_waters_are_known(name: str, kind: int, country: str) -> None:
    assert (kind, country) in {(one.kind, one.country) for one in candidates(name).places}


def test_letters_of_the_post_count_only_in_capitals() -> None:
    assert any(one.kind == FIRST and one.country == "USA" for one in candidates("IN").places)
    assert not any(one.kind == FIRST and one.country == "USA" for one in candidates("in").places)


def test_a_site_of_a_table_and_the_same_town_are_one() -> None:
    gao = [one for one in candidates("Timbuktu").places if one.country == "MLI"]

    assert any(one.told and one.id for one in gao)
    assert not any(one.kind == OTHER for one in gao)


def test_words_before_and_after_a_name_are_left_away() -> None:
    found = candidates("Timbuktu International Airport")

    assert found.within
    assert found.places[0].country == "MLI"
    assert not candidates("Timbuktu").within


@pytest.mark.parametrize("name", ["", "x" * 10_000, "international hospital", "Zzyzzqx", "-", "'s"])
def test_what_is_no_place_has_none(name: str) -> None:
    assert candidates(name).places == ()
