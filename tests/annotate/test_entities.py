"""Entities from labels of words."""

from __future__ import annotations

from sayso.annotate.entities import bare, spans


def joined(labels: str, sentence: list[int] | None = None) -> list[tuple[int, int, str]]:
    parts = labels.split()
    named = [(i, label) for i, label in enumerate(parts) if label != "O"]
    return spans(named, sentence or [0] * len(parts))


def test_a_name_of_several_words_is_one_entity() -> None:
    assert joined("B-person I-person O B-place") == [(0, 2, "person"), (3, 4, "place")]


def test_names_side_by_side_are_two() -> None:
    assert joined("B-place B-place") == [(0, 1, "place"), (1, 2, "place")]


def test_a_further_word_without_a_first_starts_one() -> None:
    assert joined("O I-place I-place") == [(1, 3, "place")]


def test_a_change_of_type_starts_another() -> None:
    assert joined("B-person I-place") == [(0, 1, "person"), (1, 2, "place")]


def test_no_entity_crosses_a_sentence() -> None:
    assert joined("B-place I-place", [0, 1]) == [(0, 1, "place"), (1, 2, "place")]


def test_articles_and_possessives_are_no_part_of_a_name() -> None:
    assert bare([(0, 4, "organization")], ["the", "Revolutionary", "Guard", "'s"]) == [(1, 3, "organization")]


def test_an_article_alone_is_no_name() -> None:
    assert bare([(0, 1, "place")], ["the"]) == []
