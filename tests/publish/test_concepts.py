"""Words that speak of a concept: phrases, what they hide, and what does not count."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from sayso.publish.concepts import Found, phrases, wider
from sayso.records import ActorMention, Annotated

KEPT = json.loads(Path(__file__).parents[1].joinpath("parses_subevents.json").read_text("utf-8"))
Look = Callable[..., Found]


@pytest.fixture
def look() -> Look:
    """`look("name")`: what is found in a kept parse."""
    return lambda name, *actors: Found(msgspec.convert(KEPT[name], Annotated), actors)


def told(found: Found, concept: str) -> set[str]:
    text = found.annotated.report.text
    return {text[slice(*found.span(hit))].lower() for hit in found.of(concept)}


def test_every_phrase_begins_with_a_word() -> None:
    assert all(first not in ("", "*", "..") for first in phrases())


def test_a_concept_counts_as_the_wider_one_it_is_a_part_of(look: Look) -> None:
    assert wider()["police"] >= {"forces"}
    assert "police" in told(look("dispersed"), "forces")


def test_a_longer_phrase_hides_the_words_inside_it(look: Look) -> None:
    found = look("canister")

    assert told(found, "grenade") == set()
    assert told(found, "crowd_control") == {"tear gas grenades"}


def test_a_phrase_may_leave_words_free(look: Look) -> None:
    assert "took the town back" in told(look("retaken"), "regain")


def test_what_is_under_a_no_does_not_count(look: Look) -> None:
    assert told(look("unhurt"), "die") == set()


def test_a_phrase_with_its_own_no_counts(look: Look) -> None:
    assert told(look("handed"), "nofight") != set()


def test_what_a_protest_is_about_does_not_count(look: Look) -> None:
    found = look("topic")

    assert told(found, "protest") != set()
    assert told(found, "kill") == set()


def test_what_soldiers_are_sent_for_has_not_happened(look: Look) -> None:
    assert told(look("sent"), "clash") == set()


def test_roles_say_who_does_it(look: Look) -> None:
    found = look("retaken")

    assert found.with_role("regain", "0", "soldier")
    assert not found.with_role("regain", "0", "rebel")


def test_the_code_of_an_actor_speaks_where_its_words_do_not(look: Look) -> None:
    bare = look("unnamed")
    start = bare.annotated.report.text.index("Zorvan")
    coded = look("unnamed", ActorMention((start, start + 6), "NOR REB", "Zorvan", "list"))

    assert told(bare, "rebel") == set()
    assert told(coded, "rebel") == {"zorvan"}
