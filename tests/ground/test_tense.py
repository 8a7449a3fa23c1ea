"""Which way a clause looks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.ground.page import Page
from sayso.ground.tense import direction
from sayso.records import Annotated, Report, Segment, Sentence, Span, Word


@pytest.mark.parametrize(
    ("report", "words", "nth", "way"),
    [
        ("order", "Friday", 1, -1),
        ("order", "Thursday", 1, -1),
        ("order", "Monday", 1, -1),
        ("border", "Saturday", 1, 1),
        ("border", "Friday", 1, -1),
        ("border", "week", 1, 1),
        ("talks", "days", 1, 1),
        ("talks", "Monday", 1, -1),
    ],
)
def test_direction_of_the_clause(
    page: Callable[[str], Page], find: Callable[..., Span], report: str, words: str, nth: int, way: int
) -> None:
    read = page(report)
    number = read.at(find(read, words, nth)[0])
    assert number is not None
    assert way == direction(read, number)


@pytest.mark.parametrize(
    ("text", "way"), [("They will meet Monday", 1), ("They were seen Monday", -1), ("At once Monday", 0)]
)
def test_without_syntax_the_words_to_the_left_tell(text: str, way: int) -> None:
    words, at = [], 0
    for token in text.split():
        at = text.index(token, at)
        words.append(Word(at, at + len(token), token, token.lower(), "X", "", -1, "dep", 0))
        at += len(token)
    sentence = (Sentence(0, len(text), 0, len(words), 0),)
    page = Page(
        Annotated(
            Report(id="x", text=text), (Segment("paragraph", 0, len(text)),), sentence, tuple(words), (), ()
        )
    )
    assert way == direction(page, len(words) - 1)
