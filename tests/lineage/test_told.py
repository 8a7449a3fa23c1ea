"""Days and names as tellings have them."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.lineage.told import days, name
from sayso.records import Event, Report


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, None),
        (("2031-03-01", "2031-03-05"), (date(2031, 3, 1), date(2031, 3, 5))),
        (("2031-03-05", "2031-03-01"), (date(2031, 3, 1), date(2031, 3, 5))),
        (("2031-03-05T10:00", "2031-03-05"), (date(2031, 3, 5), date(2031, 3, 5))),
        (("2031-03", "2031-04"), None),
    ],
)
def test_days(given, expected) -> None:
    assert days(Event(id="e1", mentions=(), type="AID", status="actual", date=given)) == expected


def test_a_report_goes_by_its_url_then_its_key_then_its_id() -> None:
    assert name(Report(id="i", text="", key="k", url="u")) == "u"
    assert name(Report(id="i", text="", key="k")) == "k"
    assert name(Report(id="i", text="")) == "i"
