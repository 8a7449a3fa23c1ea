"""The ledger file: reports, the bytes they came from, and what was read in them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from sayso.errors import LedgerError, QueryError
from sayso.ledger import check, derive, packing, schema, search
from sayso.ledger.check import Checked
from sayso.ledger.connection import connect
from sayso.ledger.faults import faults, told, unstorable
from sayso.ledger.lock import WriterLock
from sayso.ledger.packing import Value, instant
from sayso.ledger.search import Hit
from sayso.records import Acquired, Reading, Refused, Report

_IN_FORCE = (
    "SELECT reports.text, readings.body FROM reports JOIN readings ON readings.number ="
    " (SELECT max(number) FROM readings WHERE report = reports.id) WHERE reports.id = ?"
)
_ORDER = " ORDER BY reports.published_at IS NULL, reports.published_at, reports.id"
_NAMES = ("id = ?", "key = ?", "url = ?")
_BEGINNING = "SELECT id FROM reports WHERE substr(id, 1, length(?)) = ? ORDER BY id LIMIT 3"
_SHORTEST_ID = 4
_OUTERMOST = ("BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",))
_NESTED = ("SAVEPOINT inner", "RELEASE inner", ("ROLLBACK TO inner", "RELEASE inner"))


class Ledger:
    """
    One SQLite file. Open it with `Ledger.open` and use it as a context manager, in one thread.

    A report is told by its id, which its outlet, time, URL and text make. The same report again
    changes nothing, whatever page furniture came around it the second time.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: WriterLock | None) -> None:
        self.path = path
        self.connection = connection
        self._lock = lock

    @classmethod
    def open(cls, path: str | Path, *, write: bool = False, create: bool | None = None) -> Self:
        """
        Open a ledger file; `create` (default: as `write`) makes it where there is none.

        Raises:
            LedgerError: The file is missing, foreign, newer, unwritable or damaged.
            LockedError: Another process writes to it; the message names that process.
        """
        path = Path(path)
        lock = WriterLock(path) if write else None
        with faults(path):
            try:
                if lock:
                    lock.acquire()
                connection = connect(path, write=write, create=write if create is None else create)
                ledger = cls(path, connection, lock)
                if write:
                    ledger._bring_up_to_date()
            except BaseException:
                if lock:
                    lock.release()
                raise
        return ledger

    def close(self) -> None:
        """Fold the log back into the file and give up the lock."""
        with suppress(sqlite3.Error):
            self.connection.close()
        if self._lock:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # ------------------------------------------------------------------ writing
    @contextmanager
    def batch(self) -> Iterator[None]:
        """
        Several writes in one transaction: after the block all are kept, after an error none.

        Raises:
            LedgerError: The ledger is open for reading only, or could not be written; the message
                says how many reports are safe.
        """
        if self._lock is None:
            raise LedgerError("S408", "this ledger is open for reading only", saw=str(self.path))
        begin, keep, undo = _NESTED if self.connection.in_transaction else _OUTERMOST
        try:
            self.connection.execute(begin)
            yield
            self.connection.execute(keep)
        except BaseException as error:
            with suppress(sqlite3.Error):
                for step in undo:
                    self.connection.execute(step)
            if isinstance(error, sqlite3.Error):
                raise told(error, self.path, self._kept()) from error
            if isinstance(error, UnicodeEncodeError):
                raise unstorable(error, self.path) from error
            raise

    def has(self, acquired: Acquired) -> bool:
        """Is this report in the ledger? Ask before reading it."""
        found = self._all("SELECT 1 FROM reports WHERE id = ?", acquired.report.id)
        return bool(found)

    def add(self, acquired: Acquired, reading: Reading) -> Literal["added", "unchanged"]:
        """Keep a report with its bytes and its reading, durably, before this returns."""
        _must_match(acquired.report, reading)
        with self.batch():
            self._accept(acquired.origin, acquired.line)
            if self.has(acquired):
                return "unchanged"
            digest = self._keep_bytes(acquired.raw)
            self._insert("reports", packing.report_row(acquired, digest, _now()))
            number = self.connection.execute("SELECT last_insert_rowid()").fetchone()[0]
            self.connection.execute(
                "INSERT INTO words (rowid, text) VALUES (?, ?)", (number, acquired.report.text)
            )
            self._put_reading(reading)
        return "added"

    def add_refused(self, refused: Refused) -> None:
        """Note what could not be read and why; the next try at the same place replaces or clears it."""
        with self.batch():
            digest = self._keep_bytes(refused.raw) if refused.raw is not None else None
            self.connection.execute(
                "INSERT OR REPLACE INTO refusals (origin, line, error, sha256, added) VALUES (?, ?, ?, ?, ?)",
                (refused.origin, refused.line or 0, refused.error, digest, _now()),
            )

    def replace_reading(self, report_id: str, reading: Reading) -> Literal["added", "unchanged"]:
        """
        Put a newer reading of a stored report in force; the older one stays in the file.

        Raises:
            QueryError: No such report. LedgerError: The reading is of another text.
        """
        old = self.reading(report_id)
        _must_match(old.report, reading)
        if packing.canonical(old) == packing.canonical(reading):
            return "unchanged"
        with self.batch():
            self._put_reading(reading)
        return "added"

    # ------------------------------------------------------------------ reading
    def readings(self, since: datetime | None = None, until: datetime | None = None) -> Iterator[Reading]:
        """
        The readings in force, oldest report first, then by id; reports without a date come last.

        Args:
            since: Aware; only reports published at or after it. Leaves out reports without a date.
            until: Aware; only reports published at or before it. Leaves out reports without a date.
        """
        low, high = instant(since), instant(until)
        where = " WHERE (? IS NULL OR reports.published_at >= ?) AND (? IS NULL OR reports.published_at <= ?)"
        for report in self._ids(where, low, low, high, high):
            yield self._in_force(report)

    def reading(self, report: str) -> Reading:
        """
        The reading in force of one report, given by its id, key or URL, or the first letters of its id.

        Raises:
            QueryError: None or several reports bear this name.
        """
        return self._in_force(self.identify(report))

    def identify(self, name: str) -> str:
        """The id of the report meant by an id, a key, a URL or the first letters of an id. QueryError."""
        found: list[tuple[Any, ...]] = []
        for where in _NAMES:
            found = found or self._all(f"SELECT id FROM reports WHERE {where} ORDER BY id LIMIT 3", name)
        if not found and len(name) >= _SHORTEST_ID:
            found = self._all(_BEGINNING, name, name)
        if len(found) == 1:
            return str(found[0][0])
        raise QueryError(
            "S315",
            "several reports bear this name" if found else "no such report",
            saw=f"{name!r} in {self.path}" + "".join(f", {row[0]}" for row in found),
            do="`sayso reports` lists them with their ids",
        )

    def reports(self) -> Iterator[Report]:
        """The reports as their readings give them, in the order of `readings`."""
        return (reading.report for reading in self.readings())

    def raw(self, report_id: str) -> bytes:
        """The bytes a report came from. QueryError where there is no such report."""
        found = self._all(
            "SELECT packed FROM blobs JOIN reports USING (sha256) WHERE id = ?", self.identify(report_id)
        )
        return packing.unpacked(found[0][0])

    def sources(self) -> Iterator[Acquired]:
        """Every report as it was acquired, with its bytes, in the order of `readings`: for a rebuild."""
        query = (
            "SELECT text, record, packed, media_type, origin, line"
            " FROM reports JOIN blobs USING (sha256) WHERE id = ?"
        )
        for name in self._ids():
            text, record, packed, media_type, origin, line = self._all(query, name)[0]
            report = packing.unpacked_report(text, record)
            yield Acquired(report, packing.unpacked(packed), media_type, origin, line)

    def refusals(self) -> Iterator[Refused]:
        """What could not be read so far, by origin and line."""
        query = (
            "SELECT origin, error, line, packed FROM refusals LEFT JOIN blobs USING (sha256)"
            " ORDER BY origin, line"
        )
        for origin, error, line, packed in self._all(query):
            yield Refused(origin, error, line or None, None if packed is None else packing.unpacked(packed))

    def search(self, words: str, limit: int | None = 50, marks: tuple[str, str] = search.MARKS) -> list[Hit]:
        """The newest reports that hold all the words, whatever signs stand in them."""
        with faults(self.path):
            return search.search(self.connection, words, limit, marks)

    def hits(self, words: str) -> int:
        """How many reports `search` would find without a limit."""
        with faults(self.path):
            return search.count(self.connection, words)

    def counts(self) -> dict[str, int]:
        """Rows a table."""
        with faults(self.path):
            return check.counts(self.connection)

    def check(self) -> Checked:
        """Look at everything for damage; takes as long as reading the whole file."""
        with faults(self.path):
            found = check.problems(self.connection, self._in_force, write=self._lock is not None)
            return Checked(tuple(found), check.counts(self.connection), sqlite3.sqlite_version)

    def rows(self, query: str, values: Sequence[Value]) -> list[tuple[Any, ...]]:
        """The rows of a fixed query of this package, its values bound."""
        return self._all(query, *values)

    # ------------------------------------------------------------------ within
    def _bring_up_to_date(self) -> None:
        try:
            schema.migrate(self.connection)
            if derive.stale(self.connection):
                with self.batch():
                    derive.again(self.connection, self.readings())
        except BaseException:
            self.connection.close()
            raise

    def _accept(self, origin: str, line: int | None) -> None:
        self.connection.execute("DELETE FROM refusals WHERE origin = ? AND line = ?", (origin, line or 0))

    def _keep_bytes(self, raw: bytes) -> str:
        digest = packing.digest(raw)
        if not self._all("SELECT 1 FROM blobs WHERE sha256 = ?", digest):
            self._insert("blobs", {"sha256": digest, "size": len(raw), "packed": packing.packed(raw)})
        return digest

    def _put_reading(self, reading: Reading) -> None:
        body = packing.packed_reading(reading)
        self._insert("readings", {"report": reading.report.id, "version": reading.version, "body": body})
        derive.replace(self.connection, reading)

    def _insert(self, table: str, row: dict[str, Value]) -> None:
        columns, marks = ", ".join(row), ", ".join("?" * len(row))
        self.connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(row.values()))

    def _all(self, query: str, *values: Value) -> list[tuple[Any, ...]]:
        with faults(self.path):
            return self.connection.execute(query, values).fetchall()

    def _ids(self, where: str = "", *values: Value) -> list[str]:
        """Ids first, bodies one by one: a slow consumer holds no read transaction open."""
        return [row[0] for row in self._all("SELECT id FROM reports" + where + _ORDER, *values)]

    def _in_force(self, report: str) -> Reading:
        found = self._all(_IN_FORCE, report)
        if not found:
            saw = f"{self.path}: report {report} has no reading"
            raise LedgerError("S407", "the ledger is damaged", saw=saw, do=packing.DAMAGED)
        return packing.unpacked_reading(*found[0])

    def _kept(self) -> int | None:
        with suppress(sqlite3.Error):
            return int(self.connection.execute("SELECT count(*) FROM reports").fetchone()[0])
        return None


def _must_match(report: Report, reading: Reading) -> None:
    if (report.id, report.text) != (reading.report.id, reading.report.text):
        raise LedgerError(
            "S409",
            "this reading is of another report",
            saw=f"report {report.id}, reading of {reading.report.id}",
            do="read the report that is to be stored",
        )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
