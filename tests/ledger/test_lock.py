"""One writer at a time, and the second learns who the first is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from sayso.errors import LockedError
from sayso.ledger import Ledger

HOLD = """
import sys
from sayso.ledger import Ledger
with Ledger.open(sys.argv[1], write=True):
    print("held", flush=True)
    sys.stdin.readline()
"""


def _holder(path) -> Any:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_process_is_told_who_writes(path, making) -> None:
    with Ledger.open(path, write=True) as ledger:
        ledger.add(*making(1))
    process = _holder(path)
    try:
        with pytest.raises(LockedError, match="S411") as told:
            Ledger.open(path, write=True)
        assert f"process {process.pid} on " in str(told.value)
        with Ledger.open(path) as reader:
            assert reader.counts()["reports"] == 1
    finally:
        process.communicate("done\n", timeout=20)
    with Ledger.open(path, write=True) as ledger:
        assert ledger.add(*making(2)) == "added"


def test_a_killed_holder_holds_no_longer(path) -> None:
    process = _holder(path)
    process.kill()
    process.communicate()
    with Ledger.open(path, write=True) as ledger:
        assert ledger.counts()["reports"] == 0


def test_one_process_cannot_write_twice_at_once(path) -> None:
    with Ledger.open(path, write=True):
        with pytest.raises(LockedError) as told:
            Ledger.open(path, write=True)
        assert f"process {os.getpid()} " in str(told.value)
        held = json.loads((path.parent / "sayso.db.lock").read_text())
        assert {"pid", "host", "command", "since"} == set(held)
    with Ledger.open(path, write=True):
        pass


def test_a_failed_opening_gives_the_lock_back(path) -> None:
    path.write_bytes(b"no database, only words")
    with pytest.raises(Exception, match="S402"):
        Ledger.open(path, write=True)
    path.unlink()
    with Ledger.open(path, write=True):
        pass


RACE = """
import sys, time
from sayso.errors import LockedError
from sayso.ledger import Ledger
print("ready", flush=True)
sys.stdin.readline()
try:
    with Ledger.open(sys.argv[1], write=True):
        time.sleep(2)
        print("held")
except LockedError as error:
    print(error.code)
"""


def test_of_many_that_start_at_once_one_writes(path) -> None:
    runners = [
        subprocess.Popen(
            [sys.executable, "-c", RACE, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    assert [runner.stdout.readline() for runner in runners] == ["ready\n"] * 3
    for runner in runners:
        runner.stdin.write("go\n")
        runner.stdin.flush()
    told = sorted(runner.communicate(timeout=60)[0].strip() for runner in runners)

    assert told == ["S411", "S411", "held"]
    with Ledger.open(path) as ledger:
        assert ledger.check().sound
