"""Time expressions that name a stretch of the calendar: days, months, quarters, seasons, years."""

from __future__ import annotations

from sayso.ground import days
from sayso.ground.rules import Hit
from sayso.ground.setting import Meaning, Setting, nearest, signed


def date_of(hit: Hit, setting: Setting) -> Meaning | None:
    """A day; without a year the one the clause means."""
    month, day = hit.number("MONTH", "MON", "ABBR"), hit.number("DAY", "ORDNUM")
    year = hit.number("YEAR")
    if month is None or day is None:
        return None
    if year is None and hit.get("PAST", "THIS", "NEXT") is not None and setting.anchor:
        year = setting.anchor.year + signed(hit)
    if year is None:
        chosen = nearest(setting, month, day)
        return "DATE", chosen.isoformat() if chosen else f"XXXX-{month:02}-{day:02}"
    return "DATE", f"{year:04}-{month:02}-{day:02}"


def month(hit: Hit, setting: Setting) -> Meaning | None:
    """A month; without a year the one the clause means, and nothing where "may" or "march" is a verb."""
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
    risky = hit.number("MONTH") in (3, 5) and hit.get("MOD") is None
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


def month_named(hit: Hit, setting: Setting) -> Meaning | None:
    """Read "Last June": strictly before this month; "next June" strictly after."""
    month, sign = hit.number("MONTH") or 1, signed(hit)
    if setting.anchor is None:
        return "DATE", f"XXXX-{month:02}"
    year, now = setting.anchor.year, setting.anchor.month
    year += (-1 if month >= now else 0) if sign < 0 else (1 if sign > 0 and month <= now else 0)
    return "DATE", f"{year:04}-{month:02}"


def month_of(hit: Hit, setting: Setting) -> Meaning | None:
    """Read "June last year"."""
    month = hit.number("MONTH") or 1
    year = setting.anchor.year + signed(hit) if setting.anchor else None
    return "DATE", f"{year:04}-{month:02}" if year else f"XXXX-{month:02}"


def slashed(hit: Hit, _: Setting) -> Meaning | None:
    """Read "12/31/1999": month first, as American papers write, unless that cannot be."""
    first, second, year = (int(part) for part in (hit.get("SLASHED") or "1/1/1").split("/"))
    year += 0 if year > 99 else (1900 if year > 50 else 2000)
    month, day = (first, second) if first < 13 else (second, first)
    return ("DATE", f"{year:04}-{month:02}-{day:02}") if month < 13 and day < 32 else None


def year(hit: Hit, setting: Setting) -> Meaning | None:
    """A year by its figure, where it cannot be a count."""
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


def year_end(_: Hit, setting: Setting) -> Meaning | None:
    """Read "Year-end"."""
    return ("DATE", f"{setting.anchor.year:04}-12-31") if setting.anchor else ("DATE", "XXXX-12-31")


def season(hit: Hit, setting: Setting) -> Meaning | None:
    """A season of a year, or the one the clause means."""
    name, year = hit.get("SEASON") or "SU", hit.number("YEAR")
    if year is not None:
        return "DATE", days.season(year, name)
    if setting.upos == "VERB":
        return None
    if setting.anchor is None or (name in ("FA", "SP") and setting.after in ("of", "in", "to", "from")):
        return None
    sign = signed(hit) if hit.get("PAST", "THIS", "NEXT") is not None else setting.direction or -1
    plain = hit.get("PAST", "NEXT") is None
    year = setting.anchor.year
    if hit.get("THIS") is None:
        interval = days.days(days.season(year, name))
        begun = interval is not None and interval[0] <= setting.anchor
        over = interval is not None and interval[1] < setting.anchor
        year += -1 if sign < 0 and not (begun if plain else over) else 0
        year += 1 if sign > 0 and begun else 0
    return "DATE", days.season(year, name)


def quarter(hit: Hit, setting: Setting) -> Meaning | None:
    """A quarter of a year, or the latest so numbered."""
    number, year = hit.number("ORD") or 0, hit.number("YEAR")
    if not 1 <= number <= 4:
        return None
    if year is None and setting.anchor is None:
        return "DATE", f"XXXX-Q{number}"
    if year is None and setting.anchor:
        now = (setting.anchor.month + 2) // 3
        year = setting.anchor.year + signed(hit)
        if hit.get("PAST", "THIS", "NEXT") is None:
            ahead = setting.direction > 0 or (setting.direction == 0 and number - now == 1)
            year -= 1 if number > now and not ahead else 0
    return "DATE", f"{year:04}-Q{number}"


def quarter_this(_: Hit, setting: Setting) -> Meaning | None:
    """Read "The quarter" of business news: the one that ended last."""
    moved = days.shifted(setting.anchor, -1, "Q") if setting.anchor else None
    return ("DATE", days.value(moved, "Q")) if moved else None


def latest_period(hit: Hit, setting: Setting) -> Meaning | None:
    """Read "The latest period", "that quarter": the quarter told last."""
    if setting.quarter:
        return "DATE", setting.quarter
    return quarter_this(hit, setting)


def year_back(hit: Hit, setting: Setting) -> Meaning | None:
    """Read "The year-ago quarter", "year-earlier": the same quarter a year before."""
    number = hit.number("ORD")
    if setting.quarter:
        year, _, told = setting.quarter.partition("-Q")
        return "DATE", f"{int(year) - 1:04}-Q{number or told}"
    if setting.anchor is None:
        return "DATE", "PAST_REF"
    return "DATE", f"{setting.anchor.year - 1:04}" + (f"-Q{number}" if number and number < 5 else "")


def year_of_quarter(hit: Hit, setting: Setting) -> Meaning | None:
    """Read "The 1988 third quarter", and "the 1988 period" of a quarter told before."""
    number = hit.number("ORD") or (setting.quarter or "Q").partition("Q")[2]
    return "DATE", f"{hit.number('YEAR'):04}" + (f"-Q{number}" if number else "")


def half_of(hit: Hit, setting: Setting) -> Meaning | None:
    """A half of a year."""
    if decade := hit.get("DECADE"):
        return "DATE", decade
    year = hit.number("YEAR")
    if year is None and setting.anchor:
        year = setting.anchor.year + signed(hit)
    number = hit.number("ORD") or 2
    return ("DATE", f"{year:04}-H{number}") if year and number < 3 else None


def century(hit: Hit, _: Setting) -> Meaning | None:
    """Read "The 19th century" is value "18"."""
    number = hit.number("CENTURY", "ORD") or 0
    return ("DATE", f"{number - 1:02}") if 1 <= number <= 22 else None


def feast(hit: Hit, setting: Setting) -> Meaning | None:
    """A feast on a fixed day."""
    month, day = (hit.get("FEAST") or "12-25").split("-")
    chosen = nearest(setting, int(month), int(day))
    return "DATE", chosen.isoformat() if chosen else f"XXXX-{month}-{day}"
