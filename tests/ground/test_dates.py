"""Stretches of the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.ground.times import Look, scan


def value(text: str, way: int = 0, day: date | None = date(2020, 11, 20)) -> str | None:
    found = scan(text, 0, len(text), day, None, lambda *_: Look(way))[0]
    return found[0].value if found else None


@pytest.mark.parametrize(
    ("text", "way", "expected"),
    [
        ("in the second quarter", -1, "2020-Q2"),
        ("in the fourth quarter of last year", -1, "2019-Q4"),
        ("this year's third quarter", 0, "2020-Q3"),
        ("in spring 2019", 0, "2019-SP"),
        ("last winter", -1, "2019-WI"),
        ("next summer", 1, "2021-SU"),
        ("in June last year", 0, "2019-06"),
        ("on January 5 of next year", 1, "2021-01-05"),
        ("by year-end", 1, "2020-12-31"),
        ("at the end of 2019", 0, "2019"),
        ("in fiscal 2019", 0, "2019"),
        ("the 1950s", 0, "195"),
        ("at the end of October", -1, "2020-10"),
        ("in mid-November", -1, "2020-11"),
        ("13/05/2019", 0, "2019-05-13"),
    ],
)
def test_value(text: str, way: int, expected: str) -> None:
    assert value(text, way) == expected


@pytest.mark.parametrize("text", ["It may be", "a march on it", "13/13/2019", "the 99th century"])
def test_no_such_stretch(text: str) -> None:
    assert value(text) is None


def test_without_publication_months_stay_open() -> None:
    assert value("in July", day=None) == "XXXX-07"
    assert value("on July 4", day=None) == "XXXX-07-04"
