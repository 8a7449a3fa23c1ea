"""Days told in words that were written on another day."""

from __future__ import annotations

from datetime import date

import pytest

import sayso
from sayso.lineage import lineage
from sayso.lineage.tellings import Teller
from sayso.records import Reading

AGENCY = "Corvane Press Service"
SEIZED = "Gunmen seized the tanker Orla yesterday off the port of Kell, three harbour officials said."
QUOTED = f'He kept silent. "Gunmen seized the tanker Orla yesterday off the port of Kell," {AGENCY} reported.'


@pytest.fixture(scope="module")
def first() -> Reading:
    return sayso.read(SEIZED, outlet=AGENCY, published="2021-03-09T10:00:00+00:00")


def days(*readings: Reading) -> list[set[date]]:
    """The days each report's tellings of the seizure lie on."""
    out: dict[str, set[date]] = {}
    for told in (each for tellings in Teller(readings).told() for each in tellings):
        if told.event.type == "COERCE" and told.days:
            out.setdefault(told.report.id, set()).update(told.days)
    return list(out.values())


@pytest.mark.parametrize("text", [SEIZED, QUOTED])
def test_yesterday_is_that_of_whoever_wrote_it_first(first: Reading, text: str) -> None:
    later = sayso.read(text, outlet="Harbour Daily", published="2021-03-12T10:00:00+00:00")

    assert [event.date for event in later.events if event.type == "COERCE"] == [("2021-03-11", "2021-03-11")]
    assert days(first, later) == [{date(2021, 3, 8)}] * 2
    (claim,) = (one for one in lineage((first, later)) if one.type == "COERCE")
    assert (claim.date, claim.reports) == (("2021-03-08", "2021-03-08"), 2)


def test_a_quotation_of_somebody_who_is_not_at_hand_stays(first: Reading) -> None:
    text = QUOTED.replace(AGENCY, "the Lorne Gazette")
    later = sayso.read(text, outlet="Harbour Daily", published="2021-03-12T10:00:00+00:00")

    assert days(first, later)[-1] == {date(2021, 3, 11)}


def test_other_words_of_the_same_newsroom_stay(first: Reading) -> None:
    text = QUOTED.replace("the tanker Orla yesterday", "the ferry Brisa yesterday")
    later = sayso.read(text, outlet="Harbour Daily", published="2021-03-12T10:00:00+00:00")

    assert days(first, later)[-1] == {date(2021, 3, 11)}


def test_a_full_date_is_moved_nowhere() -> None:
    text = SEIZED.replace("yesterday", "on 8 March 2021")
    told = [
        sayso.read(text, outlet=name, published=f"2021-03-{day}T10:00:00+00:00")
        for name, day in ((AGENCY, "09"), ("Harbour Daily", "12"))
    ]

    assert days(*told) == [{date(2021, 3, 8)}] * 2
