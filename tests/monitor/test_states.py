"""Deadlines, negations, and the order in which reasons count."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sayso.monitor.issued import issued
from sayso.monitor.states import Board, deadline, negative


def made(hand, text, condition, **more) -> Any:
    reading = hand.read(
        "Concord Wire", "2031-10-01T09:00:00Z", text, (), (),
        ({"kind": "threat", "condition": condition, "consequence": "will cut gas", **more},),
    )  # fmt: skip
    return next(issued([reading]))


@pytest.mark.parametrize(
    ("text", "condition", "expected"),
    [
        ("Lund will cut gas if ships sail.", "ships sail", False),
        ("Lund will cut gas if ships do not sail.", "ships do not sail", True),
        ("Lund will cut gas if ships don’t sail.", "ships don’t sail", True),
        ("Lund will cut gas unless ships sail.", "ships sail", True),
        ("Lund will cut gas until ships sail.", "ships sail", True),
        ("Lund will cut gas if Osk fails to pay.", "Osk fails to pay", True),
        ("Lund will cut gas if nothing moves.", "nothing moves", False),
    ],
)
def test_conditions_that_something_is_not_done(hand, text, condition, expected) -> None:
    assert negative(made(hand, text, condition)) == expected


@pytest.mark.parametrize(
    ("condition", "today", "state"),
    [
        ("ships sail", date(2031, 10, 2), "armed"),
        ("ships sail", date(2031, 10, 9), "approaching"),
        ("ships sail", date(2031, 10, 10), "approaching"),
        ("ships sail", date(2031, 10, 11), "expired"),
        ("ships do not sail", date(2031, 10, 10), "approaching"),
        ("ships do not sail", date(2031, 10, 11), "tripped"),
    ],
)
def test_time_alone(hand, condition, today, state) -> None:
    each = made(hand, f"Lund will cut gas if {condition}.", condition, deadline="2031-10-10")
    found = Board((), today).state([each], each)

    assert found.state == state
    assert ("2031-10-10" in found.why) == (state != "armed")


def test_the_earliest_deadline_told_counts_and_odd_ones_do_not(hand) -> None:
    group = [
        made(hand, "Lund will cut gas if ships sail.", "ships sail", deadline=day)
        for day in ("2031-10-12", None, "soon", "2031-10-10")
    ]
    assert deadline(group) == date(2031, 10, 10)
    assert deadline(group[1:3]) is None
