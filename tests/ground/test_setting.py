"""The reckoning that readers of time share."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.ground.pieces import pieces
from sayso.ground.rules import hits
from sayso.ground.setting import Setting, how_many, lasting, nearest, signed


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        ("3", "D", "P3D"),
        ("2", "H", "PT2H"),
        ("5", "TM", "PT5M"),
        ("X", "W", "PXW"),
        ("2", "DE", "P20Y"),
        ("1", "CE", "P100Y"),
        ("1", "2W", "P2W"),
    ],
)
def test_lasting(count: str, unit: str, value: str) -> None:
    assert lasting(count, unit) == value


@pytest.mark.parametrize(
    ("way", "month", "day", "found"),
    [
        (-1, 7, 4, "2020-07-04"),
        (1, 7, 4, "2021-07-04"),
        (0, 12, 1, "2020-12-01"),
        (-1, 12, 1, "2020-12-01"),
        (-1, 2, 29, "2020-02-29"),
    ],
)
def test_nearest(way: int, month: int, day: int, found: str) -> None:
    chosen = nearest(Setting(date(2020, 11, 20), None, way), month, day)
    assert chosen is not None
    assert chosen.isoformat() == found


def test_nearest_needs_a_day_and_a_month_that_has_it() -> None:
    assert nearest(Setting(None, None, 0), 7, 4) is None
    assert nearest(Setting(date(2020, 1, 1), None, 0), 2, 30) is None


def test_signs_and_counts() -> None:
    for text, sign in (("last week", -1), ("this week", 0), ("next week", 1)):
        assert signed(hits(pieces(text, 0, 9), 0)[0]) == sign
    for text, many in (("three days", "3"), ("several days", "X"), ("a couple of days", "2")):
        assert how_many(hits(pieces(text, 0, len(text)), 0)[0]) == many
