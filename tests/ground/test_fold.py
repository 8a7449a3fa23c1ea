"""One event, many mentions; and events that stay apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sayso.ground.fold import fold, rewired
from sayso.ground.page import Page
from sayso.records import Commitment, Event, EventPlace, Span

Give = Callable[[str], Page]
Find = Callable[..., Span]


@pytest.fixture
def coup(page: Give, find: Find) -> tuple[Page, Callable[..., Event]]:
    read = page("coup")

    def one(number: int, words: str, kind: str = "COERCE", nth: int = 1, **parts: object) -> Event:
        base = Event(id=f"x{number}", mentions=(find(read, words, nth),), type=kind, status="actual")
        return replace(base, **parts)

    return read, one


def test_title_and_body_are_one_and_the_body_comes_first(coup: tuple[Page, Callable[..., Event]]) -> None:
    read, one = coup
    title = one(1, "disarm", actor=("FJI MIL",), recipient=("FJI COP",))
    body = one(2, "seized", actor=("FJI MIL",), recipient=("FJI COP",), date=("2006-12-04", "2006-12-04"))
    (event,), renamed = fold(read, (title, body))

    assert body.mentions + title.mentions == event.mentions
    assert event.date == ("2006-12-04", "2006-12-04")
    assert renamed == {"x1": "e1", "x2": "e1"}


def test_a_definite_noun_refers_back(coup: tuple[Page, Callable[..., Event]]) -> None:
    read, one = coup
    first = one(1, "seized", actor=("FJI MIL",), recipient=("FJI COP",))
    back = one(2, "raid", actor=("FJI MIL",))
    assert len(fold(read, (first, back))[0]) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"date": ("2006-12-03", "2006-12-03")},
        {"place": EventPlace("Lautoka", "FJI", -17.6, 177.4)},
        {"recipient": ("AUS GOV",)},
        {"status": "planned"},
        {"type": "COERCE"},
    ],
)
def test_another_day_place_side_status_or_type_is_another_event(
    coup: tuple[Page, Callable[..., Event]], other: dict[str, object]
) -> None:
    read, one = coup
    common = {
        "actor": ("FJI MIL",),
        "recipient": ("FJI COP",),
        "date": ("2006-12-01", "2006-12-01"),
        "place": EventPlace("Nadi", "FJI", -17.8, 177.4),
    }
    first = one(1, "attack", "ASSAULT", **common)
    second = one(2, "attacked", "ASSAULT", **{**common, **other})
    assert len(fold(read, (first, second))[0]) == 2


def test_ids_follow_the_text_and_commitments_follow_the_ids(coup: tuple[Page, Callable[..., Event]]) -> None:
    read, one = coup
    late, early = one(1, "warned", "THREATEN"), one(2, "seized")
    events, renamed = fold(read, (late, early))
    (commitment,) = rewired((Commitment(id="c1", kind="threat", event="x1"),), renamed)

    assert [event.id for event in events] == ["e1", "e2"]
    assert early.mentions == events[0].mentions
    assert commitment.event == "e2"


def test_folding_twice_changes_nothing(coup: tuple[Page, Callable[..., Event]]) -> None:
    read, one = coup
    given_ = (
        one(1, "disarm", actor=("FJI MIL",)),
        one(2, "seized", actor=("FJI MIL",)),
        one(3, "raid", actor=("FJI MIL",)),
        one(4, "attack", "ASSAULT"),
    )
    once, _ = fold(read, given_)
    assert once == fold(read, once)[0]


@given(order=st.permutations(range(4)))
def test_no_mention_is_lost_in_any_order(order: list[int]) -> None:
    from sayso.records import Annotated, Report

    blank = Page(Annotated(Report(id="x", text="a b c d"), (), (), (), (), ()))
    events = [
        Event(id=f"x{n}", mentions=((2 * n, 2 * n + 1),), type="ASSAULT", status="actual", actor=("IRN MIL",))
        for n in range(4)
    ]
    folded, renamed = fold(blank, tuple(events[n] for n in order))
    assert {event.mentions[0] for event in events} == {span for event in folded for span in event.mentions}
    assert {event.id for event in events} == set(renamed)
