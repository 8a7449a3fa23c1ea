"""The command of the evaluation: no data, bad parts, what is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.__main__ import main


def test_a_folder_without_data_is_said_and_exits_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path), "--only", "plover,times"]) == 2
    assert "no data for it" in capsys.readouterr().err


def test_figures_are_written_beside_those_of_other_parts(tmp_path: Path) -> None:
    (tmp_path / "plover").mkdir()
    record = {
        "event": "COERCE",
        "text": "Egyptian police arrested two British tourists in Cairo on Monday.",
        "source": [{"code": "EGY"}],
        "target": [{"code": "GBR"}],
    }
    (tmp_path / "plover" / "a.json").write_text(json.dumps([record]))
    kept = tmp_path / "figures.json"
    kept.write_text(json.dumps({"other": {"x": 1.0}}))

    assert main([str(tmp_path), "--only", "plover", "--json", str(kept)]) == 0

    figures = json.loads(kept.read_text())
    assert figures["other"] == {"x": 1.0}
    assert figures["plover"]["type micro F1"] == 1.0
