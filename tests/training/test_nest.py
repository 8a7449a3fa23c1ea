"""Composed nesting: every span still stands for the words it stood for."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.nest import compose
from training.readers import Article, Attribution

TEXT = (
    "The minister said that the talks had failed. Rain fell on the lower town all night. She denied a report "
    "that she would resign. “We will not go,” the general told reporters."
)


def spans(*parts: str) -> list[tuple[int, int]]:
    return [(TEXT.index(part), TEXT.index(part) + len(part)) for part in parts]


ARTICLE = Article(
    "a",
    TEXT,
    [
        Attribution(spans("The minister"), spans("said"), spans("the talks had failed")),
        Attribution(spans("She"), spans("denied"), spans("a report that she would resign")),
        Attribution(spans("the general"), spans("told"), spans("“We will not go,”")),
    ],
    [(*spans("lower town")[0], "place")],
)


def words(article: Article, pieces: list[tuple[int, int]]) -> list[str]:
    return [article.text[start:end] for start, end in pieces]


@given(st.integers(0, 10_000))
def test_gold_spans_keep_their_words(seed: int) -> None:
    made = compose(ARTICLE, random.Random(seed), 1.0)

    kept = [a for a in made.attributions if not a.wrapped]
    assert len(kept) == 3
    for before, after in zip(ARTICLE.attributions, kept, strict=True):
        assert words(made, after.content) == words(ARTICLE, before.content)
        assert [w.lower() for w in words(made, after.source)] == [
            w.lower() for w in words(ARTICLE, before.source)
        ]
        assert words(made, after.cue) in (words(ARTICLE, before.cue), ["as saying"])
    (start, end, _) = made.entities[0]
    assert made.text[start:end] == "lower town"


@given(st.integers(0, 10_000))
def test_what_is_added_holds_what_was_there(seed: int) -> None:
    made = compose(ARTICLE, random.Random(seed), 1.0)

    for outer in (a for a in made.attributions if a.wrapped):
        (content,) = outer.content
        inside = [a for a in made.attributions if not a.wrapped and content[0] <= a.cue[0][0] < content[1]]
        assert len(inside) == 1
        assert all(content[0] <= s and e <= content[1] for s, e in inside[0].content + inside[0].source)
        (source,), (cue,) = outer.source, outer.cue
        assert source[1] <= content[0] or content[1] <= source[0]
        assert cue[1] <= content[0] or content[1] <= cue[0]


def test_sentences_without_an_attribution_are_left_alone() -> None:
    made = compose(ARTICLE, random.Random(3), 1.0)

    assert "Rain fell on the lower town all night." in made.text


def test_a_share_of_nothing_changes_nothing() -> None:
    assert compose(ARTICLE, random.Random(0), 0.0) == ARTICLE


@pytest.mark.parametrize("seed", range(40))
def test_quoting_recasts_the_inner_cue(seed: int) -> None:
    made = compose(ARTICLE, random.Random(seed), 1.0)

    for outer in (a for a in made.attributions if a.wrapped):
        if words(made, outer.cue)[0] in ("quoted", "cited"):
            assert "as saying" in made.text


def test_attributions_that_leave_the_sentence_are_not_wrapped() -> None:
    across = Attribution(spans("The minister"), spans("said"), spans("the talks had failed. Rain fell"))
    article = Article("a", TEXT, [across])

    assert all(not a.wrapped for a in compose(article, random.Random(1), 1.0).attributions)
