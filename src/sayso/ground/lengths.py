"""Time expressions that tell how long, how often, or only "now" and "recently"."""

from __future__ import annotations

from sayso.ground.rules import Hit
from sayso.ground.setting import Meaning, Setting, how_many, lasting

_HALVES = {"Y": "6M", "D": "T12H", "H": "30M", "DE": "5Y", "CE": "50Y"}

_RATED = frozenset(("once", "twice", "million", "billion", "thousand", "%", "percent", "people"))


def duration(hit: Hit, setting: Setting) -> Meaning | None:
    """So many units of time."""
    unit, count = hit.get("UNIT", "UNITS") or "D", how_many(hit)
    if hit.rule.name == "duration-word" and not _measures(hit, setting):
        return ("SET", lasting("1", unit)) if _rate(hit, setting) else None
    if hit.rule.name == "hyphen-open" and setting.after == "s":
        return None
    if hit.rule.name.startswith("hyphen") and (len(count) > 3 or unit == "TS"):
        return None
    if hit.get("HALF") and unit in _HALVES:
        if hit.rule.name == "duration-half-unit":
            return "DURATION", ("PT" if unit == "H" else "P") + _HALVES[unit]
        return "DURATION", lasting(count, unit) + _HALVES[unit]
    return "DURATION", lasting(count, unit)


def _rate(hit: Hit, setting: Setting) -> bool:
    """Is it so much or so many "a year"?"""
    before = setting.before
    many = before.endswith("s") and len(before) > 4
    return hit.get("UNIT") in ("D", "W", "M", "Y") and (many or before in _RATED)


def recent(_: Hit, setting: Setting) -> Meaning | None:
    """Read "The recent attacks"."""
    return None if setting.before in ("most", "more", "as", "so") else ("DATE", "PAST_REF")


def _measures(hit: Hit, setting: Setting) -> bool:
    """ "A week" is a length only after a word that measures with it; "a second" never."""
    if hit.get("UNIT") in ("TS", "Q"):
        return False
    leads = "for in within over during after than took lasted lasting of least takes spent spend"
    return hit.get("APPROX") is not None or setting.before in leads.split()


def duration_to(hit: Hit, _: Setting) -> Meaning | None:
    """Read "Over the past two months"."""
    return "DURATION", lasting(how_many(hit), hit.get("UNITS") or "D")


def duration_vague(hit: Hit, _: Setting) -> Meaning | None:
    """Read "In the coming weeks"."""
    return "DURATION", lasting("X", hit.get("UNITS") or "D")


def duration_bare(hit: Hit, setting: Setting) -> Meaning | None:
    """Read "For weeks"."""
    if hit.get("UNITS") == "Q":
        return None
    if setting.before in ("for", "in", "within", "over", "took", "after", "just") or setting.after == "of":
        return "DURATION", lasting("X", hit.get("UNITS") or "D")
    return None


def anchored(hit: Hit, setting: Setting) -> Meaning | None:
    """A length that hangs on something else ("the final weeks in office"): never dated from here."""
    if hit.rule.name == "final-units" and setting.after in ("ago",):
        return None
    count = hit.get("NUM") or "X"
    return "DURATION", lasting(count, hit.get("UNITS") or "D")


def every(hit: Hit, _: Setting) -> Meaning | None:
    """Read "Every two weeks"."""
    return "SET", lasting(hit.get("NUM") or "1", hit.get("UNIT", "UNITS") or "D")


def set_weekday(hit: Hit, _: Setting) -> Meaning | None:
    """Read "Every Friday"."""
    return "SET", f"XXXX-WXX-{hit.get('WEEKDAY', 'WEEKDAYS')}" + (
        f"T{hit.get('DAYPART')}" if hit.get("DAYPART") else ""
    )


def reference(hit: Hit, setting: Setting) -> Meaning | None:
    """Read "Now", "recently", "soon"; not "as soon as"."""
    if setting.before == "as" or (hit.get("NOW") and setting.after == "-"):
        return None
    return "DATE", hit.get("NOW", "LATELY", "SOON") or "PRESENT_REF"


def frequency(hit: Hit, setting: Setting) -> Meaning | None:
    """ "Daily" as a paper is no time."""
    return None if setting.upos in ("NOUN", "PROPN") else ("SET", hit.get("FREQ") or "P1D")
