"""What is known at a moment: readings, claims and standing commitments of a ledger, made afresh."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from sayso.publish.brief import Scope
from sayso.records import Claim, Reading, Standing

if TYPE_CHECKING:
    from sayso.ledger import Ledger


class Known(Struct, frozen=True):
    """The readings published by `as_of` (all, undated ones too, where it is None) and what they claim."""

    readings: tuple[Reading, ...]
    claims: tuple[Claim, ...]
    as_of: datetime | None = None

    @property
    def scope(self) -> Scope:
        """Reports, outlets and period, for a brief's head."""
        dated = [each.report.published for each in self.readings if each.report.published]
        return Scope(
            reports=len(self.readings),
            outlets=len({each.report.outlet for each in self.readings if each.report.outlet}),
            first=min(dated, default=None),
            last=max(dated, default=None),
            as_of=self.as_of,
        )

    def standings(self) -> tuple[Standing, ...]:
        """Commitments as they stand at `as_of`, or at the newest report's publication."""
        from sayso.monitor import monitor

        moment = self.as_of or self.scope.last
        return monitor(self.readings, self.claims, moment) if moment else ()


def known(ledger: Ledger, as_of: datetime | None = None) -> Known:
    """What the ledger's reports claim, counting only what was published by `as_of`."""
    from sayso.lineage import lineage

    readings = tuple(ledger.readings(until=as_of))
    return Known(readings, tuple(lineage(readings)), as_of)
