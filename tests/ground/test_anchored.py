"""Times that hang on an event: where they begin, what they hang on, and the days they come to."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from sayso.ground.anchored import anchored, hung
from sayso.ground.names import names
from sayso.ground.page import Page
from sayso.ground.times import times
from sayso.records import Annotated, Time

KEPT = json.loads((Path(__file__).parents[1] / "parses_anchors.json").read_text("utf-8"))
Read = Callable[[str], tuple[Page, tuple[Time, ...]]]


def read(name: str, published: datetime | None = None) -> tuple[Page, tuple[Time, ...]]:
    annotated = msgspec.convert(KEPT[name], Annotated)
    if published is not None:
        annotated = structs.replace(annotated, report=structs.replace(annotated.report, published=published))
    page = Page(annotated)
    return page, anchored(page, times(page), names(page))


@pytest.mark.parametrize(
    ("name", "words", "earliest", "latest", "via", "way"),
    [
        ("raid", "Two days after the attack", "2021-03-09", "2021-03-09", "report", "past"),
        ("raid", "until the road is clear", None, None, "unknown", "future"),
        ("office", "before he leaves office", "2020-11-20", "2021-01-20", "register", "future"),
        ("office", "In the last weeks of his presidency", "2020-11-20", "2021-01-20", "register", "future"),
        ("beside", "a day after the talks collapsed", "2021-03-09", "2021-03-09", "told", "past"),
        ("vote", "three days before the Israeli election", "2019-04-06", "2019-04-06", "register", "past"),
        ("undated", "days after the truce collapsed", None, None, "unknown", "past"),
        ("games", "during the Tokyo Olympics", "2021-07-23", "2021-08-08", "register", "past"),
        ("oath", "after his inauguration", "2017-05-14", None, "register", "future"),
        ("coup", "Since the coup on Friday", "2021-03-05", "2021-03-10", "told", "past"),
        ("later", "Three days later", "2021-03-08", "2021-03-08", "report", "past"),
        ("named", "during the Crimean war", None, None, "unknown", "past"),
        ("term", "until the end of his term", "2021-03-10", "2025-01-20", "register", "future"),
        ("since", "since Joe Biden took office", "2021-01-20", "2021-03-10", "register", "past"),
    ],
)
def test_days_and_direction(
    name: str, words: str, earliest: str | None, latest: str | None, via: str, way: str
) -> None:
    page, found = read(name)
    one = next(time for time in found if page.text[slice(*time.span)] == words)

    assert one.anchor is not None
    assert (one.anchor.earliest, one.anchor.latest) == (earliest, latest)
    assert (one.anchor.via, one.anchor.way) == (via, way)


def test_a_time_without_days_names_what_it_hangs_on() -> None:
    _, (one,) = read("undated")

    assert one.value == "after the truce collapsed"
    assert one.days is None
    assert one.rule == "anchored-unknown"


def test_an_open_end_is_written_as_one() -> None:
    _, (one,) = read("oath")

    assert one.value == "2017-05-14/.."
    assert one.days is None


def test_since_as_a_reason_is_no_time() -> None:
    assert read("reason")[1] == ()


def test_this_week_does_not_hang_on_what_follows() -> None:
    page, (one,) = read("own")

    assert page.text[slice(*one.span)].startswith("after its talks")


def test_the_event_itself_is_dated_where_the_count_is_told_beside_a_day() -> None:
    _, (one,) = read("beside")

    assert one.anchor is not None
    assert one.anchor.day == ("2021-03-08", "2021-03-08")


def test_expressions_inside_get_the_anchor_and_only_short_times_its_days() -> None:
    page, found = read("office")
    told = hung(times(page), found)
    vague = next(time for time in told if page.text[slice(*time.span)] == "the last weeks")
    page, found = read("raid")
    short = next(time for time in hung(times(page), found) if page.text[slice(*time.span)] == "Two days")

    assert vague.anchor is not None
    assert vague.days is None
    assert short.days == ("2021-03-09", "2021-03-09")


def test_a_time_that_hangs_on_nothing_stays_as_it_was() -> None:
    page, found = read("shared")
    told = times(page)

    assert found == ()
    assert hung(told, found) == told


@given(published=st.datetimes(timezones=st.none()), name=st.sampled_from(sorted(KEPT)))
@settings(max_examples=150)
def test_any_day_of_publication_is_read(published: datetime, name: str) -> None:
    page, found = read(name, published)

    for time in hung(times(page), found):
        assert time.days is None or time.days[0] <= time.days[1]
    for time in found:
        assert time.anchor is not None
        bounds = (time.anchor.earliest, time.anchor.latest)
        assert None in bounds or bounds[0] <= bounds[1]  # type: ignore[operator]


@pytest.mark.parametrize("published", [datetime.min, datetime.max])
@pytest.mark.parametrize("name", sorted(KEPT))
def test_the_first_and_the_last_day_there_is(published: datetime, name: str) -> None:
    assert read(name, published)[0].day == published.date()
