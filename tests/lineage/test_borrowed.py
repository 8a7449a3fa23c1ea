"""Days told in words that were written on another day."""

from __future__ import annotations

from datetime import date

import pytest

import sayso
from sayso.lineage import lineage
from sayso.lineage.borrowed import days_of
from sayso.lineage.copies import Passage
from sayso.lineage.tellings import Teller
from sayso.records import Attribution, Reading, Report, Time

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


# ------------------------------------------------------------------ by hand
WORDS = "Ships left Kell yesterday."
DAY = date(2031, 3, 7)


def told(text: str, day: str, words: str = "yesterday") -> Reading:
    """A reading that has one time expression."""
    start = text.index(words)
    time = Time((start, start + len(words)), "DATE", day, (day, day), "deictic")
    return Reading(report=Report(id=day, text=text, outlet=day), times=(time,))


def spans(reading: Reading) -> list[tuple[int, int]]:
    return [time.span for time in reading.times]


def test_days_that_are_not_told_stay_untold() -> None:
    reading = told(WORDS, "2031-03-07")

    assert days_of(None, spans(reading), reading, None, (reading,), ()) is None


def test_a_repeated_sentence_moves_both_ends_of_an_event() -> None:
    first, second = told(WORDS, "2031-03-04"), told(WORDS, "2031-03-07")
    passage = Passage(0, (0, len(WORDS)))
    since = (DAY, date(2031, 3, 9))

    moved = days_of(since, spans(second), second, passage, (first, second), ())

    assert moved == (date(2031, 3, 4), date(2031, 3, 6))


def test_words_that_the_first_report_does_not_have_move_nothing() -> None:
    first, second = told("Ships left Kell today.", "2031-03-04", "today"), told(WORDS, "2031-03-07")
    passage = Passage(0, (0, 22))

    assert days_of((DAY, DAY), spans(second), second, passage, (first, second), ()) == (DAY, DAY)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ('"Ships left Kell yesterday," Concord Wire wrote.', date(2031, 3, 4)),
        ("Ships left Kell yesterday, Concord Wire wrote.", DAY),
        ('"All ships left Kell yesterday," Concord Wire wrote.', DAY),
    ],
)
def test_only_the_very_words_in_quotation_marks_are_looked_for(text: str, day: date) -> None:
    first, second = told("Ships left Kell yesterday, it is said.", "2031-03-04"), told(text, "2031-03-07")
    source = Attribution(id="a1", source=(), cue=(), content=((0, text.index("yesterday") + 11),))

    moved = days_of((DAY, DAY), spans(second), second, None, (first, second), ((source, (first,)),))

    assert moved == (day, day)


def test_a_day_before_the_first_year_is_left_alone() -> None:
    first, second = told(WORDS, "0001-01-01"), told(WORDS, "2031-03-07")
    passage = Passage(0, (0, len(WORDS)))
    early = (date(100, 1, 1), date(100, 1, 1))

    assert days_of(early, spans(second), second, passage, (first, second), ()) == early
