"""Targets of windows: which words are which role, and where nothing is to be learned."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate.engine import FOLDER
from sayso.annotate.pieces import Pieces
from training.examples import articles, trees
from training.labels import BIO_B, IGNORED, ROLE_CONTENT, ROLE_SOURCE, Labels
from training.readers import Article, Attribution, Tree

PIECES = Pieces(FOLDER / "pieces.json")
LABELS = Labels(["NOUN", "VERB"], ["NN", "VBD"], ["nsubj", "root"], ["O", "B-place", "I-place"])
TEXT = "Officials said the bridge fell, according to Reuters."


def spans(part: str) -> list[tuple[int, int]]:
    return [(TEXT.index(part), TEXT.index(part) + len(part))]


INNER = Attribution(spans("Officials"), spans("said"), spans("the bridge fell"))
OUTER = Attribution(spans("Reuters"), spans("according to"), spans("Officials said the bridge fell"))


def test_roles_of_a_cue() -> None:
    (example,) = articles(Article("a", TEXT, [INNER]), PIECES, LABELS, None)

    ((rows, roles),) = example.links
    assert rows == [1]
    assert roles.tolist() == [ROLE_SOURCE, 0, ROLE_CONTENT, ROLE_CONTENT, ROLE_CONTENT, 0, 0, 0, 0, 0]


def test_cues_inside_gold_contents_are_unknown() -> None:
    (example,) = articles(Article("a", TEXT, [OUTER]), PIECES, LABELS, None)

    assert example.flat["cue"].tolist() == [IGNORED] * 5 + [0, 1, 2, 0, 0]


def test_cues_inside_composed_contents_are_known() -> None:
    wrapped = Attribution(OUTER.source, OUTER.cue, OUTER.content, wrapped=True)

    (example,) = articles(Article("a", TEXT, [INNER, wrapped]), PIECES, LABELS, None)

    assert example.flat["cue"].tolist() == [0, BIO_B] + [IGNORED] * 3 + [0, 1, 2, 0, 0]
    assert len(example.links) == 2


def test_silver_names_and_masks() -> None:
    article = Article("a", TEXT, [], [(*spans("bridge")[0], "place"), (*spans("Reuters")[0], "mask")])

    (example,) = articles(article, PIECES, LABELS, None)

    assert example.flat["entity"].tolist() == [0, 0, 0, 1, 0, 0, 0, 0, IGNORED, 0]


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 1000))
def test_every_word_is_in_one_example_whatever_the_first_size(seed: int) -> None:
    article = Article("a", TEXT * 20, [])

    found = articles(article, PIECES, LABELS, random.Random(seed))

    assert [i for e in found for i in range(e.window.first, e.window.last)] == list(range(200))


def test_heads_are_words_of_the_window() -> None:
    tree = Tree(
        ["Rain", "fell"], [False, False], ["NOUN", "VERB"], ["NN", "VBD"], [2, 0], ["nsubj", "root"], []
    )

    (example,) = trees([tree, tree], PIECES, LABELS, None)

    assert example.head is not None
    assert example.head.tolist() == [1, 1, 3, 3]
    assert example.flat["deprel"].tolist() == [0, 1, 0, 1]
