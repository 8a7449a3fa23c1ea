"""What stands behind an outlet's stamps."""

from __future__ import annotations

from sayso.acquire.clocks import Clock, clock_of
from sayso.acquire.moment import known_zone
from sayso.acquire.outlets import outlet
from sayso.acquire.tables import table


def test_the_table_names_outlets_that_are_there_and_zones_that_are():
    for name, zone, utc, source in table("clocks"):
        assert outlet(name) is not None
        assert known_zone(zone) == zone
        assert utc in ("utc", "local")
        assert source


def test_an_outlet_of_the_table_of_outlets_stamps_in_its_zone():
    assert clock_of(outlet("NYT")) == Clock("America/New_York", False, "USA")
    assert clock_of(outlet("Arutz Sheva")) == Clock("Asia/Jerusalem", False, "ISR")


def test_an_outlet_of_no_country_has_no_custom_of_dates():
    assert clock_of(outlet("UN News")).country is None


def test_the_zone_that_is_given_goes_first():
    assert clock_of(outlet("NYT"), "Asia/Tokyo").zone == "Asia/Tokyo"
    assert clock_of(None, "Asia/Tokyo") == Clock("Asia/Tokyo")


def test_of_an_unknown_outlet_nothing_is_known():
    assert clock_of(None) == Clock()
