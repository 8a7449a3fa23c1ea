"""`sayso read`, with the real engine."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.serve.cli import sayso

TEXT = """Norland seizes ferry off Osk

Norland seized a ferry off Osk on Monday, two harbour officials said, according to Norland Wire.

Norland's defence minister, Per Holm, warned that any ship that follows would be sunk.
"""
PUBLISHED = "2031-03-04T09:30:00+02:00"


def read(*arguments: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(sayso, ["read", *arguments], input=given)


def lines_of(*rows: dict[str, str] | str) -> str:
    return "".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_report_is_shown_whole(file: Path) -> None:
    done = read(str(file), "--outlet", "Harbour Daily", "--published", PUBLISHED)

    assert done.exit_code == 0
    assert "Harbour Daily · Tue 4 Mar 2031, 09:30 +02:00" in done.stdout
    assert "WHO SAYS SO" in done.stdout
    assert "two harbour officials" in done.stdout
    assert "Mon 3 Mar 2031" in done.stdout


def test_the_json_is_a_reading_whose_spans_lie_in_the_text(file: Path) -> None:
    made = json.loads(read(str(file), "--json", "--outlet", "Harbour Daily", "--published", PUBLISHED).stdout)
    text = made["report"]["text"]
    spans = [
        span
        for row in made["attributions"]
        for part in ("source", "cue", "content")
        for span in row[part]
    ] + [span for event in made["events"] for span in event["mentions"]]  # fmt: skip

    assert text == TEXT
    assert made["report"]["published"] == PUBLISHED
    assert spans
    assert all(0 <= start < end <= len(text) for start, end in spans)


def test_standard_input_is_a_dash(file: Path) -> None:
    options = ("--json", "--outlet", "Harbour Daily", "--published", PUBLISHED)
    by_name = json.loads(read(str(file), *options).stdout)
    by_pipe = json.loads(read("-", *options, given=TEXT).stdout)

    for part in ("attributions", "events", "commitments", "times"):
        assert by_name[part] == by_pipe[part]


def test_many_reports_come_out_one_a_line_in_order_with_their_keys() -> None:
    rows = [
        {"outlet": "Wire", "published": PUBLISHED, "text": f"{TEXT} {n}", "id": f"r{n}"} for n in range(3)
    ]
    rows.append({"outlet": "Wire", "text": TEXT, "url": "https://wire.example/4"})
    made = [json.loads(line) for line in read("-", "--json", given=lines_of(*rows)).stdout.splitlines()]

    assert [each["report"]["key"] for each in made] == ["r0", "r1", "r2", "https://wire.example/4"]


def test_a_broken_line_is_told_and_the_rest_is_read() -> None:
    row = {"outlet": "Wire", "text": TEXT}
    done = read("-", "--json", given=lines_of({**row, "id": "a"}, '{"text": "cut off', {**row, "id": "b"}))

    assert done.exit_code == 1
    assert [json.loads(line)["report"]["key"] for line in done.stdout.splitlines()] == ["a", "b"]
    assert "line 2" in done.stderr


def test_a_reading_is_written_before_the_next_report_arrives() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", "from sayso.serve import main; main()", "read", "-", "--json"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    patience = threading.Timer(30, process.kill)
    patience.start()
    # Two lines are looked at before the input is taken for JSON Lines.
    for keys in (("first", "second"), ("third",), ("fourth",)):
        rows = [{"id": key, "outlet": "Wire", "text": TEXT} for key in keys]
        process.stdin.write(lines_of(*rows).encode())
        process.stdin.flush()
        assert [json.loads(process.stdout.readline())["report"]["key"] for _ in keys] == list(keys)
    process.stdin.close()

    assert process.wait(30) == 0
    patience.cancel()
    process.stdout.close()


@pytest.mark.parametrize("raw", [b"", b" \n\t\n", bytes(range(256)) * 40], ids=["empty", "blank", "binary"])
def test_what_is_no_report_is_refused_with_a_reason(raw: bytes) -> None:
    done = read("-", given=raw)

    assert done.exit_code == 1
    assert done.stdout == ""
    assert "sayso: -" in done.stderr


def test_a_missing_file_is_refused() -> None:
    done = read("no/such/file.txt")

    assert done.exit_code == 1
    assert "S107" in done.stderr


def test_another_language_is_said_and_not_read() -> None:
    text = "Der Minister erklärte am Montag, dass die Fähre beschlagnahmt worden sei. " * 6
    done = read("-", given=text)

    assert done.exit_code == 0
    assert "0 attributions, 0 events" in done.stdout
    assert "English" in done.stdout


def test_control_characters_never_reach_the_terminal() -> None:
    text = TEXT.replace("two harbour officials", "two \x1b[31mharbour\x1b]0;x\x07 \u202eofficials")
    done = read("-", "--outlet", "\x1b[2JDaily", given=text)

    assert done.exit_code == 0
    assert not {"\x1b", "\x07", "\u202e"} & set(done.stdout + done.stderr)


def test_the_same_report_gives_the_same_bytes(file: Path) -> None:
    assert read(str(file), "--json").stdout_bytes == read(str(file), "--json").stdout_bytes


def test_private_addresses_are_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    done = read("http://127.0.0.1:9/report")

    assert done.exit_code == 1
    assert "S12" in done.stderr


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    rows = lines_of(*({"id": str(n), "outlet": "Wire", "text": TEXT} for n in range(4)))
    (tmp_path / "in.jsonl").write_text(rows)
    command = f"{sys.executable} -c 'from sayso.serve import main; main()' read in.jsonl --json"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command} | head -c 10"], cwd=tmp_path,
        capture_output=True, timeout=60, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (0, b"")
