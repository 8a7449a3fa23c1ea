"""`sayso rebuild` and `sayso doctor`."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from sayso.ledger import Ledger
from sayso.publish.encode import as_json

Ask = Callable[..., Result]


def contents(path: Path) -> list[str]:
    with Ledger.open(path) as ledger:
        return [as_json(reading) for reading in ledger.readings()]


def test_rebuilding_reads_every_report_again_and_a_second_time_changes_nothing(
    ask: Ask, ledger: Path
) -> None:
    before = contents(ledger)
    first = json.loads(ask("rebuild", "--json").stdout)
    after = contents(ledger)
    second = json.loads(ask("rebuild", "--json").stdout)

    assert (first["changed"], first["unchanged"], first["failed"]) == (3, 0, 0)
    assert (second["changed"], second["unchanged"], second["failed"]) == (0, 3, 0)
    assert before != after == contents(ledger)
    assert ask("doctor").exit_code == 0


def test_a_report_that_cannot_be_read_again_keeps_its_reading(
    ask: Ask, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(report: object) -> None:
        raise RuntimeError("no")

    before = contents(ledger)
    monkeypatch.setattr("sayso.reading.read_report", fail)
    done = ask("rebuild")

    assert done.exit_code == 1
    assert done.stdout == "3 reports read again: 0 changed, 0 unchanged, 3 failed\n"
    assert done.stderr.count("S190") == 3
    assert contents(ledger) == before


def test_rebuilding_makes_no_ledger(ask: Ask, tmp_path: Path) -> None:
    missing = tmp_path / "none.db"

    assert ask("rebuild", of=missing).exit_code == 3
    assert not missing.exists()


def test_a_sound_ledger_is_said_to_be_sound(ask: Ask, ledger: Path) -> None:
    checked = json.loads(ask("doctor", "--json").stdout)

    assert checked["sound"] is True
    assert checked["problems"] == []
    assert checked["counts"]["reports"] == 3
    assert ask("doctor").stdout.startswith(f"{ledger}: sound\n")


def test_a_tampered_ledger_is_found_out(ask: Ask, ledger: Path) -> None:
    connection = sqlite3.connect(ledger)
    with connection:
        connection.execute("UPDATE events SET status = 'actual' WHERE status = 'threatened'")
    connection.close()
    done = ask("doctor")

    assert done.exit_code == 3
    assert "3 problems" in done.stdout
    assert "its events are not those of its reading" in done.stderr
