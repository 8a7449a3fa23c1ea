"""Who cites and who is cited."""

from __future__ import annotations

from typing import Any

from sayso.attribute.citations import cited


def test_those_cited_say_what_the_paper_hands_on(tree: Any, said: Any, words: Any) -> None:
    """The engine takes the paper for the source of both."""
    read = tree("citing")
    told = "Baku had ordered all trucks to stop"
    outer = said(read, "The Caspian Monitor", "said", told)
    inner = said(read, "The Caspian Monitor", "citing", told)

    found = cited(read, [outer, inner])

    assert words(read.annotated, found[1].source) == "two customs officers"
    assert words(read.annotated, found[1].content) == told
    assert words(read.annotated, found[0].content).startswith("citing two customs officers")


def test_documents_that_are_only_named_stay_what_is_cited(tree: Any, said: Any) -> None:
    """PolNeAR: "the Journal reported, citing | internal documents"."""
    read = tree("citing")
    outer = said(read, "The Caspian Monitor", "said", "Baku had ordered all trucks to stop")
    named = said(read, "The Caspian Monitor", "citing", "two customs officers")

    assert cited(read, [outer, named]) == [outer, named]


def test_one_who_is_quoted_by_another_is_handed_on_whole(tree: Any, said: Any, words: Any) -> None:
    read = tree("quoted_by")
    quoted = said(read, "the agency", "quoted", "A spokesman")
    inner = said(read, "A spokesman", "said", "the airport was closed")

    found = cited(read, [quoted, inner])

    assert words(read.annotated, found[0].source) == "the agency"
    assert words(read.annotated, found[0].content) == "A spokesman | said the airport was closed"
    assert found[1] == inner


def test_where_the_engine_gives_both_the_speaker_the_carrier_is_found(
    tree: Any, said: Any, words: Any
) -> None:
    read = tree("quoted_by")
    quoted = said(read, "A spokesman", "quoted", "the airport was closed")
    inner = said(read, "A spokesman", "said", "the airport was closed")

    found = cited(read, [quoted, inner])

    assert words(read.annotated, found[0].source) == "the agency"


def test_whom_the_agency_quoted_says_what_it_tells(tree: Any, said: Any, words: Any) -> None:
    read = tree("which_quoted")
    outer = said(read, "the agency", "According to", "the dam has burst")
    inner = said(read, "which", "quoted", "two engineers")

    found = cited(read, [outer, inner])

    assert words(read.annotated, found[1].source) == "two engineers"
    assert words(read.annotated, found[1].content) == "the dam has burst"
    assert words(read.annotated, found[0].content) == "quoted two engineers | the dam has burst"
