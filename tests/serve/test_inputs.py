"""The reports of one input, one after the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import EngineError, InputError
from sayso.records import Acquired, Refused, Report
from sayso.serve.annotate import annotate_safely
from sayso.serve.inputs import each, fault, refusal, safely
from sayso.serve.read import read_safely

ITEM = Acquired(Report(id="1", text="A title\n\nand text"), b"x", "text/plain", "in.jsonl", 7)


@pytest.fixture
def rows(tmp_path: Path) -> str:
    """Two reports and, between them, a line that is cut off."""
    path = tmp_path / "in.jsonl"
    path.write_text('{"text": "Ferry gone."}\n{"text": "cut\n{"text": "Ferry back."}\n')
    return str(path)


def work(item: Acquired) -> str | Refused:
    return item.report.text


def test_each_report_is_shown_as_it_comes_and_the_first_is_known(
    rows: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[tuple[str, bool]] = []
    with pytest.raises(SystemExit, match="1"):
        each(rows, work, lambda text, first: shown.append((text, first)))

    assert shown == [("Ferry gone.", True), ("Ferry back.", False)]
    assert "line 2" in capsys.readouterr().err


def test_what_the_work_refuses_is_told_and_ends_in_code_1(
    rows: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(item: Acquired) -> str | Refused:
        return Refused(item.origin, "[S190] broken", item.line) if "gone" in item.report.text else "fine"

    shown: list[str] = []
    with pytest.raises(SystemExit, match="1"):
        each(rows, fail, lambda text, first: shown.append(text))

    assert shown == ["fine"]
    assert "line 1: [S190] broken" in capsys.readouterr().err


def test_an_input_without_a_report_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.acquire.acquire", lambda source, **more: iter(()))

    with pytest.raises(InputError, match="S199"):
        each("in.jsonl", work, lambda text, first: None)


@pytest.mark.parametrize(
    ("place", "safe"),
    [("sayso.reading.read_report", read_safely), ("sayso.annotate.annotate", annotate_safely)],
)
def test_a_fault_of_the_program_stays_with_its_report(
    monkeypatch: pytest.MonkeyPatch, place: str, safe: object
) -> None:
    def fail(report: Report) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(place, fail)
    assert callable(safe)
    refused = safe(ITEM)

    assert isinstance(refused, Refused)
    assert refusal(refused).startswith("in.jsonl, line 7: [S190]")
    assert "RecursionError: too deep" in refused.error
    assert refused.raw == b"x"


def test_an_error_of_the_input_is_its_refusal() -> None:
    def fail(report: Report) -> str:
        raise InputError("S101", "it is empty")

    assert safely(fail, ITEM) == Refused("in.jsonl", "[S101] it is empty", 7, b"x")


def test_a_broken_installation_is_no_reports_fault() -> None:
    def fail(report: Report) -> str:
        raise EngineError("S204", "the language model is damaged")

    with pytest.raises(EngineError):
        safely(fail, ITEM)


def test_a_fault_names_the_report_by_its_words() -> None:
    error = fault(KeyError("k"), Report(id="1", text="\x1bFerry gone"))

    assert isinstance(error, InputError)
    assert "Ferry gone" in str(error)
