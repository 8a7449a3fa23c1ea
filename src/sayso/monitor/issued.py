"""Commitments of all reports, those put together that are one utterance told again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from sayso.lineage.stems import content, overlap, without
from sayso.lineage.tellings import Teller
from sayso.lineage.told import Told
from sayso.records import Attribution, Commitment, Event, Reading, Span, Spans

_TYPES = {"threat": "THREATEN", "warning": "THREATEN", "refusal": "REJECT"}
_KINDS = {"warning": "threat", "demand": "order"}  # told as one or as the other
_OTHERS = ("anonymous_official", "anonymous_other", "media")  # who tell of it, rather than make it
_ALIKE = 0.5
_FEWEST = 2
_SLACK = timedelta(days=3)


class Issued(Struct, frozen=True, kw_only=True):
    """One report's telling of a commitment; `told` says through whom it came."""

    reading: Reading
    commitment: Commitment
    told: Told
    condition: frozenset[str]
    consequence: frozenset[str]

    @property
    def day(self) -> date | None:
        """The first day it may have been made on, else the day of the report."""
        if self.told.days:
            return self.told.days[0]
        published = self.reading.report.published
        return published.date() if published else None


def issued(readings: Sequence[Reading]) -> Iterator[Issued]:
    """Every telling of a commitment; readings in order of publication."""
    teller = Teller(readings)
    for number, reading in enumerate(readings):
        page = teller.page(number)
        for each in sorted(reading.commitments, key=lambda each: (extent(each), each.id)):
            if extent(each) != (0, 0):
                yield Issued(
                    reading=reading,
                    commitment=each,
                    told=page.tellings(_utterance(reading, each))[0],
                    condition=_stems(reading, each.condition),
                    consequence=_stems(reading, each.consequence),
                )


def _stems(reading: Reading, spans: Spans) -> frozenset[str]:
    """Content words without the names of parties, which every threat between the two would share."""
    parties = [each.span for each in reading.actors]
    return content(" ".join(without(reading.report.text, span, parties) for span in spans))


def extent(commitment: Commitment) -> Span:
    """From the first word of its condition or consequence to the last; `(0, 0)` where it has neither."""
    spans: Spans = (*commitment.condition, *commitment.consequence)
    return min((s for s, _ in spans), default=0), max((e for _, e in spans), default=0)


def _utterance(reading: Reading, commitment: Commitment) -> Event:
    """
    The commitment as an event, according to whoever tells that it was made: the newsroom that heard it,
    where the speaker is the one who makes it.
    """
    known = {each.id: each for each in reading.attributions}
    speaker = known.get(commitment.attribution or "")
    teller = speaker.parent if speaker and _makes(speaker, commitment) else commitment.attribution
    return Event(
        id=commitment.id,
        mentions=(extent(commitment),),
        type=_TYPES.get(commitment.kind, "REQUEST"),
        status="actual",
        actor=(commitment.by,),
        recipient=(commitment.to,) if commitment.to != "---" else (),
        according_to=teller,
        date=commitment.date,
    )


def _makes(speaker: Attribution, commitment: Commitment) -> bool:
    return speaker.source_type not in _OTHERS and (
        speaker.source_actor == commitment.by or "---" in (speaker.source_actor, commitment.by)
    )


def joined(every: Iterable[Issued]) -> list[list[Issued]]:
    """Tellings of one utterance, in the order given; held against those that share a word."""
    groups: list[list[Issued]] = []
    index: dict[str, list[int]] = {}
    for each in every:
        stems = each.condition | each.consequence
        near = sorted({n for stem in stems for n in index.get(stem, ())})
        best = max(((likeness(groups[n], each), -n) for n in near), default=(0.0, 0))
        number = -best[1] if best[0] > 0 else len(groups)
        if number == len(groups):
            groups.append([])
        groups[number].append(each)
        for stem in stems:
            index.setdefault(stem, []).append(number)
    return groups


def likeness(group: Sequence[Issued], each: Issued) -> float:
    """How much of the words a telling shares with the tellings of an utterance; 0 where it is another."""
    return max(_likeness(one, each) for one in group[:4]) if all(_agree(one, each) for one in group) else 0.0


def _likeness(one: Issued, two: Issued) -> float:
    """Consequences must be alike, and conditions, where both have one, must share a word."""
    if one.condition and two.condition and not one.condition & two.condition:
        return 0.0
    left = one.consequence or one.condition
    right = two.consequence or two.condition
    whole = (one.condition | one.consequence) & (two.condition | two.consequence)
    shared = overlap(left, right)
    few = min(_FEWEST, len(one.condition | one.consequence), len(two.condition | two.consequence))
    return shared if shared >= _ALIKE and len(whole) >= few else 0.0


def _agree(one: Issued, two: Issued) -> bool:
    left, right = one.commitment, two.commitment
    if one.reading.report.id == two.reading.report.id:  # a reading tells a commitment once
        return False
    if _KINDS.get(left.kind, left.kind) != _KINDS.get(right.kind, right.kind):
        return False
    if not (_same(left.by, right.by) and _same(left.to, right.to)):
        return False
    if one.told.days is None or two.told.days is None:
        return True
    first, second = sorted((one.told.days, two.told.days))
    return second[0] - first[1] <= _SLACK


def _same(left: str, right: str) -> bool:
    one, two = left.split()[0], right.split()[0]
    return "---" in (one, two) or one == two


def full(group: Sequence[Issued]) -> Issued:
    """The telling that says most: with a condition, a deadline, a party, the longest words."""
    return max(
        group,
        key=lambda each: (
            bool(each.condition),
            each.commitment.deadline is not None,
            not each.commitment.by.startswith("---"),
            len(each.condition | each.consequence),
            -each.told.order,
        ),
    )
