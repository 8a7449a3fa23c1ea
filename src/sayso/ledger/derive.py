"""The rows that filters look at, kept in step with the readings in force."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from sayso.ledger import schema
from sayso.ledger.rows import COLUMNS, rows
from sayso.records import Reading

_MARK = "derived"


def _insert(table: str) -> str:
    columns = ", ".join(f'"{name}"' for name in COLUMNS[table])
    return f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(COLUMNS[table]))})"


def replace(connection: sqlite3.Connection, reading: Reading) -> None:
    """Put the rows of this reading in the place of those its report had."""
    for table in reversed(COLUMNS):
        connection.execute(f"DELETE FROM {table} WHERE report = ?", (reading.report.id,))
    for table, made in rows(reading):
        connection.executemany(_insert(table), made)


def stale(connection: sqlite3.Connection) -> bool:
    """Were the rows made under an older schema?"""
    found = connection.execute("SELECT value FROM meta WHERE name = ?", (_MARK,)).fetchone()
    return found is None or int(found[0]) != schema.latest()


def again(connection: sqlite3.Connection, readings: Iterable[Reading]) -> None:
    """Make all rows anew and note the schema they were made under."""
    for reading in readings:
        replace(connection, reading)
    connection.execute(
        "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", (_MARK, str(schema.latest()))
    )
