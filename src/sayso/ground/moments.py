"""When the events were that times hang on: told with them, before them, or in the register."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from sayso.ground import register, tables
from sayso.ground.days import Days
from sayso.ground.leads import Lead
from sayso.ground.names import Found
from sayso.ground.page import Page
from sayso.ground.register import Entry, plain
from sayso.records import Time

Dating = tuple[Days | None, str, str | None]

_TERMS = tables.words("anchor-terms")
_OATHS = tables.words("anchor-oaths")
_ELECTIONS = tables.words("anchor-elections")
_GATHERINGS = tables.words("anchor-gatherings")
_ENDING = frozenset(("leave", "step", "end", "expire", "depart", "resign", "exit", "quit"))
_STARTING = frozenset(("take", "become", "come", "assume", "begin", "start", "enter"))
_POWER = frozenset(("office", "power", "house", "charge", "presidency", "oath"))
_OUSTED = frozenset(
    ("resigned", "resignation", "ouster", "overthrow", "downfall", "ousted", "toppled", "overthrown")
)
_MIDTERMS = frozenset(("midterm", "midterms"))
_WON = frozenset(("victory", "defeat", "re-election", "reelection"))
_ENDS = frozenset(("end", "close", "expiry"))
_STARTS = frozenset(("start", "beginning", "opening", "outset"))
_DEFINITE = frozenset(("the", "his", "her", "its", "their", "that", "this", "'s", "’s", "those", "these"))
_BACK = 3
"""Sentences back in which an event that is named again was dated."""
_DAY_LONG = 7
_STEM = 4


class Hanging(Struct, frozen=True):
    """A lead, the relation of its signal, and the event's words `[first, last)` with their `head`."""

    lead: Lead
    relation: str
    first: int
    last: int
    head: int
    clause: bool


class Moments:
    """The dated sentences of a report, its people and its countries."""

    def __init__(self, page: Page, times: tuple[Time, ...], found: list[Found]) -> None:
        self.page = page
        self.times = times
        self._found = found
        self._timed: dict[int, Time] = {}
        self._dated: dict[int, list[tuple[int, Days]]] = {}
        for time in times:
            first, last = page.range(time.span)
            self._timed.update(dict.fromkeys(range(first, last), time))
            if time.days is None or time.type not in ("DATE", "TIME") or first >= last:
                continue
            start, end = (date.fromisoformat(day) for day in time.days)
            if (end - start).days <= _DAY_LONG:
                line = page.words[first].sentence
                self._dated.setdefault(line, []).append((first, (start, end)))

    def is_time(self, number: int) -> bool:
        """Is a word part of a time expression?"""
        return number in self._timed

    def of(self, one: Hanging, way: int) -> Dating:
        """The days of the event, what dated it, the name of its entry; `way` is where the clause looks."""
        for number in range(one.first, one.last):
            time = self._timed.get(number)
            if time is not None and time.days is not None and self._is_its(number, one):
                start, end = (date.fromisoformat(day) for day in time.days)
                return (start, end), "told", None
        day = self._again(one)
        if day is not None and not self._runs_against(day, one, way):
            return day, "report", None
        entry, day = self._registered(one, way)
        if day is not None and entry is not None:
            return day, "register", f"{entry.name}, {entry.office or entry.kind}"
        day = self._before(one) if self._is_known(one) else None
        if day is None or self._runs_against(day, one, way):
            return None, "unknown", None
        return day, "report", None

    def _is_known(self, one: Hanging) -> bool:
        """Does it look like an event told of just before: "the raid", "his flight", not "the Crimean war"?"""
        page = self.page
        if one.relation.startswith("until") or (one.relation == "during" and not one.lead.unit):
            return False
        if one.clause:
            return True
        named = any(page.words[k].upos == "PROPN" for k in page.kids(one.head, "compound", "amod"))
        return not named and bool(_DEFINITE & set(page.lowers[one.first : one.last]))

    def _is_its(self, number: int, one: Hanging) -> bool:
        """Is a time told of the event itself, and not of something in a clause further down?"""
        page, path = self.page, self.page.climb(number)
        if one.head not in path:
            return True
        between = [k for k in path[: path.index(one.head)] if page.words[k].upos in ("VERB", "AUX")]
        return not between or (
            between == [path[path.index(one.head) - 1]] and page.deprel(between[0]) == "acl"
        )

    def beside(self, one: Hanging) -> Days | None:
        """The day told of the very clause that the expression belongs to."""
        begin, head = one.lead.first, one.head
        line, verb = self.page.words[begin].sentence, self._verb(head, begin)
        for at, day in reversed(self._dated.get(line, [])):
            if at < begin and verb is not None and self._verb(at, begin) == verb:
                return day
        return None

    def is_apposed(self, one: Hanging) -> bool:
        """Does it stand right behind a day ("on Tuesday, the sixth day of protests")?"""
        begin = one.lead.first
        return begin > 1 and self.page.lowers[begin - 1] == "," and self.is_time(begin - 2)

    def _verb(self, number: int, begin: int) -> int | None:
        """The verb over a word, in front of the expression."""
        path = self.page.climb(number)
        return next((k for k in path if k < begin and self.page.words[k].upos in ("VERB", "AUX")), None)

    def _runs_against(self, day: Days, one: Hanging, way: int) -> bool:
        """
        Does a clause that looks ahead hang on a day that is over, or one that looks back on one to come?
        So long after a day that is over may well lie ahead.
        """
        published = self.page.day
        if published is None or (way > 0 and one.lead.unit):
            return False
        ahead = way > 0 and day[1] <= published and one.relation != "since"
        return ahead or (way < 0 and published < day[0])

    # ------------------------------------------------------------ told in the report
    def _again(self, one: Hanging) -> Days | None:
        """The same event, told with its day before: by coreference, or by a word of one stem."""
        page, begin = self.page, one.lead.first
        line = page.words[begin].sentence
        wanted = {one.head, *(page.kids(one.head, "nsubj") if one.clause else [])}
        stems = {stem for number in wanted if (stem := _stem(page, number))}
        chain = page.mentions[one.head].chain if one.head in page.mentions else None
        for number in range(line, max(-1, line - _BACK - 1), -1):
            told = [
                each for each in self._dated.get(number, ()) if number < line or self._apart(each[0], one)
            ]
            if not told:
                continue
            sentence = page.sentences[number]
            for word in range(sentence.first, min(sentence.last, begin)):
                mention = page.mentions.get(word)
                same = chain is not None and mention is not None and mention.chain == chain
                if same or _stem(page, word) in stems:
                    return min(told, key=lambda each, word=word: abs(each[0] - word))[1]  # type: ignore[misc]
        return None

    def _apart(self, at: int, one: Hanging) -> bool:
        """Does a time in front of the expression belong to another clause of the sentence?"""
        begin = one.lead.first
        return at < begin and self._verb(at, begin) != self._verb(one.head, begin)

    def _before(self, one: Hanging) -> Days | None:
        """The day told last, in the sentence or the one before it; or of a register event told there."""
        page, begin = self.page, one.lead.first
        line = page.words[begin].sentence
        for number in range(line, max(-1, line - 2), -1):
            dated = self._dated.get(number, ())
            told = [day for at, day in dated if number < line or self._apart(at, one)]
            if told:
                return told[0] if number < line else told[-1]
            sentence = page.sentences[number]
            for word in range(sentence.first, min(sentence.last, begin)):
                if page.lowers[word] in _OATHS | _GATHERINGS:
                    there = Hanging(Lead(word), "after", word, word + 1, word, False)
                    if (day := self._registered(there, 0)[1]) is not None:
                        return day
        return None

    # ------------------------------------------------------------ told in the register
    def _registered(self, one: Hanging, way: int) -> tuple[Entry | None, Days | None]:
        """An entry of the register for the event's words, and the days of it that are meant."""
        page, published = self.page, self.page.day
        if published is None:
            return None, None
        words = frozenset(plain(word) for word in page.lowers[one.first : one.last])
        lemmas = {page.words[number].lemma.lower() for number in range(one.first, one.last)}
        side = 1 if way > 0 else 0
        if one.relation == "since" or (one.relation == "after" and way < 0) or words & _WON:
            side = -1
        entry: Entry | None = None
        if words & _OATHS:
            entry = register.oath(self._people(one), self._countries(one), published, side)
            return entry, (entry.start, entry.start) if entry else None
        if words & _GATHERINGS or any(word.startswith("cop") and word[3:].isdigit() for word in words):
            entry = register.gathering(words, published, 0)
        elif words & _ELECTIONS:
            lands = self._countries(one)
            lands = ["USA", *lands] if {"election", "day"} <= words or words & _MIDTERMS else lands
            entry = register.election(words, lands, published, side)
        elif words & _OUSTED or {"step", "down"} <= lemmas:
            return self._ousted(one, published)
        elif words & _TERMS or (lemmas & (_ENDING | _STARTING) and words & _POWER):
            return self._term(one, words, lemmas, published)
        return entry, (entry.start, entry.end or entry.start) if entry else None

    def _term(
        self, one: Hanging, words: frozenset[str], lemmas: set[str], published: date
    ) -> tuple[Entry | None, Days | None]:
        """A term of office: all of it, or the day it begins or ends."""
        entry = register.term(self._people(one), published)
        if entry is None:
            return None, None
        ends = bool(lemmas & _ENDING or words & _ENDS or one.relation.endswith("-end"))
        starts = not ends and bool(lemmas & _STARTING or words & _STARTS or one.relation == "since")
        if starts:
            return entry, (entry.start, entry.start)
        if entry.end is None:
            return entry, None
        return entry, (entry.end, entry.end) if ends or one.relation == "after" else (entry.start, entry.end)

    def _ousted(self, one: Hanging, published: date) -> tuple[Entry | None, Days | None]:
        """The end of the term of the one who is told to have gone, where he is named with it."""
        told = [plain(self.page.words[k].text) for k in range(one.first, one.last)]
        entry = register.term([word for word in told if word in register.families()], published)
        return entry, (entry.end, entry.end) if entry and entry.end else None

    def _people(self, one: Hanging) -> list[str]:
        """Family names of office holders: in the event's words, then backwards from the expression."""
        page, known, begin = self.page, register.families(), one.lead.first
        end = page.sentences[page.words[begin].sentence].last
        order = [*range(one.first, one.last), *range(begin - 1, -1, -1), *range(one.last, end)]
        told = (plain(page.words[k].text) for k in order if page.words[k].text[:1].isupper())
        return list(dict.fromkeys(word for word in told if word in known))

    def _countries(self, one: Hanging) -> list[str]:
        """Countries told by any sort of name: in the event's words, then backwards, then on."""
        begin = one.lead.first
        near = sorted(
            self._found,
            key=lambda each: (
                not one.first <= each.first < one.last,
                each.first > begin,
                abs(each.first - begin),
            ),
        )
        return list(dict.fromkeys(each.names[0].code[:3] for each in near if each.names[0].code))


def _stem(page: Page, number: int) -> str:
    """The first letters of a word that tells something; "" of others."""
    word = page.words[number]
    if word.upos not in ("NOUN", "VERB") or len(word.lemma) < _STEM or page.deprel(number) == "aux":
        return ""
    return word.lemma.lower()[: max(_STEM, len(word.lemma) // 2)][:5]
