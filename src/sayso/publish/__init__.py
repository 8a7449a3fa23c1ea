"""
Out in forms people and programs read.

Records come in - rows, a reading, the claims and standing commitments of a ledger - and text goes out:
JSON and JSON Lines in the names of the contract, CSV that a spreadsheet cannot be made to execute
(OWASP, "CSV Injection"; RFC 4180), tables fitted to a terminal, a reading as a tree of who says so, and
the brief. Every part is a pure function from records to `str`; nothing that came from a report reaches a
terminal as a control character (Unicode UTS #36, UAX #9). The one function is `publish`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from sayso.publish.tables import Column
    from sayso.publish.terminal import Style

__all__ = ["publish"]

Form = Literal["json", "jsonl", "csv", "table"]


def publish(
    rows: Sequence[Any], form: Form, *, columns: Sequence[Column] = (), style: Style | None = None
) -> str:
    """
    Rows in one of the four forms.

    Args:
        rows: Records or dicts.
        form: "json" (one array), "jsonl", "csv" (for spreadsheets: no cell can become a formula) or "table".
        columns: What a CSV or table shows of each row; JSON gives the rows whole.
        style: Width and colour of a table.
    """
    from sayso.publish import encode, tables
    from sayso.publish.terminal import PLAIN

    if form == "json":
        return encode.as_json(rows, pretty=True) + "\n"
    if form == "jsonl":
        return encode.as_json_lines(rows)
    if form == "csv":
        return tables.as_csv(rows, columns)
    return tables.as_table(rows, columns, style or PLAIN)
