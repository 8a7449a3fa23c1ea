"""The places a report names, on the map."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.ground.names import names
from sayso.ground.page import Page
from sayso.ground.sites import listed, sites, widened
from sayso.records import Annotated, Entity, Place, Report, Segment, Sentence, Word

Give = Callable[[str], Page]


def plain(text: str, *entities: str) -> Page:
    """A one-sentence page without syntax in which some names are entities."""
    words, at = [], 0
    for number, form in enumerate(text.split(" ")):
        words.append(Word(at, at + len(form), form, form.lower(), "PROPN", "NNP", number - 1, "dep", 0))
        at += len(form) + 1
    found = []
    for name in entities:
        start = text.index(name)
        inside = [n for n, word in enumerate(words) if start <= word.start < start + len(name)]
        found.append(Entity(start, start + len(name), inside[0], inside[-1] + 1, "place"))
    sentence = Sentence(0, len(text), 0, len(words), 0)
    segment = Segment("paragraph", 0, len(text))
    return Page(Annotated(Report(id="r", text=text), (segment,), (sentence,), tuple(words), tuple(found), ()))


def places(read: Page) -> dict[str, Place]:
    rows = names(read)
    placed = sites(read, rows)
    return {read.text[slice(*one.span)]: one for one in listed(read, widened(rows, placed), placed)}


def test_places_of_the_tables_come_with_degrees_kind_and_id(page: Give) -> None:
    najaf = places(page("order"))["Najaf"]

    assert (najaf.country, najaf.kind) == ("IRQ", "town")
    assert najaf.lat == pytest.approx(32.0, abs=0.1)
    assert najaf.lon == pytest.approx(44.34, abs=0.1)
    assert najaf.geonameid == 98860
    assert najaf.via


def test_a_place_no_table_has_is_found_where_the_engine_sees_one() -> None:
    found = places(plain("They met in Watkinsville , Georgia", "Watkinsville"))

    assert found["Watkinsville"].country == "USA"
    assert "Watkinsville" not in places(plain("They met in Watkinsville , Georgia"))


def test_the_report_overrules_the_table() -> None:
    read = plain("Macon and Savannah in Georgia", "Macon", "Savannah")
    rows = names(read)
    (georgia,) = (one for one in widened(rows, sites(read, rows)) if read.text[slice(*one.span)] == "Georgia")

    assert places(read)["Georgia"].country == "USA"
    assert georgia.names[0].code == "USA"


def test_the_table_holds_where_the_report_says_nothing_else() -> None:
    assert places(plain("Talks in Georgia and Armenia"))["Georgia"].country == "GEO"


def test_a_place_told_by_another_stands_where_it_is_and_is_not_that_other() -> None:
    found = places(plain("shot 30 km north of Gao", "Gao"))["Gao"]

    assert found.name == "30 km north of Gao"
    assert found.geonameid is None
    assert found.lat == pytest.approx(16.54, abs=0.02)
    assert found.precision is not None
    assert found.precision > 5


def test_a_town_of_a_disputed_land_says_so() -> None:
    assert places(plain("shells fell on Simferopol", "Simferopol"))["Simferopol"].disputed == ("UKR", "RUS")
    assert places(plain("shells fell on Gao", "Gao"))["Gao"].disputed == ()


def test_what_no_gazetteer_knows_is_left_out() -> None:
    assert places(plain("They met in Zzyzzqx", "Zzyzzqx")) == {}
    assert places(plain("They met in " + "x" * 10_000, "x" * 10_000)) == {}
