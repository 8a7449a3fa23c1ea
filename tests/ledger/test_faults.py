"""A disk that fills up: a clear word, nothing acknowledged lost, and on it goes when there is room."""

from __future__ import annotations

import random
import resource
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.ledger.faults import faults, told


def _bulky(made) -> Any:
    """The same report with bytes that do not compress."""
    acquired, reading = made
    noise = random.Random(acquired.report.id).randbytes(40_000)
    return msgspec.structs.replace(acquired, raw=noise), reading


def _fill(ledger, making) -> Any:
    kept: list[str] = []

    def fill() -> None:
        for number in range(1000):
            acquired, reading = _bulky(making(number))
            ledger.add(acquired, reading)
            kept.append(acquired.report.id)

    with pytest.raises(LedgerError) as stop:
        fill()
    return kept, stop.value


def _holds_exactly(ledger, kept) -> None:
    assert sorted(kept) == sorted(reading.report.id for reading in ledger.readings())
    assert ledger.check().problems == ()


def test_no_page_left(path, making) -> None:
    with Ledger.open(path, write=True) as ledger:
        ledger.rows("PRAGMA max_page_count = 300", ())
        kept, error = _fill(ledger, making)

        assert (error.code, f"{len(kept)} reports kept" in str(error)) == ("S406", True)
        _holds_exactly(ledger, kept)
        ledger.rows("PRAGMA max_page_count = 3000", ())
        assert ledger.add(*_bulky(making(len(kept)))) == "added"


def test_files_may_not_grow(path, making) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with Ledger.open(path, write=True) as ledger:
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, before[1]))
            kept, error = _fill(ledger, making)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
            signal.signal(signal.SIGXFSZ, ignored)

        assert error.code == "S406"
        assert kept
        _holds_exactly(ledger, kept)
        assert ledger.add(*_bulky(making(len(kept)))) == "added"


@pytest.fixture
def small_disk(tmp_path) -> Iterator[Any]:
    disk = tmp_path / "disk"
    disk.mkdir()
    try:
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=2m", "none", disk], check=True, capture_output=True
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no right to mount a small disk")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


def test_the_disk_is_full(small_disk: Path, making) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"\0" * 400_000)
    path = small_disk / "sayso.db"
    with Ledger.open(path, write=True) as ledger:
        kept, error = _fill(ledger, making)
        assert error.code == "S406"
        with Ledger.open(path) as reader:
            assert len(kept) == reader.counts()["reports"]
        ballast.unlink()
        acquired, reading = _bulky(making(len(kept)))
        assert ledger.add(acquired, reading) == "added"
        _holds_exactly(ledger, [*kept, acquired.report.id])
    with Ledger.open(path) as reader:
        _holds_exactly(reader, [*kept, acquired.report.id])


def test_a_disk_that_may_only_be_read(small_disk: Path, making) -> None:
    path = small_disk / "sayso.db"
    with Ledger.open(path, write=True) as ledger:
        ledger.add(*making(1))
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)

    with pytest.raises(LedgerError, match="S405"):
        Ledger.open(path, write=True)
    with Ledger.open(path) as reader:
        assert reader.counts()["reports"] == 1
        assert reader.check().sound


def test_another_program_that_locks_the_file(path, making) -> None:
    with Ledger.open(path, write=True) as ledger:
        ledger.rows("PRAGMA busy_timeout = 20", ())
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="S412"):
            ledger.add(*making(1))
        other.execute("ROLLBACK")
        other.close()
        assert ledger.add(*making(1)) == "added"


def test_unknown_errors_still_name_the_file(path) -> None:
    error = told(sqlite3.ProgrammingError("odd"), path, 1)

    assert (error.code, str(path) in str(error), "1 report kept" in str(error)) == ("S407", True, True)
    with pytest.raises(LedgerError, match="S405"), faults(path):
        raise PermissionError(13, "Permission denied")
