"""The room's tables: tab-separated text under `data/`, read once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from sayso.errors import TableError

Row = dict[str, str]

_FOLDER = Path(__file__).parent / "data"


@cache
def rows(name: str) -> tuple[Row, ...]:
    """Return the rows of `data/<name>.tsv` by column name; a broken row is an S501 with its line."""
    path = _FOLDER / f"{name}.tsv"
    return tuple(parsed(path.read_text(encoding="utf-8"), path.name))


def parsed(text: str, name: str) -> Iterator[Row]:
    """Yield the rows of a table: `#` lines are comments, the first other line names the columns."""
    columns: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.rstrip("\r").split("\t")
        if not columns:
            columns = cells
            continue
        if len(cells) != len(columns):
            raise TableError(
                "S501",
                "a row of a table has the wrong number of columns",
                saw=f"{name}, line {number}: {len(cells)} instead of {len(columns)}",
                do="separate the columns with single tabs",
            )
        yield dict(zip(columns, cells, strict=True))


def listed(cell: str) -> tuple[str, ...]:
    """Split a cell that holds a list; empty parts are dropped."""
    return tuple(part for part in cell.split("|") if part)


@cache
def words(name: str) -> frozenset[str]:
    """Return one of the lists of `data/words.tsv`."""
    return frozenset(next(listed(row["words"]) for row in rows("words") if row["list"] == name))


@cache
def adjectives() -> frozenset[str]:
    """Return all adjectives of nationality, as they are written."""
    states = (form for row in rows("countries") for form in listed(row["adjectives"]))
    return frozenset((*states, *(row["adjective"] for row in rows("peoples"))))
