"""Is the ledger sound? SQLite's own checks, and the promises the tables make to each other."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator

from msgspec import Struct

from sayso.errors import LedgerError
from sayso.ledger import packing
from sayso.ledger.rows import COLUMNS, rows
from sayso.records import Reading


class Checked(Struct, frozen=True):
    """What was found; `problems` is empty for a sound ledger."""

    problems: tuple[str, ...]
    counts: dict[str, int]
    sqlite: str

    @property
    def sound(self) -> bool:
        """Nothing to complain of?"""
        return not self.problems


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Rows a table, and the bytes behind them."""
    tables = ("reports", "readings", *COLUMNS, "refusals", "blobs")
    found = {name: int(connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]) for name in tables}
    found["bytes"] = int(connection.execute("SELECT coalesce(sum(size), 0) FROM blobs").fetchone()[0])
    return found


def problems(connection: sqlite3.Connection, read: Callable[[str], Reading], *, write: bool) -> Iterator[str]:
    """
    Everything wrong with the file, each as one line.

    Args:
        connection: To the ledger.
        read: Gives the reading in force of a report by its id.
        write: Whether the connection may write (FTS5 is asked for its own check by an INSERT).
    """
    for (line,) in connection.execute("PRAGMA quick_check"):
        if line != "ok":
            yield f"quick_check: {line}"
    for table, rowid, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"{table} row {rowid}: its {parent} is missing"
    yield from _full_text(connection, write)
    yield from _bytes(connection)
    yield from _unread(connection)
    for (report,) in connection.execute("SELECT DISTINCT report FROM readings ORDER BY report").fetchall():
        try:
            yield from _derived(connection, read(report))
        except LedgerError as error:
            yield f"report {report}: {error}"


def _full_text(connection: sqlite3.Connection, write: bool) -> Iterator[str]:
    indexed = connection.execute("SELECT count(*) FROM words_docsize").fetchone()[0]
    reports = connection.execute("SELECT count(*) FROM reports").fetchone()[0]
    if indexed != reports:
        yield f"full text: {indexed} reports indexed of {reports}"
    if write:
        try:
            connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
        except sqlite3.DatabaseError as error:
            yield f"full text: {error}"


def _bytes(connection: sqlite3.Connection) -> Iterator[str]:
    for sha256, body in connection.execute("SELECT sha256, packed FROM blobs"):
        try:
            if packing.digest(packing.unpacked(body)) != sha256:
                yield f"blob {sha256}: its bytes have changed"
        except LedgerError as error:
            yield f"blob {sha256}: {error}"


def _unread(connection: sqlite3.Connection) -> Iterator[str]:
    query = "SELECT id FROM reports WHERE id NOT IN (SELECT report FROM readings)"
    for (report,) in connection.execute(query):
        yield f"report {report}: has no reading"


def _derived(connection: sqlite3.Connection, reading: Reading) -> Iterator[str]:
    for table, made in rows(reading):
        columns = ", ".join(f'"{name}"' for name in COLUMNS[table])
        found = connection.execute(f"SELECT {columns} FROM {table} WHERE report = ?", (reading.report.id,))
        if sorted(map(repr, found)) != sorted(map(repr, made)):
            yield f"report {reading.report.id}: its {table} are not those of its reading"
