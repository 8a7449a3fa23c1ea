"""
When a report was published and when its outlet does not publish: the records of both. They belong to
`records`, which a file of its own keeps short.
"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct


class Stamp(Struct, frozen=True, gc=False):
    """
    Words that may be the moment of publication: the field they stand in, the first and last moment (aware,
    both included) they may mean, None where they cannot be read, and the rule that filled in the rest.
    """

    field: str
    words: str
    earliest: datetime | None = None
    latest: datetime | None = None
    rule: str = ""


class Publication(Struct, frozen=True, kw_only=True, gc=False):
    """
    The moment of publication and how it is known.

    `instant` lies between `earliest` and `latest` (all aware, both ends included); `offset` is the zone as
    written ("+02:00", "Z", "ET"), None where none is; `field` gave it, by `rule` ("" where all was written).
    `zone` is the outlet's IANA zone. `stamps` are all fields that tell a moment, best first.
    """

    instant: datetime
    earliest: datetime
    latest: datetime
    field: str
    offset: str | None = None
    rule: str = ""
    zone: str | None = None
    stamps: tuple[Stamp, ...] = ()

    @property
    def local(self) -> datetime:
        """The instant on the outlet's clock; as written where the outlet's zone is not known."""
        try:
            return self.instant.astimezone(ZoneInfo(self.zone)) if self.zone else self.instant
        except OverflowError:
            return self.instant


class Closing(Struct, frozen=True, gc=False):
    """
    A rule by which an outlet, or one desk of it, does not publish.

    `kind` is shabbat (with festivals), days, hours or holidays; `place` a city of the table of cities or an
    IANA zone. `value`, by kind: minutes of candle lighting before sunset ("" for the custom of the place),
    the days closed ("Sat Sun"), the hours open ("Mon-Fri 08:00-18:00"), a country ("US" or "US-NY").
    """

    outlet: str
    desk: str
    kind: str
    place: str
    value: str = ""
    source: str = ""
