"""The table of cities and how they are found in it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from sayso.acquire.cities import CUSTOM, cities, city, city_names


def test_the_table_holds_well_formed_facts():
    for one in cities():
        assert -90 < one.latitude < 90, one
        assert -180 < one.longitude <= 180, one
        assert re.fullmatch("[A-Z]{3}", one.country), one
        assert 10 <= one.minutes <= 40, one


def test_a_zone_lies_where_its_city_does():
    for one in cities():
        offset = datetime(2020, 1, 15, 12, tzinfo=ZoneInfo(one.zone)).utcoffset() or timedelta()
        solar = timedelta(minutes=4 * one.longitude)
        apart = abs(offset - solar)
        # Either side of the date line is the same sun.
        assert min(apart, timedelta(days=1) - apart) < timedelta(hours=2.6), one


def test_no_name_is_two_cities():
    names = [name.casefold() for name in city_names()]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", ["New York", "new  york", "NYC", "Brooklyn"])
def test_is_found_by_name_and_alias(name):
    found = city(name)

    assert found is not None
    assert found.name == "New York"


def test_is_not_made_up():
    assert city("Atlantis") is None
    assert city("") is None


def test_customs_of_candle_lighting():
    assert {name: one.minutes for name in ("New York", "Jerusalem", "Haifa") if (one := city(name))} == {
        "New York": CUSTOM,
        "Jerusalem": 40,
        "Haifa": 30,
    }


def test_long_names_come_first_so_that_no_short_one_hides_them():
    names = city_names()

    assert names.index("New York City") < names.index("New York")
