"""Silence counts only where somebody was publishing."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from msgspec import structs

from sayso.moments import Closing
from sayso.monitor import monitor
from sayso.monitor.issued import issued
from sayso.monitor.states import Board
from sayso.monitor.view import View

# 2031-10-10 is a Friday and no festival; the desks of Arutz Sheva close that night until Saturday evening.
FRIDAY = date(2031, 10, 10)
SHABBAT = datetime.fromisoformat("2031-10-11T09:00:00+00:00")
SUNDAY = datetime.fromisoformat("2031-10-12T09:00:00+00:00")


def made(hand: Any, *outlets: str, condition: str = "ships sail") -> list[Any]:
    return [
        hand.read(
            outlet, f"2031-10-01T0{hour}:00:00Z", f"Lund will cut gas if {condition}.", (), (),
            ({"kind": "threat", "condition": condition, "consequence": "will cut gas",
              "deadline": FRIDAY.isoformat()},),
        )
        for hour, outlet in enumerate(outlets)
    ]  # fmt: skip


def test_after_a_deadline_before_shabbat_nothing_was_seen(hand: Any) -> None:
    why = View(made(hand, "Arutz Sheva"), SHABBAT).blind_since(FRIDAY)

    assert "Arutz Sheva closed (" in why
    assert "Shabbat in New York" in why


@pytest.mark.parametrize(
    ("outlets", "moment"),
    [(("Arutz Sheva",), SUNDAY), (("Arutz Sheva", "Concord Wire"), SHABBAT), (("Concord Wire",), SHABBAT)],
)
def test_once_somebody_publishes_silence_counts(hand: Any, outlets: Any, moment: Any) -> None:
    assert View(made(hand, *outlets), moment).blind_since(FRIDAY) == ""


def test_a_report_published_all_the_same_is_an_observation(hand: Any) -> None:
    late = hand.read("Arutz Sheva", "2031-10-11T08:00:00Z", "Lund was silent.", (), (), ())

    assert View([*made(hand, "Arutz Sheva"), late], SHABBAT).blind_since(FRIDAY) == ""


def test_a_moment_before_the_end_of_the_day_has_no_silence_yet(hand: Any) -> None:
    assert View(made(hand, "Arutz Sheva"), SHABBAT).blind_since(date(2031, 10, 11)) == ""
    assert View(made(hand, "Arutz Sheva"), SHABBAT).blind_since(date.max) == ""


@pytest.mark.parametrize(
    ("condition", "moment", "state"),
    [
        ("ships sail", SHABBAT, "approaching"),
        ("ships sail", SUNDAY, "expired"),
        ("ships do not sail", SHABBAT, "approaching"),
        ("ships do not sail", SUNDAY, "tripped"),
    ],
)
def test_a_deadline_is_not_taken_for_missed_while_nobody_was_publishing(
    hand: Any, condition: str, moment: datetime, state: str
) -> None:
    readings = made(hand, "Arutz Sheva", condition=condition)
    each = next(issued(readings))
    found = Board((), moment.date(), View(readings, moment)).state([each], each)

    assert found.state == state
    assert ("no observation" in found.why) == (moment == SHABBAT)


def test_the_board_asks_what_could_be_seen(hand: Any) -> None:
    readings = made(hand, "Arutz Sheva")
    (blind,), (seen,) = (monitor(readings, (), moment) for moment in (SHABBAT, SUNDAY))

    assert (blind.state, seen.state) == ("approaching", "expired")
    assert "no observation since: Arutz Sheva closed" in blind.why


def test_a_closing_told_by_a_notice_counts(hand: Any) -> None:
    rule = Closing("Concord Wire", "", "days", "London", "Sat", "notice")
    (reading,) = made(hand, "Concord Wire")
    told = structs.replace(reading, report=structs.replace(reading.report, closings=(rule,)))

    assert View([reading], SHABBAT).blind_since(FRIDAY) == ""
    assert View([told], SHABBAT).blind_since(FRIDAY) == "Concord Wire closed (day off)"
