"""How sure a frame is."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.confidence import FEATURES, confidence, features

WEIGHTS = [0.0, 0.5, 1.5, 0.3, 1.0, 1.0, -0.5, 0.1, -0.3]


def odds(words: int, source: range, content: range, strength: float) -> np.ndarray:
    table = np.full((words, 2), -strength, dtype=np.float32)
    table[source, 0] = strength
    table[content, 1] = strength
    return table


def test_clear_edges_are_surer_than_blurred_ones() -> None:
    chances = []
    for strength in (0.5, 2.0, 6.0):
        seen = odds(20, range(2), range(4, 12), strength)
        weighed = features(seen, (2, 3), 0.9, [(0, 2)], [(4, 12)])
        chances.append(confidence(WEIGHTS, weighed))

    assert chances == sorted(chances)
    assert chances[0] < 0.5 < chances[-1]


def test_a_content_that_leaves_likely_words_out_is_less_sure() -> None:
    seen = odds(20, range(2), range(4, 12), 4.0)
    whole = confidence(WEIGHTS, features(seen, (2, 3), 0.9, [(0, 2)], [(4, 12)]))
    part = confidence(WEIGHTS, features(seen, (2, 3), 0.9, [(0, 2)], [(4, 7)]))

    assert part < whole


def test_weights_must_be_as_many_as_features() -> None:
    with pytest.raises(ValueError, match="zip"):
        confidence(WEIGHTS[:-1], [0.0] * len(FEATURES))


@given(
    words=st.integers(1, 40),
    chance=st.floats(0.0, 1.0),
    strength=st.floats(0.0, 60.0),
    data=st.data(),
)
def test_it_is_a_chance_whatever_is_seen(
    words: int, chance: float, strength: float, data: st.DataObject
) -> None:
    def some() -> list[tuple[int, int]]:
        first = data.draw(st.integers(0, words - 1))
        return [(first, data.draw(st.integers(first + 1, words)))] if data.draw(st.booleans()) else []

    seen = odds(words, range(words // 3), range(words // 2, words), strength)
    weighed = features(seen, (0, 1), chance, some(), some())

    assert len(weighed) == len(FEATURES)
    assert 0.0 <= confidence(WEIGHTS, weighed) <= 1.0
