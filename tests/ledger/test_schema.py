"""Every older version of the file comes up to date with nothing lost."""

from __future__ import annotations

import sqlite3

import pytest

from sayso.errors import LedgerError
from sayso.ledger import Ledger, packing, schema


def _ledger_of_version(path, number, made) -> None:
    """A file as a Sayso of schema `number` would have left it."""
    connection = sqlite3.connect(path, isolation_level=None)
    schema.migrate(connection, number)
    for acquired, reading in made if number else ():
        digest = packing.digest(acquired.raw)
        connection.execute(
            "INSERT INTO blobs VALUES (?, ?, ?)", (digest, len(acquired.raw), packing.packed(acquired.raw))
        )
        row = packing.report_row(acquired, digest, "2031-01-01T00:00:00+00:00")
        names = ", ".join(row)
        connection.execute(
            f"INSERT INTO reports ({names}) VALUES ({', '.join('?' * len(row))})", tuple(row.values())
        )
        connection.execute(
            "INSERT INTO readings (report, version, body) VALUES (?, ?, ?)",
            (reading.report.id, reading.version, packing.packed_reading(reading)),
        )
    if number >= 3:  # from here on every text that comes in is indexed at once
        connection.execute("INSERT INTO words (words) VALUES ('rebuild')")
    connection.close()


@pytest.mark.parametrize("number", range(schema.latest()))
def test_an_older_ledger_becomes_what_a_new_one_is(tmp_path, making, dumping, number) -> None:
    made = [making(n) for n in range(3)]
    _ledger_of_version(tmp_path / "old.db", number, made)
    with (
        Ledger.open(tmp_path / "old.db", write=True) as old,
        Ledger.open(tmp_path / "new.db", write=True) as new,
    ):
        for acquired, reading in made:
            new.add(acquired, reading)
            assert ("unchanged" if number else "added") == old.add(acquired, reading)

        assert dumping(new) == dumping(old)
        assert (old.check().problems, new.check().problems) == ((), ())


@pytest.mark.parametrize("number", range(1, schema.latest()))
def test_an_older_ledger_cannot_be_only_read(path, making, number) -> None:
    _ledger_of_version(path, number, [making(1)])
    with pytest.raises(LedgerError, match="S404"):
        Ledger.open(path)


def test_a_migration_that_fails_leaves_the_version_before(path, monkeypatch) -> None:
    whole = schema.migrations()
    connection = sqlite3.connect(path, isolation_level=None)
    schema.migrate(connection, 1)
    broken = (whole[0], "CREATE TABLE half (x);\nCREATE TABLE half (x);\n")
    monkeypatch.setattr(schema, "migrations", lambda: broken)
    with pytest.raises(sqlite3.OperationalError):
        schema.migrate(connection)

    assert schema.version(connection) == 1
    assert connection.execute("SELECT * FROM sqlite_master WHERE name = 'half'").fetchall() == []
    connection.close()


def test_a_kill_between_migration_and_derivation_is_made_good(path, making, dumping) -> None:
    with Ledger.open(path, write=True) as ledger:
        ledger.add(*making(1))
        before = dumping(ledger)
    connection = sqlite3.connect(path)
    connection.executescript("DELETE FROM meta; DELETE FROM parties; DELETE FROM events;")
    connection.close()

    with Ledger.open(path, write=True) as ledger:
        assert before == dumping(ledger)


def test_statements_are_cut_where_they_end() -> None:
    trigger = "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n DELETE FROM a;\nEND;\n"
    script = "-- a; comment\nCREATE TABLE a (x);\n" + trigger

    assert len(list(schema.statements(script))) == 2
