"""Bad input through the whole program: each kind is told in one line, nothing else is lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.ledger import Ledger
from sayso.serve.cli import sayso

SAID = "Norland seized a ferry off Osk on Monday, two harbour officials said, according to Norland Wire. "
NOTICE = (
    "<html><head><title>Your privacy</title></head><body><p>We and our partners use cookies to store and "
    "access information.</p><button>Accept all</button><button>Reject all</button></body></html>"
)
Add = Callable[[str, bytes], Result]


@pytest.fixture
def add(tmp_path: Path) -> Add:
    """Adds a file of that name with these bytes, beside a good one, and gives the JSON of the summary."""

    def run(name: str, raw: bytes) -> Result:
        (tmp_path / name).write_bytes(raw)
        (tmp_path / "good.txt").write_text(SAID)
        sources = [str(tmp_path / "good.txt"), str(tmp_path / name)]
        return CliRunner().invoke(sayso, ["--ledger", str(tmp_path / "l.db"), "add", "--json", *sources])

    return run


def became(done: Result) -> list[tuple[str, str]]:
    """What became of each input after the good one, and why."""
    summary = json.loads(done.stdout)
    assert summary["reports"][0]["became"] == "added"
    return [(report["became"], report["why"] or "") for report in summary["reports"][1:]]


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\t \n"),
        ("binary.bin", bytes(range(256)) * 64),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 400),
        ("notice.html", NOTICE.encode()),
        ("long.txt", b"x" * 5_300_000),
        ("list.json", b'{"text": 7}'),
        ("feed.xml", b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
    ],
)
def test_what_is_no_report_is_skipped_with_its_reason(add: Add, name: str, raw: bytes) -> None:
    done = add(name, raw)
    ((state, why),) = became(done)

    assert (done.exit_code, state) == (1, "skipped")
    assert why.startswith("[S1")
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("name", "raw", "noted"),
    [
        ("latin.txt", f"Café owners protested. {SAID}".encode("latin-1"), "UTF-8"),
        ("undated.txt", f"No date. {SAID}".encode(), "date"),
        ("hidden.txt", f"Zero\u200bwidth and \u202eturned. {SAID}".encode(), "hidden"),
        ("german.txt", b"Der Minister sagte am Montag, die Faehre sei beschlagnahmt worden. " * 5, "English"),
    ],
)
def test_what_is_odd_is_kept_and_the_oddity_is_told(
    add: Add, tmp_path: Path, name: str, raw: bytes, noted: str
) -> None:
    done = add(name, raw)
    ((state, _),) = became(done)
    report = json.loads(done.stdout)["reports"][1]["report"]
    with Ledger.open(tmp_path / "l.db") as ledger:
        reading = ledger.reading(report)
        kept = ledger.raw(report)

    assert (done.exit_code, state) == (0, "added")
    assert kept == raw
    assert any(noted in f"{note.what} {note.why}" for note in (*reading.report.notes, *reading.skipped))


@pytest.mark.parametrize(
    ("published", "noted"),
    [("2031-03-04T09:30:00", "zone"), ("2031-03-04", "day"), ("2199-01-01T00:00:00Z", "future")],
)
def test_a_date_that_says_too_little_or_too_much_is_noted(
    add: Add, tmp_path: Path, published: str, noted: str
) -> None:
    row = {"outlet": "Nowhere Gazette", "published": published, "text": SAID}
    done = add("row.jsonl", (json.dumps(row) + "\n").encode())
    report = json.loads(done.stdout)["reports"][1]["report"]
    with Ledger.open(tmp_path / "l.db") as ledger:
        notes = ledger.reading(report).report.notes

    assert done.exit_code == 0
    assert any(noted in note.why for note in notes), notes


def test_one_broken_line_costs_one_line(add: Add) -> None:
    good = [json.dumps({"outlet": "Wire", "text": f"{SAID}{n}"}) for n in range(3)]
    done = add("rows.jsonl", "\n".join((good[0], '{"text": "cut', good[1], good[2])).encode())
    summary = json.loads(done.stdout)

    assert [state for state, _ in became(done)] == ["added", "skipped", "added", "added"]
    assert [report["line"] for report in summary["reports"][1:]] == [1, 2, 3, 4]


def test_adding_again_what_was_mended_clears_the_refusal(add: Add, tmp_path: Path) -> None:
    add("report.txt", b"")
    done = add("report.txt", f"Mended. {SAID}".encode())
    with Ledger.open(tmp_path / "l.db") as ledger:
        left = list(ledger.refusals())

    assert done.exit_code == 0
    assert left == []


def test_a_ledger_of_another_program_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(SAID)
    foreign = tmp_path / "foreign.db"
    foreign.write_bytes(b"SQLite format 3\0" + b"\0" * 84)
    done = CliRunner().invoke(sayso, ["--ledger", str(foreign), "add", str(tmp_path / "good.txt")])

    assert done.exit_code == 3
    assert done.stderr.startswith("sayso: [S4")
    assert foreign.read_bytes() == b"SQLite format 3\0" + b"\0" * 84
