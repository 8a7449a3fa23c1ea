"""Several parties under one noun: "the two neighbours", "the three governments", "both sides"."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sayso.ground.phrases import Mention, PlacedPhrase, coded

if TYPE_CHECKING:
    from sayso.ground.cast import Cast

_LANDS = frozenset(("country", "state", "nation", "government"))
_PAIR = 2
_BACK = 2
"""Sentences, this one included, in which the countries that are meant are looked for first."""
_SIDES = frozenset(("side", "party"))
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NOUNS = {
    "neighbour": "GOV",
    "neighbor": "GOV",
    "ally": "GOV",
    "side": "GOV",
    "country": "GOV",
    "government": "GOV",
    "state": "GOV",
    "nation": "GOV",
    "leader": "GOV",
    "power": "GOV",
    "capital": "GOV",
    "rival": "GOV",
    "party": "GOV",
    "minister": "GOV",
    "president": "GOV",
    "army": "MIL",
    "navy": "MIL",
    "military": "MIL",
}


def sides(cast: Cast, phrase: PlacedPhrase) -> Mention | None:
    """The countries a numbered noun stands for: those the report has spoken of most so far, in text order."""
    page, head = cast.page, phrase.head
    sector = _NOUNS.get(page.words[head].lemma.lower())
    words = [page.lowers[k] for k in phrase.core]
    count = next((_NUMBERS[word] for word in words if word in _NUMBERS), 0)
    if not count and "all" in words and page.words[head].lemma.lower() in _SIDES:
        count = _PAIR  # "all parties": of most quarrels there are two
    if page.words[head].upos == "NUM":
        sector, count = "GOV", _NUMBERS.get(page.lowers[head], 0)
    listed = _listed(cast, count) if sector and count > _PAIR else ()
    if listed:
        codes = tuple(f"{land} {sector}" for land in listed)
        return cast.mention(phrase, codes, " and ".join(listed), "the countries listed", "country")
    if sector is None or not count:
        return None
    if not {"the", "these", "those", "both", "all"} & set(words):
        bare = page.words[head].lemma.lower() in _LANDS and phrase.naming("adjective", "country") is None
        why = "countries that are not named"
        return cast.mention(phrase, (coded(None, sector),), words[-1], why, "country") if bare else None
    lands = _near(cast, head, count)
    if not lands:
        return None
    codes = tuple(f"{land} {sector}" for land in lands)
    return cast.mention(phrase, codes, " and ".join(lands), "the parties spoken of most", "country")


def _near(cast: Cast, head: int, count: int) -> list[str]:
    """So many countries: those of this sentence or one just before it, else those spoken of most so far."""
    line = cast.page.words[head].sentence
    for back in range(_BACK):
        close = cast.lands(line - back, head)
        if len(close) == count:
            return sorted(close)
    seen: Counter[str] = Counter()
    for mention in cast.before(head):
        told = (code for code in mention.codes if not code.startswith("IGO") and not code.endswith(" MED"))
        seen.update(code.partition(" ")[0] for code in told)  # an agency is no party to what it tells
    return sorted(land for land, _ in seen.most_common(count)) if len(seen) >= count else []


def _listed(cast: Cast, count: int) -> tuple[str, ...]:
    """The countries of the one list of so many in the report: "Saudi Arabia, the Emirates and Bahrain"."""
    lists = {lands for lands in cast.lists if len(lands) == count}
    return lists.pop() if len(lists) == 1 else ()
