"""The command line as a whole: help, errors, exit codes, pipes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso import __version__
from sayso.errors import EngineError, FetchError, LockedError, QueryError
from sayso.ledger import Ledger
from sayso.serve.cli import COMMANDS, exit_code, sayso

Shell = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(command: str) -> None:
    shown = CliRunner().invoke(sayso, [command, "--help"])

    assert shown.exit_code == 0
    assert "Example" in shown.output
    assert f"sayso {command}" in shown.output or f".db {command}" in shown.output


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "serve"])
def test_every_command_but_the_server_writes_json(command: str) -> None:
    assert "--json" in CliRunner().invoke(sayso, [command, "--help"]).output


def test_help_lists_the_commands_in_the_order_of_work() -> None:
    lines = CliRunner().invoke(sayso, ["--help"]).output.splitlines()
    start = lines.index("Commands:") + 1

    assert [line.split()[0] for line in lines[start : start + len(COMMANDS)]] == list(COMMANDS)


def test_no_command_and_no_such_command_are_usage_errors() -> None:
    assert CliRunner().invoke(sayso, ["forecast"]).exit_code == 2
    assert CliRunner().invoke(sayso, ["events", "--csv", "--json"]).exit_code == 2


def test_the_version_is_told() -> None:
    assert CliRunner().invoke(sayso, ["--version"]).output == f"sayso, version {__version__}\n"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (FetchError("S120", "x"), 1),
        (EngineError("S200", "x"), 1),
        (QueryError("S311", "x"), 2),
        (LockedError("S411", "x"), 3),
    ],
)
def test_an_errors_kind_gives_the_exit_code(error: FetchError, code: int) -> None:
    assert exit_code(error) == code


def test_a_missing_ledger_is_one_line_and_no_traceback(shell: Shell) -> None:
    done = shell("events")

    assert done.returncode == 3
    assert done.stdout == b""
    assert done.stderr.startswith(b"sayso: [S401]")
    assert b"sayso.db" in done.stderr
    assert b"Traceback" not in done.stderr


def test_debug_shows_the_traceback(shell: Shell) -> None:
    assert b"Traceback" in shell("--debug", "events").stderr


def test_a_fault_of_the_program_is_one_line_and_can_be_looked_into(
    ask: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object, **more: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr(Ledger, "check", fail)
    done = ask("doctor")

    assert done.exit_code == 1
    assert done.stderr.startswith("sayso: [S900] a fault in Sayso; saw: ZeroDivisionError: by zero")


def test_the_environment_names_the_ledger(shell: Shell, ledger: Path) -> None:
    assert shell("reports", SAYSO_LEDGER=str(ledger)).stdout.count(b"\n") == 4


def test_a_locked_ledger_is_told_with_its_holder(ask: Callable[..., Result], ledger: Path) -> None:
    with Ledger.open(ledger, write=True):
        done = ask("rebuild")

    assert done.exit_code == 3
    assert f"process {os.getpid()}" in done.stderr


def test_a_foreign_file_is_left_alone(ask: Callable[..., Result], tmp_path: Path) -> None:
    foreign = tmp_path / "notes.txt"
    foreign.write_text("my notes")
    done = ask("reports", of=foreign)

    assert done.exit_code == 3
    assert "S402" in done.stderr
    assert foreign.read_text() == "my notes"


def test_control_characters_in_an_error_do_not_reach_the_terminal(shell: Shell) -> None:
    done = shell("--ledger", "a\x1b]0;owned\x07.db", "events")

    assert done.returncode == 3
    assert b"\x1b" not in done.stderr


def test_a_closed_pipe_is_no_error(shell: Shell, ledger: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-c", "from sayso.serve import main; main()", "--ledger", str(ledger), "events"],
        stdout=write, stderr=subprocess.PIPE, timeout=60, check=False,
    )  # fmt: skip
    os.close(write)

    assert (done.returncode, done.stderr) == (0, b"")


def test_help_is_quick(shell: Shell) -> None:
    code = (
        "import resource, sys\n"
        "from sayso.serve import main\n"
        "sys.argv = ['sayso', '--help']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "used = resource.getrusage(resource.RUSAGE_SELF)\n"
        "heavy = {'numpy', 'onnxruntime', 'starlette', 'uvicorn', 'jinja2', 'trafilatura', 'httpx2'}\n"
        "print(used.ru_utime + used.ru_stime, sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=True)
    seconds, _, heavy = done.stderr.decode().strip().partition(" ")

    assert heavy == "[]"
    assert float(seconds) < 0.6  # 0.1 on an idle machine
