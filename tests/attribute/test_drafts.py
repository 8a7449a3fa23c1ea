"""Proposals: what the engine saw, tidied; what only syntax shows; headings and silent segments kept apart."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sayso.attribute.drafts import SILENT, draft
from sayso.attribute.levels import chain, nest
from sayso.records import Annotated, Frame
from sayso.syntax import Tree

NAMES = ("agency", "order", "page", "quote_split", "quoted_by", "sources", "title_report", "unless", "we")


def held(text: str, spans: Any) -> str:
    return " | ".join(text[start:end] for start, end in spans)


def test_what_the_engine_saw_comes_out_trimmed(tree: Any) -> None:
    read = tree("if_attacked")

    (one,) = draft(read)

    assert held(read.text, one.source) == "the minister"
    assert held(read.text, one.cue) == "said"
    assert held(read.text, one.content) == "Israel will strike the bases if the rockets continue"


@pytest.mark.parametrize(
    ("name", "cue"),
    [
        ("threat_to", "threatened"),
        ("deny_sending", "denied"),
        ("title_report", ":"),
        ("hearsay_nominal", "allegedly"),
    ],
)
def test_what_the_engine_was_taught_little_of_syntax_shows(parsed: Any, name: str, cue: str) -> None:
    bare = replace(parsed(name), frames=())

    assert cue in [held(bare.report.text, one.cue) for one in draft(Tree(bare))]


@pytest.mark.parametrize("name", ["if_attacked", "tell_that", "believe_it"])
def test_where_the_engine_was_taught_and_saw_no_cue_there_is_none(parsed: Any, name: str) -> None:
    assert draft(Tree(replace(parsed(name), frames=()))) == []


def test_inside_another_content_syntax_is_believed(parsed: Any) -> None:
    annotated = parsed("nested_that")
    outer = [
        frame for frame in annotated.frames if frame.cue[0][0] == min(f.cue[0][0] for f in annotated.frames)
    ]

    found = draft(Tree(replace(annotated, frames=tuple(outer))))

    assert "believed" in [held(annotated.report.text, one.cue) for one in found]


def test_a_cue_the_engine_saw_is_not_proposed_again_by_syntax(tree: Any) -> None:
    for name in ("nested_that", "tell_that", "threat_to", "deny_sending"):
        spans = sorted(span for one in draft(tree(name)) for span in one.cue)
        assert all(left[1] <= right[0] for left, right in pairwise(spans))


def test_an_engine_frame_without_content_or_cue_is_nothing(parsed: Any) -> None:
    annotated = parsed("hostage")
    lone = (Frame(cue=((1, 2),), source=(), content=(), score=0.9),)
    bare = (Frame(cue=(), source=((0, 1),), content=((2, 4),), score=0.9),)

    assert draft(Tree(replace(annotated, frames=lone))) == []
    assert draft(Tree(replace(annotated, frames=bare))) == []


def test_inside_another_content_only_known_cues_count(parsed: Any) -> None:
    """The engine was taught little there: a frame on "attacked" inside what a mayor said is a slip."""
    annotated = parsed("self_quote")
    slip = Frame(cue=((2, 3),), source=((1, 2),), content=((3, 4),), score=0.5)

    found = draft(Tree(replace(annotated, frames=(*annotated.frames, slip))))

    assert [held(annotated.report.text, one.cue) for one in found] == ["said"]


def test_the_cue_is_cut_out_of_the_content(parsed: Any) -> None:
    annotated = parsed("newspaper")
    whole = Frame(cue=((2, 3),), source=((0, 2),), content=((0, 10),), score=0.9)

    (one,) = draft(Tree(replace(annotated, frames=(whole,))))

    assert held(annotated.report.text, one.content).startswith("A newspaper | that")


def test_a_caption_and_a_byline_attribute_nothing(tree: Any) -> None:
    read = tree("page")
    quiet = [(part.start, part.end) for part in read.annotated.segments if part.kind in SILENT]

    found = draft(read)

    assert len(quiet) == 2
    assert [held(read.text, one.cue) for one in found] == ["said"]
    for one in found:
        spans = (*one.source, *one.cue, *one.content)
        assert all(end <= start or stop <= begin for start, stop in spans for begin, end in quiet)


def test_the_body_attributes_nothing_of_the_headline(tree: Any) -> None:
    read = tree("page")

    (one,) = draft(read)

    assert held(read.text, one.content) == "The army shelled the port on Sunday"


def test_an_agency_takes_in_the_officials_it_heard(tree: Any) -> None:
    read = tree("agency")
    found = {held(read.text, one.cue): held(read.text, one.content) for one in draft(read)}

    assert found == {
        "said": "Ukraine has moved its troops",
        "according to": "Ukraine has moved its troops, officials said on Friday",
    }


def test_an_agency_of_the_same_content_stands_above(parsed: Any) -> None:
    """Where the engine gives both one content, the agency's takes in the officials' saying."""
    annotated = parsed("agency")
    officials, agency = draft(Tree(annotated))
    text = annotated.report.text
    words = [word.text for word in annotated.words]
    content = ((0, words.index(",")),)
    first, said, cue = words.index("officials"), words.index("said"), words.index("according")
    seen = (
        Frame(cue=((said, said + 1),), source=((first, first + 1),), content=content, score=0.9),
        Frame(cue=((cue, cue + 2),), source=((cue + 2, len(words) - 1),), content=content, score=0.9),
    )

    inner, outer = draft(Tree(replace(annotated, frames=seen)))

    assert held(text, inner.content) == held(text, officials.content)
    assert held(text, outer.content) == "Ukraine has moved its troops, officials said"
    assert held(text, outer.source) == held(text, agency.source)


def test_a_quotation_cut_in_two_is_one_content(tree: Any) -> None:
    read = tree("quote_split")

    (one,) = draft(read)

    assert held(read.text, one.content) == '"The army," | "has left."'


def frames(count: int) -> st.SearchStrategy[tuple[Frame, ...]]:
    """Any frames whatever over a report of so many words."""
    span = st.tuples(st.integers(0, count - 1), st.integers(1, 6)).map(
        lambda pair: (pair[0], min(count, pair[0] + pair[1]))
    )
    spans = st.lists(span, max_size=2).map(tuple)
    one = st.builds(Frame, cue=spans, source=spans, content=spans, score=st.floats(0, 1))
    return st.lists(one, max_size=4).map(tuple)


def drafted(data: st.DataObject, parsed: Any) -> tuple[Annotated, Any]:
    annotated = parsed(data.draw(st.sampled_from(NAMES)))
    seen = data.draw(frames(len(annotated.words)))
    changed = replace(annotated, frames=seen)
    return changed, draft(Tree(changed))


@given(st.data())
def test_whatever_the_engine_says_spans_are_words_of_the_text(parsed: Any, data: st.DataObject) -> None:
    annotated, found = drafted(data, parsed)
    text = annotated.report.text

    for one in found:
        assert one.content
        assert one.cue
        for start, end in (*one.source, *one.cue, *one.content):
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
            assert any(char.isalnum() for char in text[start:end]) or text[start:end] == ":"


@given(st.data())
def test_whatever_the_engine_says_chains_end_and_never_repeat(parsed: Any, data: st.DataObject) -> None:
    _, found = drafted(data, parsed)
    named = tuple(nest(found))

    for one in named:
        path = chain(named, one.id)
        assert path[-1] == one.id
        assert len(set(path)) == len(path)
        assert set(path) <= {other.id for other in named}


@given(st.data())
def test_any_order_of_frames_of_different_cues_gives_the_same(parsed: Any, data: st.DataObject) -> None:
    annotated = parsed(data.draw(st.sampled_from(("agency", "order", "nested_that", "they", "page"))))
    shuffled = tuple(data.draw(st.permutations(annotated.frames)))

    assert draft(Tree(replace(annotated, frames=shuffled))) == draft(Tree(annotated))


@pytest.mark.parametrize("name", NAMES)
def test_they_come_in_the_order_of_their_cues(tree: Any, name: str) -> None:
    found = draft(tree(name))

    assert [one.cue for one in found] == sorted(one.cue for one in found)
