"""What could be seen: from a day on, was any outlet here publishing, so that silence tells something?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from sayso.acquire import watched
from sayso.records import Reading


class View:
    """
    The outlets of the reports at hand, up to a moment.

    Args:
        readings: Published by then.
        moment: Aware; what is known is known then.
    """

    def __init__(self, readings: Sequence[Reading], moment: datetime) -> None:
        self.moment = moment
        self.outlets = frozenset(reading.report.outlet for reading in readings)
        self.closings = tuple(rule for reading in readings for rule in reading.report.closings)
        self.published = [reading.report.published for reading in readings if reading.report.published]

    def blind_since(self, day: date) -> str:
        """
        Why nothing was to be seen after a day (UTC): the outlets that were closed all the time, and by which
        rule. "" where one was open, or published all the same.
        """
        if day == date.max:
            return ""
        start = datetime.combine(day + timedelta(days=1), datetime.min.time(), UTC)
        if self.moment <= start or any(start <= moment <= self.moment for moment in self.published):
            return ""
        seen = watched(self.outlets, start, self.moment, self.closings)
        if seen.open or not seen.closed:
            return ""
        return f"{', '.join(seen.closed)} closed ({'; '.join(seen.why)})"
