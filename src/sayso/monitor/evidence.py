"""What has come to be known that bears on a commitment: its condition met, its consequence carried out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct, structs

from sayso.lineage.stems import content, without
from sayso.lineage.tables import alike
from sayso.monitor.issued import Issued
from sayso.records import Claim, Event, Spans, Telling
from sayso.spans import overlaps, quoted

_ALIKE = 0.5
_ALIKE_UNTYPED = 0.6
_FEWEST = 2
_SPEECH = frozenset(("THREATEN", "REQUEST", "ACCUSE", "REJECT", "CONSULT"))
_CONDITIONAL = re.compile(r"\b(?:if|unless|would)\b", re.I)


class Seen(Struct, frozen=True):
    """A claim with the words it is told in; `day` the first day it is told of, else of its first report."""

    claim: Claim
    stems: frozenset[str]
    day: date | None
    dated: bool
    tellings: tuple[Telling, ...]

    def only_in(self, report: str) -> bool:
        """Does the report of this id alone tell it?"""
        return all((each.event or "").startswith(report) for each in self.tellings)


class Sought(Struct, frozen=True):
    """What to look for: events named in some words of a commitment, and the words themselves."""

    events: tuple[Event, ...]
    stems: frozenset[str]
    proper: frozenset[str]


def seen(claims: Iterable[Claim], stance: str = "for") -> list[Seen]:
    """The claims that somebody tells with this stance, with what is needed to compare them."""
    out = []
    for claim in claims:
        tellings = tuple(each for each in claim.spans if each.stance == stance)
        if tellings:
            published = [each.published.date() for each in tellings if each.published]
            told = _day(claim.date[0]) if claim.date else None
            stems = frozenset().union(*(content(each.sentence) for each in tellings))
            out.append(Seen(claim, stems, told or min(published, default=None), told is not None, tellings))
    return out


def sought(issued: Issued, spans: Spans) -> Sought:
    """What the words at `spans` of a commitment's report speak of."""
    reading, text = issued.reading, issued.reading.report.text
    events = tuple(
        event
        for event in reading.events
        if any(overlaps(mention, span) for mention in event.mentions for span in spans)
    )
    parties = [each.span for each in reading.actors]
    bare = " ".join(without(text, span, parties) for span in spans)
    capitals = " ".join(word for word in bare.split() if word[:1].isupper())
    return Sought(events, content(quoted(text, spans)), content(capitals))


def by_whom(what: Sought, issued: Issued) -> Sought:
    """The same, with the parties of the commitment where the events of its consequence name none."""
    by, to = issued.commitment.by, issued.commitment.to
    events = tuple(
        structs.replace(
            event,
            actor=event.actor or (by,),
            recipient=event.recipient or ((to,) if to != "---" else ()),
        )
        for event in what.events
    )
    return Sought(events, what.stems, what.proper)


def matches(what: Sought, issued: Issued, found: Sequence[Seen]) -> Iterator[Seen]:
    """Those of the claims that are what is sought, from the day of the commitment on."""
    for each in found:
        if (
            what.proper <= each.stems
            and _fits(what, issued, each)
            and any(_bears(telling, each, issued) for telling in each.tellings)
        ):
            yield each


def _bears(telling: Telling, each: Seen, issued: Issued) -> bool:
    """
    Is the telling later than the commitment? In the commitment's own report it must be told as of a later
    day; its own sentence, misread as a deed, is no evidence, nor is a reprint of it.
    """
    if telling.sentence == issued.told.sentence or _CONDITIONAL.search(telling.sentence):
        return False
    own = (telling.event or "").startswith(issued.reading.report.id)
    if each.day is None or issued.day is None:
        return not own
    if own or not each.dated:
        return each.dated >= own and each.day > issued.day
    return each.day >= issued.day


def _fits(what: Sought, issued: Issued, each: Seen) -> bool:
    shared = len(what.stems & each.stems)
    share = shared / len(what.stems) if what.stems else 0.0
    if not what.events:
        if each.claim.type in _SPEECH:  # told of in words alone, a deed is not met by more words
            return False
        return shared >= _FEWEST and share >= _ALIKE_UNTYPED
    return any(_typed(event, issued, each.claim, share, shared) for event in what.events)


def _typed(event: Event, issued: Issued, claim: Claim, share: float, shared: int) -> bool:
    if not alike(event.type, claim.type):
        return False
    by, to = issued.commitment.by, issued.commitment.to
    inner = by.split()[0] == to.split()[0] if "---" not in (by, to) else False
    sides = [
        _agreement(event.actor, claim.actor, inner),
        _agreement(event.recipient, claim.recipient, inner),
    ]
    if False in sides:
        return False
    if sides == [None, None] and shared < _FEWEST:  # "any attack": only one that concerns the parties
        involved = _parties((by, to), inner)
        return share >= _ALIKE and bool(involved & _parties((*claim.actor, *claim.recipient), inner))
    return sides == [True, True] or share >= _ALIKE


def _agreement(left: Sequence[str], right: Sequence[str], inner: bool) -> bool | None:
    """Do the two name a common party? None where one of them names none."""
    one, two = _parties(left, inner), _parties(right, inner)
    return bool(one & two) if one and two else None


def _parties(codes: Sequence[str], inner: bool) -> frozenset[str]:
    """Countries; within one country its sectors, since there the country tells nothing."""
    return frozenset(
        code if inner else code.split()[0] for code in codes if code and not code.startswith("---")
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
