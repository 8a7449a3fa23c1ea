"""The moment of publication: kept as written, filled in by rule, never silently."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire.moment import known_zone, moment, written
from sayso.errors import InputError

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def iso(words: str | datetime, zone: str | None = None) -> str:
    found = moment(words, zone, now=NOW)
    assert found.value is not None
    return found.value.isoformat()


def whys(words: str, zone: str | None = None) -> str:
    return "; ".join(note.why for note in moment(words, zone, now=NOW).notes)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2020-11-20T20:05:00+02:00", "2020-11-20T20:05:00+02:00"),
        ("2020-11-20T20:05:00Z", "2020-11-20T20:05:00+00:00"),
        ("2020-11-20t20:05:00z", "2020-11-20T20:05:00+00:00"),
        ("  2020-11-20 20:05 +0200 ", "2020-11-20T20:05:00+02:00"),
        ("2020-11-20T20:05:00.123+0530", "2020-11-20T20:05:00.123000+05:30"),
        ("2020-11-20T20:05:00.123456789Z", "2020-11-20T20:05:00.123456+00:00"),
        ("20201120T200500Z", "2020-11-20T20:05:00+00:00"),
        ("2020-11-20 20:05 UTC", "2020-11-20T20:05:00+00:00"),
        ("2020-11-20 20:05:11 GMT", "2020-11-20T20:05:11+00:00"),
        ("Fri, 20 Nov 2020 20:05:00 +0200", "2020-11-20T20:05:00+02:00"),
        ("1605902700", "2020-11-20T20:05:00+00:00"),
        ("1605902700000", "2020-11-20T20:05:00+00:00"),
    ],
)
def test_the_offset_is_kept_as_written(words, expected):
    assert iso(words) == expected
    assert moment(words, "Asia/Tokyo", now=NOW).rule == ""
    assert whys(words) == ""


@pytest.mark.parametrize(
    ("words", "zone", "expected"),
    [
        ("2020-11-20T20:05:00", "Asia/Jerusalem", "2020-11-20T20:05:00+02:00"),
        ("2020-07-20T20:05:00", "Asia/Jerusalem", "2020-07-20T20:05:00+03:00"),
        ("2020-11-20 20:05", None, "2020-11-20T20:05:00+00:00"),
        ("2020-11-20", "America/New_York", "2020-11-20T12:00:00-05:00"),
        ("20201120", None, "2020-11-20T12:00:00+00:00"),
        ("2020-W47-5", None, "2020-11-20T12:00:00+00:00"),
    ],
)
def test_what_is_not_written_is_filled_in_and_told(words, zone, expected):
    found = moment(words, zone, now=NOW)

    assert found.value is not None
    assert found.value.isoformat() == expected
    assert (zone or "UTC") in found.rule
    assert [note.what for note in found.notes] == ["published"]
    assert (zone or "UTC") in found.notes[0].why


def test_a_day_alone_is_said_to_be_a_day():
    assert "only the day is known" in whys("2020-11-20")
    assert "the outlet's zone is not known" in whys("2020-11-20")
    assert moment("2020-11-20", now=NOW).told == " (day only, noon UTC)"


def test_a_filled_in_zone_is_a_plain_offset_that_survives_storing():
    found = moment("2020-11-01T01:30", "America/New_York", now=NOW).value

    assert found is not None
    assert datetime.fromisoformat(found.isoformat()) == found
    assert isinstance(found.tzinfo, timezone)


@pytest.mark.parametrize(
    "words",
    ["", "yesterday", "20/11/2020", "2020-13-01", "2020-11-20T25:00", "0001-01-01T00:00+02:00",
     "9999-12-31T23:59-14:00", "2020-11-20T20:05:00+99:00", "2020", "1" * 70, "٢٠٢٠", "\0",
     "2020-11-20T20:05:00+02:00" + " " * 60 + "x"],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_the_accepted_form(words):
    with pytest.raises(InputError) as caught:
        moment(words)

    assert caught.value.code == "S100"
    assert "2020-11-20T20:05:00+02:00" in str(caught.value)


def test_a_future_date_is_kept_with_a_note():
    assert "lies in the future" in whys("2026-01-03T00:00:00Z")
    assert iso("2026-01-03T00:00:00Z") == "2026-01-03T00:00:00+00:00"
    assert whys("2026-01-01T20:00:00Z") == ""


def test_the_clock_is_the_present_where_none_is_given():
    later = datetime.now(UTC) + timedelta(days=3)

    assert any("future" in note.why for note in moment(later.isoformat()).notes)


def test_a_datetime_is_taken_as_it_is():
    assert iso(datetime(2020, 11, 20, 20, 5), "Asia/Jerusalem") == "2020-11-20T20:05:00+02:00"
    assert iso(datetime(2020, 11, 20, 20, 5, tzinfo=UTC), "Asia/Jerusalem") == "2020-11-20T20:05:00+00:00"


@given(
    st.datetimes(datetime(1700, 1, 1), datetime(2100, 1, 1)),
    st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))),
)
def test_every_iso_moment_comes_back_as_written(value, zone):
    aware = value.replace(tzinfo=zone)

    assert iso(aware.isoformat()) == aware.isoformat()


@given(st.text(max_size=80))
def test_no_words_crash_the_reader(words):
    found = written(words)

    assert found is None or found.value.year >= 1600


def test_zones_are_those_that_can_be_loaded():
    assert known_zone("Asia/Jerusalem") == "Asia/Jerusalem"
    assert known_zone("Mars/Olympus") is None
    assert known_zone("../../etc/passwd") is None
    assert known_zone("") is None
    assert known_zone(3) is None
