"""The moment of publication out of all fields: the best, its interval, its rule."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sayso.acquire.clocks import Clock
from sayso.acquire.publication import bounded, dated, told
from sayso.moments import Publication

NEW_YORK, JERUSALEM, NOWHERE = Clock("America/New_York", country="USA"), Clock("Asia/Jerusalem"), Clock()
META, LINKED, STAMP = "meta date", "JSON-LD datePublished", "page stamp"


def publication(*fields: tuple[str, str], clock: Clock = NOWHERE) -> Publication:
    read = [found for field, words in fields if (found := dated(field, words, clock))]
    best = told(read, clock)
    assert best is not None
    return best.publication


def interval(words: str, clock: Clock = NOWHERE) -> tuple[str, str]:
    found = publication((META, words), clock=clock)
    return found.earliest.isoformat(), found.latest.isoformat()


@pytest.mark.parametrize(
    ("words", "clock", "earliest", "latest"),
    [
        ("2020-11-20T20:05:11+02:00", NOWHERE, "2020-11-20T20:05:11+02:00", "2020-11-20T20:05:11+02:00"),
        ("2020-11-20T20:05+02:00", NOWHERE, "2020-11-20T20:05:00+02:00", "2020-11-20T20:05:59+02:00"),
        ("2020-11-20", NEW_YORK, "2020-11-20T00:00:00-05:00", "2020-11-20T23:59:59-05:00"),
        ("2020-11-01", NEW_YORK, "2020-11-01T00:00:00-04:00", "2020-11-01T23:59:59-05:00"),
        ("2020-11-20", NOWHERE, "2020-11-20T00:00:00+14:00", "2020-11-20T23:59:59-12:00"),
        ("2020-11-20T20:05:00", NOWHERE, "2020-11-20T20:05:00+14:00", "2020-11-20T20:05:00-12:00"),
        ("2020-11-01T01:30:00", NEW_YORK, "2020-11-01T01:30:00-04:00", "2020-11-01T01:30:00-05:00"),
        ("03/04/2021", NEW_YORK, "2021-03-04T00:00:00-05:00", "2021-03-04T23:59:59-05:00"),
        ("03/04/2021", JERUSALEM, "2021-03-04T00:00:00+02:00", "2021-04-03T23:59:59+03:00"),
        ("Nov 20, 2020 8:05 PM", JERUSALEM, "2020-11-20T20:05:00+02:00", "2020-11-20T20:05:59+02:00"),
        ("20 Nov 2020 20:05 IST", NOWHERE, "2020-11-20T20:05:00+05:30", "2020-11-20T20:05:59+01:00"),
        ("2020-11-20T00:00:00Z", NOWHERE, "2020-11-20T00:00:00+00:00", "2020-11-20T23:59:59+00:00"),
        ("2020-11-20T00:00:00", NEW_YORK, "2020-11-20T00:00:00-05:00", "2020-11-20T23:59:59-05:00"),
        ("2020-11-20T00:00Z", NOWHERE, "2020-11-20T00:00:00+00:00", "2020-11-20T00:00:59+00:00"),
        ("20201120200511", NEW_YORK, "2020-11-20T20:05:11-05:00", "2020-11-20T20:05:11-05:00"),
        (
            "2020-11-20T20:05:11+02:00[Asia/Jerusalem]",
            NOWHERE,
            "2020-11-20T20:05:11+02:00",
            "2020-11-20T20:05:11+02:00",
        ),
        ("20 Nov 2020 20:05 IST", JERUSALEM, "2020-11-20T20:05:00+02:00", "2020-11-20T20:05:59+02:00"),
    ],
)
def test_what_is_not_written_widens_the_interval(words, clock, earliest, latest):
    assert interval(words, clock) == (earliest, latest)


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("2020-11-01T01:30:00", "zone America/New_York; this time came twice, as the clocks went back"),
        ("2020-03-08T02:30:00", "zone America/New_York; the clocks skipped this time"),
        ("2020-03-08T03:30:00", "zone America/New_York"),
        ("2020-11-01", "day only, noon America/New_York"),
        ("2020-11-01T01:30:00-04:00", ""),
    ],
)
def test_the_rule_is_told(words, rule):
    assert publication((META, words), clock=NEW_YORK).rule == rule


def test_a_name_of_several_zones_says_so():
    assert publication((STAMP, "20 Nov 2020 20:05 IST")).rule == "IST is the name of several zones"


def test_midnight_to_the_second_gives_way_to_a_time_of_that_day():
    found = publication((LINKED, "2020-11-20T00:00:00Z"), (STAMP, "Nov 20, 2020 8:05 PM"), clock=JERUSALEM)

    assert found.instant.isoformat() == "2020-11-20T20:05:00+02:00"
    assert "may stand for the day alone" in publication((LINKED, "2020-11-20T00:00:00Z")).rule


def test_of_one_instant_the_offset_of_one_field_and_the_seconds_of_another():
    found = publication((LINKED, "2020-11-20T18:05:42Z"), (STAMP, "Nov 20, 2020 8:05 PM GMT+2"))

    assert found.earliest.isoformat() == found.latest.isoformat() == "2020-11-20T20:05:42+02:00"


def test_a_day_that_is_either_of_two_is_both_and_says_so():
    found = publication((STAMP, "03/04/2021"))

    assert (found.latest - found.earliest) > timedelta(days=30)
    assert "day and month either way round" in found.rule


def test_the_offset_is_kept_as_written():
    written = ["2020-11-20T20:05:00+0200", "2020-11-20T20:05:00Z", "2020-11-20 20:05 UTC",
               "20 Nov 2020 20:05 ET", "2020-11-20T20:05:00", "2020-11-20",
               "Fri, 20 Nov 2020 20:05:00 +0200"]  # fmt: skip

    assert [publication((META, words)).offset for words in written] == [
        "+0200", "Z", "UTC", "ET", None, None, "+0200",
    ]  # fmt: skip


def test_every_field_is_kept_the_one_taken_first():
    found = publication(
        (META, "2020-11-20"), (LINKED, "2020-11-20T20:05:00Z"), (STAMP, "24 December 2020"), clock=NEW_YORK
    )

    assert [(each.field, each.words) for each in found.stamps] == [
        (LINKED, "2020-11-20T20:05:00Z"),
        (META, "2020-11-20"),
        (STAMP, "24 December 2020"),
    ]
    assert found.field == LINKED
    assert found.zone == "America/New_York"
    assert found.local.isoformat() == "2020-11-20T15:05:00-05:00"


def test_a_late_utc_stamp_is_the_day_before_on_the_outlets_clock():
    assert (
        publication((META, "2020-11-21T02:00:00Z"), clock=NEW_YORK).local.date().isoformat() == "2020-11-20"
    )


# ------------------------------------------------------------------ local time marked as UTC
def test_one_clock_told_as_utc_and_with_an_offset_is_local_time():
    found = publication((LINKED, "2020-11-20T20:05:00Z"), (META, "2020-11-20T20:05:00+02:00"))

    assert found.instant.isoformat() == "2020-11-20T20:05:00+02:00"
    assert f"{LINKED} marks the same time as UTC" in found.rule


def test_a_stamp_with_a_named_zone_tells_it_too():
    found = publication((LINKED, "2020-11-20T20:05:00+00:00"), (STAMP, "Nov 20, 2020 8:05 PM Israeli time"))

    assert found.earliest.isoformat() == "2020-11-20T20:05:00+02:00"


def test_utc_that_readers_are_shown_without_a_zone_may_be_either():
    found = publication((LINKED, "2020-11-20T20:05:00Z"), (STAMP, "Nov 20, 2020 8:05 PM"), clock=JERUSALEM)

    assert found.earliest.isoformat() == "2020-11-20T18:05:00+00:00"
    assert found.latest.isoformat() == "2020-11-20T20:05:00+00:00"
    assert "UTC, or local" in found.rule


def test_utc_that_agrees_with_a_local_stamp_is_utc():
    found = publication(
        (LINKED, "2020-11-20T18:05:00Z"), (STAMP, "Nov 20, 2020 8:05 PM IST"), clock=JERUSALEM
    )

    assert found.instant == datetime(2020, 11, 20, 18, 5, tzinfo=UTC)
    assert found.rule == ""


def test_an_outlet_known_to_mark_local_time_as_utc_is_read_so():
    clock = Clock("Asia/Jerusalem", utc_is_local=True)
    found = publication((LINKED, "2020-11-20T20:05:00Z"), clock=clock)

    assert found.instant.isoformat() == "2020-11-20T20:05:00+02:00"
    assert "Z is local time at this outlet" in found.rule
    assert (
        publication((LINKED, "2020-11-20T20:05:00+03:00"), clock=clock).instant.isoformat()[-6:] == "+03:00"
    )


# ------------------------------------------------------------------ the date line
def test_a_date_that_a_place_had_twice_is_both():
    # Kwajalein went over the date line: it was 30 September 1969 twice.
    found = publication((META, "1969-09-30"), clock=Clock("Pacific/Kwajalein"))

    assert found.earliest.isoformat() == "1969-09-30T00:00:00+11:00"
    assert found.latest.isoformat() == "1969-09-30T23:59:59-12:00"
    assert "came twice" in found.rule


def test_a_date_that_a_place_never_had_says_so():
    # Samoa went from 29 to 31 December 2011.
    found = publication((META, "2011-12-30"), clock=Clock("Pacific/Apia"))

    assert "the clocks skipped this time" in found.rule
    assert found.earliest <= found.instant <= found.latest


def test_one_instant_is_two_dates_on_two_sides_of_the_date_line():
    words = (META, "2020-11-20T10:30:00Z")

    assert publication(words, clock=Clock("Pacific/Kiritimati")).local.date().isoformat() == "2020-11-21"
    assert publication(words, clock=Clock("Pacific/Pago_Pago")).local.date().isoformat() == "2020-11-19"


# ------------------------------------------------------------------ bounds
def test_a_bound_inside_the_interval_ends_it():
    found = publication((META, "2020-11-20"), clock=JERUSALEM)
    limit = datetime(2020, 11, 20, 9, tzinfo=UTC)
    narrow = bounded(found, limit, "closes")

    assert narrow.latest == narrow.instant == limit
    assert narrow.latest.isoformat() == "2020-11-20T11:00:00+02:00"
    assert narrow.rule.endswith("closes")


@pytest.mark.parametrize("day", [19, 22])
def test_a_bound_outside_the_interval_changes_nothing(day):
    found = publication((META, "2020-11-20"), clock=JERUSALEM)

    assert bounded(found, datetime(2020, 11, day, 9, tzinfo=UTC), "closes") == found


# ------------------------------------------------------------------ properties
CLOCKS = st.sampled_from(sorted(available_timezones())).map(Clock)
WALLS = st.datetimes(datetime(1900, 1, 1), datetime(2099, 12, 30)).map(
    lambda wall: wall.replace(microsecond=0)
)


@given(WALLS, CLOCKS, st.sampled_from(["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%d %B %Y %H:%M"]))
def test_the_instant_lies_in_the_interval_in_every_zone(wall, clock, form):
    found = publication((META, wall.strftime(form)), clock=clock)

    assert found.earliest <= found.instant <= found.latest
    assert found.latest - found.earliest <= timedelta(hours=49)


@given(WALLS, CLOCKS)
def test_any_meaning_of_a_local_time_lies_in_its_interval(wall, clock):
    assert clock.zone is not None
    found = publication((META, wall.isoformat()), clock=clock)

    for fold in (0, 1):
        meant = wall.replace(tzinfo=ZoneInfo(clock.zone), fold=fold).astimezone(UTC)
        # Offsets of old local mean time have seconds, which ISO has not.
        assert found.earliest - timedelta(minutes=1) <= meant <= found.latest + timedelta(minutes=1)


@given(WALLS, st.integers(-14 * 60, 14 * 60), CLOCKS)
def test_a_moment_with_its_offset_is_itself_whatever_the_outlet(wall, minutes, clock):
    assume((wall.hour, wall.minute, wall.second) != (0, 0, 0))
    sign, size = ("-" if minutes < 0 else "+"), abs(minutes)
    words = f"{wall.isoformat()}{sign}{size // 60:02d}:{size % 60:02d}"
    found = publication((META, words), clock=clock)

    assert found.instant == found.earliest == found.latest == datetime.fromisoformat(words)
    assert found.offset == words[-6:]


@given(st.text(max_size=80), CLOCKS)
def test_no_words_crash_the_reader(words, clock):
    found = dated(META, words, clock)

    assert found is None or found.earliest <= found.latest
