"""Attributions of whole sentences: levels, relays, anaphors, completions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.attribute import attribute
from sayso.records import SOURCE_TYPES, STANCES, Annotated

Parsed = Callable[[str], Annotated]


@pytest.fixture
def read(parsed: Parsed, words: Any) -> Callable[[str], dict[str, Any]]:
    """Cue words -> what is read of that attribution, spans as words."""

    def of(name: str) -> dict[str, Any]:
        annotated = parsed(name)
        found = attribute(annotated)
        named = {one.id: words(annotated, one.source) for one in found}
        return {
            words(annotated, one.cue): {
                "source": words(annotated, one.source),
                "content": words(annotated, one.content),
                "parent": named.get(one.parent or ""),
                "type": one.source_type,
                "stance": one.stance,
                "for": words(annotated, one.refers_to),
            }
            for one in found
        }

    return of


def test_an_agency_that_quotes_officials_stands_above_them(read: Any) -> None:
    found = read("agency")

    assert found["said"]["source"] == "officials"
    assert found["said"]["parent"] == "the Associated Press"
    assert found["according to"]["content"].endswith("officials said on Friday")


def test_an_order_inside_a_report_has_its_own_source_and_deed(read: Any) -> None:
    found = read("order")

    assert found["instructed"]["source"] == "A senior general"
    assert found["instructed"]["content"] == "to withdraw from the city"
    assert found["instructed"]["stance"] == "order"
    assert found["instructed"]["parent"] is not None


def test_one_who_is_quoted_as_saying_stands_below_the_one_who_quotes(read: Any) -> None:
    found = read("quoting")

    assert found["saying"]["source"] == "the general"
    assert found["saying"]["content"] == "The state would respond"
    assert found["saying"]["parent"] == "the report"


def test_sources_quoted_in_a_report_are_carried_by_it(read: Any) -> None:
    found = read("sources")

    assert found["according to"]["source"] == "two sources"
    assert found["quoted"]["source"] == "the report"
    assert found["according to"]["parent"] == "the report"


def test_to_tell_somebody_to_do_a_thing_is_to_ask(read: Any) -> None:
    assert read("tell")["told"]["stance"] == "request"
    assert read("tell")["told"]["content"] == "to stand down"


def test_a_threat_takes_in_its_condition(read: Any) -> None:
    assert read("unless")["threatened to"]["content"].endswith("unless the president resigned")


def test_a_denial_of_it_is_an_attribution(read: Any) -> None:
    assert read("denied_later")["denied"]["stance"] == "deny"
    assert read("denied_later")["denied"]["content"] == "it"


def test_he_is_the_person_named_before(read: Any) -> None:
    found = read("he")["said"]

    assert found["type"] == "named_person"
    assert "Adoum Tchari" in found["for"]


def test_the_report_is_the_agency_that_reported(read: Any) -> None:
    assert read("report")["said"]["for"] == "The Associated Press"
    assert read("report")["said"]["type"] == "media"


def test_everything_is_of_the_contract(parsed: Parsed) -> None:
    for name in ("agency", "order", "quoting", "sources", "tell", "unless", "he", "report", "we", "us"):
        annotated = parsed(name)
        for one in attribute(annotated):
            assert one.source_type in SOURCE_TYPES
            assert one.stance in STANCES
            spans = (*one.source, *one.cue, *one.content)
            assert all(0 <= start < end <= len(annotated.report.text) for start, end in spans)


def test_the_same_words_give_the_same_attributions(parsed: Parsed) -> None:
    assert attribute(parsed("order")) == attribute(parsed("order"))
