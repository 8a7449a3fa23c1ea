"""A text cut into words keeps where each stands."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.sentences import paragraphs
from sayso.annotate.tokens import tokens


def test_words_know_their_sentence_and_paragraph() -> None:
    text = "A title\n\nHe came. She left."

    found = tokens(text, paragraphs(text))

    assert found.forms == ["A", "title", "He", "came", ".", "She", "left", "."]
    assert found.sentence == [0, 0, 1, 1, 1, 2, 2, 2]
    assert found.paragraph == [0, 0, 1, 1, 1, 1, 1, 1]


def test_words_know_whether_a_space_stands_before_them() -> None:
    found = tokens("“No,” he", [(0, 8)])

    assert found.glued == [False, True, True, True, False]


@given(st.text(max_size=300))
def test_each_word_is_what_stands_at_its_span(text: str) -> None:
    found = tokens(text, paragraphs(text))

    assert found.forms == [text[start:end] for start, end in found.spans]
    assert all(left <= right for left, right in pairwise(found.sentence))
    assert len(found) == len(found.glued) == len(found.sentence) == len(found.paragraph)


@given(st.text(alphabet="aA. \n?”", max_size=200))
def test_a_sentence_never_crosses_a_paragraph(text: str) -> None:
    found = tokens(text, paragraphs(text))

    homes: dict[int, set[int]] = {}
    for sentence, paragraph in zip(found.sentence, found.paragraph, strict=True):
        homes.setdefault(sentence, set()).add(paragraph)
    assert all(len(home) == 1 for home in homes.values())
