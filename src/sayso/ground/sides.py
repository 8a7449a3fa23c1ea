"""Several parties under one noun: "the two neighbours", "the three governments", "both sides"."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sayso.ground.phrases import Mention, PlacedPhrase

if TYPE_CHECKING:
    from sayso.ground.cast import Cast

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
    if sector is None or not count or not ({"the", "these", "those", "both"} & set(words)):
        return None
    seen: Counter[str] = Counter()
    for mention in cast.before(head):
        seen.update(code.partition(" ")[0] for code in mention.codes if not code.startswith("IGO"))
    if len(seen) < count:
        return None
    lands = sorted(land for land, _ in seen.most_common(count))
    codes = tuple(f"{land} {sector}" for land in lands)
    return cast.mention(phrase, codes, " and ".join(lands), "the parties spoken of most", "country")
