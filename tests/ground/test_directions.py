"""Places told by others."""

from __future__ import annotations

import pytest

from sayso.ground.directions import offset
from sayso.ground.globe import distance

GAO = (16.27, -0.04)


@pytest.mark.parametrize(
    ("before", "kilometres", "bearing"),
    [
        ("died 30 km north of ", 30, 0),
        ("about 12 miles (20 km) south-east of the town of ", 19.3, 135),
        ("five kilometres from ", 5, None),
        ("15 miles west of ", 24.1, 270),
        ("1,200 km southwest of ", 1200, 225),
        ("24km from ", 24, None),
        ("200 nautical miles off ", 370.4, None),
        ("just outside the city of ", None, None),
        ("near ", None, None),
        ("north of ", None, 0),
    ],
)
def test_how_a_place_lies_to_another(before: str, kilometres: float | None, bearing: float | None) -> None:
    found = offset(before + "Gao", len(before))

    assert found is not None
    assert (found.kilometres, found.bearing) == (
        pytest.approx(kilometres, abs=0.1) if kilometres else None,
        bearing,
    )


@pytest.mark.parametrize("before", ["in ", "", "the mayor of ", "part of ", "I am ", "north and "])
def test_a_name_that_is_the_place(before: str) -> None:
    assert offset(before + "Gao", len(before)) is None


def test_a_way_longer_than_half_round_the_globe_is_no_length() -> None:
    found = offset("99999 km north of Gao", 18)

    assert found is not None
    assert found.kilometres is None


def test_it_stands_so_far_away_and_is_told_less_exactly_the_farther() -> None:
    near, far = (offset(f"{n} km east of Gao", len(f"{n} km east of ")) for n in (10, 200))

    assert near is not None
    assert far is not None
    assert distance(GAO, near.of(GAO)) == pytest.approx(10, abs=0.1)
    assert near.precision < far.precision
    assert near.start == 0


def test_a_long_line_is_read_in_no_time() -> None:
    assert offset("1" * 50_000 + " km" * 50_000 + " north of Gao", 200_000) is None
