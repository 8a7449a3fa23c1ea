"""Each set in two halves has rows in both, and none in both at once."""

from __future__ import annotations

import pytest

from evaluation.halves import HALVES, rows


@pytest.mark.parametrize("name", ["anchored", "leads", "namesakes", "published", "unhappened"])
def test_no_row_stands_in_both_halves(name: str) -> None:
    work, kept = ([str(row) for row in rows(name, half)] for half in HALVES)
    assert work
    assert kept
    assert not set(work) & set(kept)
