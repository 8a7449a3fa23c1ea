"""Figures of the times that hang on events."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.anchored import anchored, measured, overlapping, same_way
from evaluation.halves import rows
from evaluation.parts import PARTS
from sayso.records import Anchor

ROW: dict[str, Any] = {"direction": "future", "earliest": "2020-11-20", "latest": "2021-01-20"}


def anchor(way: str | None, earliest: str | None, latest: str | None) -> Anchor:
    return Anchor((0, 1), "x", "before", "report", None, earliest, latest, way)


def test_it_is_a_part_of_the_evaluation() -> None:
    assert PARTS["anchored"] is anchored


@pytest.mark.parametrize(
    ("gold", "way", "right"),
    [
        ("past", "past", True),
        ("past", "present", True),
        ("present", "past", True),
        ("present", "future", False),
        ("future", "future", True),
        ("future", "past", False),
        ("past", None, False),
    ],
)
def test_directions(gold: str, way: str | None, right: bool) -> None:
    assert same_way({"direction": gold}, anchor(way, None, None)) is right
    assert not same_way({"direction": gold}, None)


@pytest.mark.parametrize(
    ("earliest", "latest", "shared"),
    [
        ("2020-12-01", "2020-12-02", True),
        ("2021-01-20", None, True),
        (None, "2020-11-20", True),
        ("2021-01-21", "2021-02-01", False),
        (None, None, False),
    ],
)
def test_days_that_overlap(earliest: str | None, latest: str | None, shared: bool) -> None:
    assert overlapping(ROW, anchor("future", earliest, latest)) is shared
    assert not overlapping(ROW, None)


def test_the_halves_share_no_text() -> None:
    assert not {row["text"] for row in rows("anchored", "work")} & {
        row["text"] for row in rows("anchored", "kept")
    }


def test_the_work_half_is_read_well() -> None:
    figures = measured(rows("anchored", "work"))

    assert figures["direction"] >= 0.95
    assert figures["days overlap"] >= 0.95
