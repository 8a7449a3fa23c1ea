"""Intervals by the bootstrap."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.intervals import bootstrap, main


def share(found: Sequence[bool]) -> dict[str, float]:
    return {"share": sum(found) / len(found)}


@given(st.lists(st.booleans(), min_size=1, max_size=60))
def test_an_interval_holds_its_figure_and_stays_in_range(found: list[bool]) -> None:
    value, low, high = bootstrap(found, share, rounds=60)["share"]

    assert value == share(found)["share"]
    assert 0.0 <= low <= high <= 1.0


def test_the_same_sentences_give_the_same_interval() -> None:
    found = [True] * 30 + [False] * 20

    assert bootstrap(found, share) == bootstrap(found, share)


def test_more_sentences_make_it_narrower() -> None:
    few, many = ([True, False] * size for size in (10, 200))
    width = [high - low for _, low, high in (bootstrap(one, share)["share"] for one in (few, many))]

    assert width[1] < width[0] / 3


def test_it_covers_what_theory_says() -> None:
    _, low, high = bootstrap([True] * 80 + [False] * 20, share)["share"]

    assert low == pytest.approx(0.72, abs=0.02)
    assert high == pytest.approx(0.88, abs=0.02)


def test_a_call_without_a_folder_is_told_how(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "usage" in capsys.readouterr().err
