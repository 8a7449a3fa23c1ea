"""Quotation marks in pairs, and contents that keep to them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sayso.attribute.marks import pairs, whole
from sayso.records import Annotated, Attribution, Report, Segment
from sayso.syntax import Tree


def paged(text: str) -> Tree:
    """A tree without words over paragraphs: pairs look at the text alone."""
    parts, at = [], 0
    for piece in text.split("\n\n"):
        parts.append(Segment("paragraph", at, at + len(piece)))
        at += len(piece) + 2
    return Tree(Annotated(Report(id="r", text=text), tuple(parts), (), (), (), ()))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"We go," he said. "Now."', ['"We go,"', '"Now."']),
        ("“We go,” he said.", ["“We go,”"]),
        ("„Wir gehen“ und «jamais»", ["„Wir gehen“ und «jamais»"]),
        ('He said: "We go. We go now.', ['"We go. We go now.']),
        ('"One.\n\n"Two." He left.', ['"One.', '"Two."']),
        ("nothing quoted", []),
        ('"', []),
    ],
)
def test_marks_pair_up_within_a_paragraph(text: str, wanted: list[str]) -> None:
    assert [text[start:end] for start, end in pairs(paged(text))] == wanted


def said(text: str, cue: str, content: str) -> Attribution:
    def span(words: str) -> tuple[tuple[int, int], ...]:
        at = text.index(words)
        return ((at, at + len(words)),)

    return Attribution(id="", source=(), cue=span(cue), content=span(content))


@pytest.mark.parametrize(
    ("text", "seen", "wanted"),
    [
        ('"One. Two. Three," the radio said.', 'Three,"', '"One. Two. Three,"'),
        ('The radio said: "One. Two. Three."', '"One', '"One. Two. Three."'),
        ('The radio said: "One. Two.', '"One', '"One. Two.'),
        ('"One. Two. Three," the radio said.', "Two", "Two"),
    ],
)
def test_a_content_at_the_edge_of_a_quotation_takes_it_in(text: str, seen: str, wanted: str) -> None:
    (one,) = whole(paged(text), [said(text, "said", seen)])

    assert [text[start:end] for start, end in one.content] == [wanted]


def test_a_saying_inside_a_quotation_keeps_to_its_words() -> None:
    text = '"They said it was over. We left," she added.'
    one = said(text, "said", "it was over")

    assert whole(paged(text), [one]) == [one]


@given(st.text(alphabet='"“”„«»ab \n.', max_size=80), st.integers(0, 80), st.integers(1, 30))
def test_contents_only_grow_and_stay_in_the_text(text: str, start: int, size: int) -> None:
    tree = paged(text)
    end = min(start + size, len(text))
    if start >= end:
        return
    one = Attribution(id="", source=(), cue=(), content=((start, end),))

    (grown,) = whole(tree, [one])

    assert grown.content[0][0] <= start
    assert grown.content[-1][1] >= end
    assert all(0 <= a < b <= len(text) for a, b in (*grown.content, *pairs(tree)))
    assert replace(grown, content=one.content) == one


def test_real_quotations_in_two_pieces_stay_two(tree: Any) -> None:
    read = tree("quote_split")

    assert len(pairs(read)) == 2
