"""What commands write: safe text, rows in the form asked for, notes on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

import click
from msgspec import Struct

from sayso.publish import publish
from sayso.publish.encode import as_json
from sayso.publish.tables import Column
from sayso.publish.terminal import Style, style_for, visible
from sayso.publish.words import counted

TABLE_LIMIT = 50


class Asked(Struct, frozen=True):
    """The form of a list: JSON, CSV or a table, and at most how many rows (None: not given, 0: all)."""

    json: bool = False
    csv: bool = False
    limit: int | None = None

    @property
    def rows(self) -> int:
        """At most how many rows to show; 0 for all. Only a table has a limit of its own."""
        if self.limit is not None:
            return self.limit
        return 0 if self.json or self.csv else TABLE_LIMIT


def style() -> Style:
    """How to write on standard output."""
    return style_for(sys.stdout, os.environ)


def write(text: str) -> None:
    """Text onto standard output, unchanged; characters its encoding lacks are replaced."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))


def write_one(shown: str, *, first: bool, as_json: bool) -> None:
    """One of several texts, at once: JSON on a line of its own, others with a rule between two."""
    rule = "" if first or as_json else f"\n{'─' * style().width}\n\n"
    write(f"{shown}\n" if as_json else rule + shown)
    sys.stdout.flush()


def write_json(value: Any) -> None:
    """One JSON text, indented on a terminal, on one line otherwise."""
    write(as_json(value, pretty=sys.stdout.isatty()).rstrip("\n") + "\n")


def note(text: str) -> None:
    """A line on standard error, safe for a terminal."""
    click.echo(visible(text), err=True)


def write_rows(
    name: str, rows: Sequence[Any], total: int, shown: Sequence[Column], asked: Asked, *, empty: str
) -> None:
    """
    A list in the form asked for, never cut silently.

    Args:
        name: The plural noun of the rows; the key of the JSON.
        rows: The rows to show, already cut.
        total: How many there are.
        shown: The columns of a CSV or table.
        asked: The form.
        empty: What to say where there is nothing, on standard error.
    """
    if asked.json:
        write_json({name: rows, "total": total})
    else:
        write(publish(rows, "csv" if asked.csv else "table", columns=shown, style=style()))
    if total == 0:
        note(empty)
    elif len(rows) < total:
        note(f"{len(rows):,} of {counted(total, name.removesuffix('s'))} shown; --limit 0 for all")
