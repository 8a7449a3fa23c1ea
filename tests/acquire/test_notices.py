"""Notices of a newsroom about itself."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from sayso.acquire import from_text
from sayso.acquire.closings import listed
from sayso.acquire.notices import notices
from sayso.moments import Closing
from sayso.records import Report

SEED = (
    "(Arutz Sheva’s North American desk is keeping you updated until the start of Shabbat in New York. The "
    "time posted automatically on all Arutz Sheva articles, however, is Israeli time.)"
)
STORY = "Officials in Iraq say Iran told its allies to stand down.\n\nThe request was delivered on Monday."


def report(published: str, notice: str = SEED, outlet: str = "Arutz Sheva") -> Report:
    return from_text(f"{STORY}\n\n{notice}", outlet=outlet, published=published)


def test_the_notice_of_the_seed_report_is_a_closing_rule_and_tells_the_zone():
    found = notices(f"{STORY}\n\n{SEED}", "Arutz Sheva")
    (rule,) = found.closings

    assert (rule.outlet, rule.desk, rule.kind, rule.place) == (
        "Arutz Sheva", "North American desk", "shabbat", "New York",
    )  # fmt: skip
    assert "until the start of shabbat in new york" in rule.source
    assert found.bounds == (rule,)
    assert found.zone == "Asia/Jerusalem"


def test_a_rule_read_is_one_that_a_table_could_hold():
    (rule,) = notices(SEED, "Arutz Sheva").closings

    assert listed([(rule.outlet, rule.desk, rule.kind, rule.place, rule.value, rule.source)]) == (rule,)


@pytest.mark.parametrize(
    ("sentence", "kind", "place", "value"),
    [
        ("We will be updating until the beginning of the Sabbath in London.", "shabbat", "London", ""),
        ("Our desk works till the onset of Yom Kippur in Los Angeles.", "shabbat", "Los Angeles", ""),
        ("Updates go on until Shabbat begins in Jerusalem.", "shabbat", "Jerusalem", ""),
        ("We report until candle-lighting time in New York City.", "shabbat", "New York", ""),
        ("This site is not updated on Shabbat, by the times in Jerusalem.", "shabbat", "Jerusalem", ""),
        ("Our newsroom is closed on weekends.", "days", "Europe/Riga", "Sat Sun"),
        ("The page is not updated on Fridays and Saturdays.", "days", "Europe/Riga", "Fri Sat"),
    ],
)  # fmt: skip
def test_other_words_for_it(sentence, kind, place, value):
    (rule,) = notices(f"{STORY}\n\n{sentence}", "Osk Courier", "Europe/Riga").closings

    assert (rule.kind, rule.place, rule.value) == (kind, place, value)


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister will stay until the start of the talks in New York.",
        "He fasted until the start of Shabbat in Atlantis.",
        "The embassy is closed.",
        "Shabbat in New York begins at 4:15 pm.",
    ],
)
def test_what_is_no_notice(sentence):
    assert notices(f"{STORY}\n\n{sentence}", "Osk Courier", "Europe/Riga").closings == ()


def test_the_middle_of_a_long_report_is_not_looked_at():
    text = "\n\n".join([STORY] * 6 + [SEED] + [STORY] * 6)

    assert notices(text, "Arutz Sheva").closings == ()


def test_a_text_made_to_take_long_is_soon_done():
    started = time.process_time()
    for _ in range(20):
        notices(
            "\n".join(["time posted " * 45, "until the start of " * 30, "newsroom is closed on " * 25]), "Osk"
        )

    assert time.process_time() - started < 2


# ------------------------------------------------------------------ what it does to the moment
def test_a_day_alone_ends_at_candle_lighting_in_new_york():
    known = report("2020-11-20").publication

    assert known is not None
    assert known.earliest.isoformat() == "2020-11-20T00:00:00+02:00"
    assert known.latest.isoformat() == "2020-11-20T23:15:43+02:00"
    assert "until the start of shabbat in new york: before 2020-11-20T21:15:43+00:00" in known.rule


def test_a_moment_that_is_known_stays_as_it_is():
    known = report("2020-11-20T20:05:00+02:00").publication

    assert known is not None
    assert known.instant == known.earliest == known.latest == datetime(2020, 11, 20, 18, 5, tzinfo=UTC)
    assert known.rule == ""


def test_a_time_without_a_zone_is_read_on_the_clock_that_the_notice_names():
    known = report("2020-11-20T20:05:00", outlet="Osk Courier").publication

    assert known is not None
    assert known.instant.isoformat() == "2020-11-20T20:05:00+02:00"


def test_a_stamp_after_the_closing_is_told():
    late = report("2020-11-21T02:00:00+02:00")

    assert any("stamped after its newsroom closed" in note.why for note in late.notes)
    assert not any("stamped after" in note.why for note in report("2020-11-20T20:05:00+02:00").notes)


def test_midweek_the_coming_shabbat_bounds_nothing():
    known = report("2020-11-17").publication

    assert known is not None
    assert known.latest.isoformat() == "2020-11-17T23:59:59+02:00"


def test_the_rules_travel_with_the_report():
    found = report("2020-11-20")
    expected = Closing("Arutz Sheva", "North American desk", "shabbat", "New York", "",
                       "notice: until the start of shabbat in new york")  # fmt: skip

    assert found.closings == (expected,)
    assert from_text(STORY).closings == ()
