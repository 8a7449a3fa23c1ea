"""Floors hold what was reached and only go up."""

from __future__ import annotations

from evaluation.floors import NOISE, fallen, floors, raised
from evaluation.parts import PARTS


def test_a_figure_below_its_floor_is_named() -> None:
    low = fallen({"dispatches": {"macro": 0.3}}, {"dispatches": {"macro": 0.35}})

    assert low == ["dispatches: macro is 0.3000, its floor is 0.3500"]


def test_a_figure_that_vanished_has_fallen() -> None:
    assert fallen({"dispatches": {}}, {"dispatches": {"macro": 0.35}}) != []


def test_what_was_not_measured_is_passed_over() -> None:
    assert fallen({}, {"dispatches": {"macro": 0.35}}) == []


def test_floors_go_up_and_never_down() -> None:
    least = {"a": {"x": 0.5, "y": 0.5}, "b": {"z": 0.5}}

    assert raised({"a": {"x": 0.9, "y": 0.1}}, least) == {"a": {"x": 0.9 - NOISE, "y": 0.5}, "b": {"z": 0.5}}


def test_the_floors_kept_are_of_parts_that_exist() -> None:
    assert set(floors()) <= set(PARTS)
    assert all(0 < floor <= 1 for named in floors().values() for floor in named.values())
