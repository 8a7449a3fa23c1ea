"""When the events of a report were, for times that hang on them: told with them, before them, or in the register."""

from __future__ import annotations

from datetime import date

from sayso.ground import register, tables
from sayso.ground.days import Days
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
_ENDS = frozenset(("end", "close", "expiry"))
_STARTS = frozenset(("start", "beginning", "opening", "outset"))
_DEFINITE = frozenset(("the", "his", "her", "its", "their", "that", "this", "'s", "’s", "those", "these"))
_BACK = 3
"""Sentences back in which an event that is named again was dated."""
_DAY_LONG = 7
_STEM = 4


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

    def of(
        self, page: Page, first: int, last: int, head: int, clause: bool, relation: str, way: int, begin: int
    ) -> Dating:
        """
        The days of the event over the words `[first, last)`, what dated it, and the entry's name.

        `begin` is the first word of the whole expression: what is told before it may date the event.
        """
        for number in range(first, last):
            time = self._timed.get(number)
            if time is not None and time.days is not None:
                start, end = (date.fromisoformat(day) for day in time.days)
                return (start, end), "told", None
        day = self._again(first, last, head, clause, begin)
        if day is not None and not self._runs_against(day, relation, way, begin < first - 1):
            return day, "report", None
        entry, day = self._registered(first, last, head, relation, way, begin)
        if day is not None and entry is not None:
            return day, "register", f"{entry.name}, {entry.office or entry.kind}"
        if relation.startswith("until") or not (clause or _DEFINITE & set(page.lowers[first:last])):
            return None, "unknown", None
        day = self._before(begin, head)
        if day is None or self._runs_against(day, relation, way, begin < first - 1):
            return None, "unknown", None
        return day, "report", None

    def beside(self, begin: int, head: int) -> Days | None:
        """The day told of the very clause that an expression from word `begin` on belongs to."""
        line, verb = self.page.words[begin].sentence, self._verb(head, begin)
        for at, day in reversed(self._dated.get(line, [])):
            if at < begin and verb is not None and self._verb(at, begin) == verb:
                return day
        return None

    def _verb(self, number: int, begin: int) -> int | None:
        """The verb over a word, in front of the expression."""
        path = self.page.climb(number)
        return next((k for k in path if k < begin and self.page.words[k].upos in ("VERB", "AUX")), None)

    def _runs_against(self, day: Days, relation: str, way: int, measured: bool) -> bool:
        """
        Does a clause that looks ahead hang on a day that is over, or one that looks back on one to come?
        So long after a day that is over may well lie ahead.
        """
        published = self.page.day
        if published is None or way > 0 and measured:
            return False
        return (way > 0 and day[1] < published and relation != "since") or (way < 0 and published < day[0])

    # ------------------------------------------------------------ told in the report
    def _again(self, first: int, last: int, head: int, clause: bool, begin: int) -> Days | None:
        """The same event, told with its day in a sentence before: by coreference, or by a word of one stem."""
        page, line = self.page, self.page.words[begin].sentence
        wanted = {head, *(page.kids(head, "nsubj") if clause else [])}
        stems = {stem for k in wanted if (stem := _stem(page, k))}
        chain = page.mentions[head].chain if head in page.mentions else None
        for number in range(line, max(-1, line - _BACK - 1), -1):
            told = [one for one in self._dated.get(number, ()) if not begin <= one[0] < last]
            told = [one for one in told if number < line or self._apart(one[0], begin, head)]
            if not told:
                continue
            sentence = page.sentences[number]
            for word in range(sentence.first, min(sentence.last, begin)):
                mention = page.mentions.get(word)
                same = chain is not None and mention is not None and mention.chain == chain
                if same or _stem(page, word) in stems:
                    return min(told, key=lambda one, word=word: abs(one[0] - word))[1]  # type: ignore[misc]
        return None

    def _apart(self, at: int, begin: int, head: int) -> bool:
        """Does a time in front of the expression belong to another clause of the sentence?"""
        return at < begin and self._verb(at, begin) != self._verb(head, begin)

    def _before(self, begin: int, head: int) -> Days | None:
        """The day told last in the sentence itself or the one before it; or of a register event told there."""
        line = self.page.words[begin].sentence
        for number in (line, line - 1):
            dated = self._dated.get(number, ())
            told = [day for at, day in dated if number < line or self._apart(at, begin, head)]
            if told:
                return told[0] if number < line else told[-1]
            if number < 0:
                break
            for word in range(self.page.sentences[number].first, min(self.page.sentences[number].last, begin)):
                if self.page.lowers[word] in _OATHS | _GATHERINGS:
                    day = self._registered(word, word + 1, word, "after", 0, word)[1]
                    if day is not None:
                        return day
        return None

    # ------------------------------------------------------------ told in the register
    def _registered(
        self, first: int, last: int, head: int, relation: str, way: int, begin: int
    ) -> tuple[Entry | None, Days | None]:
        """An entry of the register for the event's words, and the days of it that are meant."""
        page, published = self.page, self.page.day
        if published is None:
            return None, None
        words = frozenset(plain(word) for word in page.lowers[first:last])
        lemmas = {page.words[k].lemma.lower() for k in range(first, last)}
        side = -1 if relation == "since" or (relation == "after" and way < 0) else 1 if way > 0 else 0
        if words & _OATHS:
            entry = register.oath(self._people(first, last, begin), self._countries(first, last, begin), published, side)
            return entry, (entry.start, entry.start) if entry else None
        if words & _GATHERINGS or any(word.startswith("cop") and word[3:].isdigit() for word in words):
            entry = register.gathering(words, published, 0)
            return entry, (entry.start, entry.end or entry.start) if entry else None
        if words & _ELECTIONS:
            lands = self._countries(first, last, begin)
            lands = ["USA", *lands] if {"election", "day"} <= words or "midterms" in words else lands
            entry = register.election(words, lands, published, side)
            return entry, (entry.start, entry.end or entry.start) if entry else None
        if words & _TERMS or (lemmas & (_ENDING | _STARTING) and words & _POWER):
            return self._term(words, lemmas, first, last, begin, relation)
        return None, None

    def _term(
        self, words: frozenset[str], lemmas: set[str], first: int, last: int, begin: int, relation: str
    ) -> tuple[Entry | None, Days | None]:
        """A term of office: all of it, or the day it begins or ends."""
        published = self.page.day
        entry = register.term(self._people(first, last, begin), published) if published else None
        if entry is None:
            return None, None
        ends = bool(lemmas & _ENDING or words & _ENDS or relation.endswith("-end"))
        starts = not ends and bool(lemmas & _STARTING or words & _STARTS or relation == "since")
        if starts:
            return entry, (entry.start, entry.start)
        if entry.end is None:
            return entry, None
        return entry, (entry.end, entry.end) if ends or relation == "after" else (entry.start, entry.end)

    def _people(self, first: int, last: int, begin: int) -> list[str]:
        """Family names of office holders: in the event's words, then backwards from the expression."""
        page, known = self.page, register.families()
        end = page.sentences[page.words[begin].sentence].last
        order = [*range(first, last), *range(begin - 1, -1, -1), *range(last, end)]
        told = (plain(page.words[k].text) for k in order if page.words[k].text[:1].isupper())
        return list(dict.fromkeys(word for word in told if word in known))

    def _countries(self, first: int, last: int, begin: int) -> list[str]:
        """Countries, by names, adjectives, places and people: in the event's words, then backwards, then on."""
        near = sorted(
            self._found,
            key=lambda one: (
                not first <= one.first < last,
                one.first > begin,
                abs(one.first - begin),
            ),
        )
        return list(dict.fromkeys(one.names[0].code[:3] for one in near if one.names[0].code))


def _stem(page: Page, number: int) -> str:
    """The first letters of a word that tells something; "" of others."""
    word = page.words[number]
    if word.upos not in ("NOUN", "VERB") or len(word.lemma) < _STEM or page.deprel(number) == "aux":
        return ""
    return word.lemma.lower()[: max(_STEM, len(word.lemma) // 2)][:5]
