"""Filters over claims and commitments."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sayso.errors import QueryError
from sayso.ledger.filters import Filter
from sayso.records import Claim, Standing, Telling
from sayso.serve.wanted import checked, fits_claim, fits_standing

TOLD = (
    Telling(
        report="r1", start=0, end=4, stance="for", outlet="Osk Herald",
        published=datetime(2031, 3, 4, tzinfo=UTC),
    ),
)  # fmt: skip
CLAIM = Claim(
    id="k1", type="COERCE", status="actual", spans=TOLD, newsrooms=1, origins=(1, 1), independent=(1, 1),
    actor=("NOR GOV", "NOR MIL"), recipient=("SUN CVL",), date=("2031-03-02", "2031-03-03"),
)  # fmt: skip
STANDING = Standing(
    id="s1", kind="threat", by="NOR GOV", to="SUN CVL", state="armed", issued=None, condition="c",
    consequence="d", deadline=None, spans=TOLD, independent=(1, 1),
)  # fmt: skip


@pytest.mark.parametrize(
    "wanted",
    [
        {},
        {"actor": "NOR"},
        {"actor": "MIL"},
        {"actor": "NOR MIL"},
        {"recipient": "SUN CVL"},
        {"type": "COERCE", "status": "actual"},
        {"since": "2031-03-03"},
        {"until": "2031-03-02"},
        {"outlet": "osk HERALD"},
    ],
)
def test_a_claim_fits(wanted: dict[str, str]) -> None:
    assert fits_claim(Filter(**wanted), CLAIM)


@pytest.mark.parametrize(
    "wanted",
    [
        {"actor": "SUN"},
        {"actor": "NOR CVL"},
        {"recipient": "NOR"},
        {"type": "AID"},
        {"status": "denied"},
        {"since": "2031-03-04"},
        {"until": "2031-03-01"},
        {"outlet": "Herald"},
    ],
)
def test_a_claim_does_not_fit(wanted: dict[str, str]) -> None:
    assert not fits_claim(Filter(**wanted), CLAIM)


def test_a_row_without_days_is_taken_by_the_days_of_its_reports() -> None:
    assert fits_standing(Filter(since="2031-03-04", until="2031-03-04"), STANDING)
    assert not fits_standing(Filter(since="2031-03-05"), STANDING)


def test_a_commitment_is_asked_for_by_kind_and_state() -> None:
    assert fits_standing(Filter(type="threat", status="armed", actor="NOR", recipient="CVL"), STANDING)
    assert not fits_standing(Filter(type="promise"), STANDING)
    assert not fits_standing(Filter(status="kept"), STANDING)


def test_codes_and_days_are_checked_and_put_in_form() -> None:
    assert checked(Filter(actor="nor  gov", since=" 2031-03-04")) == Filter(
        actor="NOR GOV", since="2031-03-04"
    )
    with pytest.raises(QueryError, match="S313"):
        checked(Filter(recipient="everyone"))
    with pytest.raises(QueryError, match="S312"):
        checked(Filter(until="soon"))
