"""Which files are opened, and what is said of the others."""

from __future__ import annotations

import os
import sqlite3
import stat
from typing import Any

import pytest

from sayso.errors import LedgerError
from sayso.ledger import Ledger, schema


def _refusal(path, **options) -> Any:
    with pytest.raises(LedgerError) as told:
        Ledger.open(path, **options)
    assert str(path) in str(told.value)
    return told.value.code


def test_reading_makes_no_file(path) -> None:
    assert _refusal(path) == "S401"
    assert _refusal(path, write=True, create=False) == "S401"
    assert not path.exists()


@pytest.mark.parametrize("content", [b"just a letter", b"SQLite format 3", b"\0" * 5000, b"<html>"])
@pytest.mark.parametrize("write", [True, False])
def test_a_file_that_is_no_database_is_left_alone(path, content, write) -> None:
    path.write_bytes(content)

    assert _refusal(path, write=write) == "S402"
    assert content == path.read_bytes()


@pytest.mark.parametrize("write", [True, False])
def test_another_programs_database_is_left_alone(path, write) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE bookmarks (url TEXT)")
    other.commit()
    other.close()
    before = path.read_bytes()

    assert _refusal(path, write=write) == "S402"
    assert before == path.read_bytes()


def test_a_broken_database_is_a_coded_error(path, making) -> None:
    with Ledger.open(path, write=True) as ledger:
        ledger.add(*making(1))
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xff" * 3996 + whole[4096:])

    assert _refusal(path, write=True) in ("S402", "S407")


@pytest.mark.parametrize("write", [True, False])
def test_a_newer_ledger_is_left_alone(path, write) -> None:
    Ledger.open(path, write=True).close()
    later = sqlite3.connect(path)
    later.execute(f"PRAGMA user_version = {schema.latest() + 1}")
    later.close()

    assert _refusal(path, write=write) == "S403"


def test_an_empty_file_becomes_a_ledger_but_cannot_be_read(path, making) -> None:
    path.touch()
    assert _refusal(path) == "S404"
    with Ledger.open(path, write=True) as ledger:
        assert ledger.add(*making(1)) == "added"


def test_a_folder_and_a_missing_folder(tmp_path) -> None:
    assert _refusal(tmp_path, write=True) == "S405"
    assert _refusal(tmp_path / "no" / "such" / "sayso.db", write=True) == "S405"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_an_unwritable_ledger(path, making) -> None:
    with Ledger.open(path, write=True) as ledger:
        ledger.add(*making(1))
    path.chmod(stat.S_IRUSR)
    path.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        assert _refusal(path, write=True) == "S405"
        with Ledger.open(path) as ledger:
            assert ledger.counts()["reports"] == 1
    finally:
        path.parent.chmod(stat.S_IRWXU)


def test_names_that_mean_something_in_a_uri(tmp_path, making) -> None:
    path = tmp_path / "crisis? 100%#1&mode=ro.db"
    with Ledger.open(path, write=True) as ledger:
        ledger.add(*making(1))
    with Ledger.open(path) as ledger:
        assert ledger.counts()["reports"] == 1
    assert path.exists()


def test_settings_of_the_writer(path) -> None:
    with Ledger.open(path, write=True) as ledger:
        got = {
            name: ledger.rows(f"PRAGMA {name}", ())[0][0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert got == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}
