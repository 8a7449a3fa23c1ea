"""Trees from arc scores: exactly one root a sentence, no cycle, and the best there is."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from numpy.typing import NDArray

from sayso.annotate.trees import climbed, governor, heads, spanning


def is_tree(head: list[int]) -> bool:
    """One word is its own head, and all others climb to it."""
    roots = [i for i, h in enumerate(head) if h == i]
    if len(roots) != 1:
        return False
    for start in range(len(head)):
        at = start
        for _ in head:
            at = head[at]
        if at != roots[0]:
            return False
    return True


def best_by_trying_all(scores: NDArray[np.float64], root: int) -> float:
    """The worth of the best tree with this root."""
    n = len(scores)
    return max(
        sum(scores[i, h] for i, h in enumerate(head))
        for head in itertools.product(range(n), repeat=n)
        if head[root] == root and is_tree(list(head))
    )


@pytest.mark.parametrize("seed", range(12))
def test_the_tree_is_the_best_of_all_with_its_root(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(5, 5))

    head = spanning(scores).tolist()

    assert is_tree(head)
    root = next(i for i, h in enumerate(head) if h == i)
    worth = sum(scores[i, h] for i, h in enumerate(head))
    assert worth == pytest.approx(best_by_trying_all(scores, root))


@pytest.mark.parametrize("seed", range(10))
def test_every_sentence_of_a_window_becomes_a_tree(seed: int) -> None:
    rng = np.random.default_rng(seed)
    sentence = np.sort(rng.integers(0, 5, size=40))
    sentence -= sentence[0]
    arcs = rng.normal(size=(40, 40)).astype(np.float32)
    arcs[sentence[:, None] != sentence[None, :]] -= 1e4

    found = heads(arcs, sentence)

    for number in set(sentence.tolist()):
        words = np.flatnonzero(sentence == number)
        own = (found[words] - words[0]).tolist()
        assert is_tree(own)


def test_heads_that_make_a_tree_are_left_alone() -> None:
    arcs = np.full((3, 3), -5.0, dtype=np.float32)
    arcs[0, 1] = arcs[1, 1] = arcs[2, 1] = 1.0

    assert heads(arcs, np.zeros(3, dtype=np.int64)).tolist() == [1, 1, 1]


def test_two_words_that_each_head_the_other_are_parted() -> None:
    arcs = np.full((3, 3), -5.0, dtype=np.float32)
    arcs[0, 1] = arcs[1, 0] = 3.0
    arcs[2, 2] = 2.0
    arcs[1, 2] = 1.0

    assert heads(arcs, np.zeros(3, dtype=np.int64)).tolist() == [1, 2, 2]


def test_a_word_alone_is_its_own_head() -> None:
    assert heads(np.zeros((1, 1), dtype=np.float32), np.zeros(1, dtype=np.int64)).tolist() == [0]


def test_a_long_bad_sentence_is_no_catastrophe() -> None:
    arcs = np.random.default_rng(0).normal(size=(250, 250)).astype(np.float32)

    assert is_tree(heads(arcs, np.zeros(250, dtype=np.int64)).tolist())


def test_climbing_ends_at_the_root() -> None:
    assert climbed(np.asarray([1, 2, 2]), 3).tolist() == [[0, 1, 2, 2], [1, 2, 2, 2], [2, 2, 2, 2]]


def test_the_governor_of_a_span_hangs_outside_it() -> None:
    assert governor([1, 3, 1, -1], 0, 3) == 1
