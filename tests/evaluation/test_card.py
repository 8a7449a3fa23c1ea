"""The model card's table is the one that the figures make, and int8 costs what it may."""

from __future__ import annotations

import json
from pathlib import Path

from evaluation.card import END, START, lost, table, written

ROOT = Path(__file__).parents[2]
FIGURES = json.loads((ROOT / "docs" / "figures.json").read_text("utf-8"))


def test_the_card_shows_what_was_measured() -> None:
    card = (ROOT / "MODEL_CARD.md").read_text("utf-8")

    assert written(card, FIGURES) == card
    assert "–" not in table(FIGURES)


def test_a_figure_that_is_missing_is_a_dash() -> None:
    assert "| – | – |" in table({})


def test_what_int8_loses_is_told() -> None:
    worse = {**FIGURES, "heads": {**FIGURES["heads"], "ewt test upos": 0.5}}

    assert any("ewt test upos" in line for line in lost(worse))


def test_the_text_around_the_table_stays() -> None:
    card = f"before\n{START}old\n{END}after\n"

    assert written(card, {}).startswith(f"before\n{START}| set |")
    assert written(card, {}).endswith(f"{END}after\n")
