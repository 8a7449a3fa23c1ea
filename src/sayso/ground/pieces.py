"""Text cut for time expressions: words, figures and marks, each with the classes it belongs to."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from sayso.ground import tables

_PIECE = re.compile(
    r"""
      (?P<CLOCK>\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.m\.|\s?[ap]m\b)? | \d{1,2}\s?(?:[ap]\.m\.|[ap]m\b))
    | (?P<ISODAY>\d{4}-\d\d-\d\d(?![-\d]))
    | (?P<SLASHED>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/]))
    | (?P<DECADE>(?:1\d|20)\d0s\b | ['’]\d0s\b)
    | (?P<TENS>[2-9]0s\b)
    | (?P<ORDNUM>\d{1,4}(?:st|nd|rd|th)\b)
    | (?P<FIGURE>\d{1,3}(?:,\d{3})+(?:\.\d+)? | \d+[ -]1/2(?![\d/]) | \d+(?:\.\d+)?)
    | (?P<WORD>[^\W\d_]+)
    | (?P<MARK>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SMALL = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|nineteen"
)
_UNITS = {word: value for value, word in enumerate(tables.listed(_SMALL))}
_TENS = {
    word: value
    for value, word in zip(
        range(20, 100, 10),
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
        strict=True,
    )
}
_SCALES = {"hundred": 100, "thousand": 1000}


class Piece(Struct):
    """A stretch of text; `classes` maps a class to its value, `lower` is the word itself."""

    start: int
    end: int
    lower: str
    classes: dict[str, str]


@cache
def vocabulary() -> dict[str, tuple[tuple[str, str, bool], ...]]:
    """Return for each time word its classes: name, value, and whether it needs a capital."""
    found: dict[str, list[tuple[str, str, bool]]] = {}
    for row in tables.rows("time_words"):
        entry = (row["class"], row["value"], row["when"] == "cap")
        found.setdefault(row["word"], []).append(entry)
    return {word: tuple(entries) for word, entries in found.items()}


def pieces(text: str, start: int, end: int) -> list[Piece]:
    """Cut `text[start:end]`; number words that belong together come out as one piece."""
    found: list[Piece] = []
    words = vocabulary()
    for match in _PIECE.finditer(text, start, end):
        token, kind = match.group(), match.lastgroup or "MARK"
        lower = token.lower()
        if kind == "WORD":
            classes = _word(token, lower, words)
            if lower in ("least", "most", "than", "to") and found and f"{found[-1].lower} {lower}" in words:
                last = found.pop()
                found.append(Piece(last.start, match.end(), f"{last.lower} {lower}", {"APPROX": ""}))
                continue
        elif kind == "MARK":
            lower, classes = lower.replace("’", "'").replace("–", "-"), {}
        else:
            classes = _figure(kind, lower)
        found.append(Piece(match.start(), match.end(), lower, classes))
    return _merged(found)


def _word(token: str, lower: str, words: dict[str, tuple[tuple[str, str, bool], ...]]) -> dict[str, str]:
    entries = words.get(lower)
    if entries:
        capital = token[0].isupper()
        return {name: value for name, value, needs in entries if capital or not needs}
    if lower in _UNITS or lower in _TENS or lower in _SCALES:
        return {"NUM": ""}
    return {}


def _figure(kind: str, lower: str) -> dict[str, str]:
    """The classes of a token that begins with a digit (or is a decade)."""
    if kind == "CLOCK":
        return {"CLOCK": clock(lower)}
    if kind == "DECADE":
        digits = lower.strip("'’s")
        return {"DECADE": digits[:3] if len(digits) == 4 else "19" + digits[0]}
    if kind == "TENS":
        return {"TENS": "19" + lower[0]}
    if kind == "ORDNUM":
        number = int(lower[:-2])
        classes = {"ORD": str(number), "CENTURY": str(number)}
        return classes | ({"ORDNUM": str(number)} if 0 < number < 32 else {})
    if kind != "FIGURE":
        return {kind: lower}
    plain = lower.replace(",", "").replace(" 1/2", ".5").replace("-1/2", ".5")
    classes = {"NUM": plain}
    if plain == lower and plain.isdigit():
        if len(plain) == 4 and int(plain[:2]) < 25 and int(plain[2:]) < 60:
            classes["HOURS"] = f"{plain[:2]}:{plain[2:]}"
        if len(plain) == 4 and 1000 <= int(plain) <= 2100:
            classes["YEAR"] = plain
        if len(plain) < 3 and 0 < int(plain) < 32:
            classes["DAY"] = plain
    return classes


def clock(lower: str) -> str:
    """A time of day as "HH:MM", from "10:30", "6 a.m." or "4:05pm"."""
    figures = re.findall(r"\d+", lower)
    hour, minute = int(figures[0]) % 24, figures[1] if len(figures) > 1 else "00"
    if "p" in lower and hour < 12:
        hour += 12
    if "a" in lower and hour == 12:
        hour = 0
    return f"{hour:02}:{minute}"


def _merged(found: list[Piece]) -> list[Piece]:
    """Join runs of number words ("twenty-five", "nineteen ninety-seven") and give them their value."""
    out: list[Piece] = []
    at = 0
    while at < len(found):
        if found[at].classes.get("NUM") != "":
            out.append(found[at])
            at += 1
            continue
        last = at + 1
        while last < len(found):
            if found[last].classes.get("NUM") == "":
                last += 1
            elif found[last].lower in ("-", "and") and last + 1 < len(found) and _joins(found, last):
                last += 2
            else:
                break
        out.append(_number(found[at:last]))
        at = last
    return out


def _joins(found: list[Piece], at: int) -> bool:
    """Does the mark at `at` stand inside a number? "twenty-five", "two hundred and six", not "three-and"."""
    if found[at + 1].classes.get("NUM") != "":
        return False
    before = found[at - 1].lower
    return before in _TENS if found[at].lower == "-" else before in _SCALES


def _number(run: list[Piece]) -> Piece:
    words = [piece.lower for piece in run if piece.lower not in ("-", "and")]
    value = _year(words)
    classes = {"YEAR": str(value), "NUM": str(value)} if value else {"NUM": str(_sum(words))}
    return Piece(run[0].start, run[-1].end, " ".join(words), classes)


def _year(words: list[str]) -> int | None:
    """A spoken year, "nineteen ninety-seven" or "two thousand"."""
    if words[0] in ("seventeen", "eighteen", "nineteen", "twenty") and len(words) in (2, 3):
        tail = _sum(words[1:])
        if 9 < tail < 100 and words[1] not in _SCALES:
            return _UNITS.get(words[0], 20) * 100 + tail
    if words[:2] == ["two", "thousand"]:
        return 2000 + _sum(words[2:])
    return None


def _sum(words: list[str]) -> int:
    total = current = 0
    for word in words:
        if word in _SCALES:
            current = max(current, 1) * _SCALES[word]
            if word == "thousand":
                total, current = total + current, 0
        else:
            current += _UNITS.get(word, _TENS.get(word, 0))
    return total + current
