"""What a matched time expression means: which reader an action of the rule table stands for."""

from __future__ import annotations

from collections.abc import Callable

from sayso.ground import dates, lengths, relative
from sayso.ground.rules import Hit
from sayso.ground.setting import Meaning, Setting, lasting


def meaning(hit: Hit, setting: Setting) -> Meaning | None:
    """Type and value, or None where the words are no time expression after all."""
    action = ACTIONS.get(hit.rule.action)
    try:
        return action(hit, setting) if action else None
    except OverflowError:
        return None  # a day before the year 1 or after 9999


ACTIONS: dict[str, Callable[[Hit, Setting], Meaning | None]] = {
    "iso": lambda hit, _: ("DATE", hit.get("ISODAY") or ""),
    "slashed": dates.slashed,
    "date": dates.date_of,
    "month": dates.month,
    "month-named": dates.month_named,
    "month-of": dates.month_of,
    "weekday": relative.weekday,
    "weekday-focus": relative.weekday_focus,
    "weekday-week": relative.weekday_week,
    "clock": relative.clock,
    "deictic": relative.deictic,
    "deictic-far": relative.deictic_far,
    "tonight": relative.tonight,
    "overnight": relative.tonight,
    "part": relative.part_of_day,
    "part-focus": relative.part_focus,
    "part-that": relative.part_focus,
    "same": relative.same,
    "same-back": relative.same_back,
    "after-focus": relative.after_focus,
    "before-focus": relative.after_focus,
    "after-focus-part": relative.after_focus_part,
    "offset": relative.offset,
    "offset-one": relative.offset,
    "ago": relative.ago,
    "relative": relative.relative,
    "relative-this": relative.relative,
    "weekend": relative.weekend,
    "year": dates.year,
    "year-open": dates.year,
    "year-end": dates.year_end,
    "season": dates.season,
    "decade-bare": lambda hit, _: ("DATE", hit.get("TENS") or ""),
    "decade-word": lambda hit, _: ("DATE", hit.get("TENTIES") or ""),
    "decade": lambda hit, _: ("DATE", hit.get("DECADE") or ""),
    "century": dates.century,
    "quarter": dates.quarter,
    "quarter-this": dates.quarter_this,
    "latest-period": dates.latest_period,
    "year-back": dates.year_back,
    "year-of-quarter": dates.year_of_quarter,
    "half": dates.half_of,
    "whole-year": lambda *_: ("DURATION", "P1Y"),
    "the-unit": relative.the_unit,
    "recent": lengths.recent,
    "duration": lengths.duration,
    "duration-to": lengths.duration_to,
    "duration-vague": lengths.duration_vague,
    "duration-bare": lengths.duration_bare,
    "anchored": lengths.anchored,
    "set": lengths.every,
    "set-weekday": lengths.set_weekday,
    "set-day": lambda hit, _: ("SET", f"XXXX-XX-XXT{hit.get('DAYPART')}"),
    "set-weekend": lambda *_: ("SET", "XXXX-WXX-WE"),
    "set-month": lambda hit, _: ("SET", f"XXXX-{hit.number('MONTH'):02}"),
    "set-freq": lengths.frequency,
    "set-times": lambda hit, _: ("SET", lasting("1", hit.get("UNIT") or "D")),
    "ref": lengths.reference,
    "present-ref": lambda *_: ("DATE", "PRESENT_REF"),
    "future-ref": lambda *_: ("DATE", "FUTURE_REF"),
    "past-ref": lambda *_: ("DATE", "PAST_REF"),
    "feast": dates.feast,
}
