"""Entities from labels of words."""

from __future__ import annotations

import numpy as np

from sayso.annotate.entities import Floats, bare, spans

LABELS = ["O", "B-person", "I-person", "B-place", "I-place"]


def table(*words: dict[str, float]) -> Floats:
    """Log-probabilities of the labels; what is not given shares what is left."""
    rows = []
    for given in words:
        rest = (1.0 - sum(given.values())) / max(1, len(LABELS) - len(given))
        rows.append([given.get(label, rest) for label in LABELS])
    return np.log(np.asarray(rows, dtype=np.float32) + 1e-9)


def joined(labels: str, sentence: list[int] | None = None) -> list[tuple[int, int, str]]:
    parts = labels.split()
    return spans(table(*({label: 0.9} for label in parts)), sentence or [0] * len(parts), LABELS)


def test_a_name_of_several_words_is_one_entity() -> None:
    assert joined("B-person I-person O B-place") == [(0, 2, "person"), (3, 4, "place")]


def test_names_side_by_side_are_two() -> None:
    assert joined("B-place B-place") == [(0, 1, "place"), (1, 2, "place")]


def test_a_further_word_without_a_first_starts_one() -> None:
    assert joined("O I-place I-place") == [(1, 3, "place")]


def test_the_class_is_the_one_likeliest_for_all_words() -> None:
    found = spans(table({"B-person": 0.5, "B-place": 0.4}, {"I-place": 0.9}), [0, 0], LABELS)

    assert found == [(0, 2, "place")]


def test_a_word_is_in_a_name_where_all_classes_together_outweigh_none() -> None:
    found = spans(table({"O": 0.4, "B-person": 0.25, "B-place": 0.3}), [0], LABELS)

    assert found == [(0, 1, "place")]


def test_no_entity_crosses_a_sentence() -> None:
    assert joined("B-place I-place", [0, 1]) == [(0, 1, "place"), (1, 2, "place")]


def test_articles_and_possessives_are_no_part_of_a_name() -> None:
    assert bare([(0, 4, "organization")], ["the", "Revolutionary", "Guard", "'s"]) == [(1, 3, "organization")]


def test_an_article_alone_is_no_name() -> None:
    assert bare([(0, 1, "place")], ["the"]) == []
