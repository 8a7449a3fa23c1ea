"""A quotation broken in two by the one quoted."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from sayso.attribute.splits import rid, splits

BOTH = ('"The colonel swore to us,"', '"that his superiors had fled."')


@pytest.fixture
def broken(tree: Any, said: Any) -> Any:
    """The tree, and what the mayor said in two pieces."""
    read = tree("split_that")
    pieces = tuple((read.text.index(piece), read.text.index(piece) + len(piece)) for piece in BOTH)
    return read, replace(said(read, "the mayor of Bria", "told"), content=pieces)


def test_the_second_part_is_what_the_first_part_announces(broken: Any, words: Any) -> None:
    read, outer = broken

    (inner,) = splits(read, [outer])

    told = tuple(words(read.annotated, spans) for spans in (inner.source, inner.cue, inner.content))
    assert told == ("The colonel", "swore", "his superiors had fled")


def test_what_was_seen_of_it_before_gives_way(broken: Any, said: Any) -> None:
    read, outer = broken
    slip = said(read, "The colonel", "swore", "to us")

    assert rid([outer, slip], splits(read, [outer])) == [outer]


def test_a_quotation_in_two_sentences_announces_nothing(tree: Any, said: Any) -> None:
    read = tree("quote_split")
    first, second = '"The army,"', '"has left."'
    pieces = tuple((read.text.index(piece), read.text.index(piece) + len(piece)) for piece in (first, second))

    assert splits(read, [replace(said(read, "", "said"), content=pieces)]) == []
