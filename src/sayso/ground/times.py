"""Time expressions of a report, tagged and normalised (TIMEX3 of ISO-TimeML)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from msgspec import Struct

from sayso.ground import days
from sayso.ground.page import FACTS, Page
from sayso.ground.pieces import Piece, pieces
from sayso.ground.rules import Hit, hits, tree
from sayso.ground.setting import Meaning, Setting
from sayso.ground.tense import direction, had_by_then
from sayso.ground.timex import meaning
from sayso.records import Time

_NEVER_DAYS = ("anchored",)
_NEAR = 600
"""Characters over which a quarter told before is held against "a year earlier"."""
_BACK = ("unit-ago", "day-earlier", "year-back", "year-back-quarter", "year-back-ordinal", "year-of-quarter")
_PLANNED = frozenset(
    ["set", "due", "scheduled", "slated", "planned", "expected", "early", "soon", "effective"]
)


class Look(Struct, frozen=True):
    """What the syntax says of an offset: direction of the clause, part of speech, an aside or not."""

    direction: int = 0
    upos: str = ""
    aside: bool = False


Looking = Callable[[int, str], Look]


def times(page: Page) -> tuple[Time, ...]:
    """
    Return the time expressions in the segments that tell facts, in text order.

    A value is resolved against the day of publication as the outlet wrote it, or against the day in
    focus; without either it keeps its unknown parts as "X" and covers no days.
    """
    found: list[Time] = []
    focus: date | None = None
    for segment in page.annotated.segments:
        if segment.kind not in FACTS:
            continue
        here = (segment.start, segment.end)
        told, focus = scan(page.text, *here, page.day, focus, looking(page), found)
        found.extend(told)
    return tuple(found)


def scan(
    text: str,
    start: int,
    end: int,
    anchor: date | None,
    focus: date | None,
    looking: Looking,
    earlier: Sequence[Time] = (),
) -> tuple[list[Time], date | None]:
    """
    Tag `text[start:end]`; return the expressions and the day that is in focus after them. `earlier` are
    the expressions in front of it.
    """
    found: list[Time] = []
    begun = _quarter(earlier, start)
    cut = pieces(text, start, end)
    edges = tree().edges
    at = 0
    while at < len(cut):
        piece = cut[at]
        if piece.lower not in edges and not any(name in edges for name in piece.classes):
            at += 1
            continue
        setting = Setting(anchor, focus, 0, quarter=_quarter(found, piece.start) or begun)
        time, at, aside = _best(cut, at, setting, looking)
        if time is not None:
            found.append(time)
            focus = focus if aside and focus else _focus(time) or focus
    return found, focus


def _best(cut: list[Piece], at: int, setting: Setting, looking: Looking) -> tuple[Time | None, int, bool]:
    """The first reading of the pieces from `at` on that holds, where to go on, and whether it is an aside."""
    for hit in hits(cut, at):
        if hit.rule.action == "nothing":
            return None, hit.last, False
        if cut[hit.first].lower in ",.-":
            continue
        setting.before = cut[hit.first - 1].lower if hit.first else ""
        setting.after = cut[hit.last].lower if hit.last < len(cut) else ""
        setting.last = cut[hit.last - 1].lower
        look = looking(cut[hit.last - 1].start, setting.before)
        setting.upos = look.upos
        ahead = setting.before == "effective" or (hit.first > 1 and cut[hit.first - 2].lower in _PLANNED)
        setting.direction = 1 if ahead else look.direction
        told = meaning(hit, setting)
        if told is not None:
            return _time(cut, hit, told), hit.last, look.aside
    return None, at + 1, False


def _time(cut: list[Piece], hit: Hit, told: Meaning) -> Time:
    # "A day after" something is told by that: the word that leads it in is none of the length.
    leading = told[0] == "DURATION" and hit.rule.action.startswith("offset")
    span = (cut[hit.first].start, cut[hit.last - 1 - leading].end)
    interval = None if hit.rule.action in _NEVER_DAYS else days.iso(days.days(told[1]))
    return Time(span, told[0], told[1], interval if told[0] in ("DATE", "TIME") else None, hit.rule.name)


def _quarter(found: Sequence[Time], at: int) -> str | None:
    """The quarter told last, not too far in front of a character."""
    for time in reversed(found):
        if time.span[1] < at - _NEAR:
            return None
        if "-Q" in time.value and time.value[:1].isdigit() and time.rule not in _BACK:
            return time.value
    return None


def _focus(time: Time) -> date | None:
    """The day a later "two days later" counts from: only a full day sets it."""
    if time.days is None or time.days[0] != time.days[1]:
        return None
    return date.fromisoformat(time.days[0])


def looking(page: Page) -> Looking:
    """Directions from syntax, with the prepositions that settle or tip it."""

    def look(offset: int, before: str) -> Look:
        number = page.at(offset)
        if number is None:
            return Look()
        told = direction(page, number)
        aside = any(page.deprel(step) == "acl" for step in page.climb(number))
        if before == "since":
            told = -1
        if before in ("by", "until", "till", "within") and not had_by_then(page, number, before):
            told = 1
        return Look(told, page.words[number].upos, aside)

    return look
