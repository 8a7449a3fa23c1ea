"""The record of a moment of publication, and its outlet's clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from sayso.moments import Closing, Publication, Stamp
from sayso.records import Report


def publication(instant: datetime, zone: str | None) -> Publication:
    return Publication(instant=instant, earliest=instant, latest=instant, field="meta date", zone=zone)


def test_the_local_day_is_that_of_the_outlets_clock() -> None:
    late = datetime(2020, 11, 21, 2, tzinfo=UTC)

    assert publication(late, "America/New_York").local.isoformat() == "2020-11-20T21:00:00-05:00"
    assert publication(late, None).local == late
    assert publication(late, None).local.isoformat() == "2020-11-21T02:00:00+00:00"


@given(
    st.datetimes(
        timezones=st.sampled_from([UTC, timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))])
    )
)
def test_the_ends_of_the_calendar_have_a_local_time_too(instant: datetime) -> None:
    for zone in ("Pacific/Kiritimati", "America/Adak"):
        assert publication(instant, zone).local == instant


def test_a_report_keeps_it_through_json() -> None:
    instant = datetime(2020, 11, 20, 20, 5, tzinfo=timezone(timedelta(hours=2)))
    known = msgspec.structs.replace(
        publication(instant, "Asia/Jerusalem"), stamps=(Stamp("meta date", "2020-11-20", instant, instant),)
    )
    rule = Closing("Arutz Sheva", "North American desk", "shabbat", "New York")
    report = Report(id="1", text="T.", publication=known, closings=(rule,))

    assert msgspec.json.decode(msgspec.json.encode(report), type=Report) == report


def test_a_report_written_before_there_were_any_can_be_read() -> None:
    found = msgspec.json.decode(b'{"id": "1", "text": "T."}', type=Report)

    assert (found.publication, found.closings) == (None, ())
