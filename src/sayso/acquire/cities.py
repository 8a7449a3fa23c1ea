"""Cities that newsrooms sit in: where they lie, their zone, and their custom of candle lighting."""

from __future__ import annotations

import functools

from msgspec import Struct

from sayso.acquire.tables import table

CUSTOM = 18


class City(Struct, frozen=True):
    """
    A place of a desk: degrees (WGS 84), IANA zone, ISO 3166 alpha-3; `minutes` before sunset candles are lit.
    """

    name: str
    latitude: float
    longitude: float
    zone: str
    country: str
    minutes: int = CUSTOM


def city(name: str) -> City | None:
    """The city of that name or alias, whatever its capitals; None where it is not in the table."""
    return _table().get(_plain(name))


def cities() -> tuple[City, ...]:
    """All cities of the table, in its order."""
    return tuple(dict.fromkeys(_table().values()))


def city_names() -> tuple[str, ...]:
    """All names and aliases, longest first."""
    names = [name for row in table("cities") for name in (row[0], *_several(row[1]))]
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


@functools.cache
def _table() -> dict[str, City]:
    found: dict[str, City] = {}
    for name, aliases, latitude, longitude, zone, country, minutes in table("cities"):
        row = City(name, float(latitude), float(longitude), zone, country, int(minutes or CUSTOM))
        for each in (name, *_several(aliases)):
            found.setdefault(_plain(each), row)
    return found
