"""What is known at a moment."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sayso.ledger import Ledger
from sayso.serve.known import known


def test_the_scope_counts_reports_outlets_and_the_period(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        scope = known(opened).scope

    assert (scope.reports, scope.outlets) == (3, 3)
    assert scope.first is not None
    assert scope.last is not None
    assert (scope.last - scope.first).total_seconds() == 48 * 3600
    assert scope.as_of is None


def test_what_was_not_yet_published_is_not_known(ledger: Path) -> None:
    moment = datetime(2031, 3, 4, 8, tzinfo=UTC)
    with Ledger.open(ledger) as opened:
        now = known(opened, moment)

    assert now.scope.reports == 1
    assert all(
        telling.published <= moment for claim in now.claims for telling in claim.spans if telling.published
    )


def test_nothing_is_known_of_an_empty_ledger(empty: Path) -> None:
    with Ledger.open(empty) as opened:
        now = known(opened)

    assert now.claims == ()
    assert now.standings() == ()
    assert now.scope.last is None
