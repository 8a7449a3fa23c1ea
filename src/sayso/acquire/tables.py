"""The room's own tables: tab-separated rows under `data/`, with a comment on top."""

from __future__ import annotations

import functools
from importlib import resources


@functools.cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `data/NAME.tsv`, each a tuple of cells; comment lines are left out."""
    text = resources.files("sayso.acquire").joinpath(f"data/{name}.tsv").read_text("utf-8")
    rows = (row for row in text.split("\n") if row and not row.startswith("#"))
    return tuple(tuple(row.split("\t")) for row in rows)
