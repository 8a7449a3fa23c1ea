"""What reports teach of people the register does not know."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from sayso.ground.cast import Cast
from sayso.ground.learned import entries, learned
from sayso.ground.names import names
from sayso.ground.page import Page
from sayso.records import Annotated, Learned

PARSES = Path(__file__).parents[1] / "parses_actors.json"


@pytest.fixture(scope="module")
def casts() -> dict[str, Cast]:
    """The actors of the kept parses by name."""
    found = json.loads(PARSES.read_text("utf-8"))
    pages = {name: Page(msgspec.convert(one, Annotated)) for name, one in found.items()}
    return {name: Cast(page, names(page)) for name, page in pages.items()}


@pytest.fixture(scope="module")
def taught(casts: dict[str, Cast]) -> tuple[Learned, ...]:
    """What the report about an emissary teaches."""
    return learned(casts["emissary"])


def test_a_name_with_country_and_office_is_taught(taught: tuple[Learned, ...]) -> None:
    by_name = {one.name: one for one in taught}

    assert by_name["Rostam Hedayati"].actor == "IRN MIL"
    assert by_name["Rostam Hedayati"].office == "head of the Revolutionary Guard's expeditionary Quds Force"
    assert (by_name["Peter Wafula"].actor, by_name["Peter Wafula"].office) == ("KEN GOV", "interior minister")


def test_nobody_is_taught_who_is_known_or_not_introduced(taught: tuple[Learned, ...]) -> None:
    assert {one.name for one in taught} == {"Rostam Hedayati", "Peter Wafula"}


def test_the_name_stands_for_the_person_later_on(casts: dict[str, Cast]) -> None:
    later = [mention for mention in casts["emissary"].mentions if mention.via.startswith("learned")]

    assert [(mention.codes, mention.name) for mention in later] == [(("IRN MIL",), "Rostam Hedayati")]


def test_the_report_is_the_source_and_its_day_the_first(
    casts: dict[str, Cast], taught: tuple[Learned, ...]
) -> None:
    row = entries(casts["emissary"].page.annotated.report, taught)[0]

    assert (row.name, row.start, row.standing) == ("Rostam Hedayati", "2019-03-04", "learned")
    assert row.source == "report emissary (Harbour Daily, 2019-03-04)"


def test_names_beside_other_names_and_bodies_of_other_countries(casts: dict[str, Cast]) -> None:
    told = {(mention.name, mention.codes[0]) for mention in casts["others_trump"].mentions}

    assert "Donald Trump" not in {name for name, _ in told}
    assert "PER LEG" in {code for _, code in told}
    assert "RUS REB" not in {code for _, code in told}
    assert any("tied to IRN" in mention.via for mention in casts["others_trump"].mentions)


def test_the_engine_links_what_the_rule_does_not(casts: dict[str, Cast]) -> None:
    cast = casts["emissary"]
    first = next(mention for mention in cast.mentions if mention.name == "Rostam Hedayati")
    later = max(number for number, word in enumerate(cast.page.words) if word.text == "Hedayati")

    chain = cast.page.mentions[later].chain
    assert chain is not None
    assert cast.page.chains[chain][0] == first.head
    assert cast.linked(first.head) is None
    linked = cast.linked(later)
    assert linked is not None
    assert linked.codes == ("IRN MIL",)
