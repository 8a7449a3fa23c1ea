"""The scorer: its own arithmetic, on cases whose answer is known."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training import score

TEXT = "Officials said the old bridge fell, according to Reuters."


def marks(source: str, cue: str, content: str) -> dict[str, Any]:
    """Spans of the first place each stretch stands at."""
    at = [
        (TEXT.index(part), TEXT.index(part) + len(part)) if part else None for part in (source, cue, content)
    ]
    return {role: [span] if span else [] for role, span in zip(score.ROLES, at, strict=True)}


OUTER = marks("Reuters", "according to", "Officials said the old bridge fell")
INNER = marks("Officials", "said", "the old bridge fell")


def figures(predicted: list[dict[str, Any]], *gold: list[dict[str, Any]]) -> dict[str, float]:
    rows = [{"id": "a", "text": TEXT, "attributions": one} for one in gold]
    return score.polnear(rows, {"a": predicted})


def test_the_gold_itself_scores_one() -> None:
    found = figures([OUTER], [OUTER])

    assert {value for name, value in found.items() if not name.startswith("nested")} == {1.0}


def test_punctuation_at_the_edge_costs_nothing() -> None:
    start, end = OUTER["content"][0]

    assert figures([{**OUTER, "content": [(start, end + 1)]}], [OUTER])["attr.exact"] == 1.0


def test_half_the_words_are_enough_for_iou50_and_too_few_for_exact() -> None:
    part = marks("Reuters", "according to", "the old bridge fell")

    found = figures([part], [OUTER])

    assert found["attr.iou50"] == 1.0
    assert found["attr.exact"] == 0.0


def test_a_missing_source_is_no_match() -> None:
    assert figures([{**OUTER, "source": []}], [OUTER])["attr.iou50"] == 0.0


def test_an_implicit_source_matches_an_implicit_source() -> None:
    silent = {**OUTER, "source": []}

    assert figures([silent], [silent])["attr.iou50"] == 1.0


def test_only_the_outermost_level_is_measured() -> None:
    assert figures([INNER, OUTER], [OUTER])["attr.iou50 precision"] == 1.0


def test_a_stated_parent_makes_a_prediction_inner() -> None:
    assert score.outermost([{**OUTER, "parent": "a9"}]) == []


def test_one_prediction_answers_one_gold() -> None:
    found = figures([OUTER, OUTER], [OUTER])

    assert found["attr.iou50 precision"] == 0.5
    assert found["attr.iou50 recall"] == 1.0


def test_annotators_weigh_the_same() -> None:
    assert figures([OUTER], [OUTER], [])["attr.iou50"] == pytest.approx(2 / 3, abs=1e-4)


def test_nested_recall_asks_for_both_levels() -> None:
    case = {"id": "a", "inner": INNER, "outer": OUTER}

    alone = score.nested([case], {"a": TEXT}, {"a": [INNER]})
    both = score.nested([case], {"a": TEXT}, {"a": [INNER, OUTER]})

    assert (alone["inner"], alone["chain"]) == (1.0, 0.0)
    assert (both["inner"], both["chain"]) == (1.0, 1.0)


SETS = st.frozensets(st.integers(0, 8))


@given(SETS, SETS)
def test_overlap_is_even_handed_and_bounded(a: frozenset[int], b: frozenset[int]) -> None:
    assert score.iou(a, b) == score.iou(b, a)
    assert 0.0 <= score.iou(a, b) <= 1.0
    assert (score.iou(a, b) == 1.0) == (a == b)


@given(st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4))))
def test_the_matching_is_one_to_one_and_as_large_as_can_be(pairs: set[tuple[int, int]]) -> None:
    found = score.matched(5, 5, lambda i, j: (i, j) in pairs)

    assert len({i for i, _ in found}) == len({j for _, j in found}) == len(found)
    assert set(found) <= pairs
    assert len(found) == _largest(pairs)


def _largest(pairs: set[tuple[int, int]]) -> int:
    """The size of the largest matching, by trying."""
    if not pairs:
        return 0
    i, j = next(iter(pairs))
    with_it = {p for p in pairs if p[0] != i and p[1] != j}
    return max(1 + _largest(with_it), _largest(pairs - {(i, j)}))
