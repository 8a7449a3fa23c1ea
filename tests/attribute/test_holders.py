"""Who holds what inside another content, by roles and by the cue's own subject."""

from __future__ import annotations

from typing import Any

from sayso.attribute.drafts import draft
from sayso.attribute.holders import holders, owned


def test_a_verb_of_wanting_with_a_noun_is_held_by_its_agent(tree: Any, words: Any) -> None:
    read = tree("held_noun")

    (one,) = holders(read)

    told = [words(read.annotated, spans) for spans in (one.source, one.cue, one.content)]
    assert told == ["families", "want", "their own schools"]


def test_a_verb_of_saying_is_no_holding(tree: Any) -> None:
    assert holders(tree("owned_announced")) == []


def test_what_is_held_counts_inside_another_content_only(tree: Any, words: Any) -> None:
    inner, outer = tree("held_noun"), tree("held_not")

    assert [words(inner.annotated, one.cue) for one in draft(inner)] == ["said", "want"]
    assert draft(outer) == []


def test_a_cue_inside_a_content_speaks_for_its_own_subject(tree: Any, words: Any, said: Any) -> None:
    read = tree("owned_announced")
    noted = said(
        read, "He", "noted", "the Commission on Ports announced on Friday that the harbour would close"
    )

    def source(given: str) -> str:
        announced = said(read, given, "announced", "the harbour would close")
        found: str = words(read.annotated, owned(read, announced, [noted, announced]).source)
        return found

    assert source("He") == source("the Commission") == source("") == "the Commission on Ports"
    assert source("the harbour") == "the harbour"


def test_a_cue_of_the_outermost_level_keeps_its_source(tree: Any, said: Any) -> None:
    read = tree("owned_announced")
    noted = said(read, "Friday", "noted", "the harbour would close")

    assert owned(read, noted, [noted]) is noted
