"""The actors of one report, read from top to bottom: names taught once hold for the rest of it."""

from __future__ import annotations

from sayso.ground import agents
from sayso.ground.focus import Focus, country_of
from sayso.ground.makers import put_out
from sayso.ground.named import (
    UNION,
    apposed,
    counted,
    known,
    named,
    nation,
    outlet,
    people,
    territory,
    titled,
)
from sayso.ground.names import Found, surname
from sayso.ground.offices import seat
from sayso.ground.page import Page
from sayso.ground.phrases import UNKNOWN, Mention, PlacedPhrase
from sayso.ground.pronouns import antecedent
from sayso.ground.roles import role
from sayso.ground.sides import sides

# Owners of owners of owners: nobody writes that deep, and a broken parse must not exhaust the stack.
_DEEP = 40
# So many mentions back is far enough for "the minister".
_BACK = 300
_PARTS = ("compound", "flat", "nummod", "amod", "det", "case", "punct", "fixed", "goeswith")
_PAIR = 2
_LANDS = ("country", "adjective", "capital", "people", "place", "person", "seat")
_BETWEEN = frozenset((",", "and", "the", "&"))
_HEADS = ("NOUN", "PROPN", "PRON", "NUM", "DET", "X", "ADJ")


class Cast:
    """Mentions by the head of their phrase; `learned` maps a name taught by the report to its mention."""

    def __init__(
        self,
        page: Page,
        found: list[Found],
        speakers: dict[int, int] | None = None,
        near: tuple[str, ...] = (),
    ) -> None:
        self.page = page
        self.focus = Focus(page, found)
        self.near = near or ((self.focus.scene,) if self.focus.scene else ())
        self.learned: dict[str, Mention] = {}
        self.mentions: list[Mention] = []
        self._speakers = speakers or {}
        self.day = page.day.isoformat() if page.day else ""
        self._memo: dict[int, Mention | None] = {}
        self._busy: set[int] = set()
        self._spots: dict[int, Found] = {}
        self._by_sentence: dict[int, list[Found]] = {}
        for name in found:
            self._by_sentence.setdefault(page.words[name.first].sentence, []).append(name)
            for number in range(name.first, name.last):
                self._spots[number] = name
        self.lists = _lists(page, found)
        self.spoken = _spoken(found) | set(near)
        for number in range(len(page.words)):
            if self._heads(number):
                self.at(number)

    def _heads(self, number: int) -> bool:
        word = self.page.words[number]
        if word.upos not in ("NOUN", "PROPN", "PRON"):
            return (
                number in self._spots and word.text[:1].isupper() and self.page.deprel(number) not in _PARTS
            )
        return self.page.deprel(number) not in _PARTS and word.deprel != "nmod:desc"

    def at(self, number: int) -> Mention | None:
        """The mention whose phrase has this head, or None."""
        if number in self._memo:
            return self._memo[number]
        known = number in self._spots or self.page.words[number].upos in _HEADS
        if number in self._busy or not known or len(self._busy) > _DEEP:
            return None
        self._busy.add(number)
        mention = self._read(number)
        self._busy.discard(number)
        self._memo[number] = mention
        if mention is not None:
            self.mentions.append(mention)
        return mention

    def phrase(self, head: int) -> PlacedPhrase:
        """The noun phrase around a head, with the names in it."""
        sentence = self.page.words[head].sentence
        return PlacedPhrase(self.page, head, self._by_sentence.get(sentence, []), self._spots)

    def _read(self, head: int) -> Mention | None:
        word = self.page.words[head]
        if word.upos in ("PRON", "DET") and head not in self._spots:
            return self._pronoun(head)
        phrase = self.phrase(head)
        mention = (
            named(self, phrase)
            or sides(self, phrase)
            or titled(self, phrase)
            or counted(self, phrase)
            or put_out(self, phrase)
            or territory(self, phrase)
            or nation(self, phrase)
            or role(self, phrase)
            or people(self, phrase)
            or known(self, phrase)
            or apposed(self, phrase)
            or outlet(self, phrase)
        )
        if mention is not None:
            self._learn(phrase, mention)
        return mention

    def spot(self, number: int) -> Found | None:
        """The name of the tables that covers a word."""
        return self._spots.get(number)

    def lands(self, line: int, until: int) -> set[str]:
        """The countries that the names of a sentence are of, in front of a word."""
        told = [name for name in self._by_sentence.get(line, ()) if name.last <= until]
        if self.speaks_of(UNION[1]):
            told = [name for name in told if not any(row.name == UNION[0] for row in name.names)]
        found = (country_of(name.of(*_LANDS)) for name in told)
        return {land for land in found if land is not None}

    def speaks_of(self, code: str) -> bool:
        """Does a name in the report stand for a body of this code?"""
        return any(name.code == code for found in self._spots.values() for name in found.names)

    def before(self, head: int) -> list[Mention]:
        """Earlier mentions with a known actor, nearest first."""
        return [
            m
            for m in reversed(self.mentions[-_BACK:])
            if m.last <= head and not m.codes[0].startswith(UNKNOWN)
        ]

    def marked(self, phrase: PlacedPhrase) -> bool:
        """Does the phrase point back: "the", "this", "its", or a time for an owner ("Friday's report")?"""
        first = self.page.lowers[phrase.core[0]] if phrase.core else ""
        if phrase.owner is not None and self.at(phrase.owner) is None:
            return True
        return first in ("the", "this", "that", "these", "those", "its", "their")

    def apposition(self, phrase: PlacedPhrase) -> Mention | None:
        """The actor of an apposition, if it is one."""
        for child in self.page.kids(phrase.head, "appos"):
            other = self.at(child)
            if other is not None:
                return other
        return None

    def _pronoun(self, head: int) -> Mention | None:
        speaker = self._speakers.get(head)
        if speaker is not None and self.page.lowers[head] in ("i", "we", "us", "our", "my", "me"):
            source = self.at(speaker)
            if source is not None:
                return Mention(
                    head, head + 1, head, source.codes, source.name, "the speaker", source.kind, "pron"
                )
        found = antecedent(self.page, head, self.mentions[-_BACK:])
        via = "pronoun"
        if found is None:
            found, via = self.linked(head), "coreference"
        if found is None:
            return None
        return Mention(
            head, head + 1, head, found.codes, found.name, f"{via}: {found.name}", found.kind, "pron"
        )

    def linked(self, head: int) -> Mention | None:
        """The nearest earlier actor that the engine takes for the same as the phrase with this head."""
        told = self.page.mentions.get(head)
        if told is None or told.chain is None:
            return None
        heads = self.page.chains[told.chain]
        earlier = [number for number in heads if number < head]
        for number in reversed(earlier):
            mention = self._memo.get(number)
            if mention is not None and not mention.codes[0].startswith(UNKNOWN):
                return mention
        return None

    def _learn(self, phrase: PlacedPhrase, mention: Mention) -> None:
        if mention.codes[0] == UNKNOWN:
            return
        for name in self.proper(phrase):
            self.learned.setdefault(name, mention)
        for child in self.page.kids(phrase.head, "appos"):
            other = PlacedPhrase(self.page, child, [], self._spots)
            for name in self.proper(other):
                self.learned.setdefault(name, mention)

    def proper(self, phrase: PlacedPhrase) -> list[str]:
        """The name in a phrase that the tables do not have: the last word of its run of proper names."""
        words = self.page.words
        run = [k for k in phrase.core if words[k].upos == "PROPN" and words[k].text[:1].isupper()]
        run = [k for k in run if not self._in_table(k) and agents.agent(self.page, k, k) is None]
        if not run or run[-1] < phrase.head - 1:
            return []
        text = words[run[-1]].text
        return [surname(text)] if len(text) > 2 else []

    def _in_table(self, number: int) -> bool:
        spot = self._spots.get(number)
        return spot is not None and spot.of("person") is None

    def words(self, phrase: PlacedPhrase) -> str:
        """The phrase as it stands in the text."""
        start, end = self.page.span(phrase.first, phrase.end + 1)
        return self.page.text[start:end]

    def mention(
        self, phrase: PlacedPhrase, codes: tuple[str, ...], name: str, via: str, kind: str, noun: str = ""
    ) -> Mention:
        """A mention of the phrase with what is known of its head."""
        word = self.page.words[phrase.head]
        plural = word.xpos in ("NNS", "NNPS")
        return Mention(
            phrase.first, max(phrase.end + 1, phrase.head + 1), phrase.head, codes, name, via, kind,
            noun or word.lemma.lower(), plural,
        )  # fmt: skip


def _spoken(found: list[Found]) -> set[str]:
    """Whose offices a report speaks of, by anything but persons: countries, and world bodies' codes."""
    told = (name for one in found for name in one.names if name.kind != "person")
    return {seat(name.code) for name in told}


def _lists(page: Page, found: list[Found]) -> tuple[tuple[str, ...], ...]:
    """Countries named one after the other with nothing but commas, "and" and articles between."""
    out: list[tuple[str, ...]] = []
    run: list[str] = []
    last = -1
    for name in sorted(found, key=lambda name: name.first):
        row = name.of("country")
        if row is None or page.words[name.first].sentence != page.words[last].sentence:
            run = []
        if row is not None:
            between = page.lowers[last : name.first]
            joined = run and all(word in _BETWEEN for word in between)
            run = [*run, row.code[:3]] if joined else [row.code[:3]]
            if out and joined:
                out.pop()
            out.append(tuple(run))
            last = name.last
    return tuple(lands for lands in out if len(set(lands)) > _PAIR)
