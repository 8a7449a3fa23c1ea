"""Peers and Sayso scored alike on the same articles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.beside import COLUMNS, NAME, beside, main, table

TEXT = "The mayor said that the rebels had left the town. Officials denied it."


def marks(*phrases: tuple[str, str, str]) -> list[dict[str, Any]]:
    def span(phrase: str) -> list[list[int]]:
        at = TEXT.index(phrase)
        return [[at, at + len(phrase)]]

    return [
        {role: span(one) for role, one in zip(("source", "cue", "content"), phrase, strict=True)}
        for phrase in phrases
    ]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """One article with two attributions, and what two peers found in it: one of them, and none."""
    told = ("The mayor", "said", "the rebels had left the town")
    gold = {"id": "a", "text": TEXT, "attributions": marks(told, ("Officials", "denied", "it"))}
    found = [
        {"peer": "half", "id": "a", "seconds": 0.5, "attributions": marks(told)},
        {"peer": "none", "id": "a", "seconds": 0.5, "attributions": []},
    ]
    articles, peers = tmp_path / "dev.jsonl", tmp_path / "peers.jsonl"
    articles.write_text(json.dumps(gold) + "\n", encoding="utf-8")
    peers.write_text("".join(json.dumps(one) + "\n" for one in found), encoding="utf-8")
    return articles, peers


def test_each_is_scored_by_what_it_found(files: tuple[Path, Path]) -> None:
    figures = beside(*files)

    assert set(figures) == {"half", "none", "Sayso"}
    assert figures["half"]["attr.iou50 precision"] == 1.0
    assert figures["half"]["attr.iou50 recall"] == 0.5
    assert figures["none"]["attr.iou50"] == 0.0
    assert figures["Sayso"]["attr.iou50"] >= figures["half"]["attr.iou50"]
    assert figures["half"]["words per CPU-second"] == 26


def test_the_table_ends_with_the_best(files: tuple[Path, Path]) -> None:
    lines = table(beside(*files)).splitlines()

    assert len(lines) == 5
    assert lines[0].count("|") == len(COLUMNS) + 2
    assert lines[2].startswith("| none |")
    assert lines[-1].startswith("| Sayso |")


def test_figures_are_put_beside_those_that_are_there(files: tuple[Path, Path], tmp_path: Path) -> None:
    kept = tmp_path / "figures.json"
    kept.write_text('{"hops": {"kept": 1.0}}', encoding="utf-8")

    main([*map(str, files), "--json", str(kept)])

    figures = json.loads(kept.read_text(encoding="utf-8"))
    assert figures["hops"] == {"kept": 1.0}
    assert figures[NAME]["half attr.iou50 recall"] == 0.5
