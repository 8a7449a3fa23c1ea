"""One report's telling of one event, with the parties it came through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property

from msgspec import Struct

from sayso.ledger.chain import UNNAMED, ancestry, by_id, label, names, sentence
from sayso.lineage.copies import Copies
from sayso.lineage.newsrooms import Newsrooms
from sayso.lineage.sources import Party, party
from sayso.lineage.stems import content, without
from sayso.records import Attribution, Event, Reading, Report, Span

_BACKGROUND = timedelta(days=7)
_AFTER_CUE = 60
_ORDERS = ("order", "request", "ask")
_SPEECH = frozenset(("THREATEN", "REQUEST", "ACCUSE", "REJECT"))


Days = tuple[date, date]


class Told(Struct, frozen=True, kw_only=True):
    """
    A telling of an event.

    Args:
        order: Number of the report in order of publication.
        stems: Content words of the sentence, without its sources and cues.
        proper: Those of them that are names.
        days: First and last day of the event; None where the text gives none.
        path: The outlet, newsrooms it relays, and the innermost source, as parties.
        voice: Whose word it is: "source", "heard" (an utterance the newsroom reports as news), "own"
            (the outlet's own voice); "hearsay" ("media reports") and "recalled" (its own voice, of days long
            gone) give no origin.
    """

    order: int
    report: Report
    event: Event
    span: Span
    stance: str
    sentence: str
    stems: frozenset[str]
    proper: frozenset[str]
    days: Days | None
    path: tuple[Party, ...]
    voice: str
    chain: tuple[str, ...]
    copy_of: str | None = None
    in_title: bool = False

    @property
    def id(self) -> str:
        """`<report id>:<event id>`, as the ledger's rows have it."""
        return f"{self.report.id}:{self.event.id}"


def name(report: Report) -> str:
    """What a report is called outside: its URL, else its key, else its id."""
    return report.url or report.key or report.id


class Teller:
    """Makes the tellings of readings that are compared with each other."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.readings = readings
        self.copies = Copies(readings)
        self.newsrooms = Newsrooms(
            reading.report.outlet for reading in readings if reading.report.outlet is not None
        )

    def page(self, number: int) -> Page:
        """The reading of that number, ready to tell."""
        return Page(self, number, self.readings[number])

    def told(self) -> Iterator[Told]:
        """Every telling, in order of publication and then of place in the report."""
        for number, reading in enumerate(self.readings):
            page = self.page(number)
            for event in sorted(reading.events, key=lambda event: (event.mentions, event.id)):
                if event.mentions:
                    yield page.told(event)


class Page:
    """One reading, with what its tellings share."""

    def __init__(self, teller: Teller, number: int, reading: Reading) -> None:
        self.teller, self.number, self.reading = teller, number, reading
        self.report = reading.report
        self.attributions = by_id(reading)
        self.outlet = Party(self.report.outlet or f"unknown outlet of {name(self.report)}", "newsroom")
        self.holes = [
            *(span for each in reading.attributions for span in (*each.source, *each.cue)),
            *(time.span for time in reading.times),
        ]

    @cached_property
    def credit(self) -> Party | None:
        """The agency that the whole report is credited to, where it is not its own."""
        found = self.teller.newsrooms.credited(self.report.text)
        return Party(found, "newsroom") if found and found != self.outlet.name else None

    @cached_property
    def rooms(self) -> list[tuple[int, Party]]:
        """Other newsrooms named as sources in this report, with their places, in order."""
        found = []
        for each in self.reading.attributions:
            named = self.teller.newsrooms.named(label(self.report, each)) if each.source else None
            if named is not None and named != self.outlet.name:
                found.append((each.source[0][0], Party(named, "newsroom")))
        return sorted(found)

    def told(self, event: Event) -> Told:
        """The telling of one event."""
        span = event.mentions[0]
        inside = self._sentence(span)
        chain = self._chain(event)
        relays, original = self._relays(span, chain)
        days = _days(event)
        path = (self.outlet, *relays, *self._inner(chain, (self.outlet, *relays)))
        return Told(
            order=self.number,
            report=self.report,
            event=event,
            span=span,
            stance="against" if self._denied(event, chain) else "for",
            sentence=sentence(self.reading, span[0]).strip(),
            stems=content(without(self.report.text, inside, self.holes)),
            proper=self._proper(inside),
            days=days,
            path=path,
            voice=self._voice(event, chain, path, days),
            chain=names(self.report, chain),
            copy_of=original,
            in_title=self.report.title is not None and span[1] <= len(self.report.title),
        )

    def _sentence(self, span: Span) -> Span:
        for each in self.reading.sentences:
            if each[0] <= span[0] < each[1]:
                return each
        start = self.report.text.rfind("\n", 0, span[0]) + 1
        end = self.report.text.find("\n", span[1])
        return start, end if end >= 0 else len(self.report.text)

    def _proper(self, inside: Span) -> frozenset[str]:
        """Stems of capitalised words that do not open the sentence: what tells one crossing from another."""
        blanked = without(self.report.text, inside, self.holes)
        capitals = [word for word in blanked.split()[1:] if word[:1].isupper()]
        return content(" ".join(capitals))

    def _chain(self, event: Event) -> tuple[Attribution, ...]:
        given = tuple(self.attributions[each] for each in event.chain if each in self.attributions)
        chain = given or ancestry(self.attributions, event.according_to)
        # who orders a thing is no source for it: whoever tells of the order is
        ordered = event.status == "requested" and chain and chain[-1].stance in _ORDERS
        return chain[:-1] if ordered else chain

    def _relays(self, span: Span, chain: Sequence[Attribution]) -> tuple[tuple[Party, ...], str | None]:
        """Newsrooms between this outlet and the sources that the chain does not name."""
        found: list[Party] = []
        passage = self.teller.copies.original(self.number, span[0])
        original = self.teller.readings[passage.reading].report.outlet if passage else None
        if self.credit is not None:
            found.append(self.credit)
        elif original is not None:
            found.append(Party(original, "newsroom"))
        for each in chain:
            addressee = self._addressee(each)
            if addressee is not None and addressee not in (*found, self.outlet):
                found.append(addressee)
        credited = self.credit.name if self.credit else None
        return tuple(found), original or (credited if passage else None)

    def _addressee(self, attribution: Attribution) -> Party | None:
        """The other newsroom a source told it to: "officials told Concord Press"."""
        if not attribution.cue:
            return None
        end = attribution.cue[-1][1]
        after = self.report.text[end : end + _AFTER_CUE].partition("\n")[0]
        for length in range(4, 0, -1):
            words = after.split()[: length + 1]
            for first in (0, 1):
                found = self.teller.newsrooms.exactly(" ".join(words[first : first + length]).strip(".,;:"))
                if found is not None:
                    return Party(found, "newsroom")
        return None

    def _inner(self, chain: Sequence[Attribution], before: tuple[Party, ...]) -> tuple[Party, ...]:
        """The chain's sources as parties; those that stand already in `before` are not named twice."""
        path: list[Party] = []
        for each in chain:
            words = label(self.report, each)
            if each.refers_to and words != UNNAMED and not each.source_name:
                words = " ".join(self.report.text[start:end] for start, end in each.refers_to)
            known = (*before, *path)
            room = next(one for one in reversed(known) if one.kind == "newsroom")
            found = party(each, words, room, self.teller.newsrooms) or self._meant(each, words)
            if found is not None and found not in known:
                path.append(found)
        return tuple(path)

    def _meant(self, attribution: Attribution, words: str) -> Party | None:
        """ "The report", "the agency": the newsroom last named before it in this report."""
        if (
            attribution.source_type != "media"
            or not words.lower().startswith("the ")
            or not attribution.source
        ):
            return None
        before = [found for at, found in self.rooms if at < attribution.source[0][0]]
        return before[-1] if before else None

    def _denied(self, event: Event, chain: Sequence[Attribution]) -> bool:
        return event.status == "denied" or any(each.stance == "deny" for each in chain[-1:])

    def _voice(
        self, event: Event, chain: Sequence[Attribution], path: Sequence[Party], days: Days | None
    ) -> str:
        if path[-1].kind != "newsroom" or len(path) > 1:
            return "source"
        if any(each.source_type == "media" for each in chain):
            return "hearsay"
        published = self.report.published.date() if self.report.published else None
        if published and days and published - days[1] > _BACKGROUND:
            return "recalled"
        return "heard" if event.type in _SPEECH else "own"


def _days(event: Event) -> Days | None:
    if event.date is None:
        return None
    try:
        first, last = (date.fromisoformat(day[:10]) for day in event.date)
    except ValueError:
        return None
    return (first, last) if first <= last else (last, first)
