"""The derived rows follow the reading in force."""

from __future__ import annotations

import msgspec

from sayso.ledger import Ledger, derive
from sayso.ledger.rows import COLUMNS


def test_rows_of_one_report_are_replaced_and_those_of_others_stay(path, making) -> None:
    with Ledger.open(path, write=True) as ledger:
        ledger.add(*making(1))
        ledger.add(*making(2))
        bare = msgspec.structs.replace(making(1)[1], attributions=(), events=(), commitments=(), actors=())
        with ledger.batch():
            derive.replace(ledger.connection, bare)
        left = ledger.rows("SELECT report, count(*) FROM events GROUP BY report", ())

        assert left == [(making(2)[0].report.id, 3)]
        assert ledger.counts()["times"] == 2


def test_all_rows_can_be_made_again(path, making, dumping) -> None:
    with Ledger.open(path, write=True) as ledger:
        for number in range(3):
            ledger.add(*making(number))
        before = dumping(ledger)
        with ledger.batch():
            for table in reversed(COLUMNS):
                ledger.rows(f"DELETE FROM {table}", ())
            derive.again(ledger.connection, ledger.readings())

        assert dumping(ledger) == before
        assert not derive.stale(ledger.connection)
