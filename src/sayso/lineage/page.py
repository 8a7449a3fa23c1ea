"""One reading, made to tell its events: in which sentence, on whose word, by which ways."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import cached_property

from sayso.ledger.chain import UNNAMED, ancestry, by_id, label, names, sentence
from sayso.lineage.borrowed import days_of
from sayso.lineage.copies import Copies
from sayso.lineage.newsrooms import Newsrooms
from sayso.lineage.sources import NAMELESS, Party, party
from sayso.lineage.stems import content, without
from sayso.lineage.stems import words as words_of
from sayso.lineage.tables import words as listed
from sayso.lineage.told import Days, Told, Voice, days, name
from sayso.records import Attribution, Event, Reading, Span
from sayso.spans import covers, length, overlaps

_BACKGROUND = timedelta(days=7)
_AFTER_CUE = 60
_LONGEST_NAME = 4  # words
_SPEECH = frozenset(("THREATEN", "REQUEST", "ACCUSE", "REJECT"))
_ORDERS = ("order", "request", "ask")
_OWN_WORK = frozenset(("report", "story", "article"))
_SUPPOSING = frozenset(("if", "unless", "whether"))
_MANY = frozenset(("reports", "media", "outlets", "newspapers", "papers"))

Chain = tuple[Attribution, ...]


class Page:
    """
    A reading among others.

    Args:
        number: Of this reading in `readings`.
        readings: Those it is compared with, in order of publication.
        copies: Of these readings.
        newsrooms: Of these readings.
    """

    def __init__(
        self, number: int, readings: Sequence[Reading], copies: Copies, newsrooms: Newsrooms
    ) -> None:
        self.number, self.reading, self.report = number, readings[number], readings[number].report
        self.readings, self.copies, self.newsrooms = readings, copies, newsrooms
        self.attributions = by_id(self.reading)
        self.outlet = Party(self.report.outlet or f"unknown outlet of {name(self.report)}", "newsroom")

    @cached_property
    def credit(self) -> Party | None:
        """The agency that the whole report is credited to, where it is not its own."""
        found = self.newsrooms.credited(self.report.text)
        return Party(found, "newsroom") if found and found != self.outlet.name else None

    @cached_property
    def rooms(self) -> list[tuple[int, Party]]:
        """Other newsrooms named as sources in this report, with their places, in order."""
        found = []
        for each in self.reading.attributions:
            words, media = label(self.report, each), each.source_type == "media"
            named = self.newsrooms.named(words, media=media) if each.source else None
            if named is not None and named != self.outlet.name:
                found.append((each.source[0][0], Party(named, "newsroom")))
        return sorted(found)

    @cached_property
    def holes(self) -> list[Span]:
        """Words that say who says and when: no part of what is said."""
        told = [span for each in self.reading.attributions for span in (*each.source, *each.cue)]
        return [*told, *(time.span for time in self.reading.times)]

    def _names(self, event: Event) -> list[Span]:
        """Words for the event's own parties: their codes are compared, and they are in every such event."""
        countries = {code.split()[0] for code in (*event.actor, *event.recipient) if code} - {"---"}
        return [each.span for each in self.reading.actors if each.actor.split()[0] in countries]

    def tellings(self, event: Event) -> tuple[Told, ...]:
        """The telling of its best mention, then one for each further sentence that mentions it."""
        out = [self.told(event, event.mentions[0], self._chain(event))]
        for mention in event.mentions[1:]:
            if self._supposed(mention):
                continue
            told = self.told(event, mention, self._around(mention))
            if told.sentence not in [each.sentence for each in out]:
                out.append(told)
        return tuple(out)

    def told(self, event: Event, span: Span, chain: Chain) -> Told:
        """The telling of one mention, as said by a chain of sources, outermost first."""
        inside = self._sentence(span)
        heard = self._heard(event, span)
        if heard is not None and not chain:
            anonymous = (heard,) if heard.source_type in NAMELESS else ()
            chain = (*ancestry(self.attributions, heard.parent), *anonymous)
        relays, original = self._relays(span, (*chain, heard) if heard else chain)
        inner, shown = self._inner(chain, (self.outlet, *relays))
        path = (self.outlet, *relays, *inner)
        bare = without(self.report.text, inside, [*self.holes, *self._names(event)])
        when = self._days(event, chain)
        voice = self._voice(event, inside, chain, path, when)
        denied = (
            event.status == "denied" or voice == "retraction" or any(c.stance == "deny" for c in chain[-1:])
        )
        return Told(
            order=self.number,
            report=self.report,
            event=event,
            span=span,
            stance="against" if denied or voice == "retraction" else "for",
            sentence=sentence(self.reading, span[0]).strip(),
            stems=content(bare),
            proper=content(" ".join(word for word in bare.split()[1:] if word[:1].isupper())),
            days=when,
            path=path,
            voice=voice,
            chain=(*names(self.report, ()), *(room.name for room in relays), *shown),
            copy_of=original,
            in_title=self._in_title(span),
        )

    def _days(self, event: Event, chain: Chain) -> Days | None:
        """The event's days, counted from where its words come from."""
        told = days(event)
        if told is None or not event.spans.date:
            return told
        quoted = [(each, self._reports(each)) for each in chain if each.source_type == "media"]
        passage = self.copies.original(self.number, event.spans.date[0][0])
        return days_of(told, event.spans.date, self.reading, passage, self.readings, quoted)

    def _reports(self, attribution: Attribution) -> list[Reading]:
        """The reports of a newsroom that is a source here, which were out before; the last one first."""
        room = self.newsrooms.named(label(self.report, attribution), media=True)
        if room is None or room == self.outlet.name:
            return []
        return [each for each in self.readings[: self.number] if each.report.outlet == room][::-1]

    # ------------------------------------------------------------------ the words around
    def _in_title(self, span: Span) -> bool:
        title = self.report.title
        return title is not None and self.report.text.startswith(title) and span[1] <= len(title)

    def _sentence(self, span: Span) -> Span:
        for each in self.reading.sentences:
            if each[0] <= span[0] < each[1]:
                return each
        start = self.report.text.rfind("\n", 0, span[0]) + 1
        end = self.report.text.find("\n", span[1])
        return start, end if end >= 0 else len(self.report.text)

    def _supposed(self, mention: Span) -> bool:
        """Does it stand behind an "if": spoken of, and not told?"""
        start, _ = self._sentence(mention)
        return not _SUPPOSING.isdisjoint(words_of(self.report.text[start : mention[0]]))

    def _retracted(self, inside: Span) -> bool:
        """Does the newsroom take back a report of its own here?"""
        takes_back = listed("retraction")
        told = set(words_of(self.report.text[inside[0] : inside[1]]))
        if not told & takes_back:
            return False
        title = set(words_of((self.report.title or "").partition(":")[0]))
        own = set(words_of(self.outlet.name)) <= told or bool(title & takes_back)
        return own and bool(told & _OWN_WORK)

    # ------------------------------------------------------------------ on whose word
    def _chain(self, event: Event) -> Chain:
        given = tuple(self.attributions[each] for each in event.chain if each in self.attributions)
        chain = given or ancestry(self.attributions, event.according_to)
        # who orders a thing is no source for it: whoever tells of the order is
        ordered = event.status == "requested" and chain and chain[-1].stance in _ORDERS
        return chain[:-1] if ordered else chain

    def _around(self, mention: Span) -> Chain:
        """The chain down to the narrowest content that holds a mention."""
        around = [each for each in self.reading.attributions if covers(each.content, mention)]
        innermost = min(around, key=lambda each: (length(each.content), each.id), default=None)
        return ancestry(self.attributions, innermost.id if innermost else None)

    def _heard(self, event: Event, span: Span) -> Attribution | None:
        """The speech itself, where the event is one: its trigger is the cue of an attribution."""
        if event.type not in _SPEECH:
            return None
        spoken = (each for each in self.reading.attributions if any(overlaps(cue, span) for cue in each.cue))
        return next(spoken, None)

    def _relays(self, span: Span, chain: Chain) -> tuple[tuple[Party, ...], str | None]:
        """Newsrooms between this outlet and the sources that the chain does not name; who is copied."""
        found: list[Party] = []
        passage = self.copies.original(self.number, span[0])
        original = self.readings[passage.reading].report.outlet if passage else None
        if self.credit is not None:
            found.append(self.credit)
        elif original is not None:
            found.append(Party(original, "newsroom"))
        for each in chain:
            addressee = self._addressee(each)
            if addressee is not None and addressee not in (*found, self.outlet):
                found.append(addressee)
        return tuple(found), original

    def _addressee(self, attribution: Attribution) -> Party | None:
        """The newsroom a source told it to: "officials told Concord Press"."""
        if not attribution.cue:
            return None
        end = attribution.cue[-1][1]
        following = self.report.text[end : end + _AFTER_CUE].partition("\n")[0].split()
        for size in range(min(_LONGEST_NAME, len(following)), 0, -1):
            for first in (0, 1):
                words, after = following[first : first + size], following[first + size : first + size + 1]
                found = self.newsrooms.exactly(" ".join(words).strip(".,;:"))
                # "told the Guardian Council" is not told to the Guardian
                if found is not None and not (words[-1][-1].isalnum() and after and after[0][0].isupper()):
                    return Party(found, "newsroom")
        return None

    def _inner(self, chain: Chain, before: tuple[Party, ...]) -> tuple[tuple[Party, ...], tuple[str, ...]]:
        """
        The chain's sources as parties, and what to call them; who stands already in `before` is not named
        twice.
        """
        path: list[Party] = []
        shown: list[str] = []
        for each in chain:
            words = label(self.report, each)
            known = (*before, *path)
            room = next(one for one in reversed(known) if one.kind == "newsroom")
            found = self._meant(each, words) or (
                None if words == UNNAMED or _many(words) else party(each, words, room, self.newsrooms)
            )
            if found is None or found not in known:
                shown.append(found.name if found and found.kind == "newsroom" else words)
            if found is not None and found not in known:
                path.append(found)
        return tuple(path), tuple(dict.fromkeys(shown))

    def _meant(self, attribution: Attribution, words: str) -> Party | None:
        """ "The report", "the agency": the newsroom last named before it in this report, else the first."""
        told = set(words_of(words))
        aside = listed("media", "saying", "time", "stop")
        if not told or told - aside or told & _MANY or not told & listed("media"):
            return None
        before = [found for at, found in self.rooms if at < attribution.source[0][0]]
        return before[-1] if before else next((found for _, found in self.rooms), None)

    def _voice(
        self, event: Event, inside: Span, chain: Chain, path: Sequence[Party], when: Days | None
    ) -> Voice:
        if self._retracted(inside):
            return "retraction"
        if len(path) > 1:
            return "source"
        if any(
            each.source_type == "media" or set(words_of(label(self.report, each))) & _MANY for each in chain
        ):
            return "hearsay"
        published = self.report.published.date() if self.report.published else None
        if published and when and published - when[1] > _BACKGROUND:
            return "recalled"
        return "heard" if event.type in _SPEECH else "own"


def _many(words: str) -> bool:
    """ "Media reports", "local papers": nobody in particular."""
    return bool(set(words_of(words)) & _MANY)
