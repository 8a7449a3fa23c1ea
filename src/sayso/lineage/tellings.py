"""The tellings of a set of readings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.lineage.copies import Copies
from sayso.lineage.newsrooms import Newsrooms
from sayso.lineage.page import Page
from sayso.lineage.told import Told
from sayso.records import Reading


class Teller:
    """
    Makes the tellings of readings that are compared with each other.

    Args:
        readings: In order of publication.
    """

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.readings = readings
        self.copies = Copies(readings)
        self.newsrooms = Newsrooms(each.report.outlet for each in readings if each.report.outlet)

    def page(self, number: int) -> Page:
        """The reading of that number, ready to tell."""
        return Page(number, self.readings, self.copies, self.newsrooms)

    def told(self) -> Iterator[tuple[Told, ...]]:
        """
        Event by event, in order of publication and then of place in the report, its tellings: the best
        mention first, then one for each further sentence that mentions it.
        """
        for number, reading in enumerate(self.readings):
            page = self.page(number)
            for event in sorted(reading.events, key=lambda event: (event.mentions, event.id)):
                if event.mentions:
                    yield page.tellings(event)
