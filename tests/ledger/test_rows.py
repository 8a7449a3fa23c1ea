"""A reading taken apart loses nothing that filters need."""

from __future__ import annotations

import msgspec
import pytest

from sayso.ledger.rows import COLUMNS, halves, rows
from sayso.records import Commitment, Event, Reading, Report


def test_every_row_fits_its_table(making) -> None:
    made = dict(rows(making(1)[1]))

    assert list(COLUMNS) == list(made)
    for table, found in made.items():
        assert found, table
        assert {len(COLUMNS[table])} == {len(row) for row in found}


def test_a_bare_reading_yields_bare_rows() -> None:
    report = Report(id="r", text="Short.")
    reading = Reading(
        report=report, events=(Event(id="e1", mentions=(), type="AID", status="actual"),),
        commitments=(Commitment(id="c1", kind="promise"),),
    )  # fmt: skip
    made = dict(rows(reading))
    event = dict(zip(COLUMNS["events"], made["events"][0], strict=True))

    assert (event["chain"], event["words"], event["start"]) == ('["unknown outlet"]', "", 0)
    assert (event["first_day"], event["place"]) == (None, None)
    assert made["parties"] == []


def test_notes_of_the_report_are_among_the_skipped(making) -> None:
    skipped = dict(rows(making(1)[1]))["skipped"]
    assert [(row[2], *row[4:]) for row in skipped] == [("an advert", 0, 3), ("a caption", None, None)]


def test_a_chain_that_names_unknown_levels_falls_back_on_parents(making) -> None:
    reading = making(1)[1]
    first = msgspec.structs.replace(reading.events[0], chain=("a9",))
    reading = msgspec.structs.replace(reading, events=(first,))

    assert "two harbour officials" in dict(rows(reading))["events"][0][COLUMNS["events"].index("chain")]


@pytest.mark.parametrize(
    ("code", "expected"),
    [("IRN GOV", ("IRN", "GOV")), ("IRN", ("IRN", None)), ("--- GOV", (None, "GOV")), ("---", (None, None))],
)
def test_halves_of_a_code(code, expected) -> None:
    assert expected == halves(code)
