"""One source heard through another, in every order of words."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.attribute import attribute
from sayso.attribute.relays import carried, relayed


@pytest.fixture
def chains(parsed: Any, words: Any) -> Any:
    """Name of a kept parse -> innermost source of each attribution with the sources above it."""

    def of(name: str) -> list[list[str]]:
        annotated = parsed(name)
        by_id = {one.id: one for one in attribute(annotated)}
        found = []
        for one in by_id.values():
            path, at = [], one
            while True:
                path.append(words(annotated, at.source))
                if at.parent is None:
                    break
                at = by_id[at.parent]
            found.append(path)
        return found

    return of


@pytest.mark.parametrize(
    ("name", "chain"),
    [
        ("quoting", ["the general", "the report"]),
        ("quoting_as", ["the admiral", "Corvane News"]),
        ("cited_as", ["two diplomats", "The paper"]),
        ("sources", ["two sources", "the report"]),
        ("quoted_by", ["A spokesman", "the agency"]),
        ("nested_that", ["officials", "The paper"]),
        ("agency", ["officials", "the Associated Press"]),
        ("citing", ["two customs officers", "The Caspian Monitor"]),
    ],
)
def test_who_is_heard_through_whom(chains: Any, name: str, chain: list[str]) -> None:
    assert chain in chains(name)
    assert [chain[-1]] in chains(name)


def test_one_who_tells_a_paper_is_not_heard_through_another(chains: Any) -> None:
    assert chains("told_paper") == [["The admiral"]]


def test_as_saying_behind_its_content_takes_the_quoting_ones(tree: Any, said: Any, words: Any) -> None:
    read = tree("quoting")
    above = said(read, "the report", "quoted", "The state would respond")

    (inner,) = relayed(read, [above])

    assert words(read.annotated, inner.source) == "the general"
    assert words(read.annotated, inner.content) == "The state would respond"


def test_who_quotes_and_who_is_quoted_are_told_by_the_order_of_the_words(tree: Any, words: Any) -> None:
    read = tree("quoting")

    inner, outer = relayed(read, [])

    assert words(read.annotated, inner.source) == "the general"
    assert words(read.annotated, outer.source) == "the report"
    assert relayed(read, [outer]) == [inner]


def test_without_as_saying_there_is_no_relay(tree: Any) -> None:
    assert relayed(tree("newspaper"), []) == []


def test_a_carrier_takes_in_the_saying_it_carries(tree: Any, said: Any, words: Any) -> None:
    read = tree("quoted_by")
    one = said(read, "A spokesman, quoted by the agency,", "said", "the airport was closed")

    inner, outer = carried(read, [one])

    assert words(read.annotated, inner.source) == "A spokesman"
    assert inner.content == one.content
    assert words(read.annotated, outer.source) == "the agency"
    assert words(read.annotated, outer.cue) == "quoted"
    assert words(read.annotated, outer.content).endswith("said the airport was closed")


def test_a_saying_that_nobody_carries_stays_as_it_was(tree: Any, said: Any) -> None:
    read = tree("nested_that")
    one = said(read, "The paper", "said", "officials believed")

    assert carried(read, [one]) == [one]


def test_a_saying_without_source_stays_as_it_was(tree: Any, said: Any) -> None:
    read = tree("quoted_by")
    one = said(read, "", "said", "the airport was closed")

    assert carried(read, [one]) == [one]


@pytest.mark.parametrize("name", ["quoting", "quoting_as", "cited_as", "sources", "quoted_by"])
def test_each_cue_is_proposed_once(parsed: Any, name: str) -> None:
    cues = [one.cue for one in attribute(parsed(name))]

    assert len(cues) == len(set(cues))
