"""Reports in, the same reports out, and nothing twice."""

from __future__ import annotations

import contextlib
import itertools
import threading
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from sayso.errors import LedgerError, QueryError
from sayso.ledger import Ledger
from sayso.records import Refused


def test_what_goes_in_comes_out(path, making) -> None:
    acquired, reading = making(1)
    with Ledger.open(path, write=True) as ledger:
        assert ledger.add(acquired, reading) == "added"

    with Ledger.open(path) as ledger:
        assert [reading] == list(ledger.readings())
        assert [acquired] == list(ledger.sources())
        assert [reading.report] == list(ledger.reports())
        assert acquired.raw == ledger.raw(acquired.report.id)


def test_the_same_report_again_changes_nothing(path, making, dumping) -> None:
    acquired, reading = making(1)
    with Ledger.open(path, write=True) as ledger:
        assert not ledger.has(acquired)
        ledger.add(acquired, reading)
        before = dumping(ledger)

        assert ledger.has(acquired)
        assert ledger.add(acquired, reading) == "unchanged"
        assert ledger.add(msgspec.structs.replace(acquired, raw=b"<p>other page</p>"), reading) == "unchanged"
        assert before == dumping(ledger)


def test_order_of_adding_does_not_matter(tmp_path, making, dumping) -> None:
    dumps, orders = [], []
    for n, order in enumerate(itertools.permutations(range(3))):
        with Ledger.open(tmp_path / f"{n}.db", write=True) as ledger:
            for number in order:
                ledger.add(*making(number))
            dumps.append(dumping(ledger))
            orders.append([reading.report.id for reading in ledger.readings()])

    assert all(dump == dumps[0] for dump in dumps)
    assert all(order == orders[0] for order in orders)


def test_order_goes_by_the_instant_and_undated_reports_come_last(path, making) -> None:
    acquired, reading = making(0)
    moments = {
        "west": datetime.fromisoformat("2031-03-03T08:00:00-05:00"),
        "east": datetime.fromisoformat("2031-03-03T14:00:00+09:00"),
        "undated": None,
    }
    with Ledger.open(path, write=True) as ledger:
        for name, published in moments.items():
            report = msgspec.structs.replace(acquired.report, id=name, key=name, published=published)
            ledger.add(
                msgspec.structs.replace(acquired, report=report),
                msgspec.structs.replace(reading, report=report),
            )

        assert [reading.report.id for reading in ledger.readings()] == ["east", "west", "undated"]
        noon = datetime(2031, 3, 3, 12, tzinfo=UTC)
        assert [reading.report.id for reading in ledger.readings(since=noon)] == ["west"]
        assert [reading.report.id for reading in ledger.readings(until=noon)] == ["east"]


def test_until_takes_in_its_own_instant(path, making) -> None:
    acquired, reading = making(2)
    moment = acquired.report.published
    with Ledger.open(path, write=True) as ledger:
        ledger.add(acquired, reading)

        assert len(list(ledger.readings(since=moment, until=moment))) == 1
        assert len(list(ledger.readings(until=moment - timedelta(microseconds=1)))) == 0


def test_a_report_is_found_by_id_key_url_and_the_beginning_of_its_id(path, making) -> None:
    acquired, reading = making(1)
    with Ledger.open(path, write=True) as ledger:
        ledger.add(acquired, reading)
        ledger.add(*making(2))

        for name in (acquired.report.id, acquired.report.key, acquired.report.id[:6]):
            assert reading == ledger.reading(name)
        for wrong in ("", "no", "none like it", acquired.report.id[:3], "%", "____"):
            with pytest.raises(QueryError, match="S315"):
                ledger.reading(wrong)


def test_two_reports_under_one_key_are_both_named(path, making) -> None:
    with Ledger.open(path, write=True) as ledger:
        for number in (1, 2):
            acquired, reading = making(number)
            report = msgspec.structs.replace(acquired.report, key="same")
            ledger.add(
                msgspec.structs.replace(acquired, report=report),
                msgspec.structs.replace(reading, report=report),
            )

        with pytest.raises(QueryError, match="several reports") as told:
            ledger.reading("same")
        assert making(1)[0].report.id in str(told.value)


def test_a_new_reading_takes_the_place_of_the_old_which_stays(path, making) -> None:
    acquired, reading = making(1)
    better = msgspec.structs.replace(reading, version="t2", events=reading.events[:1])
    with Ledger.open(path, write=True) as ledger:
        ledger.add(acquired, reading)

        assert ledger.replace_reading(acquired.report.id, reading) == "unchanged"
        assert ledger.replace_reading(acquired.report.id, better) == "added"
        assert better == ledger.reading(acquired.report.id)
        assert ledger.replace_reading(acquired.report.id, reading) == "added"
        assert reading == ledger.reading(acquired.report.id)
        assert ledger.counts()["readings"] == 3
        assert len(reading.events) == ledger.counts()["events"]
        assert ledger.check().sound


def test_a_rebuild_may_write_while_it_goes_through_the_sources(path, making, rereading) -> None:
    with Ledger.open(path, write=True) as ledger:
        for number in range(5):
            ledger.add(*making(number))

        for acquired in ledger.sources():
            assert ledger.replace_reading(acquired.report.id, rereading(acquired.report, "t2")) == "added"
        assert [reading.version for reading in ledger.readings()] == ["t2"] * 5


def test_a_reading_of_another_text_is_refused(path, making) -> None:
    acquired, reading = making(1)
    other = msgspec.structs.replace(reading, report=msgspec.structs.replace(reading.report, text="Other."))
    with Ledger.open(path, write=True) as ledger:
        with pytest.raises(LedgerError, match="S409"):
            ledger.add(acquired, other)
        assert ledger.counts()["reports"] == 0


def test_what_could_not_be_read_is_listed_until_it_can_be(path, making) -> None:
    acquired, reading = making(1)
    with Ledger.open(path, write=True) as ledger:
        ledger.add_refused(Refused(acquired.origin, "[S101] empty", raw=b"\0"))
        ledger.add_refused(Refused("lines.jsonl", "[S102] broken", line=3))
        ledger.add_refused(Refused("lines.jsonl", "[S102] still broken", line=3))

        assert [
            Refused(acquired.origin, "[S101] empty", raw=b"\0"),
            Refused("lines.jsonl", "[S102] still broken", line=3),
        ] == list(ledger.refusals())
        ledger.add(acquired, reading)
        assert [refused.origin for refused in ledger.refusals()] == ["lines.jsonl"]


def test_a_batch_is_kept_whole_or_not_at_all(path, making) -> None:
    with Ledger.open(path, write=True) as ledger:
        with contextlib.suppress(RuntimeError), ledger.batch():
            ledger.add(*making(1))
            raise RuntimeError
        assert ledger.counts()["reports"] == 0

        with ledger.batch():
            ledger.add(*making(1))
            with pytest.raises(LedgerError, match="S409"):
                ledger.add(making(2)[0], making(3)[1])
            ledger.add(*making(4))
        assert ledger.counts()["reports"] == 2
        assert ledger.check().sound


def test_half_a_surrogate_pair_is_a_coded_error_and_leaves_nothing(path, making) -> None:
    acquired, reading = making(1)
    report = msgspec.structs.replace(acquired.report, text=acquired.report.text + "\ud800")
    bad = (msgspec.structs.replace(acquired, report=report), msgspec.structs.replace(reading, report=report))
    with Ledger.open(path, write=True) as ledger:
        with pytest.raises(LedgerError, match="S409"):
            ledger.add(*bad)
        assert ledger.counts()["reports"] == 0
        assert ledger.check().sound


def test_a_reader_cannot_write(path, making) -> None:
    with Ledger.open(path, write=True) as ledger:
        ledger.add(*making(1))
    with Ledger.open(path) as ledger, pytest.raises(LedgerError, match="S408"):
        ledger.add(*making(2))


def test_readers_are_never_kept_waiting_and_see_whole_reports_only(path, making) -> None:
    with Ledger.open(path, write=True) as ledger:
        ledger.add(*making(0))
    stop, seen, failures = threading.Event(), [], []

    def look() -> None:
        while not stop.is_set():
            try:
                with Ledger.open(path) as reader:
                    counts = reader.counts()
                    whole = [len(reading.events) for reading in reader.readings()]
                seen.append(len(whole))
                if set(whole) != {3} or counts["events"] % 3:
                    failures.append(whole)
            except Exception as error:
                failures.append(error)

    reader = threading.Thread(target=look)
    with Ledger.open(path, write=True) as ledger:
        reader.start()
        for number in range(1, 60):
            ledger.add(*making(number))
        stop.set()
        reader.join()

    assert failures == []
    assert seen == sorted(seen)
    assert len(set(seen)) > 1
