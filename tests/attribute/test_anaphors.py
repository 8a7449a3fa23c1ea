"""Sources that stand for an earlier one are led back to it, and to nobody else."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sayso.attribute import attribute
from sayso.attribute.anaphors import resolve
from sayso.attribute.sources import source_type
from sayso.records import Annotated


@pytest.fixture
def spoken(said: Any) -> Any:
    """A saying with the kind its source's words tell, as the room makes it before anaphors are resolved."""

    def make(tree: Any, number: int, source: str, content: str) -> Any:
        one = said(tree, source, "said", content, id=f"a{number}")
        return said(tree, source, "said", content, id=f"a{number}", source_type=source_type(tree, one.source))

    return make


@pytest.mark.parametrize(
    ("name", "source", "antecedent", "kind"),
    [
        ("he", "He", "Interior Minister Adoum Tchari", "named_person"),
        ("he_said_person", "He", "President Omar Diallo", "named_person"),
        ("they", "They", "Aid workers", "anonymous_other"),
        ("one_of", "One of the sources", "Two sources", "anonymous_other"),
        ("fuller", "Obeid", "Gen. Tariq Obeid", "named_person"),
        ("the_minister", "The minister", "Foreign minister Ana Kovac", "named_person"),
        ("report", "The report", "The Associated Press", "media"),
        ("that_report", "The report", "Corvane News", "media"),
        ("friday_report", "Friday's report", "Corvane News", "media"),
        ("rebels_it", "It", "The company", "organisation"),
        ("company_they", "They", "The company", "organisation"),
        ("document_the", "The letter", "A letter", "document"),
    ],
)
def test_led_back(parsed: Any, words: Any, name: str, source: str, antecedent: str, kind: str) -> None:
    annotated = parsed(name)

    (one,) = [one for one in attribute(annotated) if words(annotated, one.source) == source]

    assert words(annotated, one.refers_to) == antecedent
    assert one.source_type == kind


@pytest.mark.parametrize("name", ["nobody_he", "newspaper", "kenya_if", "gov", "the_official", "us_we"])
def test_with_nobody_before_it_nothing_is_led_back(parsed: Any, name: str) -> None:
    assert [one.refers_to for one in attribute(parsed(name))] == [()]


def test_he_without_anybody_is_somebody_unnamed(parsed: Any) -> None:
    (one,) = attribute(parsed("nobody_he"))

    assert one.source_type == "anonymous_other"


def test_a_report_is_no_general(parsed: Any) -> None:
    """Texts stand for texts and media, not for people."""
    annotated = parsed("general_report")

    assert [one.refers_to for one in attribute(annotated)] == [(), ()]


def test_a_relative_pronoun_is_the_noun_its_clause_hangs_on(tree: Any, said: Any, words: Any) -> None:
    read = tree("relcl")

    (one,) = resolve(read, (said(read, "who", "refusing", "to leave", id="a1"),))

    assert words(read.annotated, one.refers_to) == "The general"


def test_another_side_that_speaks_stands_for_itself(parsed: Any) -> None:
    for name in ("denied_later", "denied_this", "charge_denied", "reject_charge"):
        assert [one.refers_to for one in attribute(parsed(name))] == [(), ()]


@pytest.mark.parametrize(
    ("name", "pronoun"), [("paper_he", "he"), ("general_they", "They"), ("villagers_he", "He")]
)
def test_a_pronoun_is_nobody_it_cannot_agree_with(parsed: Any, words: Any, name: str, pronoun: str) -> None:
    """A paper is no "he", nor are villagers; one general is no "they"."""
    annotated = parsed(name)

    (one,) = [one for one in attribute(annotated) if words(annotated, one.source) == pronoun]

    assert one.refers_to == ()
    assert one.source_type == "anonymous_other"


def test_what_stands_before_is_not_led_to_what_comes_after(tree: Any, spoken: Any, words: Any) -> None:
    read = tree("they")
    first = spoken(read, 1, "Aid workers", "the camp was empty")
    second = spoken(read, 2, "They", "the refugees had fled")

    found = resolve(read, (second, first))

    assert [one.id for one in found] == ["a2", "a1"]
    assert found[0].refers_to == first.source
    assert found[1].refers_to == ()


def test_a_chain_of_anaphors_ends_at_the_name(tree: Any, spoken: Any) -> None:
    read = tree("the_minister")
    name = spoken(read, 1, "Foreign minister Ana Kovac", "the talks had failed")
    again = spoken(read, 2, "The minister", "the envoy had left")

    _, found = resolve(read, (name, again))

    assert found.refers_to == name.source


NAMES = ("he", "they", "fuller", "the_minister", "report", "denied_later", "nested_that", "page")


@given(st.data())
def test_any_order_gives_the_same_answers(parsed: Any, tree: Any, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(NAMES))
    read = tree(name)
    given_ones = attribute(parsed(name))
    shuffled = tuple(data.draw(st.permutations(given_ones)))

    found = resolve(read, shuffled)

    assert [one.id for one in found] == [one.id for one in shuffled]
    assert {one.id: one for one in found} == {one.id: one for one in resolve(read, given_ones)}


def test_behind_a_vague_source_the_one_the_engine_links_is_meant(parsed: Any, words: Any) -> None:
    annotated = parsed("he_linked")

    def stands_for(given: Annotated) -> str:
        (he,) = (one for one in attribute(given) if words(given, one.source) == "He")
        found: str = words(given, he.refers_to)
        return found

    assert stands_for(annotated) == "Mr. Obama"
    assert stands_for(replace(annotated, mentions=())) == "A majority"


def test_behind_a_person_the_nearest_is_meant(parsed: Any, words: Any) -> None:
    annotated = parsed("she_linked")

    (she,) = (one for one in attribute(annotated) if words(annotated, one.source) == "She")

    assert words(annotated, she.refers_to) == "Her engineer, Tom Berg"
