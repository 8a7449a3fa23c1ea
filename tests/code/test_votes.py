"""The vote between the table of frames and the engine's head for types of events."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from sayso.code.lexicon import Frame
from sayso.code.triggers import fits
from sayso.code.votes import ALONE, OVERRULES, defaults, voted
from sayso.records import EVENT_TYPES
from sayso.syntax import Tree


@pytest.fixture
def told(parsed: Any, at: Any) -> Any:
    """A tree whose engine takes a word for a type with a chance."""

    def of(name: str, word: str, deed: str, chance: float) -> tuple[Tree, int]:
        annotated = parsed(name)
        index = at(Tree(annotated), word)
        changed = tuple(
            msgspec.structs.replace(one, deed=deed, chance=chance) if one.word == index else one
            for one in annotated.predicates
        )
        return Tree(msgspec.structs.replace(annotated, predicates=changed)), index

    return of


def frame(tree: Tree, index: int) -> Frame | None:
    found = fits(tree, index, "v")
    return found.frame if found else None


def test_every_type_has_a_frame_of_its_own() -> None:
    assert defaults().keys() == set(EVENT_TYPES)
    assert all(one.type == kind and one.recipient for kind, one in defaults().items())


def test_a_word_without_a_frame_is_an_event_where_the_engine_is_sure(told: Any) -> None:
    sure = told("war_torn", "promised", "PROTEST", ALONE)
    unsure = told("war_torn", "promised", "PROTEST", ALONE - 0.01)

    assert voted(*sure, None) == defaults()["PROTEST"]
    assert voted(*unsure, None) is None


def test_what_the_table_rules_out_is_not_voted_in(told: Any) -> None:
    tree, index = told("rejected_charge", "rejected", "REJECT", 0.99)

    assert frame(tree, index) is None
    assert voted(tree, index, None) is None


def test_a_bare_frame_gives_way_to_a_sure_engine(told: Any) -> None:
    tree, index = told("accused_of", "accused", "PROTEST", OVERRULES)
    own = frame(tree, index)

    assert own is not None
    assert own.type == "ACCUSE"
    assert not own.needs
    assert voted(tree, index, own) == defaults()["PROTEST"]
    assert voted(*told("accused_of", "accused", "PROTEST", OVERRULES - 0.01), own) == own


def test_a_sure_engine_does_not_give_a_word_what_the_table_rules_out_here(told: Any) -> None:
    # "condemn" is a verdict where "to death" stands beside it, and the table says so
    tree, index = told("rejected_charge", "rejected", "REJECT", 0.99)
    own = defaults()["ACCUSE"]

    assert voted(tree, index, own) == own


def test_a_frame_that_needs_more_is_taken_at_its_word(told: Any) -> None:
    tree, index = told("set_to", "deploy", "ASSAULT", 0.99)
    own = frame(tree, index)

    assert own is not None
    assert own.needs
    assert voted(tree, index, own) == own
