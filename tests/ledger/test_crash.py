"""Killed at any moment: nothing acknowledged is lost, nothing is doubled or partial."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from sayso.ledger import Ledger

REPORTS = 120
KILLS = 14
WRITER = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location("made", sys.argv[2])
made = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made)
from sayso.ledger import Ledger
print("ready", flush=True)
with Ledger.open(sys.argv[1], write=True) as ledger:
    for number in map(int, sys.argv[3:]):
        acquired, reading = made.make(number)
        if not ledger.has(acquired):
            ledger.add(acquired, reading)
        print(acquired.report.id, flush=True)
"""


def _writer(path, order) -> Any:
    here = Path(__file__).parent / "conftest.py"
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(here), *map(str, order)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "ready\n"
    return process


def test_killed_again_and_again(tmp_path, making, dumping) -> None:
    chance = random.Random(2031)
    order = list(range(REPORTS))
    chance.shuffle(order)
    acknowledged: set[str] = set()
    kills = 0
    while kills < KILLS:
        process = _writer(tmp_path / "killed.db", order)
        time.sleep(chance.uniform(0, 0.25))
        process.kill()
        out, _ = process.communicate()
        kills += 1
        acknowledged.update(line for line in out.splitlines(keepends=False) if len(line) == 16)
        if not (tmp_path / "killed.db").exists():
            continue
        with Ledger.open(tmp_path / "killed.db", write=True) as ledger:
            kept = [reading.report.id for reading in ledger.readings()]
            assert acknowledged <= set(kept)
            assert len(kept) == len(set(kept))
            assert all(len(reading.events) == 3 for reading in ledger.readings())
            assert ledger.check().problems == ()

    process = _writer(tmp_path / "killed.db", order)
    process.communicate(timeout=60)
    with (
        Ledger.open(tmp_path / "killed.db", write=True) as killed,
        Ledger.open(tmp_path / "quiet.db", write=True) as quiet,
    ):
        with quiet.batch():
            for number in range(REPORTS):
                quiet.add(*making(number))
        assert acknowledged
        assert dumping(quiet) == dumping(killed)


def test_killed_inside_a_batch(tmp_path, making) -> None:
    path = tmp_path / "batch.db"
    with Ledger.open(path, write=True) as ledger:
        ledger.add(*making(0))
    script = WRITER.replace("    for number", "    with ledger.batch():\n     for number").replace(
        "print(acquired.report.id, flush=True)", "pass"
    )
    script += "     print('inside', flush=True); sys.stdin.readline()\n"
    here = Path(__file__).parent / "conftest.py"
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(path), str(here), "1", "2", "3"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert [process.stdout.readline(), process.stdout.readline()] == ["ready\n", "inside\n"]
    process.kill()
    process.communicate()

    with Ledger.open(path, write=True) as ledger:
        assert ledger.counts()["reports"] == 1
        assert ledger.check().sound


MAKER = """
import sys
print("ready", flush=True)
from sayso.ledger import Ledger
Ledger.open(sys.argv[1], write=True).close()
print("made", flush=True)
"""


def test_killed_while_the_ledger_is_made(tmp_path, making) -> None:
    chance = random.Random(7)
    path = tmp_path / "made.db"
    for _ in range(8):
        process = subprocess.Popen(
            [sys.executable, "-c", MAKER, str(path)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0.0, 0.25))
        process.kill()
        process.communicate()
        if chance.random() < 0.5:
            for leftover in tmp_path.glob("made.db*"):
                leftover.unlink()
    with Ledger.open(path, write=True) as ledger:
        assert ledger.add(*making(1)) == "added"
        assert ledger.check().sound
