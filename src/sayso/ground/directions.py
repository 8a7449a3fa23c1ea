"""Places told by another: "30 km north of Gao", "near Gao", "in northern Mali"."""

from __future__ import annotations

import re

from msgspec import Struct

from sayso.ground.globe import Point, onward

BEARINGS = {
    "north": 0, "north-northeast": 22.5, "northeast": 45, "east-northeast": 67.5, "east": 90,
    "east-southeast": 112.5,
    "southeast": 135, "south-southeast": 157.5, "south": 180, "south-southwest": 202.5, "southwest": 225,
    "west-southwest": 247.5, "west": 270, "west-northwest": 292.5, "northwest": 315, "north-northwest": 337.5,
}  # fmt: skip
"""Degrees clockwise from north."""
_UNITS = {
    "km": 1.0,
    "kilo": 1.0,
    "mile": 1.609,
    "mi": 1.609,
    "metre": 0.001,
    "meter": 0.001,
    "m": 0.001,
    "naut": 1.852,
}
_NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "hundred": 100,
}  # fmt: skip
_POINT = r"(?:north|south|east|west)"
_WAY = rf"{_POINT}(?:[ -]?{_POINT})?(?:[ -]?{_POINT})?(?:ern)?"
_FAR = re.compile(
    r"\b(?P<number>\d[\d,]*(?:\.\d+)?[\s-]?|[a-z]+[\s-])"
    r"(?P<unit>km|kilometres?|kilometers?|miles?|mi|metres?|meters?|m|nautical miles?)\.?"
    rf"(?: \([^)]{{1,30}}\))? (?:to the )?(?P<way>{_WAY}|off|outside|away)? ?(?:of|from)? ?(?:the )?"
    r"(?P<thing>(?:city|town|village|capital|port)(?: city)? of )?$",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"\b(?:near|outside|around|close to|off|beside|(?P<way>{_WAY}) of) (?:the )?"
    r"(?:(?:city|town|village|capital|port)(?: city)? of )?$",
    re.IGNORECASE,
)
_READ = 90
"""So many characters before a name are looked at."""


class Offset(Struct, frozen=True):
    """
    How a place lies to the one that is named: a distance in kilometres, None where it is not told, and a
    direction in degrees, None where it is not; `start` is where its words begin in the text.
    """

    start: int
    kilometres: float | None
    bearing: float | None

    def of(self, point: Point) -> Point:
        """The place's middle; the named one where distance or direction is not told."""
        if self.kilometres is None or self.bearing is None:
            return point
        return onward(point, self.bearing, self.kilometres)

    @property
    def precision(self) -> float:
        """How far off the middle may be, in kilometres: a quarter of a way that has a direction."""
        if self.kilometres is None:
            return 50.0 if self.bearing is not None else 20.0
        return max(2.0, self.kilometres / 4 if self.bearing is not None else self.kilometres)


def offset(text: str, start: int) -> Offset | None:
    """How the place lies to the name that begins at `start`; None where the name itself is the place."""
    at = max(0, start - _READ)
    before = text[at:start]
    far = _FAR.search(before)
    if far:
        way = _bearing(far["way"])
        length = _kilometres(far["number"], far["unit"])
        if length is not None:
            return Offset(at + far.start(), length, way)
    by = _BY.search(before)
    if by:
        return Offset(at + by.start(), None, _bearing(by["way"]))
    return None


def _bearing(word: str | None) -> float | None:
    if not word:
        return None
    plain = word.lower().removesuffix("ern").replace("-", "").replace(" ", "")
    return {name.replace("-", ""): way for name, way in BEARINGS.items()}.get(plain)


def _kilometres(number: str, unit: str) -> float | None:
    """A length in words or figures; None for what is no number, or longer than half way round."""
    plain = number.strip(" -\n").lower()
    try:
        count = float(_NUMBERS.get(plain) or plain.replace(",", ""))
    except ValueError:
        return None
    scale = next(size for name, size in _UNITS.items() if unit.lower().startswith(name))
    return count * scale if 0 < count * scale < 20_000 else None
