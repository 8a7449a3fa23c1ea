"""A claim says what most tellings say, in the words of the first."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.lineage.claims import claim, report_names
from sayso.lineage.tellings import Teller


@pytest.fixture
def made(hand) -> Any:
    def from_events(*given, keys=()) -> Any:
        readings = [
            hand.read(
                f"Outlet {n}", f"2031-07-0{n + 1}T09:00:00Z",
                f"Report {n}: Norland seized the freighter Alda.",
                (hand.happens("seized", **each),), key=keys[n] if keys else None, title=f"Seized {n}",
            )
            for n, each in enumerate(given)
        ]  # fmt: skip
        told = [telling for event in Teller(readings).told() for telling in event]
        return claim(told, report_names(told))

    return from_events


BASE = {"type": "COERCE", "actor": ("NLD MIL",)}


def test_the_commonest_answer_and_of_equals_the_first(made) -> None:
    found = made(
        {**BASE, "type": "ASSAULT"}, {**BASE, "actor": ("NLD GOV",)}, {**BASE, "status": "actual"},
        {**BASE, "actor": ("---",)},
    )  # fmt: skip

    assert (found.type, found.actor, found.status, found.reports) == ("COERCE", ("NLD MIL",), "actual", 4)


def test_days_and_place_are_those_most_often_told(made) -> None:
    week, day = ("2031-06-23", "2031-06-29"), "2031-06-28"
    found = made({**BASE, "days": week, "place": "Kell"}, {**BASE, "days": day}, BASE)

    assert (found.date, found.place.name) == (("2031-06-28", "2031-06-28"), "Kell")
    assert made(BASE).date is None


def test_a_claim_leads_to_its_words(made) -> None:
    found = made(BASE, BASE, keys=("k1", "k2"))

    assert [(t.report, t.outlet, t.stance) for t in found.spans] == [
        ("k1", "Outlet 0", "for"),
        ("k2", "Outlet 1", "for"),
    ]
    assert all(t.sentence[t.sentence.index("seized") :].startswith("seized") for t in found.spans)
    assert found.title == "Report 0: Norland seized the freighter Alda."
    assert all(":" in t.event for t in found.spans)


def test_reports_that_share_a_key_go_by_their_ids(made) -> None:
    found = made(BASE, BASE, BASE, keys=("same", "same", "other"))
    reports = [telling.report for telling in found.spans]

    assert reports[2] == "other"
    assert reports[:2] == [telling.event.partition(":")[0] for telling in found.spans[:2]]


def test_the_id_hangs_on_the_first_telling_alone(made) -> None:
    assert made(BASE).id == made(BASE, {**BASE, "type": "ASSAULT"}).id
    assert made(BASE).id != made({**BASE, "type": "ASSAULT"}).id
