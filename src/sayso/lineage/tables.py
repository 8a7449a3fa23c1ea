"""The room's word lists and tables, read once."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `data/<name>.tsv` beneath its header line."""
    text = (resources.files("sayso.lineage") / "data" / f"{name}.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(tuple(row) for row in csv.reader(lines[1:], delimiter="\t"))


@cache
def words(*kinds: str) -> frozenset[str]:
    """The words of these kinds in `words.tsv`."""
    return frozenset(word for kind, listed in rows("words") if kind in kinds for word in listed.split())


@cache
def alike(left: str, right: str) -> bool:
    """May the two event types be one happening, coded twice?"""
    return left == right or (left, right) in rows("alike") or (right, left) in rows("alike")
