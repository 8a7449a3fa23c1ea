"""
Sunset, candle lighting and nightfall at a city (astral, after the NOAA solar calculator: good to a minute
between the polar circles). Where the sun does not set, nothing is made up.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from sayso.acquire.cities import City

# Three small stars, the usual end of Shabbat: the sun's centre 8.5 degrees below the horizon.
NIGHTFALL = 8.5


def sunset(city: City, day: date) -> datetime | None:
    """
    When the sun sets there on that local day, in UTC; None where it does not set, or beyond years 1 to 9999.

    The sun's upper edge is then under the horizon of the sea, refraction counted (0.833 degrees).
    """
    from astral.sun import sunset as sets

    return _evening(lambda observer, zone: sets(observer, day, zone), city, day)


def candle_lighting(city: City, day: date, minutes: int | None = None) -> datetime | None:
    """
    When candles are lit on that day.

    Args:
        city: Where.
        day: The eve of Shabbat or of a festival, by the local calendar.
        minutes: Before sunset; the custom of the place where not given.
    """
    sets = sunset(city, day)
    try:
        return sets - timedelta(minutes=city.minutes if minutes is None else minutes) if sets else None
    except OverflowError:
        return None


def nightfall(city: City, day: date) -> datetime | None:
    """When the sun is 8.5 degrees below the horizon on that evening; None where it does not get there."""
    from astral.sun import dusk

    return _evening(lambda observer, zone: dusk(observer, day, NIGHTFALL, zone), city, day)


def _evening(reckon: Callable[[Any, tzinfo], datetime], city: City, day: date) -> datetime | None:
    # astral is slow to import, and only calendars need it.
    from astral import Observer

    # Solar time, so that the evening of a day is that day's, wherever the date line runs.
    solar = timezone(timedelta(minutes=round(city.longitude * 4)))
    try:
        found = reckon(Observer(city.latitude, city.longitude, 0.0), solar)
        return _moved(found, city, day).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _moved(found: datetime, city: City, day: date) -> datetime:
    """The evening of the day by the city's clock, which may keep another side of the date line."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(city.zone))
    days = round((found - noon - timedelta(hours=6)) / timedelta(days=1))
    return found - timedelta(days=days)
