"""Connections to a ledger file, set up for one writer or for a reader."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sayso.errors import LedgerError
from sayso.ledger import schema

_MAGIC = b"SQLite format 3\x00"
_WRITER = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA cache_size = -65536",
    "PRAGMA mmap_size = 0",
    "PRAGMA journal_size_limit = 67108864",
)
_READER = ("PRAGMA query_only = ON", "PRAGMA foreign_keys = ON", "PRAGMA mmap_size = 0")
_BUSY_SECONDS = 5.0


def connect(path: Path, *, write: bool, create: bool) -> sqlite3.Connection:
    """
    An open connection to a recognised ledger, migrated when it may be written.

    Raises:
        LedgerError: S401 no file, S402 not ours, S403 too new, S404 too old to be only read, S405.
        sqlite3.Error: Whatever else SQLite meets.
    """
    _must_exist(path, create)
    if path.exists() and path.stat().st_size:
        _look(path)
    connection = _open(path, "rwc" if create else "rw" if write else "ro")
    try:
        _set_up(connection, path, write)
    except BaseException:
        connection.close()
        raise
    return connection


def _must_exist(path: Path, create: bool) -> None:
    if path.is_dir():
        raise LedgerError("S405", "the ledger is a folder", saw=str(path), do="give a file")
    if not create and not path.exists():
        raise LedgerError(
            "S401",
            "there is no ledger here",
            saw=str(path),
            do="make one with `sayso --ledger FILE add REPORT...`, or name another with --ledger",
        )


def _look(path: Path) -> None:
    """Refuse a file that is not ours before anything could write to it."""
    with path.open("rb") as file:
        head = file.read(len(_MAGIC))
    if head != _MAGIC:
        raise LedgerError(
            "S402",
            "this file is no Sayso ledger",
            saw=f"{path}: starts with {head[:8]!r}",
            do="give another file",
        )
    connection = _open(path, "ro")
    try:
        schema.recognise(connection, path)
    finally:
        connection.close()


def _open(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}"
    if (
        mode == "ro"
        and not os.access(path.parent, os.W_OK)
        and not path.with_name(path.name + "-wal").exists()
    ):
        uri += "&immutable=1"  # on a read-only disk WAL's shared memory file cannot be made
    return sqlite3.connect(uri, uri=True, timeout=_BUSY_SECONDS, isolation_level=None)


def _set_up(connection: sqlite3.Connection, path: Path, write: bool) -> None:
    for pragma in _WRITER if write else _READER:
        connection.execute(pragma)
    found = schema.recognise(connection, path)
    if not write and found < schema.latest():
        raise LedgerError(
            "S404",
            "this ledger has no reports yet" if not found else "this ledger was written by an older Sayso",
            saw=f"{path}: schema {found}, wanted {schema.latest()}",
            do="`sayso add` brings it up to date",
        )
