"""What stands in front of "after", "before", "of": how long, which part, by when at the latest."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from sayso.ground import tables
from sayso.ground.page import Page
from sayso.ground.pieces import pieces, vocabulary

_UNITS = {
    **dict.fromkeys(("second", "minute", "hour", "moment"), "H"),
    **dict.fromkeys(("day", "night", "morning", "evening", "afternoon", "eve"), "D"),
    "week": "W", "fortnight": "2W", "month": "M", "year": "Y", "decade": "DE", "weekend": "D",
}  # fmt: skip
_LAST = frozenset(("last", "final", "closing", "waning", "dying", "remaining"))
_FIRST = frozenset(("first", "early", "opening", "initial"))
_SOON = frozenset(("shortly", "soon", "immediately", "right", "just", "directly"))
_VAGUE = frozenset(("several", "few", "many", "some", "couple", "of"))
_AROUND = tables.words("anchor-leads")
_ORDINALS = {
    word: number
    for number, word in enumerate(
        tables.listed("first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"), start=1
    )
}
_POINTING = frozenset(("this", "next", "coming", "each", "every", "that", "past", "previous"))
_LIMITS = frozenset(("within", "by"))


class Lead(Struct, frozen=True):
    """
    Words `[first, ...)` in front of a signal. `count` units (None where vague: "the weeks"), `unit` as in
    durations, "" where no length is told; `part` "first", "last" or ""; `limit` where it only bounds;
    `whole` where the days in between are meant ("the two days after"), not the last of them; `nth` in "the
    third day of"; `weekday` 1 to 7 in "the Sunday after", 6 for the weekend.
    """

    first: int
    count: float | None = None
    unit: str = ""
    part: str = ""
    limit: bool = False
    whole: bool = False
    eve: bool = False
    nth: int = 0
    weekday: int = 0


def lead(page: Page, signal: int, start: int) -> Lead:
    """The lead of the signal at word `signal`; no further back than word `start`."""
    at = signal
    while at > start and _leads(page, at - 1):
        at -= 1
    words = page.lowers[at:signal]
    if _is_own(words, page.lowers[at - 1] if at > start else ""):
        return Lead(signal)  # "this week, after the talks": a day of its own
    if (day := _weekday(page, signal)) and words[:-1] and words[-2] in ("the", "next"):
        return Lead(at, 1, "D", weekday=day)
    unit = next((name for word in reversed(words) if (name := _unit(word))), "")
    if not unit:
        soon = next((k for k, word in enumerate(words) if word in _SOON), None)
        return Lead(at + soon, None, "D") if soon is not None else Lead(signal)
    counts = [number for k in range(at, signal) if (number := _number(page, k)) is not None]
    several = any(_unit(word) and word.endswith("s") for word in words)
    nth = next((_ORDINALS[word] for word in words[:-1] if word in _ORDINALS), 0) if not several else 0
    if nth and not counts:
        return Lead(at, nth, unit, nth=nth)
    limit = bool(_LIMITS & set(words)) or ("later" in words and "no" in words)
    return Lead(
        at,
        None if not counts and (several or _VAGUE & set(words)) else counts[-1] if counts else 1,
        unit,
        "last" if _LAST & set(words) else "first" if _FIRST & set(words) else "",
        limit,
        "for" in words or ("the" in words[:2] and (several or unit in ("W", "M", "Y"))),
        "eve" in words,
    )


def _is_own(words: list[str], before: str) -> bool:
    """ "Last week", "this week": a time that does not hang on what follows."""
    return before in _POINTING or ("last" in words and "the" not in words)


def _leads(page: Page, number: int) -> bool:
    word = page.lowers[number]
    known = word in _AROUND or word in _LAST or word in _FIRST or word in _SOON or word in _VAGUE
    known = known or word in _ORDINALS or bool(_weekday(page, number + 1))
    return known or bool(_unit(word)) or _number(page, number) is not None


def _weekday(page: Page, behind: int) -> int:
    """The day of the week in front of a word, 6 for a weekend; 0 where there is none."""
    word = page.lowers[behind - 1] if behind else ""
    if word == "weekend":
        return 6
    classes = vocabulary().get(word, ())
    return next((int(value) for name, value, _ in classes if name == "WEEKDAY"), 0)


def _unit(word: str) -> str:
    return _UNITS.get(word) or _UNITS.get(word.removesuffix("s"), "")


def _number(page: Page, number: int) -> float | None:
    """A count of up to 999, in figures or in one word."""
    word = page.words[number]
    if word.upos != "NUM" and not word.text[:1].isdigit():
        return None
    found = pieces(page.text, word.start, word.end)
    told = found[0].classes.get("NUM", "") if len(found) == 1 else ""
    return float(told) if told and float(told) < 1000 else None


Signal = tuple[tuple[str, ...], str, str]


@cache
def signals() -> dict[str, tuple[Signal, ...]]:
    """The signals of `data/signals.tsv` by first word, longest first: words, relation, what they need."""
    out: dict[str, list[Signal]] = {}
    for row in tables.rows("signals"):
        words = tuple(row["words"].split())
        out.setdefault(words[0], []).append((words, row["relation"], row["needs"]))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in out.items()}
