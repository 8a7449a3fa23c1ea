"""Time expressions: what is found, what it is worth, and which way it looks."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ground.page import Page
from sayso.ground.times import Look, scan, times
from sayso.records import Time

SCRAPS = [
    *(
        "last",
        "next",
        "this",
        "two",
        "31",
        "Feb",
        ".",
        ",",
        "May",
        "2000",
        "years",
        "ago",
        "days",
        "later",
        "the",
    ),
    *(
        "week",
        "Friday",
        "century",
        "decade",
        "in",
        "99999",
        "a",
        "on",
        "13:45",
        "since",
        "-",
        "'",
        "s",
        "1990s",
    ),
    *("end", "of", "quarter", "first", "half", "12/31/2000", "every"),
]
FIXED = [
    "It came on 3 January 2019 by sea.",
    "On Monday, Jan. 3, 2011, it came.",
    "in February 2006 and in the third quarter of 2019",
    "in the 1990s, in 1982, and in the summer of 2003",
    "dated 2019-01-03 and sealed on 12/31/1999",
]
FRIDAY = date(2020, 11, 20)


def told(text: str, *, day: date | None = FRIDAY, way: int = 0, upos: str = "") -> list[Time]:
    return scan(text, 0, len(text), day, None, lambda *_: Look(way, upos))[0]


def values(text: str, *, day: date | None = FRIDAY, way: int = 0, upos: str = "") -> list[tuple[str, str]]:
    return [(text[slice(*one.span)], one.value) for one in told(text, day=day, way=way, upos=upos)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It came on 3 January 2019 by sea.", "3 January 2019", "2019-01-03"),
        ("It came on January 3, 2019, by sea.", "January 3, 2019", "2019-01-03"),
        ("It came on Jan. 3, 2019.", "Jan. 3, 2019", "2019-01-03"),
        ("On Monday, Jan. 3, 2011, it came.", "Monday, Jan. 3, 2011", "2011-01-03"),
        ("the 3rd of March 2004", "the 3rd of March 2004", "2004-03-03"),
        ("dated 2019-01-03 and sealed", "2019-01-03", "2019-01-03"),
        ("filed 12/31/1999 in court", "12/31/1999", "1999-12-31"),
        ("in February 2006", "February 2006", "2006-02"),
        ("in 1982", "1982", "1982"),
        ("in nineteen ninety-seven", "nineteen ninety-seven", "1997"),
        ("in the 1990s", "the 1990s", "199"),
        ("in the late '80s", "the late '80s", "198"),
        ("in the 19th century", "the 19th century", "18"),
        ("in the third quarter of 2019", "the third quarter of 2019", "2019-Q3"),
        ("in the first half of 2019", "the first half of 2019", "2019-H1"),
        ("in the summer of 2014", "the summer of 2014", "2014-SU"),
        ("in early 2020", "early 2020", "2020"),
    ],
)
def test_full_dates_need_no_publication(text: str, words: str, value: str) -> None:
    assert (words, value) in values(text, day=None)
    assert values(text, day=None) == values(text, day=FRIDAY)


@pytest.mark.parametrize(
    ("text", "way", "value"),
    [
        ("said on Friday", -1, "2020-11-20"),
        ("said on Monday", -1, "2020-11-16"),
        ("said on Tuesday", 0, "2020-11-17"),
        ("will meet on Monday", 1, "2020-11-23"),
        ("met last Friday", -1, "2020-11-13"),
        ("meets next Friday", 1, "2020-11-27"),
        ("met last week", -1, "2020-W46"),
        ("met this week", -1, "2020-W47"),
        ("meet next week", 1, "2020-W48"),
        ("met yesterday", -1, "2020-11-19"),
        ("met today", -1, "2020-11-20"),
        ("meet tomorrow", 1, "2020-11-21"),
        ("meet tonight", 1, "2020-11-20TNI"),
        ("met on Thursday night", -1, "2020-11-19TNI"),
        ("met last night", -1, "2020-11-19TNI"),
        ("met three days ago", -1, "2020-11-17"),
        ("met two weeks ago", -1, "2020-W45"),
        ("met five months ago", -1, "2020-06"),
        ("met a decade ago", -1, "2010"),
        ("met in July", -1, "2020-07"),
        ("meet in July", 1, "2021-07"),
        ("met in December", -1, "2019-12"),
        ("met last June", -1, "2020-06"),
        ("met last month", -1, "2020-10"),
        ("meet next year", 1, "2021"),
        ("met on Feb. 5", -1, "2020-02-05"),
        ("meet by Sept. 1", 1, "2021-09-01"),
        ("met last weekend", -1, "2020-W46-WE"),
        ("met at the weekend", -1, "2020-W46-WE"),
        ("met the day before yesterday", -1, "2020-11-18"),
        ("met this summer", -1, "2020-SU"),
        ("earlier this year", -1, "2020"),
    ],
)
def test_relative_dates_are_read_from_the_day_of_publication(text: str, way: int, value: str) -> None:
    assert [value] == [found for _, found in values(text, way=way)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("for three days", "P3D"),
        ("a five-week recess", "P5W"),
        ("within 48 hours", "PT48H"),
        ("for two and a half years", "P2Y6M"),
        ("for several weeks", "PXW"),
        ("for a decade", "P10Y"),
        ("for half an hour", "PT30M"),
        ("over the past two months", "P2M"),
        ("in the coming weeks", "PXW"),
    ],
)
def test_durations(text: str, value: str) -> None:
    (one,) = told(text)
    assert ("DURATION", value, None) == (one.type, one.value, one.days)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("every Friday", "XXXX-WXX-5"),
        ("every two weeks", "P2W"),
        ("paid monthly", "P1M"),
        ("each day", "P1D"),
    ],
)
def test_sets(text: str, value: str) -> None:
    (one,) = told(text)
    assert ("SET", value) == (one.type, one.value)


@pytest.mark.parametrize(
    "text",
    [
        "in Ford's final weeks in office",
        "in the last days of his presidency",
        "the closing days of the campaign",
        "a day after the strike began",
        "during the first three weeks of the siege",
    ],
)
def test_what_hangs_on_another_event_is_never_dated_from_here(text: str) -> None:
    assert [one.days for one in told(text)] == [None]


@pytest.mark.parametrize(
    ("text", "upos"),
    [
        ("They may leave and march on the second town.", ""),
        ("It may rain.", "AUX"),
        ("Spring back at once.", "VERB"),
        ("He paid 1,500 soldiers.", ""),
        ("A mob of 2000 rebels fled.", ""),
        ("a 27-year-old man", ""),
        ("The fall of Kabul shocked them.", ""),
        ("the Chinese daily Huanbao", "NOUN"),
        ("a second coup", ""),
    ],
)
def test_words_that_only_look_like_times(text: str, upos: str) -> None:
    assert values(text, upos=upos) == []


def test_later_days_count_from_the_day_in_focus() -> None:
    found = values("They landed on May 9, 2008. Two days later they left. The next day it rained.", day=None)
    assert found == [
        ("May 9, 2008", "2008-05-09"),
        ("Two days later", "2008-05-11"),
        ("The next day", "2008-05-12"),
    ]


def test_without_publication_a_weekday_stays_open() -> None:
    (one,) = told("They left on Friday", day=None)
    assert (one.value, one.days) == ("XXXX-WXX-5", None)


def test_spans_leave_out_prepositions_and_stray_marks() -> None:
    assert values("NDJAMENA, Feb 6 - it began", way=-1) == [("Feb 6", "2020-02-06")]


@given(
    weeks=st.integers(-500, 500),
    name=st.sampled_from(["Monday", "Wednesday", "Sunday"]),
    way=st.sampled_from([-1, 1]),
)
def test_weekdays_move_with_publication(weeks: int, name: str, way: int) -> None:
    shift = timedelta(weeks=weeks)
    (one,) = told(f"on {name}", way=way)
    (moved,) = told(f"on {name}", day=FRIDAY + shift, way=way)
    assert date.fromisoformat(moved.value) - date.fromisoformat(one.value) == shift


@given(day=st.dates(), weeks=st.integers(-500, 500), text=st.sampled_from(FIXED))
def test_full_dates_do_not_hang_on_publication(day: date, weeks: int, text: str) -> None:
    moved = FRIDAY + timedelta(weeks=weeks)
    assert told(text, day=day) == told(text, day=FRIDAY) == told(text, day=moved) == told(text, day=None)


@pytest.mark.parametrize("day", [date.min, date.max])
@pytest.mark.parametrize("word", ["Monday", "Sunday", "next Monday", "last Sunday", "tomorrow", "yesterday"])
def test_days_beyond_the_calendar_are_left_out(day: date, word: str) -> None:
    assert all(date.fromisoformat(one.value[:10]) for way in (-1, 1) for one in told(word, day=day, way=way))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("in the recent attacks", "recent", "PAST_REF"),
        ("these days they stay", "these days", "PRESENT_REF"),
        ("in the near term", "the near term", "FUTURE_REF"),
        ("as soon as possible", "as soon as possible", "FUTURE_REF"),
        ("it ended, for the week, in May", "the week", "2020-W47"),
        ("in the nineties", "the nineties", "199"),
        ("of the 70s", "the 70s", "197"),
        ("for 2 1/2 years", "2 1/2 years", "P2.5Y"),
        ("three consecutive quarters", "three consecutive quarters", "P3Q"),
        ("fifty flights a week", "a week", "P1W"),
        ("in the weeks ahead", "the weeks ahead", "PXW"),
        ("at 14:58 UTC", "14:58 UTC", "2020-11-20T14:58Z"),
        ("at 0800 UTC", "0800 UTC", "2020-11-20T08:00Z"),
        ("until 5 p.m. EST Nov. 6", "5 p.m. EST Nov. 6", "2020-11-06T17:00"),
        ("in the year ended June 30", "the year", "P1Y"),
        ("this past summer", "this past summer", "2020-SU"),
        ("the previous Friday", "the previous Friday", "2020-11-13"),
        ("the same month last year", "the same month last year", "2019-11"),
        ("each July they march", "each July", "XXXX-07"),
        ("until 1994 or later", "1994 or later", "1994"),
        ("a week-long strike", "a week-long", "P1W"),
    ],
)
def test_less_common_forms(text: str, words: str, value: str) -> None:
    assert (words, value) in values(text, way=-1)


def test_a_year_earlier_is_the_quarter_a_year_before_where_quarters_are_told() -> None:
    found = values(
        "Sales rose in the third quarter of 2019, from 3 million a year earlier. The year-ago period"
    )
    assert found[1:] == [("a year earlier", "2018-Q3"), ("The year-ago period", "2018-Q3")]


def test_without_a_quarter_it_is_the_year() -> None:
    assert values("from 3 million a year ago") == [("a year ago", "2019")]


@settings(max_examples=150)
@given(
    day=st.dates(),
    text=st.lists(
        st.sampled_from(SCRAPS),
        max_size=9,
    ).map(" ".join),
    way=st.sampled_from([-1, 0, 1]),
)
def test_no_words_and_no_year_break_it(day: date, text: str, way: int) -> None:
    for one in told(text, day=day, way=way):
        assert 0 <= one.span[0] < one.span[1] <= len(text)
        assert one.days is None or one.days[0] <= one.days[1]


def test_a_page_is_read_with_its_tenses(page: object) -> None:
    read = page("border")  # type: ignore[operator]
    assert isinstance(read, Page)
    found = {read.text[slice(*one.span)]: one.days for one in times(read)}
    assert found["Saturday"] == ("2011-02-12", "2011-02-12")
    assert found["Friday"] == ("2011-02-04", "2011-02-04")
    assert found["Sunday"] == ("2011-02-06", "2011-02-06")
    assert found["next week"] == ("2011-02-14", "2011-02-20")


def test_time_grows_with_the_length_of_a_text() -> None:
    line = "Officials said on Friday that 12 people died last week in the worst attack since March 2009. "

    def least(count: int) -> float:
        spent = []
        for _ in range(3):
            start = time.process_time()
            told(line * count)
            spent.append(time.process_time() - start)
        return min(spent)

    assert least(400) < 4 * 8 * least(50)  # eight times as long; sixty-four times were it squared
