"""What stands in front of "after", "before" and "of"."""

from __future__ import annotations

import itertools
import json
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from msgspec import structs

from sayso.ground.leads import Lead, lead, signals
from sayso.ground.page import Page
from sayso.records import Annotated, Report, Segment, Sentence, Word

KEPT = json.loads((Path(__file__).parents[1] / "parses_anchors.json").read_text("utf-8"))


def page(text: str) -> Page:
    """A page of plain words, numbers told apart."""
    words, at = [], 0
    numbers = ("two", "three", "five", "48", "10")
    for token in text.split():
        upos = "NUM" if token in numbers else "X"
        words.append(Word(at, at + len(token), token, token, upos, "", -1, "root", 0))
        at += len(token) + 1
    report = Report(id="x", text=text, published=datetime(2020, 1, 1, tzinfo=UTC))
    whole = (Sentence(0, len(text), 0, len(words), 0),)
    return Page(Annotated(report, (Segment("paragraph", 0, len(text)),), whole, tuple(words), (), ()))


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [
        ("Troops left two days", 2, "D"),
        ("Troops left a week", 1, "W"),
        ("Troops left the night", 1, "D"),
        ("Troops left within 48 hours", 48, "H"),
        ("Troops left just five months", 5, "M"),
        ("Troops left several years", None, "Y"),
        ("Troops left days", None, "D"),
        ("Troops left shortly", None, "D"),
        ("Troops left", None, ""),
    ],
)
def test_how_long(text: str, count: float | None, unit: str) -> None:
    found = page(text)
    one = lead(found, len(found.words), 0)

    assert (one.count, one.unit) == (count, unit)
    assert one.first == (2 if unit else len(found.words))


@pytest.mark.parametrize("text", ["It struck this week", "It struck next year", "It struck last week"])
def test_a_day_of_its_own_leads_nothing(text: str) -> None:
    found = page(text)

    assert lead(found, len(found.words), 0) == Lead(len(found.words))


def test_parts_limits_and_stretches() -> None:
    found = page("in the last three days")
    assert lead(found, 5, 0).part == "last"
    found = page("no later than five days")
    assert lead(found, 5, 0).limit
    found = page("for three days")
    assert lead(found, 3, 0).whole
    found = page("on the eve")
    assert lead(found, 3, 0).eve


def test_nothing_is_taken_from_in_front_of_the_start() -> None:
    found = page("two days")

    assert lead(found, 2, 1).first == 1


def test_longer_signals_come_first() -> None:
    rows = signals()["by"]

    assert ("by", "the", "end", "of") in [words for words, _, _ in rows]
    assert all(
        len(words) >= len(after)
        for rows in signals().values()
        for (words, _, _), (after, _, _) in itertools.pairwise(rows)
    )


def test_a_kept_parse_has_its_lead() -> None:
    annotated = msgspec.convert(KEPT["raid"], Annotated)
    found = Page(structs.replace(annotated))
    signal = found.lowers.index("after")

    assert lead(found, signal, found.sentences[1].first) == Lead(signal - 2, 2, "D")
