"""Paths that share nobody, counted and compared with trying everything."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from sayso.lineage.flow import disjoint

LAYERS = ("abc", "mno", "xyz")
PATHS = st.lists(st.tuples(*(st.sampled_from(layer) for layer in LAYERS)), max_size=7)


def least_cut(paths) -> int:
    """The fewest parties without whom no way is left, over all ways that the paths' links allow."""
    parties = sorted({party for path in paths for party in path})
    for size in range(len(parties) + 1):
        for gone in itertools.combinations(parties, size):
            if not _way_left(paths, set(gone)):
                return size
    return len(parties)


def _way_left(paths, gone) -> bool:
    links = {(a, b) for path in paths for a, b in itertools.pairwise(path)}
    ends = {path[-1] for path in paths}
    at = {path[0] for path in paths} - gone
    while at:
        if at & ends:
            return True
        at = {b for a, b in links if a in at} - gone
    return False


@given(PATHS)
def test_as_many_as_would_all_have_to_be_wrong(paths) -> None:
    assert disjoint(paths) == least_cut(paths)


@given(PATHS, st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(paths, order) -> None:
    mixed = [*paths, *paths]
    order.shuffle(mixed)

    assert disjoint(mixed) == disjoint(paths) <= len(set(paths))


def test_small_cases() -> None:
    assert disjoint([]) == 0
    assert disjoint([("a",)]) == 1
    assert disjoint([("a",), ("b",)]) == 2
    assert disjoint([("a", "x"), ("b", "x")]) == 1
    assert disjoint([("a", "x"), ("a", "y")]) == 1
    assert disjoint([("a", "x"), ("b", "x"), ("a", "y")]) == 2
