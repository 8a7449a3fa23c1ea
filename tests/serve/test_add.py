"""`sayso add`, with the real engine."""

from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.ledger import Ledger
from sayso.publish.encode import as_json
from sayso.records import Reading, Report
from sayso.serve.add import Outcome, Progress
from sayso.serve.cli import sayso

TEXT = "Norland seized a ferry off Osk on Monday, two harbour officials said, according to Norland Wire."
Put = Callable[..., Result]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    def run(*sources: Path | str, given: str | None = None) -> Result:
        arguments = ["--ledger", str(tmp_path / "new.db"), "add", *map(str, sources)]
        return CliRunner().invoke(sayso, arguments, input=given)

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "in"
    inside.mkdir()
    for number in range(3):
        (inside / f"{number}.txt").write_text(f"Ferry seized\n\n{TEXT} It is number {number}.", "utf-8")
    return inside


def rows(path: Path, number: int) -> Path:
    made = [
        {"outlet": "Wire", "published": f"2031-03-{n % 28 + 1:02}T09:00:00Z", "title": f"Report {n}",
         "text": f"{TEXT} This is report {n}.", "url": f"https://wire.example/{n}"}
        for n in range(number)
    ]  # fmt: skip
    path.write_text("".join(json.dumps(row) + "\n" for row in made), "utf-8")
    return path


def contents(path: Path) -> list[str]:
    with Ledger.open(path) as ledger:
        return [as_json(reading) for reading in ledger.readings()]


def test_reports_are_added_once(put: Put, folder: Path) -> None:
    first, second = put(folder), put(folder, "--json")

    assert first.exit_code == second.exit_code == 0
    assert first.stdout.startswith("3 reports added, 0 unchanged, 0 skipped")
    summary = json.loads(second.stdout)
    assert (summary["added"], summary["unchanged"], summary["skipped"]) == (0, 3, 0)
    assert len({report["report"] for report in summary["reports"]}) == 3


def test_what_cannot_be_read_is_told_kept_and_stops_nothing(put: Put, folder: Path, tmp_path: Path) -> None:
    (folder / "0.txt").write_bytes(b"")
    done = put(folder, tmp_path / "missing.html", "--json")
    summary = json.loads(done.stdout)

    assert done.exit_code == 1
    assert (summary["added"], summary["skipped"]) == (2, 2)
    assert all(report["why"] for report in summary["reports"] if report["became"] == "skipped")
    with Ledger.open(tmp_path / "new.db") as ledger:
        assert len(list(ledger.refusals())) == 2


def test_reasons_stand_beneath_the_summary(put: Put, folder: Path) -> None:
    (folder / "0.txt").write_bytes(b"")
    done = put(folder)

    assert "1 skipped" in done.stdout
    assert done.stderr.startswith("skipped ")
    assert "0.txt" in done.stderr


def test_many_reasons_are_not_all_listed_but_counted(put: Put, tmp_path: Path) -> None:
    done = put(*(tmp_path / f"missing-{n}.txt" for n in range(13)))

    assert done.stderr.count("skipped ") == 10
    assert "and 3 more; --json lists them all" in done.stderr


def test_a_fault_in_one_report_does_not_stop_the_batch(
    put: Put, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def some(report: Report) -> Reading:
        if "number 1" in report.text:
            raise MemoryError
        return Reading(report=report)

    monkeypatch.setattr("sayso.reading.read_report", some)
    done = put(folder)

    assert done.exit_code == 1
    assert done.stdout.startswith("2 reports added, 0 unchanged, 1 skipped")
    assert "S190" in done.stderr


def test_lines_on_standard_input_are_added(put: Put, tmp_path: Path) -> None:
    given = rows(tmp_path / "in.jsonl", 3).read_text()

    assert put("-", given=given).stdout.startswith("3 reports added")
    assert put(tmp_path / "in.jsonl").stdout.startswith("0 reports added, 3 unchanged")


def test_nothing_at_all_is_an_error(put: Put, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()

    assert put(tmp_path / "bare").exit_code == 1
    assert put().exit_code == 2


def test_an_unwritable_place_is_exit_code_3(folder: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(sayso, ["--ledger", str(tmp_path / "no" / "where.db"), "add", str(folder)])

    assert done.exit_code == 3
    assert "S405" in done.stderr


def test_killed_and_run_again_the_ledger_is_the_same(tmp_path: Path) -> None:
    source = rows(tmp_path / "in.jsonl", 25)
    command = [sys.executable, "-c", "from sayso.serve import main; main()", "--ledger"]
    subprocess.run([*command, "whole.db", "add", str(source)], cwd=tmp_path, check=True, capture_output=True)
    cut = tmp_path / "cut.db"
    process = subprocess.Popen(
        [*command, "cut.db", "add", str(source)], cwd=tmp_path, stdout=subprocess.DEVNULL
    )
    while process.poll() is None and kept(cut) < 5:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait(10)
    left = kept(cut)
    done = subprocess.run(
        [*command, "cut.db", "add", str(source)], cwd=tmp_path, check=True, capture_output=True
    )

    assert 5 <= left <= 25
    assert done.stdout.startswith(f"{25 - left} report".encode())
    assert contents(cut) == contents(tmp_path / "whole.db")


def test_ctrl_c_keeps_what_was_added_and_says_how_to_go_on(tmp_path: Path) -> None:
    """The input stays open, so the command cannot be done before the signal comes."""
    source = rows(tmp_path / "in.jsonl", 40)
    command = [sys.executable, "-c", "from sayso.serve import main; main()", "--ledger", "cut.db", "add"]
    process = subprocess.Popen(
        [*command, "-"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A job in the background inherits an ignored SIGINT; a person's terminal does not.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert process.stdin is not None
    process.stdin.write(source.read_text("utf-8"))
    process.stdin.flush()
    while process.poll() is None and kept(tmp_path / "cut.db") < 3:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    added = int(out.split()[0])

    assert process.returncode == 130
    assert "the same command goes on from there" in err
    assert "Traceback" not in err
    assert added <= kept(tmp_path / "cut.db") <= added + 1


def test_half_a_character_stops_nothing(put: Put, tmp_path: Path) -> None:
    source = rows(tmp_path / "in.jsonl", 2)
    source.write_text(source.read_text().replace("report 0", r"report \ud83d"), "utf-8")
    done = put(source)

    assert done.stdout.startswith("2 reports added") or "1 skipped" in done.stdout
    assert contents(tmp_path / "new.db")


def kept(path: Path) -> int:
    try:
        with Ledger.open(path) as ledger:
            return ledger.counts()["reports"]
    except Exception:
        return 0


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(stream: io.StringIO, seconds: float, monkeypatch: pytest.MonkeyPatch, **environment: str) -> str:
    clock = iter(range(1000))
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(time, "monotonic", lambda: next(clock) * seconds)
    monkeypatch.setenv("TERM", environment.get("TERM", "xterm"))
    with Progress() as progress:
        for number in range(4):
            progress.step(Outcome(f"in/{number}\x1b.txt", "added"))
    return stream.getvalue()


def test_progress_is_shown_on_a_terminal_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = shown(Terminal(), 1.25, monkeypatch)

    assert "2 reports, 0.8 a second  in/1␛.txt" in drawn
    assert "1 reports" not in drawn
    assert drawn.endswith("\r\x1b[K")


@pytest.mark.parametrize(
    ("stream", "seconds", "term"),
    [(io.StringIO(), 1.0, "xterm"), (Terminal(), 0.01, "xterm"), (Terminal(), 1.0, "dumb")],
    ids=["a pipe", "done soon", "a dumb terminal"],
)
def test_progress_is_not_shown_elsewhere(
    stream: io.StringIO, seconds: float, term: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shown(stream, seconds, monkeypatch, TERM=term) == ""
