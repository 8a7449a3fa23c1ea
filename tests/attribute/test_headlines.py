"""Colons in headlines: a source before or behind them, or none at all."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.attribute import attribute
from sayso.attribute.headlines import LONGEST, headlines


@pytest.mark.parametrize(
    ("name", "source", "content"),
    [
        ("title_report", "Report", " Iran moves its troops"),
        ("title_person", "Daniel Osei", " the talks have failed"),
    ],
)
def test_a_source_before_the_colon(tree: Any, words: Any, name: str, source: str, content: str) -> None:
    read = tree(name)

    (found,) = headlines(read)

    assert words(read.annotated, found.source) == source
    assert words(read.annotated, found.cue) == ":"
    assert words(read.annotated, found.content) == content


@pytest.mark.parametrize("name", ["title_no", "title_plain", "title_long"])
def test_a_headline_without_a_source_attributes_nothing(tree: Any, name: str) -> None:
    assert headlines(tree(name)) == []


def test_a_colon_in_the_body_is_no_headline(tree: Any) -> None:
    read = tree("quote_after")

    assert ":" in read.text
    assert headlines(read) == []


def test_a_long_side_is_no_source(tree: Any) -> None:
    read = tree("title_long")

    assert len(read.within([(0, read.text.index(":"))])) > LONGEST
    assert headlines(read) == []


@pytest.mark.parametrize("name", ["title_report", "title_person"])
def test_a_headline_attributes_nothing_of_the_body(parsed: Any, words: Any, name: str) -> None:
    annotated = parsed(name)
    end = annotated.report.text.index("\n")

    (found,) = [one for one in attribute(annotated) if words(annotated, one.cue) == ":"]

    assert all(stop <= end for _, stop in found.content)


@pytest.mark.parametrize(("name", "kind"), [("title_report", "media"), ("title_person", "named_person")])
def test_the_kind_of_source_is_told_by_its_words(parsed: Any, name: str, kind: str) -> None:
    assert attribute(parsed(name))[0].source_type == kind


def test_a_body_under_a_plain_headline_keeps_its_own_voice(parsed: Any) -> None:
    assert attribute(parsed("title_plain")) == ()
