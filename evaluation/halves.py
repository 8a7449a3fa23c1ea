"""Sets of our own in two halves: `NAME_work.jsonl`, read while rules are written, and `NAME_kept.jsonl`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from training import readers

HALVES = ("work", "kept")


def rows(name: str, half: str) -> list[dict[str, Any]]:
    """The rows of one half of a set, in the order of its file."""
    return list(readers.rows(Path(__file__).with_name(f"{name}_{half}.jsonl")))
