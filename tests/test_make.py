"""The Makefile: what it says by itself, and what it says where no Python fits."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="make is not installed here")


def make(folder: Path, *arguments: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    passed_on = ("MAKE", "MFLAGS", "PYTHON")
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(passed_on)}
    if path:
        surroundings["PATH"] = path
    command = [shutil.which("make") or "make", *arguments]
    return subprocess.run(
        command, cwd=folder, env=surroundings, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A folder with the Makefile and what it looks at, and a PATH with one Python that is too old."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("sh", "mkdir", "touch"):
        found = shutil.which(name)
        assert found is not None
        (tools / name).symlink_to(found)
    old = tools / "python3"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.9.2" && exit 0\nexit 1\n')
    old.chmod(0o755)
    return tmp_path


def test_alone_it_lists_its_targets() -> None:
    done = make(ROOT)

    assert done.returncode == 0
    assert [line.split()[1] for line in done.stdout.splitlines()] == [
        "setup", "demo", "test", "lint", "bench", "eval", "train", "docs", "clean",
    ]  # fmt: skip


def test_without_a_python_that_fits_it_says_what_is_needed(bare: Path) -> None:
    done = make(bare, "setup", path=str(bare / "tools"))

    assert done.returncode != 0
    assert "needs Python 3.11 or newer" in done.stdout
    assert "Python 3.9.2" in done.stdout
    assert not (bare / ".venv").exists()


def test_a_newer_python_under_another_name_is_found(bare: Path) -> None:
    newer = bare / "tools" / "python3.12"
    newer.write_text(
        '#!/bin/sh\ncase "$1" in\n-c) exit 0;;\n--version) echo "Python 3.12.1";;\n'
        '-m) mkdir -p .venv/bin; echo made "$@"; exit 7;;\nesac\n'
    )
    newer.chmod(0o755)
    done = make(bare, "setup", path=str(bare / "tools"))

    assert "Setting up: .venv with Python 3.12.1" in done.stdout
    assert "made -m venv .venv" in done.stdout


def test_the_demo_is_a_ledger_a_brief_and_the_way_to_the_pages() -> None:
    told = make(ROOT, "-n", "-o", ".venv/.core", "demo").stdout

    assert told.index(" add src/sayso/samples/hormuz") < told.index(" brief") < told.index(" serve")
