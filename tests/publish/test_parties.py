"""Actor codes in words."""

from __future__ import annotations

import re

import pytest

from sayso.ground.tables import rows
from sayso.publish.parties import parties, party

SECTORS = ["GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "LEG", "SPY", "CVL", "CRM", "BUS", "MED", "NGO"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("IRN GOV", "Iranian government"),
        ("GBR BUS", "British business"),
        ("USA MIL", "American military"),
        ("IRN", "Iran"),
        ("IGO UNO", "United Nations"),
        ("--- GOV", "unnamed government"),
        ("---", "unnamed"),
    ],
)
def test_a_code_is_told_in_words(code: str, words: str) -> None:
    assert party(code) == words


@pytest.mark.parametrize("code", ["SUN MIL", "IRN XYZ", "IGO QQQ", "XXX", "", "--- QQQ", "irn gov"])
def test_an_unknown_code_stays_as_it_is(code: str) -> None:
    assert party(code) == code


def test_every_country_has_words_for_every_sector() -> None:
    made = [party(f"{row['iso3']} {sector}") for row in rows("countries") for sector in SECTORS]

    assert len(made) > 2500
    assert not [words for words in made if re.search(r"\b[A-Z]{3}\b", words)]


def test_no_two_countries_share_a_name() -> None:
    names = [party(row["iso3"]) for row in rows("countries")]

    assert len(names) == len(set(names))


def test_sides_are_told_apart() -> None:
    assert parties(("IRN GOV",), ("GBR BUS", "USA MIL")) == (
        "Iranian government → British business, American military"
    )
    assert parties(("IRN GOV",), ()) == "Iranian government"
    assert parties((), ("---",)) == "unnamed → unnamed"
