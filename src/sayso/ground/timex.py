"""What a matched time expression means: its TIMEX3 type and value, and the days it covers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from msgspec import Struct

from sayso.ground import days
from sayso.ground.rules import Hit

Meaning = tuple[str, str]
PARTS = ("MO", "AF", "EV", "NI")


class Setting(Struct):
    """
    What an expression is read against: the day of publication, the day in focus (the last full day told
    before it), the direction of its clause, the words right before and after it and its last
    word, all in lower case; `upos` is that word's part of speech where known.
    """

    anchor: date | None
    focus: date | None
    direction: int
    before: str = ""
    after: str = ""
    last: str = ""
    upos: str = ""


def meaning(hit: Hit, setting: Setting) -> Meaning | None:
    """Type and value, or None where the words are no time expression after all."""
    action = ACTIONS.get(hit.rule.action)
    return action(hit, setting) if action else None


def _signed(hit: Hit) -> int:
    return int(hit.get("PAST", "THIS", "NEXT", "BEFORE", "AFTER") or 0)


def _nearest(setting: Setting, month: int, day: int) -> date | None:
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


def _date(hit: Hit, setting: Setting) -> Meaning | None:
    month, day = hit.number("MONTH", "MON", "ABBR"), hit.number("DAY", "ORDNUM")
    year = hit.number("YEAR")
    if month is None or day is None:
        return None
    if year is None and hit.get("PAST", "THIS", "NEXT") is not None and setting.anchor:
        year = setting.anchor.year + _signed(hit)
    if year is None:
        chosen = _nearest(setting, month, day)
        return "DATE", chosen.isoformat() if chosen else f"XXXX-{month:02}-{day:02}"
    return "DATE", f"{year:04}-{month:02}-{day:02}"


def _month(hit: Hit, setting: Setting) -> Meaning | None:
    month, year = hit.number("MONTH", "MON", "ABBR"), hit.number("YEAR")
    if month is None:
        return None
    if year is None and hit.rule.name == "month" and _is_modal(hit, setting):
        return None
    if year is None:
        return "DATE", _month_near(setting, month)
    return "DATE", f"{year:04}-{month:02}"


def _is_modal(hit: Hit, setting: Setting) -> bool:
    """ "May", "March" and the like stand for a month only after a word that leads one in."""
    if setting.upos in ("VERB", "AUX"):
        return True
    leads = "in since until by of last next this from to through during for early late mid and before after "
    risky = hit.number("MONTH") in (3, 5)
    return risky and setting.before not in (leads + "between late-").split()


def _month_near(setting: Setting, month: int) -> str:
    """The month the clause means: by direction, else the closest."""
    if setting.anchor is None:
        return f"XXXX-{month:02}"
    year, now = setting.anchor.year, setting.anchor.month
    forward = setting.direction > 0 or (setting.direction == 0 and (month - now) % 12 < 6)
    if forward and month < now:
        year += 1
    if not forward and month > now:
        year -= 1
    return f"{year:04}-{month:02}"


def _month_named(hit: Hit, setting: Setting) -> Meaning | None:
    month, sign = hit.number("MONTH") or 1, _signed(hit)
    if setting.anchor is None:
        return "DATE", f"XXXX-{month:02}"
    year, now = setting.anchor.year, setting.anchor.month
    year += (-1 if month >= now else 0) if sign < 0 else (1 if sign > 0 and month <= now else 0)
    return "DATE", f"{year:04}-{month:02}"


def _month_of(hit: Hit, setting: Setting) -> Meaning | None:
    month = hit.number("MONTH") or 1
    year = setting.anchor.year + _signed(hit) if setting.anchor else None
    return "DATE", f"{year:04}-{month:02}" if year else f"XXXX-{month:02}"


def _slashed(hit: Hit, setting: Setting) -> Meaning | None:
    first, second, year = (int(part) for part in (hit.get("SLASHED") or "1/1/1").split("/"))
    year += 0 if year > 99 else (1900 if year > 50 else 2000)
    month, day = (first, second) if first < 13 else (second, first)
    return ("DATE", f"{year:04}-{month:02}-{day:02}") if month < 13 and day < 32 else None


def _weekday(hit: Hit, setting: Setting) -> Meaning | None:
    number = hit.number("WEEKDAY") or 1
    part = hit.get("DAYPART")
    kind, suffix = ("TIME", "T" + part) if part else ("DATE", "")
    if setting.anchor is None:
        return kind, f"XXXX-WXX-{number}{suffix}"
    sign = _signed(hit)
    if sign:
        chosen = days.weekday(setting.anchor + timedelta(sign), number, sign)
    else:
        chosen = days.weekday(setting.anchor, number, setting.direction or -1)
    return kind, chosen.isoformat() + suffix


def _weekday_week(hit: Hit, setting: Setting) -> Meaning | None:
    number = hit.number("WEEKDAY") or 1
    if setting.anchor is None:
        return "DATE", f"XXXX-WXX-{number}"
    monday = setting.anchor - timedelta(setting.anchor.isoweekday() - 1)
    return "DATE", (monday + timedelta(7 * _signed(hit) + number - 1)).isoformat()


def _clock(hit: Hit, setting: Setting) -> Meaning | None:
    moment = hit.get("CLOCK", "NOON") or "12:00"
    day = setting.focus or setting.anchor
    if hit.get("WEEKDAY"):
        named = _weekday(hit, setting)
        return ("TIME", f"{named[1][:10]}T{moment}") if named else None
    if (offset := hit.get("DEICTIC")) is not None and setting.anchor:
        day = setting.anchor + timedelta(int(offset))
    return "TIME", f"{day.isoformat() if day else 'XXXX-XX-XX'}T{moment}"


def _deictic(hit: Hit, setting: Setting) -> Meaning | None:
    offset, part = hit.number("DEICTIC") or 0, hit.get("DAYPART")
    if setting.anchor is None:
        return "DATE", "PRESENT_REF" if offset == 0 else "XXXX-XX-XX"
    day = (setting.anchor + timedelta(offset)).isoformat()
    return ("TIME", f"{day}T{part}") if part else ("DATE", day)


def _deictic_far(hit: Hit, setting: Setting) -> Meaning | None:
    if setting.anchor is None:
        return "DATE", "XXXX-XX-XX"
    back = hit.get("EARLIER") is not None
    return "DATE", (setting.anchor + timedelta(-2 if back else 2)).isoformat()


def _tonight(hit: Hit, setting: Setting) -> Meaning | None:
    return "TIME", f"{setting.anchor.isoformat() if setting.anchor else 'XXXX-XX-XX'}TNI"


def _part(hit: Hit, setting: Setting) -> Meaning | None:
    part, sign = hit.get("DAYPART"), _signed(hit)
    if setting.anchor is None or sign > 0:
        return None
    return "TIME", f"{(setting.anchor + timedelta(sign)).isoformat()}T{part}"


def _part_focus(hit: Hit, setting: Setting) -> Meaning | None:
    day = setting.focus or setting.anchor
    return ("TIME", f"{day.isoformat()}T{hit.get('DAYPART')}") if day else None


def _same(hit: Hit, setting: Setting) -> Meaning | None:
    unit, day = hit.get("UNIT") or "D", setting.focus or setting.anchor
    if day is None or unit not in ("D", "W", "M", "Y"):
        return None
    return "DATE", days.value(day, unit)


def _after_focus(hit: Hit, setting: Setting) -> Meaning | None:
    unit, day = hit.get("UNIT") or "D", setting.focus or setting.anchor
    sign = -1 if hit.get("BEFORE") else 1
    if day is None or unit not in ("D", "W", "M", "Q", "Y", "DE", "CE"):
        return None
    if hit.get("NEXT") and unit != "D" and setting.anchor:
        day = setting.anchor
    moved = days.shifted(day, sign, unit)
    return ("DATE", days.value(moved, unit)) if moved else None


def _after_focus_part(hit: Hit, setting: Setting) -> Meaning | None:
    day = setting.focus or setting.anchor
    return ("TIME", f"{(day + timedelta(1)).isoformat()}T{hit.get('DAYPART')}") if day else None


def _count(hit: Hit) -> str:
    """How many: digits, or X where vague."""
    if hit.get("SOME"):
        return "X"
    return hit.get("NUM") or hit.get("COUPLE") or "1"


def _offset(hit: Hit, setting: Setting) -> Meaning | None:
    """ "Two days later": from the day in focus; before or after a clause only the length is told."""
    unit, count = hit.get("UNIT", "UNITS") or "D", _count(hit)
    sign = -1 if hit.get("EARLIER") is not None else 1
    if setting.after[:1].isalpha() and setting.last in ("before", "after"):
        return "DURATION", _length(count, unit)
    if unit in ("H", "TM", "TS"):
        return ("DURATION", _length(count, unit)) if count == "X" else None
    day = setting.focus or setting.anchor
    if count == "X" or not count.isdigit() or day is None:
        return "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF"
    moved = days.shifted(day, sign * int(count), unit)
    return ("DATE", days.value(moved, "D" if unit == "W" else unit)) if moved else None


def _ago(hit: Hit, setting: Setting) -> Meaning | None:
    unit, count = hit.get("UNIT", "UNITS") or "D", _count(hit)
    if hit.rule.name == "bare-units-ago" or count == "X":
        return "DATE", "PAST_REF"
    if unit in ("H", "TM", "TS"):
        return ("DATE", setting.anchor.isoformat()) if setting.anchor else ("DATE", "PAST_REF")
    number = round(float(count))
    if unit == "2W":
        unit, number = "W", 2 * number
    moved = days.shifted(setting.anchor, -number, unit) if setting.anchor else None
    if moved is None:
        return "DATE", "PAST_REF"
    return "DATE", days.value(moved, "Y" if unit in ("DE", "CE") else unit)


def _relative(hit: Hit, setting: Setting) -> Meaning | None:
    unit = hit.get("UNIT") or "D"
    if unit in ("H", "TM", "TS", "2W") or (unit == "D" and hit.get("THIS") is None):
        return None
    if setting.anchor is None:
        return "DATE", {"W": "XXXX-WXX", "M": "XXXX-XX"}.get(unit, "XXXX")
    moved = days.shifted(setting.anchor, _signed(hit), unit)
    return ("DATE", days.value(moved, unit)) if moved else None


def _weekend(hit: Hit, setting: Setting) -> Meaning | None:
    if setting.anchor is None:
        return "DATE", "XXXX-WXX-WE"
    sign = _signed(hit)
    if hit.get("PAST", "THIS", "NEXT") is None:
        ended = setting.anchor.isoweekday() == 7
        sign = 0 if setting.direction > 0 or ended else -1
    return "DATE", days.value(setting.anchor + timedelta(7 * sign), "W") + "-WE"


def _year(hit: Hit, setting: Setting) -> Meaning | None:
    year = hit.number("YEAR", "NUM") or 0
    if not 1000 <= year <= 2100 or (hit.rule.name == "year" and not _year_fits(year, setting)):
        return None
    return "DATE", f"{year:04}"


def _year_fits(year: int, setting: Setting) -> bool:
    """A bare figure is a year after a word that leads one in, or where no counted thing follows."""
    leads = (
        "in since of until by from to through during for and before after - ( , early late mid the between"
    )
    if setting.before in ("$", "£", "€", "no", "#", ".", "/"):
        return False
    counted = setting.after.endswith("s") and setting.after not in ("was", "is", "s", "has")
    if setting.before in leads.split():
        return not counted or setting.before in ("in", "since")
    return 1900 <= year <= 2050 and not counted


def _year_end(hit: Hit, setting: Setting) -> Meaning | None:
    return ("DATE", f"{setting.anchor.year:04}-12-31") if setting.anchor else ("DATE", "XXXX-12-31")


def _season(hit: Hit, setting: Setting) -> Meaning | None:
    name, year = hit.get("SEASON") or "SU", hit.number("YEAR")
    if year is not None:
        return "DATE", days.season(year, name)
    if setting.upos == "VERB":
        return None
    if setting.anchor is None or (name in ("FA", "SP") and setting.after in ("of", "in", "to", "from")):
        return None
    sign = _signed(hit) if hit.get("PAST", "THIS", "NEXT") is not None else setting.direction or -1
    plain = hit.get("PAST", "NEXT") is None
    year = setting.anchor.year
    if hit.get("THIS") is None:
        interval = days.days(days.season(year, name))
        begun = interval is not None and interval[0] <= setting.anchor
        over = interval is not None and interval[1] < setting.anchor
        year += -1 if sign < 0 and not (begun if plain else over) else 0
        year += 1 if sign > 0 and begun else 0
    return "DATE", days.season(year, name)


def _quarter(hit: Hit, setting: Setting) -> Meaning | None:
    number, year = hit.number("ORD") or 0, hit.number("YEAR")
    if not 1 <= number <= 4:
        return None
    if year is None and setting.anchor is None:
        return "DATE", f"XXXX-Q{number}"
    if year is None and setting.anchor:
        now = (setting.anchor.month + 2) // 3
        year = setting.anchor.year + _signed(hit)
        if hit.get("PAST", "THIS", "NEXT") is None:
            year -= 1 if number > now and setting.direction <= 0 else 0
    return "DATE", f"{year:04}-Q{number}"


def _quarter_this(hit: Hit, setting: Setting) -> Meaning | None:
    moved = days.shifted(setting.anchor, -1, "Q") if setting.anchor else None
    return ("DATE", days.value(moved, "Q")) if moved else None


def _half(hit: Hit, setting: Setting) -> Meaning | None:
    if decade := hit.get("DECADE"):
        return "DATE", decade
    year = hit.number("YEAR")
    if year is None and setting.anchor:
        year = setting.anchor.year + _signed(hit)
    number = hit.number("ORD") or 2
    return ("DATE", f"{year:04}-H{number}") if year and number < 3 else None


def _century(hit: Hit, setting: Setting) -> Meaning | None:
    number = hit.number("CENTURY", "ORD") or 0
    return ("DATE", f"{number - 1:02}") if 1 <= number <= 22 else None


def _length(count: str, unit: str) -> str:
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


_HALVES = {"Y": "6M", "D": "T12H", "H": "30M", "DE": "5Y"}


def _duration(hit: Hit, setting: Setting) -> Meaning | None:
    unit, count = hit.get("UNIT", "UNITS") or "D", _count(hit)
    if hit.rule.name == "duration-word" and not _measures(hit, setting):
        return None
    if hit.rule.name == "hyphen-open" and setting.after == "s":
        return None
    if hit.rule.name.startswith("hyphen") and (len(count) > 3 or unit == "TS"):
        return None
    if hit.get("HALF") and unit in _HALVES:
        if hit.rule.name == "duration-half-unit":
            return "DURATION", ("PT" if unit == "H" else "P") + _HALVES[unit]
        return "DURATION", _length(count, unit) + _HALVES[unit]
    return "DURATION", _length(count, unit)


def _measures(hit: Hit, setting: Setting) -> bool:
    """ "A week" is a length only after a word that measures with it; "a second" never."""
    if hit.get("UNIT") in ("TS", "Q"):
        return False
    leads = "for in within over during after than took lasted lasting of least takes spent spend"
    return hit.get("APPROX") is not None or setting.before in leads.split()


def _duration_to(hit: Hit, setting: Setting) -> Meaning | None:
    return "DURATION", _length(_count(hit), hit.get("UNITS") or "D")


def _duration_vague(hit: Hit, setting: Setting) -> Meaning | None:
    return "DURATION", _length("X", hit.get("UNITS") or "D")


def _duration_bare(hit: Hit, setting: Setting) -> Meaning | None:
    if setting.before in ["for", "in", "within", "over", "took", "after", "of"] or setting.after == "of":
        return "DURATION", _length("X", hit.get("UNITS") or "D")
    return None


def _anchored(hit: Hit, setting: Setting) -> Meaning | None:
    """ "The final weeks in office": a length told by something else than the calendar, never dated from here."""
    if hit.rule.name == "final-units" and setting.after in ("ago",):
        return None
    count = hit.get("NUM") or "X"
    return "DURATION", _length(count, hit.get("UNITS") or "D")


def _set(hit: Hit, setting: Setting) -> Meaning | None:
    return "SET", _length(hit.get("NUM") or "1", hit.get("UNIT", "UNITS") or "D")


def _set_weekday(hit: Hit, setting: Setting) -> Meaning | None:
    return "SET", f"XXXX-WXX-{hit.get('WEEKDAY', 'WEEKDAYS')}" + (
        f"T{hit.get('DAYPART')}" if hit.get("DAYPART") else ""
    )


def _reference(hit: Hit, setting: Setting) -> Meaning | None:
    if setting.before == "as" or (hit.get("NOW") and setting.after in ("-", "that")):
        return None
    return "DATE", hit.get("NOW", "LATELY", "SOON") or "PRESENT_REF"


def _frequency(hit: Hit, setting: Setting) -> Meaning | None:
    """ "Daily" as a paper is no time."""
    return None if setting.upos in ("NOUN", "PROPN") else ("SET", hit.get("FREQ") or "P1D")


def _feast(hit: Hit, setting: Setting) -> Meaning | None:
    month, day = (hit.get("FEAST") or "12-25").split("-")
    chosen = _nearest(setting, int(month), int(day))
    return "DATE", chosen.isoformat() if chosen else f"XXXX-{month}-{day}"


ACTIONS: dict[str, Callable[[Hit, Setting], Meaning | None]] = {
    "iso": lambda hit, _: ("DATE", hit.get("ISODAY") or ""),
    "slashed": _slashed,
    "date": _date,
    "month": _month,
    "month-named": _month_named,
    "month-of": _month_of,
    "weekday": _weekday,
    "weekday-week": _weekday_week,
    "clock": _clock,
    "deictic": _deictic,
    "deictic-far": _deictic_far,
    "tonight": _tonight,
    "overnight": _tonight,
    "part": _part,
    "part-focus": _part_focus,
    "part-that": _part_focus,
    "same": _same,
    "after-focus": _after_focus,
    "before-focus": _after_focus,
    "after-focus-part": _after_focus_part,
    "offset": _offset,
    "offset-one": _offset,
    "ago": _ago,
    "relative": _relative,
    "relative-this": _relative,
    "weekend": _weekend,
    "year": _year,
    "year-end": _year_end,
    "season": _season,
    "decade": lambda hit, _: ("DATE", hit.get("DECADE") or ""),
    "century": _century,
    "quarter": _quarter,
    "quarter-this": _quarter_this,
    "half": _half,
    "duration": _duration,
    "duration-to": _duration_to,
    "duration-vague": _duration_vague,
    "duration-bare": _duration_bare,
    "anchored": _anchored,
    "set": _set,
    "set-weekday": _set_weekday,
    "set-day": lambda hit, _: ("SET", f"XXXX-XX-XXT{hit.get('DAYPART')}"),
    "set-freq": _frequency,
    "set-times": lambda hit, _: ("SET", _length("1", hit.get("UNIT") or "D")),
    "ref": _reference,
    "present-ref": lambda *_: ("DATE", "PRESENT_REF"),
    "future-ref": lambda *_: ("DATE", "FUTURE_REF"),
    "past-ref": lambda *_: ("DATE", "PAST_REF"),
    "feast": _feast,
}
