"""What a time expression is read against, and the reckoning its readers share."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from sayso.ground.rules import Hit

Meaning = tuple[str, str]


class Setting(Struct):
    """
    What an expression is read against: the day of publication, the day in focus (the last full day told
    before it), the direction of its clause, the words right before and after it and its last
    word, all in lower case; `upos` is that word's part of speech where known, `quarter` the quarter of a
    year told last ("2019-Q3"), which "a year earlier" of business news is then held against.
    """

    anchor: date | None
    focus: date | None
    direction: int
    before: str = ""
    after: str = ""
    last: str = ""
    upos: str = ""
    quarter: str | None = None


def signed(hit: Hit) -> int:
    """-1 for "last", 0 for "this", 1 for "next"."""
    return int(hit.get("PAST", "THIS", "NEXT", "BEFORE", "AFTER") or 0)


def how_many(hit: Hit) -> str:
    """How many: digits, or X where vague."""
    if hit.get("SOME"):
        return "X"
    return hit.get("NUM") or hit.get("COUPLE") or "1"


def nearest(setting: Setting, month: int, day: int) -> date | None:
    """The day of that month and number that the clause means, by direction, else the closest."""
    anchor = setting.anchor
    if anchor is None:
        return None
    found = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    if not found:
        return None
    closest = min(found, key=lambda one: abs((one - anchor).days))
    side = [one for one in found if (one - anchor).days * setting.direction >= 0]
    meant = min(side or found, key=lambda one: abs((one - anchor).days))
    # A tense misread costs a year: a day close by beats one far off on the side the tense tells.
    far = abs((meant - anchor).days) > 200 and abs((closest - anchor).days) < 75
    return closest if far else meant


def lasting(count: str, unit: str) -> str:
    """An ISO 8601 duration: "P3D", "PT2H", "PXW"."""
    if unit == "2W":
        return "P2W"
    if unit == "DE":
        return "PXDE" if count == "X" else f"P{int(float(count)) * 10}Y"
    if unit == "CE":
        return "PXCE" if count == "X" else f"P{int(float(count)) * 100}Y"
    if unit in ("H", "TM", "TS"):
        return f"PT{count}{unit[-1]}"
    return f"P{count}{unit}"
