"""Rows as CSV for spreadsheets and as a table fitted to the terminal."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct

from sayso.publish.terminal import PLAIN, Style, columns, padded, shortened

FORMULA_STARTS = tuple("=+-@\t\r")
GUTTER = "  "


class Column(Struct, frozen=True):
    """
    One column: its heading, what it shows of a row, and how it behaves where the table is too wide.

    Args:
        name: The heading.
        cell: Row to text.
        least: May be cut with an ellipsis down to so many columns of the terminal; 0: is never cut.
        rank: May be left out of a table that is still too wide, highest rank first; 0: never.
        right: Set flush right (numbers).
        keep_end: Where it is cut, its end stays, not its beginning.
        only: "csv" or "table" where a column is for one of them alone.
    """

    name: str
    cell: Callable[[Any], str]
    least: int = 0
    rank: int = 0
    right: bool = False
    keep_end: bool = False
    only: str = ""


def guarded(cell: str) -> str:
    """The cell with a leading ' where a spreadsheet would take it for a formula (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def as_csv(rows: Sequence[Any], shown: Sequence[Column]) -> str:
    """CSV with a heading line (RFC 4180, lines ended by CR LF); every cell is guarded."""
    kept = [column for column in shown if column.only != "table"]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.name for column in kept])
    for row in rows:
        writer.writerow([guarded(_storable(column.cell(row))) for column in kept])
    return out.getvalue()


def _storable(cell: str) -> str:
    return cell.encode("utf-8", "replace").decode().replace("\0", "\ufffd")


def as_table(rows: Sequence[Any], shown: Sequence[Column], style: Style = PLAIN) -> str:
    """A table with aligned columns, as wide as the terminal at most; "" for no rows."""
    if not rows:
        return ""
    kept = [column for column in shown if column.only != "csv"]
    cells = [[shortened(column.cell(row), 10**6) for column in kept] for row in rows]
    kept, cells = _without_empty(kept, cells)
    kept, cells = _fitting(kept, cells, style.width)
    widths = _widths(kept, cells, style.width)
    head = _line([column.name for column in kept], kept, widths)
    body = [_line(row, kept, widths) for row in cells]
    return "".join(f"{line}\n" for line in (style.on(head, "bold"), *body))


def _without_empty(kept: list[Column], cells: list[list[str]]) -> tuple[list[Column], list[list[str]]]:
    return _only(kept, cells, [place for place in range(len(kept)) if any(row[place] for row in cells)])


def _only(
    kept: list[Column], cells: list[list[str]], places: list[int]
) -> tuple[list[Column], list[list[str]]]:
    return [kept[place] for place in places], [[row[place] for place in places] for row in cells]


def _fitting(kept: list[Column], cells: list[list[str]], room: int) -> tuple[list[Column], list[list[str]]]:
    """Without the columns that may be left out, as long as the rest does not fit even when cut."""
    while True:
        least = [
            min(column.least, width) if column.least else width
            for column, width in zip(kept, _natural(kept, cells), strict=True)
        ]
        ranked = [place for place, column in enumerate(kept) if column.rank]
        if not ranked or sum(least) + len(GUTTER) * (len(kept) - 1) <= room:
            return kept, cells
        out = max(ranked, key=lambda place: (kept[place].rank, place))
        kept, cells = _only(kept, cells, [place for place in range(len(kept)) if place != out])


def _natural(kept: list[Column], cells: list[list[str]]) -> list[int]:
    return [max(columns(column.name), *(columns(row[at]) for row in cells)) for at, column in enumerate(kept)]


def _widths(kept: list[Column], cells: list[list[str]], room: int) -> list[int]:
    widths = [
        min(width, room) if column.least else width
        for column, width in zip(kept, _natural(kept, cells), strict=True)
    ]
    over = sum(widths) + len(GUTTER) * (len(kept) - 1) - room
    while over > 0:
        spare = [place for place, column in enumerate(kept) if column.least and widths[place] > column.least]
        if not spare:
            return widths
        widths[max(spare, key=lambda place: widths[place])] -= 1
        over -= 1
    return widths


def _line(cells: list[str], kept: list[Column], widths: list[int]) -> str:
    fitted = (
        padded(
            shortened(cell, width, keep_end=column.keep_end) if column.least else cell,
            width,
            right=column.right,
        )
        for cell, column, width in zip(cells, kept, widths, strict=True)
    )
    return GUTTER.join(fitted).rstrip()
