"""Times inside quotation marks count from the day of the saying."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sayso
from sayso.records import Reading

NOW = "2021-01-06T18:05:00+00:00"  # a Wednesday


def told(reading: Reading, words: str) -> str:
    text = reading.report.text
    return next(time.value for time in reading.times if text[slice(*time.span)].lower() == words)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ('"We will strike the port tomorrow," Gen. Omar Haddad said on Monday.', "tomorrow", "2021-01-05"),
        ("Gen. Omar Haddad said on Monday that troops would strike tomorrow.", "tomorrow", "2021-01-07"),
        ('The Courier wrote on Sunday: "The tanker was seized yesterday."', "yesterday", "2021-01-02"),
        ('"We will strike the port tomorrow," Gen. Omar Haddad said.', "tomorrow", "2021-01-07"),
        ('"They attacked the base last week," the minister said on 18 December.', "last week", "2020-W50"),
        ('He said on Monday they would "strike again tonight" and left.', "tonight", "2021-01-04TNI"),
    ],
)
def test_only_the_speakers_own_words_are_moved(text: str, words: str, value: str) -> None:
    assert told(sayso.read(text, published=NOW), words) == value


def test_it_says_what_it_was_counted_from_and_dates_the_threat() -> None:
    reading = sayso.read(
        '"We will strike the port tomorrow," Gen. Omar Haddad said on Monday.', published=NOW
    )
    anchor = next(time.anchor for time in reading.times if time.rule == "deictic")
    struck = next(event for event in reading.events if event.type == "ASSAULT")

    assert anchor is not None
    assert (anchor.relation, anchor.words, anchor.day) == ("said", "said", ("2021-01-04", "2021-01-04"))
    assert (struck.status, struck.date) == ("threatened", ("2021-01-05", "2021-01-05"))


@settings(max_examples=12)
@given(st.dates(date(1990, 1, 1), date(2040, 12, 31)))
def test_a_told_day_makes_publication_matter_no_more(day: date) -> None:
    said = f"{day.day} {day:%B} {day.year}"
    text = f'"Our forces attacked the base yesterday," the minister said on {said}.'

    for later in (3, 200):
        published = (day + timedelta(later)).isoformat() + "T12:00:00+00:00"
        reading = sayso.read(text, published=published)
        assert told(reading, "yesterday") == (day - timedelta(1)).isoformat()
