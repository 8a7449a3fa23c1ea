"""The packed file: what goes in comes out, and a broken one says so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import TableError
from sayso.ground.gazetteer import Gazetteer
from sayso.ground.packing import CITY, COUNTRY, Row, pack, population_of, size_of, unpack

LAND = Row(1, "Norland", COUNTRY, -1, 60.0, 10.0, 1000, (), "NRL NL")
text = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=12)
cities = st.builds(
    Row,
    id=st.integers(1, 14_000_000),
    name=text,
    kind=st.just(CITY),
    parent=st.just(0),
    lat=st.floats(-90, 90),
    lon=st.floats(-180, 180),
    population=st.integers(0, 40_000_000),
    others=st.lists(text, max_size=3).map(tuple),
)


@given(st.lists(cities, max_size=8))
def test_what_is_packed_is_found_again_where_it_was(rows: list[Row]) -> None:
    world = Gazetteer(unpack(pack([LAND, *rows], "made up"), "here"))

    assert len(world) == len(rows) + 1
    for number, row in enumerate(rows, start=1):
        found = world.row(number)
        assert (found.id, found.name, found.country) == (row.id, row.name, "NRL")
        assert abs(found.lat - row.lat) < 1e-4
        assert abs(found.lon - row.lon) < 1e-4


def test_a_place_is_found_under_each_of_its_names() -> None:
    city = Row(2, "Ōsk", CITY, 0, 61.0, 11.0, 5, ("Oskburg", "Saint Osk"))
    world = Gazetteer(unpack(pack([LAND, city], "made up"), "here"))

    assert [one.main for name in ("osk", "OSK", "Oskburg", "St. Osk") for one in world.named(name)] == [
        True, True, False, False,
    ]  # fmt: skip
    assert world.named("Osk2") == []


def test_a_city_bears_its_name_without_the_word_city_too() -> None:
    city = Row(2, "Osk City", CITY, 0, 61.0, 11.0, 5, ("Osk",))
    (found,) = Gazetteer(unpack(pack([LAND, city], "made up"), "here")).named("Osk")

    assert found.main


def test_the_same_rows_give_the_same_bytes() -> None:
    assert pack([LAND], "made up") == pack([LAND], "made up")


@given(st.integers(0, 1_500_000_000))
def test_a_population_is_kept_within_a_twentieth(people: int) -> None:
    assert abs(population_of(size_of(people)) - people) <= 0.05 * people + 1


@pytest.mark.parametrize("cut", [0, 10, 60, 200])
def test_a_broken_file_is_a_sentence(cut: int) -> None:
    with pytest.raises(TableError, match=r"S502.*here") as raised:
        unpack(pack([LAND], "made up")[:cut], "here")

    assert raised.value.code == "S502"
