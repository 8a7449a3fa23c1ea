"""
What is odd about the characters of a text: kept as given, told in a note.

Only two things are changed, since nothing could store or send them: lone surrogates and NUL become
U+FFFD, one character for one, so that offsets stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from sayso.acquire.tables import table
from sayso.records import Skipped

UNSTORABLE = re.compile("[\0\ud800-\udfff]")
CONTROLS = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
HIDDEN = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\U000e0001-\U000e007f]"
)
MIXED = re.compile("[A-Za-z][\u0370-\u052f]|[\u0370-\u052f][A-Za-z]")


def storable(text: str) -> tuple[str, tuple[Skipped, ...]]:
    """The text with what cannot be stored replaced, and a note if there was any."""
    if not UNSTORABLE.search(text):
        return text, ()
    fixed, lost = UNSTORABLE.subn("\ufffd", text)
    return fixed, (Skipped("characters", f"{lost} lone surrogates or NULs, each shown as U+FFFD"),)


def oddities(text: str) -> tuple[Skipped, ...]:
    """Notes on hidden characters, control characters, look-alike letters and mojibake, first place named."""
    found = (
        _seen(text, HIDDEN, "contains hidden characters", _codepoint),
        _seen(text, CONTROLS, "contains control characters", _codepoint),
        _seen(text, MIXED, "mixes Latin with Greek or Cyrillic letters inside a word", ascii),
        _mojibake(text),
    )
    return tuple(note for note in found if note)


def _seen(text: str, pattern: re.Pattern[str], what: str, show: Callable[[str], str]) -> Skipped | None:
    first = pattern.search(text)
    if first is None:
        return None
    count = sum(1 for _ in pattern.finditer(text))
    why = f"{what} ({count}, first {show(first[0])}); kept as given"
    return Skipped("characters", why, first.span())


def _mojibake(text: str) -> Skipped | None:
    if text.isascii():
        return None
    seen = {wrong: text.count(wrong) for wrong, _ in table("mojibake")}
    count = sum(seen.values())
    if not count:
        return None
    place = min(text.find(wrong) for wrong, times in seen.items() if times)
    why = f"looks like UTF-8 read as Windows-1252 in {count} places; kept as given"
    return Skipped("characters", why, (place, place + 1))


def _codepoint(character: str) -> str:
    return f"U+{ord(character):04X}"
