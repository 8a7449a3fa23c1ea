"""Whole reports of our own, event by event."""

from __future__ import annotations

from collections import Counter

import pytest
from msgspec import structs

from evaluation.halves import HALVES, rows
from evaluation.reports import ASKED, countries, figures, held, pairs, right, shared, spans
from sayso.records import EVENT_TYPES, STATUSES, Event, EventPlace

ROW = {
    "type": "SANCTION", "status": "actual", "words": ["expelled"], "at": [10], "actor": ["LBY GOV"],
    "recipient": ["TCD GOV", "NER GOV"], "date": ["2021-03-09", "2021-03-09"], "country": "LBY",
}  # fmt: skip
EVENT = Event(
    id="e1", mentions=((10, 18),), type="SANCTION", status="actual", actor=("LBY GOV",),
    recipient=("NER GOV", "TCD GOV"), date=("2021-03-09", "2021-03-09"), place=EventPlace("Libya", "LBY"),
)  # fmt: skip


@pytest.mark.parametrize("half", HALVES)
def test_every_mention_stands_where_it_is_said_to(half: str) -> None:
    for row in rows("reports", half):
        for event in row["events"]:
            assert [row["text"][start:end] for start, end in spans(event)] == event["words"]
            assert event["type"] in EVENT_TYPES
            assert event["status"] in STATUSES


def test_no_report_stands_in_both_halves() -> None:
    work, kept = ({row["text"] for row in rows("reports", half)} for half in HALVES)

    assert not work & kept
    assert len(work) + len(kept) >= 30


def test_all_is_right_of_an_event_that_is() -> None:
    assert tuple(right(ROW, EVENT)) == ASKED


@pytest.mark.parametrize(
    ("changed", "lost"),
    [
        ({"status": "denied"}, {"status"}),
        ({"actor": ["LBY MIL"]}, {"actor code"}),
        ({"actor": ["---"]}, {"actor country", "actor code"}),
        ({"recipient": ["TCD GOV"]}, {"recipient country", "recipient code"}),
        ({"date": None}, {"date"}),
        ({"country": None}, {"place country"}),
    ],
)
def test_what_is_wrong_is_counted_as_wrong(changed: dict[str, object], lost: set[str]) -> None:
    assert set(ASKED) - set(right({**ROW, **changed}, EVENT)) == lost


def test_another_type_or_other_words_are_another_event() -> None:
    assert pairs([{**ROW, "type": "COERCE"}], [EVENT]) == []
    assert pairs([{**ROW, "at": [40]}], [EVENT]) == []


def test_each_event_is_found_once_and_the_likest_pair_wins() -> None:
    longer = {**ROW, "words": ["expelled them"]}
    found = pairs([longer, ROW], [EVENT])

    assert found == [(ROW, EVENT)]


def test_figures_of_one_report() -> None:
    counted = held([ROW, {**ROW, "at": [40]}], [EVENT])
    found = figures(counted)

    assert found["events"] == pytest.approx(2 / 3)
    assert all(found[name] == 1.0 for name in ASKED)
    assert figures(Counter())["events"] == 0.0


def test_a_threat_read_as_fact_counts_against() -> None:
    threat = {**ROW, "status": "threatened"}

    assert figures(held([threat], [EVENT]))["not read as fact"] == 0.0
    assert figures(held([threat], [structs.replace(EVENT, status="planned")]))["not read as fact"] == 1.0


def test_codes_and_words() -> None:
    assert countries(["IGO UNO", "TCD GOV", "---"]) == {"IGO UNO", "TCD"}
    assert shared([(0, 4)], [(2, 6)]) == pytest.approx(1 / 3)
    assert shared([], []) == 0.0
