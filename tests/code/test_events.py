"""Acts written down: ids in text order, mentions, chains, and the sides of what is mutual."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.attribute import attribute
from sayso.code import code
from sayso.code.events import events


def test_ids_run_in_text_order(kept: Any, coded: Any) -> None:
    for name in kept:
        _, found = coded(name)
        assert [one.id for one in found.events] == [
            f"e{number}" for number in range(1, len(found.events) + 1)
        ]
        starts = [one.mentions[0][0] for one in found.events]
        assert starts == sorted(starts)


@pytest.mark.parametrize(
    ("name", "mention"),
    [
        ("turned_down", "turned down"),
        ("step_down", "stepped down"),
        ("hit_by", "shelled"),
        ("talks", "Talks"),
    ],
)
def test_a_mention_takes_in_its_particle(coded: Any, words: Any, name: str, mention: str) -> None:
    annotated, found = coded(name)

    assert [words(annotated, one.mentions) for one in found.events] == [mention]


@pytest.mark.parametrize(
    ("name", "trigger", "sides"),
    [
        ("meet_both", "met", "The Turkish president | his Russian counterpart"),
        ("joint", "held", "Egypt and Jordan | Israel"),
        ("war_between", "war", "Iran and Iraq"),
        ("talks", "Talks", "Sudan and Chad"),
        ("phone", "phoned", "The president | the king"),
        ("ally", "allied", "The party | the union"),
    ],
)
def test_sides_of_what_is_mutual_are_all_actors(
    coded: Any, by_trigger: Any, words: Any, name: str, trigger: str, sides: str
) -> None:
    annotated, found = coded(name)

    event = by_trigger(annotated, found.events, trigger)

    assert words(annotated, event.spans.actor) == sides
    assert event.spans.recipient == ()


def test_who_visits_and_who_is_visited_are_told_apart(coded: Any, words: Any) -> None:
    annotated, found = coded("visit")

    assert words(annotated, found.events[0].spans.actor) == "The German chancellor"
    assert words(annotated, found.events[0].spans.recipient) == "Kyiv"


def test_chains_run_from_the_outermost_teller_to_the_innermost(
    parsed: Any, coded: Any, by_trigger: Any
) -> None:
    annotated, found = coded("nested_that")
    paper, officials = attribute(parsed("nested_that"))

    event = by_trigger(annotated, found.events, "attacked")

    assert event.chain == (paper.id, officials.id)
    assert event.according_to == officials.id


def test_the_outlets_own_voice_has_no_chain(coded: Any) -> None:
    _, found = coded("hit_by")

    assert (found.events[0].according_to, found.events[0].chain) == (None, ())


def test_every_chain_names_attributions_and_ends_in_according_to(kept: Any, parsed: Any, coded: Any) -> None:
    for name in kept:
        ids = {one.id for one in attribute(parsed(name))}
        for event in coded(name)[1].events:
            assert set(event.chain) <= ids
            assert (event.chain[-1] if event.chain else None) == event.according_to


@given(st.data())
def test_fewer_attributions_leave_shorter_chains(parsed: Any, data: st.DataObject) -> None:
    """Whatever of the attributions is dropped, chains name only what is left."""
    annotated = parsed(data.draw(st.sampled_from(("nested_that", "order", "agency", "quoting", "kenya_if"))))
    whole = attribute(annotated)
    left = tuple(one for one in whole if data.draw(st.booleans()))

    found = code(annotated, left)

    ids = {one.id for one in left}
    for event in found.events:
        assert set(event.chain) <= ids
        assert event.according_to is None or event.according_to in ids
    for commitment in found.commitments:
        assert commitment.attribution is None or commitment.attribution in ids


def test_no_act_no_event(tree: Any) -> None:
    assert events(tree("we"), [], ()) == ()
