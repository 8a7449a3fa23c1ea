"""When events happened, and by when commitments fall due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from sayso.ground.happened import Dated, dated, deadline, spanned, when
from sayso.ground.page import Page
from sayso.ground.times import times
from sayso.records import DateRange, Span, Time

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


def hung(days: DateRange | None, before: str = "") -> Dated:
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
    assert expected == spanned(hung(days, before), date(2020, 11, 20), status)


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
