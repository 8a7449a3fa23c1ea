"""Readings of whole reports held against hand-annotated ones, by the checker that lies with the gold."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

import sayso

CHECKER = "check_dispatches.py"
TOLD = ("stance", "quote", "source_actor", "not read as fact")
"""Accuracies the checker leaves out of its macro figure."""


def dispatches(data: Path) -> dict[str, float] | None:
    """Macro F1 and its parts over `gold/dispatches` beside DATA; None where there is no gold."""
    gold = next(
        (folder for folder in (data / "gold", data.parent / "gold") if (folder / CHECKER).exists()), None
    )
    if gold is None:
        return None
    checker = _load(gold / CHECKER)
    golds = [
        json.loads(path.read_text(encoding="utf-8")) for path in sorted((gold / "dispatches").glob("*.json"))
    ]
    readings = {one["id"]: reading(one["report"]) for one in golds}
    score, faults = checker.score(golds, readings)
    told = {name: right / asked for name, (right, asked) in score.info.items() if name in TOLD and asked}
    outside = sum("is not inside" in fault for fault in faults)
    return {"macro": checker.macro(score), **checker.figures(score), **told, "span faults": float(outside)}


def reading(report: dict[str, Any]) -> dict[str, Any]:
    """The JSON of a reading of a gold report's text, outlet and publication moment."""
    read = sayso.read(report["text"], outlet=report["outlet"], published=report["published"])
    return dict(msgspec.json.decode(msgspec.json.encode(read)))


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_dispatches", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
