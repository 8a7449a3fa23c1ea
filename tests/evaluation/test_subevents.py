"""Figures of the sub-event types: F1 by type, weighted and plain."""

from __future__ import annotations

import pytest

from evaluation.parts import PARTS
from evaluation.subevents import WORK, confusions, read, scores, subevents
from sayso.publish.subevents import types
from training.readers import rows


def test_it_is_a_part_of_the_evaluation() -> None:
    assert PARTS["subevents"] is subevents


def test_weighted_f1_weighs_a_type_by_its_texts() -> None:
    found = scores([("A", "A"), ("A", "A"), ("A", "B"), ("B", "B")])

    assert found["weighted F1"] == pytest.approx((3 * 0.8 + 1 * 2 / 3) / 4)
    assert found["macro F1"] == pytest.approx((0.8 + 2 / 3) / 2)
    assert found["accuracy"] == 0.75


def test_a_type_only_given_wrongly_has_no_share() -> None:
    assert scores([("A", "C"), ("B", "B")])["macro F1"] == 0.5


def test_confusions_come_most_frequent_first() -> None:
    pairs = [("A", "B"), ("A", "B"), ("B", "A"), ("A", "A")]

    assert confusions(pairs) == [("A", "B", 2), ("B", "A", 1)]


def test_the_work_set_has_every_type() -> None:
    assert {row["type"] for row in rows(WORK)} == set(types())


def test_the_work_set_is_read_well() -> None:
    assert scores(read(WORK))["weighted F1"] >= 0.9
