"""Any order of adding, re-adding, refusing, re-reading and reopening agrees with a plain dictionary."""

from __future__ import annotations

import tempfile
from pathlib import Path

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from sayso.ledger import Ledger
from sayso.records import Refused

NUMBERS = st.integers(0, 6)
VERSIONS = st.sampled_from(["t1", "t2"])


class AgainstADictionary(RuleBasedStateMachine):
    making = None

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "sayso.db"
        self.ledger = Ledger.open(self.path, write=True)
        self.readings: dict = {}
        self.acquired: dict = {}
        self.refused: dict = {}

    @rule(number=NUMBERS, version=VERSIONS)
    def add(self, number, version) -> None:
        acquired, reading = type(self).making(number, version=version)
        new = acquired.report.id not in self.readings

        assert self.ledger.has(acquired) is not new
        assert ("added" if new else "unchanged") == self.ledger.add(acquired, reading)
        self.readings.setdefault(acquired.report.id, reading)
        self.acquired.setdefault(acquired.report.id, acquired)
        self.refused.pop(acquired.origin, None)

    @rule(numbers=st.lists(NUMBERS, max_size=4), fails=st.booleans())
    def batch(self, numbers, fails) -> None:
        try:
            with self.ledger.batch():
                for number in numbers:
                    self.ledger.add(*type(self).making(number))
                if fails:
                    raise KeyError
        except KeyError:
            return
        for number in numbers:
            acquired, reading = type(self).making(number)
            self.readings.setdefault(acquired.report.id, reading)
            self.acquired.setdefault(acquired.report.id, acquired)
            self.refused.pop(acquired.origin, None)

    @rule(number=NUMBERS)
    def refuse(self, number) -> None:
        origin = f"/in/{number}.txt"
        self.refused[origin] = Refused(origin, "[S101] empty", raw=b"x")
        self.ledger.add_refused(self.refused[origin])

    @precondition(lambda self: self.readings)
    @rule(data=st.data(), version=VERSIONS, events=st.integers(0, 3))
    def read_again(self, data, version, events) -> None:
        name = data.draw(st.sampled_from(sorted(self.readings)))
        old = self.readings[name]
        new = msgspec.structs.replace(old, version=version, events=old.events[:events])

        assert ("unchanged" if old == new else "added") == self.ledger.replace_reading(name, new)
        self.readings[name] = new

    @rule()
    def reopen(self) -> None:
        self.ledger.close()
        self.ledger = Ledger.open(self.path, write=True)

    @invariant()
    def agrees(self) -> None:
        assert self.readings == {reading.report.id: reading for reading in self.ledger.readings()}
        assert self.acquired == {acquired.report.id: acquired for acquired in self.ledger.sources()}
        assert self.refused == {refused.origin: refused for refused in self.ledger.refusals()}
        assert set(self.readings) == {hit.report for hit in self.ledger.search("ferry", None)}
        assert self.ledger.check().problems == ()

    def teardown(self) -> None:
        self.ledger.close()
        self.folder.cleanup()


def test_against_a_dictionary(making) -> None:
    machine = type("Machine", (AgainstADictionary,), {"making": staticmethod(making)})
    run_state_machine_as_test(machine, settings=settings(max_examples=25, stateful_step_count=12))
