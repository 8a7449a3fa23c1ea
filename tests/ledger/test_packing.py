"""Columns and back without loss."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.packing import instant, packed, packed_reading, unpacked, unpacked_reading

ZONES = st.integers(-23, 23).map(lambda hours: timezone(timedelta(hours=hours)))
MOMENTS = st.datetimes(timezones=ZONES)


@given(MOMENTS, MOMENTS)
def test_instants_order_as_the_moments_do(left, right) -> None:
    assert (left < right) == (instant(left) < instant(right))


def test_the_epoch_and_nothing() -> None:
    assert (instant(datetime(1970, 1, 1, tzinfo=UTC)), instant(None)) == (0, None)


@given(st.binary())
def test_bytes_come_back(raw) -> None:
    assert raw == unpacked(packed(raw))


def test_a_reading_comes_back_with_its_text(making) -> None:
    acquired, reading = making(1)
    assert reading == unpacked_reading(acquired.report.text, packed_reading(reading))
    assert acquired.report.text.encode() not in unpacked(packed_reading(reading))
