"""What is measured of whole readings against PolNeAR."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.attribution import given, quoted, sure, with_that

TEXT = 'The mayor said that the rebels had left. "We will stay," an officer added.'


def mark(source: str, cue: str, content: str, **more: Any) -> dict[str, Any]:
    def spans(words: str) -> list[tuple[int, int]]:
        at = TEXT.index(words)
        return [(at, at + len(words))] if words else []

    roles = {"source": spans(source), "cue": spans(cue), "content": spans(content)}
    return {**roles, "parent": None, "id": cue, "confidence": 0.9, **more}


SAID = mark("The mayor", "said", "that the rebels had left")
ADDED = mark("an officer", "added", '"We will stay,"')
GOLD = [{"id": "a", "text": TEXT, "attributions": [SAID, ADDED]}]


def test_that_is_put_back_before_a_content() -> None:
    bare = mark("The mayor", "said", "the rebels had left")

    assert with_that(TEXT, bare)["content"] == SAID["content"]
    assert with_that(TEXT, ADDED)["content"] == ADDED["content"]


def test_a_that_which_is_the_cue_stays_there() -> None:
    odd = mark("The mayor", "that", "the rebels had left")

    assert with_that(TEXT, odd)["content"] == odd["content"]


def test_sources_are_asked_for_where_the_content_is_right() -> None:
    wrong = mark("an officer", "said", "that the rebels had left")

    assert given(GOLD, {"a": [SAID, ADDED]}) == {"source given content": 1.0}
    assert given(GOLD, {"a": [wrong]}) == {"source given content": 0.0}
    assert given(GOLD, {"a": []}) == {"source given content": 0.0}


def test_quoted_contents_are_those_that_begin_with_a_mark() -> None:
    assert quoted(GOLD, {"a": [SAID, ADDED]}) == {"quoted content": 1.0}
    assert quoted(GOLD, {"a": [SAID]}) == {"quoted content": 0.0}


def test_what_is_sure_is_told_from_what_is_not() -> None:
    slip = mark("The mayor", "officer", "had left", confidence=0.3)

    figures = sure(GOLD, {"a": [SAID, {**ADDED, "confidence": 0.6}, slip]})

    assert figures == {
        "right where likely": pytest.approx(1.0),
        "right where sure": pytest.approx(1.0),
        "right where unsure": pytest.approx(0.0),
    }
