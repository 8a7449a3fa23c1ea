"""Territories that more than one side claims."""

from __future__ import annotations

import pytest

from sayso.ground import tables
from sayso.ground.disputes import disputed
from sayso.ground.gazetteer import gazetteer
from sayso.ground.packing import FIRST
from sayso.ground.resolve import Asked, resolve


@pytest.mark.parametrize(
    ("name", "parties"),
    [
        ("Crimea", {"UKR", "RUS"}),
        ("Simferopol", {"UKR", "RUS"}),
        ("Golan Heights", {"SYR", "ISR"}),
        ("Taipei", {"TWN", "CHN"}),
        ("Pristina", {"XKX", "SRB"}),
        ("Srinagar", {"IND", "PAK", "CHN"}),
        ("Senkaku Islands", {"JPN", "CHN", "TWN"}),
        ("Stanley, Falkland Islands", {"GBR", "ARG"}),
    ],
)
def test_all_who_claim_it_are_told(name: str, parties: set[str]) -> None:
    place = resolve([Asked(name.partition(",")[0], (0, len(name.partition(",")[0])))], name)[0].place

    assert place is not None
    assert parties <= set(disputed(place))


@pytest.mark.parametrize("name", ["Paris", "Kyiv", "Lahore", "Amman"])
def test_what_is_not_disputed(name: str) -> None:
    place = resolve([Asked(name)])[0].place

    assert place is not None
    assert disputed(place) == ()


def test_every_division_of_the_table_is_in_the_gazetteer() -> None:
    told = [one for row in tables.rows("disputed") for one in tables.listed(row["divisions"])]
    unknown = [
        one
        for one in told
        if not any(
            place.kind == FIRST and place.country == one.partition(":")[0]
            for place in gazetteer().named(one.partition(":")[2])
        )
    ]

    assert unknown == []
