"""Attributions by syntax alone, and what syntax adds to what the engine saw."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.attribute.complements import (
    complements,
    completed,
    cue_of,
    infinitive,
    source_phrase,
    spoken_words,
)


@pytest.fixture
def proposed(tree: Any, words: Any) -> Any:
    """Name of a kept parse -> (source, cue, content) of each proposal, in words."""

    def of(name: str) -> list[tuple[str, str, str]]:
        read = tree(name)
        return [
            tuple(words(read.annotated, spans) for spans in (one.source, one.cue, one.content))
            for one in complements(read)
        ]

    return of


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("villagers", ("Villagers", "said", "soldiers had burned the houses")),
        ("tell_that", ("The envoy", "told", "the truce was holding")),
        ("deny_sending", ("Ethiopia", "denied", "sending soldiers to the border")),
        ("threat_to", ("Iran", "threatened", "to close the strait")),
        ("press_to", ("The union", "urged", "to release the prisoners")),
        ("stop_demand", ("Sweden", "told", "to stop violating its airspace")),
        ("believe_it", ("Analysts", "believe", "the army will attack the port")),
        ("believed", ("", "are believed", "to hold the airport")),
        ("nobody_he", ("He", "said", "the village had been attacked")),
        ("if_attacked", ("the minister", "said", "Israel will strike the bases if the rockets continue")),
        ("rule_out", None),
        ("passive", None),
        ("hostage", None),
    ],
)
def test_one_proposal_for_a_verb_with_its_complement(proposed: Any, name: str, wanted: Any) -> None:
    assert proposed(name) == ([wanted] if wanted else [])


def test_levels_are_proposed_each_on_its_own(proposed: Any) -> None:
    assert proposed("nested_that") == [
        ("The paper", "said", "officials believed that the rebels had attacked the dam"),
        ("officials", "believed", "the rebels had attacked the dam"),
    ]


def test_what_was_not_said_is_handed_to_nobody(proposed: Any) -> None:
    assert proposed("not_say") == []


@pytest.mark.parametrize(
    ("name", "source", "cue", "content"),
    [
        ("denied_later", "Sudan", "denied", "it"),
        ("denied_this", "The general", "denied", "this"),
        ("charge_denied", "Russia", "denied", "the accusation"),
        ("reject_charge", "Congo", "rejected", "the charge"),
        ("dispute", "The company", "disputed", "the claim"),
    ],
)
def test_denials_of_a_word_for_a_claim(proposed: Any, name: str, source: str, cue: str, content: str) -> None:
    """Of denials only: what is confirmed, offered or seized with a bare object is none."""
    found = [one for one in proposed(name) if one[1] == cue]

    if content in ("it", "this"):
        assert found == [(source, cue, content)]
    else:
        assert [one[:2] for one in found] == [(source, cue)]
        assert found[0][2].endswith(content)


def test_a_bare_object_is_no_complement(proposed: Any) -> None:
    assert [cue for _, cue, _ in proposed("confirmed_not")] == ["said"]
    assert proposed("threaten_np") == []


@pytest.mark.parametrize(
    ("name", "verb", "wanted"),
    [
        ("promised_aid", "pledged", "send"),
        ("stop_demand", "told", "stop"),
        ("tell_that", "told", None),
        ("deny_sending", "denied", None),
        ("demand", "demanded", None),
    ],
)
def test_infinitive(tree: Any, at: Any, name: str, verb: str, wanted: str | None) -> None:
    read = tree(name)

    found = infinitive(read, at(read, verb))

    assert (read.words[found].text if found is not None else None) == wanted


def test_an_order_is_narrowed_to_what_is_to_be_done(tree: Any, said: Any, words: Any) -> None:
    read = tree("press_to")
    one = said(read, "The union", "urged", "the government to release the prisoners")

    assert words(read.annotated, completed(read, one).content) == "to release the prisoners"


def test_to_tell_that_is_no_order(tree: Any, said: Any) -> None:
    read = tree("tell_that")
    one = said(read, "The envoy", "told", "the truce was holding")

    assert completed(read, one) == one


def test_a_threat_takes_in_the_condition_that_hangs_on_its_cue(tree: Any, said: Any, words: Any) -> None:
    read = tree("unless")
    one = said(read, "The rebels", "threatened to", "march on the capital")

    found = completed(read, one)

    assert words(read.annotated, found.content) == "march on the capital unless the president resigned"


def test_the_subject_of_the_cue_is_filled_in(tree: Any, said: Any, words: Any) -> None:
    read = tree("the_minister")
    one = said(read, cue="said", content="the talks had failed")

    assert words(read.annotated, completed(read, one).source) == "Foreign minister Ana Kovac"


def test_a_source_that_the_engine_saw_stays(tree: Any, said: Any) -> None:
    read = tree("newspaper")
    one = said(read, "the minister", "reported", "had met the rebels")

    assert completed(read, one).source == one.source


def test_that_is_no_part_of_what_is_said_but_to_is(tree: Any, at: Any, words: Any) -> None:
    that, to = tree("claimed"), tree("promised_aid")

    inside = [that.words[index].text for index in spoken_words(that, at(that, "shot"))]
    deed = [to.words[index].text for index in spoken_words(to, at(to, "send"))]

    assert inside[:2] == ["it", "had"]
    assert deed[:2] == ["to", "send"]


def test_a_cue_is_the_verb_with_its_particle(tree: Any, at: Any, words: Any) -> None:
    read = tree("turned_down")

    assert words(read.annotated, cue_of(read, at(read, "turned"))) == "turned down"


def test_a_pronoun_stands_alone_and_a_noun_with_its_phrase(tree: Any, at: Any) -> None:
    pronoun, noun = tree("nobody_he"), tree("kenya_if")

    start, end = source_phrase(pronoun, at(pronoun, "He"))
    assert pronoun.text[start:end] == "He"
    start, end = source_phrase(noun, at(noun, "minister"))
    assert noun.text[start:end] == "the Kenyan interior minister"


def test_proposals_of_all_sentences_lie_inside_the_text(kept: Any, tree: Any) -> None:
    for name in kept:
        read = tree(name)
        for one in complements(read):
            spans = (*one.source, *one.cue, *one.content)
            assert all(0 <= start < end <= len(read.text) for start, end in spans)
            assert one.content


def test_those_who_were_told_are_no_source(tree: Any, said: Any) -> None:
    read = tree("tenants")

    one = completed(read, said(read, "Tenants", "have been notified", "the tower is unsafe"))

    assert one.source == ()
