"""What kind of source a phrase names: people, officials, bodies, papers, documents."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.attribute.sources import source_type
from sayso.records import SOURCE_TYPES


@pytest.mark.parametrize(
    ("name", "source", "kind"),
    [
        ("named_spokesman", "Spokesman Daniel Osei", "named_person"),
        ("quote_before", "Amal Haddad, a farmer", "named_person"),
        ("fuller", "Gen. Tariq Obeid", "named_person"),
        ("the_minister", "Foreign minister Ana Kovac", "named_person"),
        ("the_pm", "The prime minister", "named_person"),
        ("vice", "The deputy foreign minister", "named_person"),
        ("promise_if", "The minister", "named_person"),
        ("kenya_if", "the Kenyan interior minister", "named_person"),
        ("army_chief", "The army chief", "named_person"),
        ("a_minister", "One minister", "anonymous_official"),
        ("former", "A former minister", "anonymous_official"),
        ("president_former", "The former president", "anonymous_official"),
        ("a_spokesman", "A spokesman for the army", "anonymous_official"),
        ("security_sources", "Two security sources", "anonymous_official"),
        ("resident", "The police officer", "anonymous_official"),
        ("page", "two officers", "anonymous_official"),
        ("one_of", "Two sources", "anonymous_other"),
        ("one_of", "One of the sources", "anonymous_other"),
        ("villagers", "Villagers", "anonymous_other"),
        ("they", "Aid workers", "anonymous_other"),
        ("believe_it", "Analysts", "anonymous_other"),
        ("gov", "The government", "organisation"),
        ("bare_name", "NATO", "organisation"),
        ("deny_sending", "Ethiopia", "organisation"),
        ("dispute", "The company", "organisation"),
        ("separately", "The army", "organisation"),
        ("until", "the union", "organisation"),
        ("newspaper", "A newspaper", "media"),
        ("nested_that", "The paper", "media"),
        ("that_report", "Corvane News", "media"),
        ("quoted_by", "the agency", "media"),
        ("times_report", "A New York Times report", "media"),
        ("title_report", "Report", "media"),
        ("statement_said", "The statement", "document"),
        ("document_the", "A letter", "document"),
        ("study", "A study", "document"),
        ("according_two", "a report by the agency", "document"),
        ("poll", "A poll by the university", "poll"),
        ("tweet_s", "The tweet", "social_media"),
    ],
)
def test_kind(tree: Any, said: Any, name: str, source: str, kind: str) -> None:
    read = tree(name)

    assert source_type(read, said(read, source).source) == kind


def test_a_compound_source_takes_its_first_actor(tree: Any, said: Any) -> None:
    read = tree("both_said")

    assert source_type(read, said(read, "The king and the president").source) == "named_person"


def test_a_pronoun_says_nothing_of_its_kind(tree: Any, said: Any) -> None:
    assert source_type(tree("nobody_he"), said(tree("nobody_he"), "He").source) == "unspecified"


def test_no_source_is_unspecified(tree: Any) -> None:
    assert source_type(tree("believed"), ()) == "unspecified"


def test_a_person_inside_another_phrase_does_not_name_it(tree: Any, said: Any) -> None:
    """A spokesman for somebody is not that somebody."""
    read = tree("he_said_person")

    assert source_type(read, said(read, "the camp").source) != "named_person"


def test_every_phrase_of_every_sentence_has_a_kind_of_the_contract(kept: Any, tree: Any) -> None:
    for name in kept:
        read = tree(name)
        for index, word in enumerate(read.words):
            if word.upos in ("NOUN", "PROPN", "PRON"):
                assert source_type(read, (read.phrase(index),)) in SOURCE_TYPES
