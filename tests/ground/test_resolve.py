"""Which place of a name is meant."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ground.gazetteer import gazetteer
from sayso.ground.resolve import FEATURES, Asked, Located, resolve, weights


def told(text: str, *names: str, outlet: str | None = None) -> list[Located]:
    return resolve(
        [Asked(name, (text.index(name), text.index(name) + len(name))) for name in names], text, outlet
    )


def country(found: Located) -> str | None:
    return found.place.country if found.place else None


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Paris is quiet.", ["Paris"], ["FRA"]),
        ("Paris, Texas, is quiet.", ["Paris"], ["USA"]),
        ("From London, Ontario, to Toronto.", ["London", "Toronto"], ["CAN", "CAN"]),
        ("Clashes in Tripoli spread to Beirut and Sidon.", ["Tripoli", "Beirut", "Sidon"], ["LBN"] * 3),
        ("Clashes in Tripoli spread to Misrata.", ["Tripoli", "Misrata"], ["LBY"] * 2),
        ("Tbilisi and Gori in Georgia", ["Georgia", "Gori", "Tbilisi"], ["GEO"] * 3),
        ("Macon and Savannah in Georgia", ["Georgia", "Macon", "Savannah"], ["USA"] * 3),
        ("Russia fought Georgia; the United States did not.", ["Georgia", "United States"], ["GEO", "USA"]),
        ("Niger and Nigeria share a border.", ["Niger", "Nigeria"], ["NER", "NGA"]),
        ("Gunmen raided villages in Niger state.", ["Niger"], ["NGA"]),
        ("Niger state television told it in Nigeria.", ["Niger", "Nigeria"], ["NER", "NGA"]),
        ("Hyderabad, a city of Sindh near Karachi", ["Hyderabad", "Karachi"], ["PAK", "PAK"]),
    ],
)
def test_the_company_a_name_keeps(text: str, names: list[str], expected: list[str]) -> None:
    assert [country(one) for one in told(text, *names)] == expected


def test_the_outlet_tips_the_scales() -> None:
    text = "A shop in Windsor was broken into."

    assert country(told(text, "Windsor")[0]) == "CAN"
    assert country(told(text, "Windsor", outlet="http://www.paper.co.uk/")[0]) == "GBR"


def test_a_name_once_told_apart_stays_so() -> None:
    text = "Police in Athens, Ohio, said. They left Athens."
    second = text.rindex("Athens")
    found = resolve([Asked("Athens", (10, 16)), Asked("Athens", (second, second + 6))], text)

    assert found[0].place == found[1].place
    assert country(found[1]) == "USA"


def test_two_regions_make_two_places_of_one_name() -> None:
    text = "From Athens, Ohio, to Athens, Greece."
    second = text.rindex("Athens")
    found = resolve([Asked("Athens", (5, 11)), Asked("Athens", (second, second + 6))], text)

    assert [country(one) for one in found] == ["USA", "GRC"]


def test_the_town_is_meant_rather_than_the_province_of_its_name() -> None:
    (found,) = resolve([Asked("Kabul")])

    assert found.place is not None
    assert found.place.people > 1_000_000
    assert found.place.kind == 3


@pytest.mark.parametrize("name", ["x" * 10_000, "", "Zzyzzqx", "\x00", "…"])
def test_what_is_no_place_is_told_to_be_none(name: str) -> None:
    (found,) = resolve([Asked(name)])

    assert found.place is None
    assert "no place" in found.why


def test_nothing_asked_gives_nothing() -> None:
    assert resolve([]) == []


def test_every_answer_says_why() -> None:
    found = told("Paris, Texas, is quiet, and so is Najaf.", "Paris", "Najaf")

    assert "region is told after it" in found[0].why
    assert all(one.why for one in found)
    assert all(0 < one.sure <= 1 for one in found)


def test_the_table_of_weights_and_the_features_agree() -> None:
    assert len(weights()) == len(FEATURES)
    assert all(weights()[FEATURES.index(name)] > 0 for name in ("people", "region after", "same division"))


@settings(max_examples=30)
@given(
    st.lists(
        st.sampled_from(["Paris", "Gao", "Fiji", "Springfield", "Nowhere at all", "Georgia"]), max_size=6
    )
)
def test_as_many_answers_as_names_in_their_order_and_the_same_each_time(names: list[str]) -> None:
    asked = [Asked(name) for name in names]
    found = resolve(asked)

    assert [one.asked for one in found] == asked
    assert found == resolve(asked)


def test_thousands_of_names_take_seconds_and_little_room() -> None:
    names = [gazetteer().row(number).name for number in range(5000, 255_000, 100)]
    tracemalloc.start()
    found = resolve([Asked(name) for name in names], "x" * 1_000_000)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert sum(one.place is not None for one in found) > 2_300
    assert most < 300e6
