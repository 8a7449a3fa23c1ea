"""The indexed report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

from sayso.ground.page import Page
from sayso.moments import Publication
from sayso.records import Annotated, Report, Span

Give = Callable[[str], Page]


def test_words_by_offset(page: Give, find: Callable[..., Span]) -> None:
    read = page("order")
    span = find(read, "Iraqi militia leaders")
    first, last = read.range(span)

    assert [word.text for word in read.words[first:last]] == ["Iraqi", "militia", "leaders"]
    assert read.words[read.head(first, last)].text == "leaders"
    assert span == read.span(first, last)
    assert first == read.at(span[0])


def test_a_phrase_leaves_out_apposition_and_conjuncts(page: Give, find: Callable[..., Span]) -> None:
    read = page("order")
    for words, whole in (
        ("Navid", "by Gen. Navid Barzin"),
        ("factions", "Iranian-backed Iraqi militia factions"),
    ):
        number = read.at(find(read, words)[0])
        assert number is not None
        start, end = read.span(*read.phrase(number))
        assert whole == read.text[start:end]


def test_climbing_ends_at_the_root(page: Give, find: Callable[..., Span]) -> None:
    read = page("order")
    number = read.at(find(read, "Najaf")[0])
    assert number is not None
    assert [read.words[step].text for step in read.climb(number)] == ["Najaf", "meeting", "delivered"]


def test_an_empty_report_has_no_words() -> None:
    read = Page(Annotated(Report(id="x", text=""), (), (), (), (), ()))
    assert read.at(0) is None
    assert read.range((0, 5)) == (0, 0)
    assert read.day is None


def test_the_day_is_that_of_the_outlets_clock() -> None:
    late = datetime(2020, 11, 21, 2, tzinfo=UTC)
    known = Publication(instant=late, earliest=late, latest=late, field="meta date", zone="America/New_York")
    empty = {"segments": (), "sentences": (), "words": (), "entities": (), "frames": ()}

    assert Page(Annotated(Report(id="1", text="T.", published=late), **empty)).day == date(2020, 11, 21)
    told = Report(id="1", text="T.", published=late, publication=known)
    assert Page(Annotated(told, **empty)).day == date(2020, 11, 20)
