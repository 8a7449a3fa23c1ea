"""How an outlet stamps its pages: in which zone, and whether it marks its local time with Z."""

from __future__ import annotations

from msgspec import Struct

from sayso.acquire.outlets import Outlet
from sayso.acquire.tables import table


class Clock(Struct, frozen=True):
    """
    What stands behind an outlet's stamps.

    `zone` (IANA) is that of times without one, None where not known; `utc_is_local`: Z and +00:00 stand
    before local times; `country` (ISO 3166 alpha-3) tells the order of day and month.
    """

    zone: str | None = None
    utc_is_local: bool = False
    country: str | None = None


def clock_of(known: Outlet | None, zone: str | None = None) -> Clock:
    """
    The clock of an outlet of the table; of None one that knows nothing.

    Args:
        known: The outlet.
        zone: The zone the input names, which goes before the table's.
    """
    if known is None:
        return Clock(zone)
    row = next((row for row in table("clocks") if row[0] == known.name), None)
    country = known.country if known.country != "---" else None
    stamped = row[1] if row else known.zone
    return Clock(zone or stamped, row is not None and row[2] == "local", country)
