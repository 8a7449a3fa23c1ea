"""Which country a report is about where it does not say: "the government", "police", "the rebels"."""

from __future__ import annotations

from collections import Counter

from sayso.ground.names import Found, Name
from sayso.ground.offices import RULERS, rank
from sayso.ground.page import Page

_KINDS = ("country", "adjective", "people", "capital", "place")
_WITHIN = ("in", "near", "outside", "inside", "across", "around", "throughout")
_OPENING = 2
"""Words from the start of a sentence within which a place sets the scene."""
_WEIGHT = {"dateline": 4, "title": 2, "deck": 2}


class Focus:
    """The countries named in a report, by where they stand."""

    def __init__(self, page: Page, found: list[Found]) -> None:
        self._page = page
        self._told: list[tuple[int, str]] = []
        self._spoken: list[tuple[int, str]] = []
        counts: Counter[str] = Counter()
        day = page.day.isoformat() if page.day else ""
        self.dateline: str | None = None
        for name in found:
            country = country_of(name.of(*_KINDS, "seat", "organisation") or _ruler(name, day))
            if country is None:
                continue
            firm = (name.of(*_KINDS) or name.names[0]).code.endswith((" BUS", " MED"))  # "wrote on Twitter"
            if name.of("seat") is None and not firm:  # other capitals have a White House, too
                self._spoken.append((name.first, country))
            if name.of("country", "capital", "place", "seat") is not None:
                self._told.append((name.first, country))
            kind = page.kind(name.first)
            first = kind == "dateline" and self.dateline is not None
            counts[country] += 0 if first else _WEIGHT.get(kind, 1)
            if kind == "dateline" and self.dateline is None:
                self.dateline = country
        main = min(counts, key=lambda code: (-counts[code], code)) if counts else None
        # The dateline's country, if the report goes on to speak of it; else the one named most.
        told = counts[self.dateline] - _WEIGHT["dateline"] if self.dateline else 0
        spoken = told > 0 and main is not None and 3 * told >= counts[main]
        self.scene = self.dateline if spoken or main is None else main

    def near(self, number: int, sector: str) -> str | None:
        """
        The country meant at a word: for a government, a court or a paper the one named last in the same
        sentence before it, for everybody else the one the report is about.
        """
        if sector in ("GOV", "JUD", "LEG", "SPY", "MED"):
            sentence = self._page.sentences[self._page.words[number].sentence]
            close = [code for at, code in self._told if sentence.first <= at < number]
            if close:
                return close[-1]
        return self._on_site(number) or self._around(number) or self.scene

    def _around(self, number: int) -> str | None:
        """
        The country that a paragraph is set in up to a word: that of a place it opens with ("In Santiago"),
        else the only one its earlier sentences speak of; None where they speak of the report's own.
        """
        page, words = self._page, self._page.words
        line = words[number].sentence
        segment = page.sentences[line].segment
        told = [
            (at, code)
            for at, code in self._spoken
            if at < number and page.sentences[words[at].sentence].segment == segment
        ]
        if self.scene in {code for _, code in told}:
            return None
        for at, code in reversed(told):
            opening = at - page.sentences[words[at].sentence].first <= _OPENING
            if opening and page.lowers[at - 1] in _WITHIN:
                return code
        lands = {code for at, code in told if words[at].sentence < line}
        return lands.pop() if len(lands) == 1 else None

    def _on_site(self, number: int) -> str | None:
        """The country of the places a sentence is set in: "a bomber killed 12 people in Kabul"."""
        sentence = self._page.sentences[self._page.words[number].sentence]
        sites = {
            code
            for at, code in self._told
            if sentence.first < at < sentence.last
            and self._page.lowers[at - 1] in _WITHIN
            and self._page.lowers[at + 1 : at + 2] not in (["'s"], ["’s"])
        }
        return sites.pop() if len(sites) == 1 else None


def _ruler(found: Found, day: str) -> Name | None:
    """A person in office on the day; by the family name alone only one who rules."""
    rows = [name for name in found.names if name.kind == "person" and (not day or name.holds(day))]
    whole = found.last - found.first > 1
    return next((row for row in rows if whole or rank(row) == RULERS), None)


def country_of(name: Name | None) -> str | None:
    """The ISO3 country of a row, None for world bodies and what lies in several."""
    if name is None:
        return None
    code = name.code.partition(" ")[0]
    return code if len(code) == 3 and code not in ("---", "IGO") else None
