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
NARROWEST_CELL = 6


class Column(Struct, frozen=True):
    """
    One column: its heading, what it shows of a row, and how it behaves when the table is too wide.

    Args:
        name: The heading; in CSV as it is, in a table in small letters.
        cell: Row to text.
        shrinks: May be cut with an ellipsis where the table is wider than the terminal.
        right: Set flush right (numbers).
        only: "csv" or "table" where a column is for one of them alone.
    """

    name: str
    cell: Callable[[Any], str]
    shrinks: bool = False
    right: bool = False
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
    widths = _widths(kept, cells, style.width)
    head = _line([column.name for column in kept], kept, widths)
    body = [_line(row, kept, widths) for row in cells]
    return "".join(f"{line}\n" for line in (style.on(head, "bold"), *body))


def _without_empty(kept: list[Column], cells: list[list[str]]) -> tuple[list[Column], list[list[str]]]:
    filled = [place for place in range(len(kept)) if any(row[place] for row in cells)]
    return [kept[place] for place in filled], [[row[place] for place in filled] for row in cells]


def _widths(kept: list[Column], cells: list[list[str]], room: int) -> list[int]:
    widths = [
        max(columns(kept[place].name), *(columns(row[place]) for row in cells)) for place in range(len(kept))
    ]
    shrinking = [place for place, column in enumerate(kept) if column.shrinks]
    for place in shrinking:
        widths[place] = min(widths[place], room)
    over = sum(widths) + len(GUTTER) * (len(kept) - 1) - room
    while over > 0 and any(widths[place] > NARROWEST_CELL for place in shrinking):
        widths[max(shrinking, key=lambda place: widths[place])] -= 1
        over -= 1
    return widths


def _line(cells: list[str], kept: list[Column], widths: list[int]) -> str:
    fitted = (
        padded(shortened(cell, width) if column.shrinks else cell, width, right=column.right)
        for cell, column, width in zip(cells, kept, widths, strict=True)
    )
    return GUTTER.join(fitted).rstrip()
