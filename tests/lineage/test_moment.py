"""What was known at a moment."""

from __future__ import annotations

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from sayso.lineage.moment import published_by

WHEN = ("2031-03-07T10:00:00+02:00", "2031-03-07T09:00:00+00:00", "2031-03-07T08:30:00+00:00", None)


@given(order=st.permutations(range(len(WHEN))))
def test_by_the_instant_and_the_undated_last(hand, order) -> None:
    made = [hand.read(f"Outlet {n}", when, "Text.") for n, when in enumerate(WHEN)]
    found = [reading.report.outlet for reading in published_by([made[n] for n in order], None)]

    assert found == ["Outlet 0", "Outlet 2", "Outlet 1", "Outlet 3"]


def test_only_what_is_out_and_dated(hand) -> None:
    made = [hand.read(f"Outlet {n}", when, "Text.") for n, when in enumerate(WHEN)]
    known = published_by(made, datetime.fromisoformat("2031-03-07T08:30:00+00:00"))

    assert [reading.report.outlet for reading in known] == ["Outlet 0", "Outlet 2"]
