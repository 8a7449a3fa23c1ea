"""Acts that did not happen: the sets, and what is counted."""

from __future__ import annotations

from collections import Counter

import pytest

from evaluation.halves import HALVES, rows
from evaluation.unhappened import PLAIN, Outcome, figures, told

FORMS = {
    PLAIN,
    "denied",
    "conditional",
    "threatened",
    "offered",
    "planned",
    "alleged",
    "averted",
    "wished",
    "unreal",
}


@pytest.mark.parametrize("half", HALVES)
def test_every_act_is_told_plainly_and_in_eight_other_ways(half: str) -> None:
    given = rows("unhappened", half)
    by_act = Counter(row["act"] for row in given)

    assert len(given) >= 200
    assert set(by_act.values()) == {9}
    assert {row["form"] for row in given} == FORMS
    assert sum(row["form"] == PLAIN for row in given) == len(by_act)
    assert all(row["text"].count(row["trigger"]) == 1 for row in given)


def test_no_sentence_is_in_both_halves() -> None:
    work, kept = ({row["text"] for row in rows("unhappened", half)} for half in HALVES)

    assert not work & kept


def test_figures_count_what_is_told_as_fact() -> None:
    found = [
        Outcome(PLAIN, coded=True, fact=True, typed=True),
        Outcome(PLAIN, coded=False, fact=False, typed=False),
        Outcome("denied", coded=True, fact=False, typed=False),
        Outcome("denied", coded=True, fact=True, typed=True),
        Outcome("planned", coded=False, fact=False, typed=False),
    ]
    told_so = figures(found)

    assert told_so["read as fact"] == pytest.approx(1 / 3)
    assert told_so["denied read as fact"] == pytest.approx(1 / 2)
    assert told_so["planned read as fact"] == 0.0
    assert told_so["coded"] == pytest.approx(2 / 3)
    assert told_so["plain coded with its type"] == pytest.approx(1 / 2)


def test_the_events_are_those_of_the_marked_words() -> None:
    row = {"text": "Rebels shelled the port, but denied shelling the town.", "trigger": "shelled"}

    assert [event.status for event in told(row)] == ["actual"]
