"""The one best event of a sentence, and F1 over types."""

from __future__ import annotations

import pytest

from evaluation.plover import best, scores, sides
from sayso.records import Event


def event(kind: str, status: str, at: int) -> Event:
    return Event(id=kind, mentions=((at, at + 1),), type=kind, status=status)


def test_what_happened_comes_before_what_did_not() -> None:
    found = best([event("ASSAULT", "threatened", 0), event("THREATEN", "actual", 9)])

    assert found is not None
    assert found.type == "THREATEN"


def test_of_two_that_happened_the_first_told_counts() -> None:
    found = best([event("AID", "actual", 7), event("REJECT", "actual", 2)])

    assert found is not None
    assert found.type == "REJECT"
    assert best([]) is None


def test_the_sides_are_the_countries_of_the_first_on_each() -> None:
    record = {"source": [{"code": "JAP"}, {"code": "USA"}], "target": [{"actorText": "nobody"}]}

    assert sides(record) == ("JPN", None)


def test_micro_counts_a_missing_event_as_a_miss() -> None:
    found = scores([("AID", "AID"), ("AID", None), ("REJECT", "AID")])

    assert found["type micro F1"] == pytest.approx(2 * 1 / (3 + 2))
    assert found["type macro F1"] == pytest.approx((2 * 1 / (2 + 2) + 0) / 2)
