"""A damaged installation stops the command; it is not blamed on report after report."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import sayso


@pytest.fixture
def damaged(tmp_path: Path) -> dict[str, str]:
    """An environment whose sayso has a model cut short."""
    package = tmp_path / "broken" / "sayso"
    shutil.copytree(Path(sayso.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    model = package / "annotate" / "model" / "engine.onnx"
    with model.open("r+b") as file:
        file.truncate(1000)
    return {**os.environ, "PYTHONPATH": str(package.parent)}


def test_add_stops_at_once_and_keeps_no_refusals(tmp_path: Path, damaged: dict[str, str]) -> None:
    reports = tmp_path / "reports.jsonl"
    reports.write_text(
        "".join(f'{{"outlet": "A", "text": "Report number {n} said so."}}\n' for n in range(3))
    )
    ledger = tmp_path / "ledger.db"

    done = subprocess.run(
        [sys.executable, "-m", "sayso", "--ledger", str(ledger), "add", str(reports)],
        env=damaged,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr.count("S204") == 1
    assert "Traceback" not in done.stderr
    listed = subprocess.run(
        [sys.executable, "-m", "sayso", "--ledger", str(ledger), "reports", "--json"],
        env=damaged,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert '"total":0' in listed.stdout.replace(" ", "")
