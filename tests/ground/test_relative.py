"""Times that count from publication or from the day in focus."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.ground.times import Look, scan


def values(text: str, way: int = -1, focus: date | None = None) -> list[str]:
    found = scan(text, 0, len(text), date(2020, 11, 20), focus, lambda *_: Look(way))[0]
    return [one.value for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a day later", "2020-11-11"),
        ("two weeks later", "2020-11-24"),
        ("three months earlier", "2020-08"),
        ("a year later", "2021"),
        ("the next day", "2020-11-11"),
        ("the previous day", "2020-11-09"),
        ("the following week", "2020-W47"),
        ("that same day", "2020-11-10"),
        ("that year", "2020"),
        ("that night", "2020-11-10TNI"),
        ("the next morning", "2020-11-11TMO"),
        ("at 10:30 a.m.", "2020-11-10T10:30"),
    ],
)
def test_from_the_day_in_focus(text: str, expected: str) -> None:
    assert values(text, focus=date(2020, 11, 10)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Friday last week", "2020-11-13"),
        ("at 9 a.m. on Tuesday", "2020-11-17T09:00"),
        ("at noon yesterday", "2020-11-19T12:00"),
        ("yesterday morning", "2020-11-19TMO"),
        ("earlier today", "2020-11-20"),
        ("this morning", "2020-11-20TMO"),
        ("overnight", "2020-11-20TNI"),
        ("the day after tomorrow", "2020-11-22"),
        ("several years ago", "PAST_REF"),
        ("a week or so ago", "2020-W46"),
        ("long ago", "PAST_REF"),
        ("a fortnight ago", "2020-W45"),
    ],
)
def test_from_publication(text: str, expected: str) -> None:
    assert values(text) == [expected]
