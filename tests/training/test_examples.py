"""Targets of windows: which words are which role, and where nothing is to be learned."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate.engine import FOLDER
from sayso.annotate.pieces import Pieces
from training.examples import articles, trees
from training.labels import BIO_B, IGNORED, ROLE_CONTENT, ROLE_SOURCE, Labels
from training.readers import Article, Attribution, Mention, Tree

PIECES = Pieces(FOLDER / "pieces.json")
LABELS = Labels(
    ["NOUN", "VERB"],
    ["NN", "VBD"],
    ["nsubj", "root"],
    ["O", "B-place", "I-place"],
    ["O", "ARG0", "ARG1"],
    ["O", "person", "event"],
)
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


@settings(max_examples=20)
@given(st.integers(0, 1000))
def test_every_word_is_in_one_example_whatever_the_first_size(seed: int) -> None:
    article = Article("a", TEXT * 20, [])

    found = articles(article, PIECES, LABELS, random.Random(seed))

    assert [i for e in found for i in range(e.window.first, e.window.last)] == list(range(200))


def test_where_attributions_are_unknown_there_is_nothing_to_learn_of_cues() -> None:
    (example,) = articles(Article("own", TEXT, None, [(*spans("bridge")[0], "place")]), PIECES, LABELS, None)

    assert set(example.flat) == {"entity"}
    assert example.links == []


def test_no_name_in_our_own_sentences_means_none_and_in_news_nothing() -> None:
    (own,) = articles(Article("own", TEXT, None), PIECES, LABELS, None)
    (news,) = articles(Article("a", TEXT, []), PIECES, LABELS, None)

    assert own.flat["entity"].tolist() == [0] * 10
    assert "entity" not in news.flat


def test_factuality_stands_on_the_words_of_its_phrase() -> None:
    article = Article("own", TEXT, None, [], [(*spans("fell")[0], 1.5), (*spans("according to")[0], 3.0)])

    (example,) = articles(article, PIECES, LABELS, None)

    values = example.real["factuality"]
    assert np.flatnonzero(~np.isnan(values)).tolist() == [4, 6, 7]
    assert values[[4, 6, 7]].tolist() == [1.5, 3.0, 3.0]


# ------------------------------------------------------------------ trees
def fell(**known: Any) -> Tree:
    """Rain fell."""
    tags = ["NOUN", "VERB"], ["NN", "VBD"]
    return Tree(["Rain", "fell"], [False, False], *tags, [2, 0], ["nsubj", "root"], [], **known)


def test_heads_are_words_of_the_window() -> None:
    (example,) = trees([fell(), fell()], PIECES, LABELS, None)

    assert example.head is not None
    assert example.head.tolist() == [1, 1, 3, 3]
    assert example.flat["deprel"].tolist() == [0, 1, 0, 1]


def test_roles_are_told_of_a_predicates_own_sentence() -> None:
    told = fell(predicates=[(1, [("ARG1", 0, 1)])])

    (example,) = trees([fell(predicates=[]), told], PIECES, LABELS, None)

    ((predicate, roles),) = example.roles
    assert predicate == 3
    assert roles.tolist() == [IGNORED, IGNORED, 2, 0]
    assert example.flat["predicate"].tolist() == [0, 0, 0, 1]


def test_a_role_without_a_label_is_no_role() -> None:
    (example,) = trees([fell(predicates=[(1, [("ARG5", 0, 1)])])], PIECES, LABELS, None)

    assert example.roles[0][1].tolist() == [0, 0]


def test_where_roles_are_unknown_nothing_is_learned_of_predicates() -> None:
    (one,) = trees([fell(), fell(predicates=[])], PIECES, LABELS, None)
    (none,) = trees([fell(), fell()], PIECES, LABELS, None)

    assert one.flat["predicate"].tolist() == [IGNORED, IGNORED, 0, 0]
    assert "predicate" not in none.flat


def test_each_window_has_the_predicates_and_mentions_that_are_its_own() -> None:
    rain = Mention(0, 0, 1, "event", "1")
    known = fell(predicates=[(1, [("ARG1", 0, 1)])], mentions=[rain], happened=[(1, 2.0)], key="x")

    found = trees([known] * 200, PIECES, LABELS, None)

    assert len(found) > 1
    for example in found:
        count = example.window.last - example.window.first
        assert [p for p, _ in example.roles] == list(range(1, count, 2))
        assert all(len(target) == count for _, target in example.roles)
        assert [named.word for named in example.mentions] == list(range(0, count, 2))
        assert np.isnan(example.real["factuality"]).tolist() == [True, False] * (count // 2)
        assert example.document == "x"


def test_a_mentions_type_stands_on_its_head_and_only_where_mentions_are_known() -> None:
    (known,) = trees([fell(mentions=[Mention(0, 0, 2, "event", "1")], key="x")], PIECES, LABELS, None)
    (unknown,) = trees([fell()], PIECES, LABELS, None)

    assert known.flat["nominal"].tolist() == [2, 0]
    assert "nominal" not in unknown.flat


def test_a_mention_brings_its_surface_and_sentence() -> None:
    (example,) = trees(
        [fell(key="x"), fell(mentions=[Mention(0, 0, 1, "event", "7")], key="x")], PIECES, LABELS, None
    )

    (named,) = example.mentions
    assert (named.word, named.chain, named.surface.core, named.surface.sentence) == (2, "7", ("rain",), 1)
