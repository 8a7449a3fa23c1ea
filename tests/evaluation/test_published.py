"""Figures of the moments of publication on page heads."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from evaluation.halves import HALVES, rows
from evaluation.parts import PARTS
from evaluation.published import mark, published


def test_it_is_a_part_of_the_evaluation() -> None:
    assert PARTS["published"] is published


@pytest.mark.parametrize("half", HALVES)
def test_the_heads_say_what_they_mean(half: str) -> None:
    found = list(rows("published", half))

    assert len(found) == len({row["url"] + row["head"] + row["body"] for row in found}) == 30
    for row in found:
        assert datetime.fromisoformat(row["earliest"]) <= datetime.fromisoformat(row["latest"]), row["id"]


def test_no_page_is_in_both_halves() -> None:
    one, two = ({row["url"] for row in rows("published", half)} for half in HALVES)

    assert one & two == set()


HEAD = {
    "url": "https://www.israelnationalnews.com/1",
    "head": '<meta property="article:published_time" content="2020-11-20T20:05:00">',
    "body": "",
    "earliest": "2020-11-20T20:05:00+02:00",
    "latest": "2020-11-20T20:05:00+02:00",
    "offset": "+02:00",
}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, (True, True)),
        ({"latest": "2020-11-20T20:07:00+02:00"}, (False, True)),
        ({"earliest": "2020-11-20T20:05:00+03:00"}, (False, True)),
        ({"offset": "+03:00"}, (True, False)),
        ({"head": "", "url": "https://osk.example/1"}, (False, False)),
    ],
)
def test_a_mark_is_for_the_interval_and_for_the_zone(
    changed: dict[str, str], expected: tuple[bool, bool]
) -> None:
    assert mark({**HEAD, **changed}) == expected


def test_figures_are_told_for_each_half() -> None:
    assert {name.split()[0] for name in published(Path())} == set(HALVES)
