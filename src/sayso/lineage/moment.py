"""What was known at a moment."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from sayso.records import Reading

_NEVER = datetime.max.replace(tzinfo=UTC)


def published_by(readings: Iterable[Reading], moment: datetime | None) -> tuple[Reading, ...]:
    """
    The readings in order of publication, then of id; those without a date last.

    Args:
        readings: In any order.
        moment: Aware; keeps only reports published at or before it, and none without a date. None keeps
            all.
    """
    kept = (
        reading
        for reading in readings
        if moment is None or (reading.report.published is not None and reading.report.published <= moment)
    )
    return tuple(sorted(kept, key=_order))


def _order(reading: Reading) -> tuple[datetime, str]:
    return reading.report.published or _NEVER, reading.report.id
