"""Time expressions that count from publication or from the day in focus."""

from __future__ import annotations

from datetime import timedelta

from sayso.ground import dates, days
from sayso.ground.rules import Hit
from sayso.ground.setting import Meaning, Setting, how_many, lasting, signed

_LEADS = frozenset(
    [
        "for",
        "in",
        "during",
        "of",
        "over",
        "through",
        "end",
        "ended",
        "ending",
        "began",
        "started",
        "this",
        "on",
        "within",
    ]
)
_ENDS = frozenset(["to", "at", "with", "as", "and", "but", "by", "when", "while", "down", "up", "from"])


def weekday(hit: Hit, setting: Setting) -> Meaning | None:
    """The nearest such day at or before publication, or after it where the clause looks ahead."""
    number = hit.number("WEEKDAY") or 1
    part = hit.get("DAYPART")
    kind, suffix = ("TIME", "T" + part) if part else ("DATE", "")
    if setting.anchor is None:
        return kind, f"XXXX-WXX-{number}{suffix}"
    sign = signed(hit)
    if sign:
        chosen = days.weekday(setting.anchor + timedelta(sign), number, sign)
    else:
        chosen = days.weekday(setting.anchor, number, setting.direction or -1)
    return kind, chosen.isoformat() + suffix


def weekday_focus(hit: Hit, setting: Setting) -> Meaning | None:
    """Read "The previous Friday": counted from the day in focus."""
    number, day = hit.number("WEEKDAY") or 1, setting.focus or setting.anchor
    if day is None:
        return "DATE", f"XXXX-WXX-{number}"
    sign = -1 if hit.get("BEFORE") else 1
    moved = days.shifted(day, sign, "D")
    return ("DATE", days.weekday(moved, number, sign).isoformat()) if moved else None


def the_unit(hit: Hit, setting: Setting) -> Meaning | None:
    """Read "For the week", "later in the day": the unit that holds the day told of."""
    unit = hit.get("UNIT") or "D"
    if unit not in ("D", "W", "M", "Y") or (setting.after[:1].isalpha() and setting.after not in _ENDS):
        return None
    if setting.before not in _LEADS:
        return None
    day = (setting.focus if unit == "D" else None) or setting.anchor
    return ("DATE", days.value(day, unit)) if day else None


def weekday_week(hit: Hit, setting: Setting) -> Meaning | None:
    """Read "Friday last week"."""
    number = hit.number("WEEKDAY") or 1
    if setting.anchor is None:
        return "DATE", f"XXXX-WXX-{number}"
    monday = setting.anchor - timedelta(setting.anchor.isoweekday() - 1)
    return "DATE", (monday + timedelta(7 * signed(hit) + number - 1)).isoformat()


def clock(hit: Hit, setting: Setting) -> Meaning | None:
    """A time of day, on the day named with it or the one in focus."""
    moment = hit.get("CLOCK", "NOON", "HOURS") or "12:00"
    day = setting.focus or setting.anchor
    if hit.get("UTC"):
        moment += "Z"
    if hit.get("DAY", "ORDNUM"):
        named = dates.date_of(hit, setting)
        return ("TIME", f"{named[1]}T{moment}") if named else None
    if hit.get("WEEKDAY"):
        named = weekday(hit, setting)
        return ("TIME", f"{named[1][:10]}T{moment}") if named else None
    if (offset := hit.get("DEICTIC")) is not None and setting.anchor:
        day = setting.anchor + timedelta(int(offset))
    return "TIME", f"{day.isoformat() if day else 'XXXX-XX-XX'}T{moment}"


def deictic(hit: Hit, setting: Setting) -> Meaning | None:
    """Read "Yesterday", "tomorrow morning"."""
    offset, part = hit.number("DEICTIC") or 0, hit.get("DAYPART")
    if setting.anchor is None:
        return "DATE", "PRESENT_REF" if offset == 0 else "XXXX-XX-XX"
    day = (setting.anchor + timedelta(offset)).isoformat()
    return ("TIME", f"{day}T{part}") if part else ("DATE", day)


def deictic_far(hit: Hit, setting: Setting) -> Meaning | None:
    """Read "The day before yesterday"."""
    if setting.anchor is None:
        return "DATE", "XXXX-XX-XX"
    back = hit.get("EARLIER") is not None
    return "DATE", (setting.anchor + timedelta(-2 if back else 2)).isoformat()


def tonight(_: Hit, setting: Setting) -> Meaning | None:
    """Read "Tonight", "overnight"."""
    return "TIME", f"{setting.anchor.isoformat() if setting.anchor else 'XXXX-XX-XX'}TNI"


def part_of_day(hit: Hit, setting: Setting) -> Meaning | None:
    """Read "This morning", "last night"."""
    part, sign = hit.get("DAYPART"), signed(hit)
    if setting.anchor is None or sign > 0:
        return None
    return "TIME", f"{(setting.anchor + timedelta(sign)).isoformat()}T{part}"


def part_focus(hit: Hit, setting: Setting) -> Meaning | None:
    """Read "That night": of the day in focus."""
    day = setting.focus or setting.anchor
    return ("TIME", f"{day.isoformat()}T{hit.get('DAYPART')}") if day else None


def same(hit: Hit, setting: Setting) -> Meaning | None:
    """Read "The same day", "that year"."""
    unit, day = hit.get("UNIT") or "D", setting.focus or setting.anchor
    if day is None or unit not in ("D", "W", "M", "Y"):
        return None
    return "DATE", days.value(day, unit)


def same_back(hit: Hit, setting: Setting) -> Meaning | None:
    """Read "The same month last year"."""
    unit, day = hit.get("UNIT") or "D", setting.focus or setting.anchor
    moved = days.shifted(day, -1, "Y") if day and unit in ("D", "W", "M", "Q") else None
    return ("DATE", days.value(moved, unit)) if moved else None


def after_focus(hit: Hit, setting: Setting) -> Meaning | None:
    """Read "The next day", "the previous year"."""
    unit, day = hit.get("UNIT") or "D", setting.focus or setting.anchor
    sign = -1 if hit.get("BEFORE") else 1
    if day is None or unit not in ("D", "W", "M", "Q", "Y", "DE", "CE"):
        return None
    if hit.get("NEXT") and unit != "D" and setting.anchor:
        day = setting.anchor
    moved = days.shifted(day, sign, unit)
    return ("DATE", days.value(moved, unit)) if moved else None


def after_focus_part(hit: Hit, setting: Setting) -> Meaning | None:
    """Read "The next morning"."""
    day = setting.focus or setting.anchor
    return ("TIME", f"{(day + timedelta(1)).isoformat()}T{hit.get('DAYPART')}") if day else None


def offset(hit: Hit, setting: Setting) -> Meaning | None:
    """ "Two days later": from the day in focus; before or after a clause only the length is told."""
    unit, count = hit.get("UNIT", "UNITS") or "D", how_many(hit)
    sign = -1 if hit.get("EARLIER") is not None else 1
    if setting.after[:1].isalpha() and setting.last in ("before", "after"):
        return "DURATION", lasting(count, unit)
    if unit in ("H", "TM", "TS"):
        return ("DURATION", lasting(count, unit)) if count == "X" else None
    if sign < 0 and unit == "Y" and count == "1" and setting.quarter:
        return dates.year_back(hit, setting)
    day = setting.focus or setting.anchor
    if count == "X" or not count.isdigit() or day is None:
        return "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF"
    moved = days.shifted(day, sign * int(count), unit)
    return ("DATE", days.value(moved, "D" if unit == "W" else unit)) if moved else None


def ago(hit: Hit, setting: Setting) -> Meaning | None:
    """Read "Three days ago", in the grain of its unit."""
    unit, count = hit.get("UNIT", "UNITS") or "D", how_many(hit)
    if hit.rule.name == "bare-units-ago" or count == "X":
        return "DATE", "PAST_REF"
    if unit in ("H", "TM", "TS"):
        return ("DATE", setting.anchor.isoformat()) if setting.anchor else ("DATE", "PAST_REF")
    if unit == "Y" and count == "1" and setting.quarter:
        return dates.year_back(hit, setting)
    number = round(float(count))
    if unit == "2W":
        unit, number = "W", 2 * number
    moved = days.shifted(setting.anchor, -number, unit) if setting.anchor else None
    if moved is None:
        return "DATE", "PAST_REF"
    return "DATE", days.value(moved, "Y" if unit in ("DE", "CE") else unit)


def relative(hit: Hit, setting: Setting) -> Meaning | None:
    """Read "Last week", "this year", "next month"."""
    unit = hit.get("UNIT") or "D"
    if unit in ("H", "TM", "TS", "2W") or (unit == "D" and hit.get("THIS") is None):
        return None
    if setting.anchor is None:
        return "DATE", {"W": "XXXX-WXX", "M": "XXXX-XX"}.get(unit, "XXXX")
    moved = days.shifted(setting.anchor, signed(hit), unit)
    return ("DATE", days.value(moved, unit)) if moved else None


def weekend(hit: Hit, setting: Setting) -> Meaning | None:
    """Read "Last weekend"; "the weekend" by the direction of the clause."""
    if setting.anchor is None:
        return "DATE", "XXXX-WXX-WE"
    sign = signed(hit)
    if hit.get("PAST", "THIS", "NEXT") is None:
        ended = setting.anchor.isoweekday() == 7
        sign = 0 if setting.direction > 0 or ended else -1
    return "DATE", days.value(setting.anchor + timedelta(7 * sign), "W") + "-WE"
