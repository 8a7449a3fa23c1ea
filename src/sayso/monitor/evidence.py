"""What has come to be known that bears on a commitment: its condition met, its consequence carried out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from sayso.lineage.stems import content, without
from sayso.lineage.tables import alike
from sayso.monitor.issued import Issued
from sayso.records import Claim, Event, Spans, Telling
from sayso.spans import overlaps, quoted

_ALIKE = 0.5
_ALIKE_UNTYPED = 0.6
_FEWEST = 2


class Seen(Struct, frozen=True):
    """A claim with the words it is told in; `day` the first day it is told of, else of its first report."""

    claim: Claim
    stems: frozenset[str]
    day: date | None
    dated: bool
    tellings: tuple[Telling, ...]


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


def matches(what: Sought, issued: Issued, found: Sequence[Seen]) -> Iterator[Seen]:
    """Those of the claims that are what is sought, from the day of the commitment on."""
    for each in found:
        if (
            _later(each, issued)
            and what.proper <= each.stems
            and _fits(what, issued, each)
            and any(telling.sentence != issued.told.sentence for telling in each.tellings)
        ):  # its own sentence, misread as a deed, is no evidence
            yield each


def _later(each: Seen, issued: Issued) -> bool:
    if each.day is None or issued.day is None:
        return True
    return each.day >= issued.day if each.dated else each.day > issued.day


def _fits(what: Sought, issued: Issued, each: Seen) -> bool:
    shared = len(what.stems & each.stems)
    share = shared / len(what.stems) if what.stems else 0.0
    if not what.events:
        return shared >= _FEWEST and share >= _ALIKE_UNTYPED
    involved = _countries((issued.commitment.by, issued.commitment.to))
    return any(_typed(event, each.claim, share, shared, involved) for event in what.events)


def _typed(event: Event, claim: Claim, share: float, shared: int, involved: frozenset[str]) -> bool:
    if not alike(event.type, claim.type):
        return False
    sides = [_agreement(event.actor, claim.actor), _agreement(event.recipient, claim.recipient)]
    if False in sides:
        return False
    if sides == [None, None] and shared < _FEWEST:  # "any attack": only one that concerns the parties
        return share >= _ALIKE and bool(involved & _countries((*claim.actor, *claim.recipient)))
    return sides == [True, True] or share >= _ALIKE


def _agreement(left: Sequence[str], right: Sequence[str]) -> bool | None:
    """Do the two name a common country? None where one of them names none."""
    one, two = _countries(left), _countries(right)
    return bool(one & two) if one and two else None


def _countries(codes: Sequence[str]) -> frozenset[str]:
    return frozenset(code.split()[0] for code in codes if code and not code.startswith("---"))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
