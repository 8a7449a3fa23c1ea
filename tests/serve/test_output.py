"""What commands write."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stdout

import pytest

from sayso.publish.tables import Column
from sayso.serve.output import Asked, note, write, write_json, write_rows

ROWS = [{"a": "=1"}, {"a": "two"}]
SHOWN = (Column("a", lambda row: row["a"]),)


def test_a_terminal_without_a_letter_gets_another() -> None:
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="latin-1")
    with redirect_stdout(terminal):
        write("Café ‹ AP\n")
    terminal.seek(0)

    assert terminal.read() == "Café ? AP\n"


def test_json_has_the_rows_and_how_many_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    write_rows("words", ROWS, 9, SHOWN, Asked(json=True, limit=2), empty="none")
    out, err = capsys.readouterr()

    assert json.loads(out) == {"words": ROWS, "total": 9}
    assert err == "2 of 9 words shown; --limit 0 for all\n"


def test_csv_is_guarded_and_a_table_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    write_rows("words", ROWS, 2, SHOWN, Asked(csv=True), empty="none")
    write_rows("words", ROWS, 2, SHOWN, Asked(), empty="none")
    out, err = capsys.readouterr()

    assert out == "a\r\n'=1\r\ntwo\r\na\n=1\ntwo\n"
    assert err == ""


def test_nothing_is_said_to_be_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    write_rows("words", [], 0, SHOWN, Asked(json=True), empty="there are no words")
    out, err = capsys.readouterr()

    assert json.loads(out) == {"words": [], "total": 0}
    assert err == "there are no words\n"


def test_notes_are_safe_for_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    note("bad \x1b[31m news")

    assert capsys.readouterr().err == "bad ␛[31m news\n"


def test_json_to_a_pipe_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    write_json({"a": [1, 2], "b": "x\ny"})

    assert capsys.readouterr().out == '{"a":[1,2],"b":"x\\ny"}\n'
