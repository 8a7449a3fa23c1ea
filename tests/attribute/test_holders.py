"""Who holds what inside another content, by roles and by the cue's own subject."""

from __future__ import annotations

from typing import Any

from sayso.attribute.drafts import draft
from sayso.attribute.holders import holders, owned
from sayso.contents import Contents


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
        found: str = words(read.annotated, owned(read, announced, Contents([noted, announced])).source)
        return found

    assert source("He") == source("the Commission") == source("") == "the Commission on Ports"
    assert source("the harbour") == "the harbour"


def test_a_cue_of_the_outermost_level_keeps_its_source(tree: Any, said: Any) -> None:
    read = tree("owned_announced")
    noted = said(read, "Friday", "noted", "the harbour would close")

    assert owned(read, noted, Contents([noted])) is noted


def test_a_noun_of_the_table_is_held_with_its_clause(tree: Any, words: Any) -> None:
    read = tree("held_threat")

    (one,) = holders(read)

    told = [words(read.annotated, spans) for spans in (one.source, one.cue, one.content)]
    assert told == ["the minister", "statement", read.text[read.text.index("the carmaker") : -1]]


def test_who_is_accused_of_an_order_gave_it(tree: Any, words: Any) -> None:
    read = tree("blamed")

    assert [(words(read.annotated, one.source), words(read.annotated, one.cue)) for one in draft(read)] == [
        ("The ministry", "said"), ("Professor Keita", "accused"), ("the rector", "ordering"),
    ]  # fmt: skip


def test_the_subject_of_a_passive_says_what_it_is_reported_to_have_said(
    tree: Any, words: Any, said: Any
) -> None:
    read = tree("owned_passive")
    outer = said(read, "", "was reported", read.text[read.text.index("to have") : -1])
    inner = said(read, "Nepal", "have said", read.text[read.text.index("the Maoist") : -1])

    assert (
        words(read.annotated, owned(read, inner, Contents([outer, inner])).source) == "Nepal's prime minister"
    )


def test_a_verb_that_no_table_knows_counts_with_a_source_and_a_clause(tree: Any, words: Any) -> None:
    read = tree("notified")

    assert [words(read.annotated, one.cue) for one in draft(read)] == ["told", "had notified"]


def test_a_message_that_is_said_to_be_something_says_it(tree: Any, words: Any) -> None:
    read = tree("equated")

    found = {words(read.annotated, one.cue): one for one in draft(read)}

    assert words(read.annotated, found["message"].source) == "Riyadh"
    assert words(read.annotated, found["message"].content) == read.text[read.text.index("the crown") : -1]


def test_what_a_demand_is_for_is_what_is_asked(tree: Any, words: Any) -> None:
    read = tree("demand_for")

    (one,) = holders(read)

    told = [words(read.annotated, spans) for spans in (one.source, one.cue, one.content)]
    assert told == ["the kidnappers", "demand", "for two million dollars"]
