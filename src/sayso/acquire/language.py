"""
Which language a report is in: by its script, then by the function words and letters it uses.

Made for whole reports. A line too short to tell is taken for what it is declared to be, or for the
commonest language of its script.
"""

from __future__ import annotations

import functools
import re
from collections import Counter

from msgspec import Struct

from sayso.acquire.tables import table
from sayso.records import Skipped

MOSTLY = 0.9  # a text with this share of ASCII is in Latin letters, whatever its quotation marks are
SAMPLE = 8_000
# By what parts words, not by what is a letter: the vowel signs of Indian scripts are none.
WORD = re.compile(r"[^\s\d.,;:!?\"'()\[\]/…“”„‘’«»‹›–—،؛؟۔।-]+")
ENOUGH_WORDS = 3
LEAD = 1.25
CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})?")


class Profile(Struct, frozen=True):
    """What one language is known by."""

    language: str
    words: frozenset[str]
    letters: frozenset[str]


class Guess(Struct, frozen=True):
    """A language code and whether the text itself says so."""

    language: str
    sure: bool


def language(text: str, declared: str | None = None) -> tuple[str, tuple[Skipped, ...]]:
    """
    The ISO 639-1 code of the text.

    Where the text speaks clearly against what was declared, the text is believed, with a note.
    """
    guess = guessed(text)
    told = code(declared)
    if told is None:
        return guess.language, ()
    if not guess.sure or told == guess.language:
        return told, ()
    why = f"declared {told}, reads as {guess.language}; taken as {guess.language}"
    return guess.language, (Skipped("language", why),)


def code(declared: str | None) -> str | None:
    """ "en-GB" as "en"; None for what is no language code."""
    if not declared or not CODE.fullmatch(declared.strip()):
        return None
    return re.split("[-_]", declared.strip().lower())[0]


def guessed(text: str) -> Guess:
    """The language the text itself tells."""
    sample = text[:SAMPLE]
    script, default = _script(sample)
    profiles = _profiles().get(script, ())
    if not profiles:
        return Guess(default, script != "Latin")
    scores = sorted(((_score(sample, profile), profile.language) for profile in profiles), reverse=True)
    best, second = scores[0], scores[1]
    if best[1] != default and _different(sample, best[1], profiles) < ENOUGH_WORDS:
        return Guess(default, script != "Latin")
    if best[0] >= ENOUGH_WORDS and best[0] > LEAD * second[0]:
        return Guess(best[1], sure=True)
    # Kin such as Danish and Norwegian are told apart by little; English has no such kin.
    near = best[0] >= ENOUGH_WORDS and "en" not in (best[1], second[1])
    return Guess(best[1] if near else default, sure=near or script != "Latin")


def _score(sample: str, profile: Profile) -> int:
    counts = _counts(sample)
    return sum(counts[word] for word in profile.words) + sum(
        sample.count(letter) for letter in profile.letters
    )


def _different(sample: str, name: str, profiles: tuple[Profile, ...]) -> int:
    """
    How many different words speak for a language, a letter of its own counting as enough: "to ... to ...
    to" is one word that English and Slovak share, and tells nothing.
    """
    counts = _counts(sample)
    mine = next(profile for profile in profiles if profile.language == name)
    letters = sum(letter in sample for letter in mine.letters)
    return sum(word in counts for word in mine.words) + ENOUGH_WORDS * letters


@functools.lru_cache(maxsize=1)
def _counts(sample: str) -> Counter[str]:
    return Counter(WORD.findall(sample.lower()))


def _script(sample: str) -> tuple[str, str]:
    """The script most letters are in, and its usual language; kana among Han is Japanese."""
    if len(sample.encode("ascii", "ignore")) > MOSTLY * len(sample):
        return "Latin", "en"
    seen = {name: sum(map(len, pattern.findall(sample))) for name, _, pattern in _scripts()}
    if seen["Kana"] * 10 > seen["Han"] > 0:
        seen["Kana"] += seen["Han"]
    best = max(seen, key=lambda name: seen[name])
    return next((name, default) for name, default, _ in _scripts() if name == best)


@functools.cache
def _scripts() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple((name, default, _runs(ranges)) for name, ranges, default in table("scripts"))


def _runs(ranges: str) -> re.Pattern[str]:
    pairs = (pair.split("-") for pair in ranges.split())
    inside = "".join(f"{chr(int(first, 16))}-{chr(int(last, 16))}" for first, last in pairs)
    return re.compile(f"[{inside}]+")


@functools.cache
def _profiles() -> dict[str, tuple[Profile, ...]]:
    found: dict[str, tuple[Profile, ...]] = {}
    for name, script, words, letters in table("stopwords"):
        profile = Profile(name, frozenset(words.split()), frozenset(letters))
        found[script] = (*found.get(script, ()), profile)
    return found
