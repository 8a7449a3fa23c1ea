"""The schema's versions: numbered SQL files, applied in order, each in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from sayso.errors import LedgerError

APPLICATION_ID = int.from_bytes(b"Says", "big")
"""Written into the header, so that a ledger is told from any other SQLite file."""


def migrations() -> tuple[str, ...]:
    """The SQL of version 1, 2, ... in order."""
    folder = resources.files("sayso.ledger") / "data"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple((folder / name).read_text("utf-8") for name in names)


def latest() -> int:
    """The version this Sayso writes."""
    return len(migrations())


def version(connection: sqlite3.Connection) -> int:
    """The version a file has; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def recognise(connection: sqlite3.Connection, path: Path) -> int:
    """
    The schema version of a file that is ours or still empty.

    Raises:
        LedgerError: S402 where the file belongs to another program, S403 where a newer Sayso wrote it.
    """
    owner = int(connection.execute("PRAGMA application_id").fetchone()[0])
    tables = int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    found = version(connection)
    if owner != APPLICATION_ID and (owner or tables or found):
        raise LedgerError(
            "S402",
            "this SQLite file was made by another program",
            saw=f"{path}: application id {owner:#010x}, {tables} tables and indexes",
            do="give another --ledger FILE; this one was not touched",
        )
    if found > latest():
        raise LedgerError(
            "S403",
            "this ledger was written by a newer Sayso",
            saw=f"{path}: schema {found}, known here up to {latest()}",
            do="upgrade Sayso; the ledger was not touched",
        )
    return found


def migrate(connection: sqlite3.Connection, to: int | None = None) -> int:
    """Bring the file up to version `to` (default: the latest); returns the version it had."""
    before = version(connection)
    for number, script in enumerate(migrations()[:to], start=1):
        if number > before:
            _apply(connection, number, script)
    return before


def _apply(connection: sqlite3.Connection, number: int, script: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in statements(script):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {number:d}")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def statements(script: str) -> Iterator[str]:
    """The single statements of a script, so that they can run inside one transaction."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
    if pending.strip():
        yield pending
