"""The room's tables of codes: tab-separated text under `data/`, read once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from sayso.errors import TableError

Row = tuple[str, ...]


@cache
def rows(name: str) -> tuple[Row, ...]:
    """
    The rows of a table under `data/`; lines that begin with "#" are comments.

    Raises:
        TableError: A row has more or fewer cells than the first.
    """
    path = files("sayso.code").joinpath("data", name)
    return tuple(parsed(path.read_text(encoding="utf-8"), name))


def parsed(text: str, name: str) -> Iterator[Row]:
    """Yield the rows of a table, each as wide as the first; another width is an S501 with its line."""
    width = 0
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        row = tuple(line.split("\t"))
        width = width or len(row)
        if len(row) != width:
            raise TableError(
                "S501",
                "a row of a table of codes has more or fewer cells than the others",
                saw=f"{name}:{number}: {len(row)} cells where {width} were due",
                do="Separate its cells by single tabs.",
            )
        yield row
