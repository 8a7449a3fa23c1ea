"""When events happened, and by when commitments fall due."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import pytest

import sayso
from sayso.ground.anchored import anchored, hung
from sayso.ground.happened import Dated, dated, deadline, going_on, hanging, narrower, spanned, when
from sayso.ground.names import names
from sayso.ground.page import Page
from sayso.ground.times import times
from sayso.records import Annotated, DateRange, Span, Time

KEPT = json.loads((Path(__file__).parents[1] / "parses_anchors.json").read_text("utf-8"))
Give = Callable[[str], Page]


@pytest.mark.parametrize(
    ("report", "trigger", "nth", "status", "days"),
    [
        ("order", "told", 1, "actual", ("2020-11-16", "2020-11-20")),
        ("order", "meeting", 1, "actual", ("2020-11-17", "2020-11-17")),
        ("order", "left", 1, "actual", ("2020-11-19", "2020-11-19")),
        ("order", "warned", 1, "actual", ("2020-11-16", "2020-11-16")),
        ("order", "response", 1, "threatened", None),
        ("order", "stop", 1, "requested", None),
        ("border", "exchanged", 1, "actual", ("2011-02-07", "2011-02-07")),
        ("border", "killed", 1, "actual", ("2011-02-04", "2011-02-07")),
        ("border", "withdraw", 1, "planned", ("2011-02-07", "2011-02-12")),
        ("border", "attacked", 1, "actual", ("2011-02-06", "2011-02-06")),
        ("border", "arrested", 1, "actual", ("2011-02-06", "2011-02-06")),
        ("border", "talks", 1, "planned", ("2011-02-14", "2011-02-20")),
        ("border", "gave", 1, "actual", None),
        ("talks", "expelled", 1, "actual", ("2012-11-19", "2012-11-19")),
        ("undated", "blocked", 1, "actual", None),
        ("undated", "seized", 1, "actual", ("2008-05-09", "2008-05-09")),
        ("undated", "released", 1, "actual", ("2008-05-11", "2008-05-11")),
    ],
)
def test_the_time_of_its_own_clause(
    page: Give,
    find: Callable[..., Span],
    report: str,
    trigger: str,
    nth: int,
    status: str,
    days: DateRange | None,
) -> None:
    read = page(report)
    found = when(read, dated(read, times(read)), find(read, trigger, nth), status)
    assert days == (found[0] if found else None)


def test_the_words_of_the_time_come_with_it(page: Give, find: Callable[..., Span]) -> None:
    read = page("order")
    found = when(read, dated(read, times(read)), find(read, "left"), "actual")
    assert found is not None
    assert read.text[slice(*found[1])] == "Thursday"


def _hung(days: DateRange | None, before: str = "") -> Dated:
    return Dated(Time((0, 1), "DATE", "", days), 0, before, (), -1)


@pytest.mark.parametrize(
    ("days", "before", "status", "expected"),
    [
        (("2020-11-16", "2020-11-22"), "", "actual", ("2020-11-16", "2020-11-20")),
        (("2020-11-16", "2020-11-22"), "", "planned", ("2020-11-20", "2020-11-22")),
        (("2020-11-02", "2020-11-02"), "since", "actual", ("2020-11-02", "2020-11-20")),
        (("2020-11-25", "2020-11-25"), "by", "planned", ("2020-11-20", "2020-11-25")),
        (("2020-11-25", "2020-11-25"), "on", "actual", None),
        (("2020-11-25", "2020-11-25"), "before", "planned", None),
        (("2020-11-09", "2020-11-15"), "", "actual", ("2020-11-09", "2020-11-15")),
        (None, "on", "actual", None),
    ],
)
def test_since_by_and_open_units(
    days: DateRange | None, before: str, status: str, expected: DateRange | None
) -> None:
    assert expected == spanned(_hung(days, before), date(2020, 11, 20), status)


def test_within_counts_from_the_day_it_was_said(page: Give, find: Callable[..., Span]) -> None:
    read = page("talks")
    found = dated(read, times(read))
    words = (find(read, "would return"),)

    assert deadline(read, found, words, None) == "2012-11-30"
    assert deadline(read, found, words, ("2012-11-15", "2012-11-15")) == "2012-11-25"


def test_by_is_a_deadline(page: Give, find: Callable[..., Span]) -> None:
    read = page("border")
    found = dated(read, times(read))
    assert deadline(read, found, (find(read, "withdraw"),), None) == "2011-02-12"
    assert deadline(read, found, (find(read, "attacked"),), None) is None


def own(name: str) -> tuple[Page, list[Dated]]:
    """A kept parse with its times and with the events that others are counted from."""
    read = Page(msgspec.convert(KEPT[name], Annotated))
    counted = anchored(read, times(read), names(read))
    return read, dated(read, hung(times(read), counted)) + hanging(read, counted)


@pytest.mark.parametrize(
    ("name", "trigger", "nth", "status", "days"),
    [
        ("letter", "accused", 1, "actual", ("2021-03-07", "2021-03-07")),
        ("letter", "arming", 1, "possible", None),
        ("shared", "torched", 1, "actual", ("2021-03-07", "2021-03-07")),
        ("request", "turned", 1, "actual", ("2021-03-05", "2021-03-05")),
        ("request", "request", 1, "actual", None),
        ("raid", "attacked", 1, "actual", ("2021-03-07", "2021-03-07")),
        ("raid", "attack", 2, "actual", ("2021-03-07", "2021-03-07")),
        ("raid", "sealed", 1, "actual", ("2021-03-09", "2021-03-09")),
        ("beside", "talks", 1, "actual", ("2021-03-08", "2021-03-08")),
        ("later", "raided", 1, "actual", ("2021-03-08", "2021-03-08")),
        ("office", "strike", 1, "requested", None),
        ("night", "shelled", 1, "actual", ("2021-03-09", "2021-03-10")),
    ],
)
def test_times_shared_counted_and_in_letters(
    find: Callable[..., Span], name: str, trigger: str, nth: int, status: str, days: DateRange | None
) -> None:
    read, times_told = own(name)
    found = when(read, times_told, find(read, trigger, nth), status)

    assert (found[0] if found else None) == days


def test_fighting_goes_on_with_the_day_told_before(find: Callable[..., Span]) -> None:
    read, told = own("goes_on")
    fire, praise = find(read, "fire"), find(read, "praised")
    found = going_on(read, told, fire, "ASSAULT", "actual")

    assert found is not None
    assert found[0] == ("2021-03-09", "2021-03-09")
    assert going_on(read, told, praise, "SUPPORT", "actual") is None
    assert going_on(read, told, fire, "ASSAULT", "threatened") is None


def test_a_title_has_the_day_of_its_lead(find: Callable[..., Span]) -> None:
    read, told = own("headline")
    found = going_on(read, told, find(read, "shells"), "ASSAULT", "actual")

    assert found is not None
    assert found[0] == ("2021-03-09", "2021-03-09")


def test_the_narrower_of_two_days_where_it_lies_inside() -> None:
    month, day = (("2022-07-01", "2022-07-31"), (0, 4)), (("2022-07-15", "2022-07-15"), (9, 16))
    other = (("2022-08-01", "2022-08-01"), (20, 22))

    assert narrower(month, day) == day
    assert narrower(day, month) == day
    assert narrower(day, other) == day
    assert narrower(None, other) == other


def test_a_stretch_of_many_years_dates_nothing() -> None:
    assert spanned(_hung(("1000-01-01", "1099-12-31"), ""), date(2020, 11, 20), "actual") is None


def test_what_is_asked_for_on_a_day_is_not_to_come_on_it() -> None:
    assert spanned(_hung(("2020-07-01", "2020-07-31"), "in"), date(2020, 11, 20), "requested") is None


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("The presidents of Chad and Niger meet in Niamey tomorrow.", "planned", "2021-03-11"),
        ("The presidents of Chad and Niger met in Niamey yesterday.", "actual", "2021-03-09"),
        ("The presidents of Chad and Niger are meeting in Niamey on Friday.", "planned", "2021-03-12"),
        ("The presidents of Chad and Niger meet in Niamey every year.", "actual", None),
    ],
)
def test_the_present_tense_with_a_day_to_come_plans(text: str, status: str, day: str | None) -> None:
    reading = sayso.read(text, published="2021-03-10T09:00:00+00:00")
    (meeting,) = [event for event in reading.events if event.type == "CONSULT"]

    assert meeting.status == status
    assert (meeting.date[0] if meeting.date else None) == day
