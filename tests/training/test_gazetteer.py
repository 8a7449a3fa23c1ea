"""How the packed gazetteer is made."""

from __future__ import annotations

import pytest

from sayso.ground import tables
from sayso.ground.gazetteer import gazetteer
from training.gazetteer import POINTS, _middle


def test_the_middle_lies_between_the_points_and_across_the_date_line() -> None:
    assert _middle([(1.0, 1.0), (3.0, 5.0)]) == (2.0, 3.0)
    lat, lon = _middle([(-16.0, 179.0), (-18.0, -179.0)])
    assert (lat, abs(lon)) == (-17.0, 180.0)


def test_one_stray_point_of_many_does_not_move_the_middle() -> None:
    many = [(lat / 100, 10 + lat / 100) for lat in range(300)]

    assert _middle([*many, (80.0, 170.0)])[0] == pytest.approx(1.5, abs=0.05)


def test_the_file_shipped_has_the_points_that_are_told() -> None:
    told = {row["code"]: row for row in tables.parsed(POINTS.read_text("utf-8"), POINTS.name)}
    canada = gazetteer().country("CAN")

    assert canada is not None
    assert canada.lat == pytest.approx(float(told["CAN"]["lat"]))
    assert canada.lon == pytest.approx(float(told["CAN"]["lon"]))
