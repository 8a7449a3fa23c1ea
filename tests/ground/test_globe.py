"""Distances and directions."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ground.globe import RADIUS, apart, distance, onward, vectors

points = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def test_a_known_distance() -> None:
    assert distance((48.8534, 2.3488), (51.5085, -0.1257)) == pytest.approx(344, abs=2)


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        ((-16.85, 179.97), (-16.85, -179.97), 6.4),
        ((90.0, 0.0), (90.0, 120.0), 0.0),
        ((89.9, 0), (89.9, 180), 22.2),
    ],
)
def test_the_date_line_and_the_poles_are_no_walls(
    one: tuple[float, float], other: tuple[float, float], far: float
) -> None:
    assert distance(one, other) == pytest.approx(far, abs=0.1)


@given(points, points)
def test_distance_is_the_same_both_ways_and_no_more_than_half_way_round(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    assert distance(one, other) == pytest.approx(distance(other, one), abs=1e-6)
    assert 0 <= distance(one, other) <= np.pi * RADIUS + 1e-6


@given(st.tuples(st.floats(-80, 80), st.floats(-180, 180)), st.floats(0, 360), st.floats(1, 900))
def test_going_on_gets_as_far_as_told_and_stays_on_the_map(
    start: tuple[float, float], way: float, far: float
) -> None:
    end = onward(start, way, far)

    assert distance(start, end) == pytest.approx(far, abs=0.05)
    assert -90 <= end[0] <= 90
    assert -180 <= end[1] <= 180


@given(st.lists(points, min_size=1, max_size=5))
def test_vectors_measure_as_points_do(some: list[tuple[float, float]]) -> None:
    lats, lons = (np.array([point[axis] for point in some]) for axis in (0, 1))
    far = apart(vectors(lats, lons), vectors(lats, lons))

    for row, one in enumerate(some):
        for column, other in enumerate(some):
            assert far[row, column] == pytest.approx(distance(one, other), abs=1.0)
