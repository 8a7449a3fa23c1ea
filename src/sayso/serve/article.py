"""
A reading laid out for a page: paragraphs cut into flat pieces at every edge of a span.

No two pieces overlap and none is nested, so that the text prints, wraps and copies as it was written. What
stands beside a paragraph - who says so, events, commitments - is worked out here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from sayso.ledger.chain import ancestry, by_id, shown
from sayso.publish.dates import day, days
from sayso.publish.parties import parties
from sayso.publish.words import STATUS_WORDS
from sayso.records import STATUSES, UNSURE, Commitment, Event, Reading, Span
from sayso.spans import covers, overlaps, quoted

DEEPEST = 6
LINE = re.compile(r"[^\n]+")


class Tag(Struct, frozen=True):
    """A small label set into the text, no part of it: a link to a note, or a resolved date."""

    words: str
    look: str
    href: str = ""


class Piece(Struct, frozen=True):
    """A stretch of text with one look throughout; `anchor` is its id on the page."""

    text: str
    looks: tuple[str, ...] = ()
    anchor: str = ""
    before: tuple[Tag, ...] = ()
    after: tuple[Tag, ...] = ()


class Note(Struct, frozen=True):
    """What stands beside the text: an event or a commitment, with a link back to its words."""

    anchor: str
    back: str
    mark: str
    word: str
    look: str
    type: str
    parties: str
    condition: str
    consequence: str
    scene: str
    chain: tuple[str, ...]


class Block(Struct, frozen=True):
    """
    One line of the report with all that stands beside it.

    `kind` is "title", "text" or "aside" (set aside: no facts are taken from it); `depth` the deepest level of
    attribution in it, 0 for the outlet's own voice; `chains` the distinct chains, in order.
    """

    kind: str
    pieces: tuple[Piece, ...]
    depth: int
    chains: tuple[tuple[str, ...], ...]
    notes: tuple[Note, ...]


class Layer(Struct, frozen=True):
    """A span with what it does to the pieces under it; `first` and `last` are for its edges."""

    span: Span
    look: str = ""
    anchor: str = ""
    first: tuple[Tag, ...] = ()
    last: tuple[Tag, ...] = ()


def article(reading: Reading) -> tuple[Block, ...]:
    """The report's lines in order, each with its pieces, chains and notes."""
    text = reading.report.text
    notes = _notes(reading)
    layers = sorted(_layers(reading), key=lambda layer: layer.span)
    lines = [(line.start(), line.end()) for line in LINE.finditer(text) if line.group().strip()]
    return tuple(
        Block(
            kind=_kind(reading, line, first=number == 0),
            pieces=tuple(_pieces(text, line, [each for each in layers if overlaps(each.span, line)])),
            depth=min(max(map(len, chains), default=1) - 1, DEEPEST),
            chains=chains,
            notes=tuple(note for at, note in notes if line[0] <= at < line[1]),
        )
        for number, line in enumerate(lines)
        for chains in (_chains(reading, line),)
    )


def unplaced(reading: Reading) -> tuple[Note, ...]:
    """Events and commitments that rest on no words of their own; a page shows them after the text."""
    return tuple(note for at, note in _notes(reading) if at < 0)


def _kind(reading: Reading, line: Span, *, first: bool) -> str:
    if covers(reading.boilerplate, line):
        return "aside"
    words = reading.report.text[line[0] : line[1]].strip()
    return "title" if first and words == (reading.report.title or "").strip() else "text"


# ------------------------------------------------------------------ pieces
def _layers(reading: Reading) -> Iterator[Layer]:
    for attribution in reading.attributions:
        unsure = attribution.confidence < UNSURE
        for span in attribution.source:
            yield Layer(span, "source")
            if unsure:
                yield Layer(span, "unsure")
        for span in attribution.cue:
            yield Layer(span, "cue")
    for span in reading.boilerplate:
        yield Layer(span, "aside")
    for number, event in enumerate(_in_order(reading), 1):
        yield from _event_layers(event, number)
    for number, commitment in enumerate(_promised(reading)):
        yield from _commitment_layers(commitment, letter(number))
    for time in reading.times:
        resolved = days(time.days)
        yield Layer(time.span, "time", last=(Tag(resolved, "when"),) if resolved else ())


def _event_layers(event: Event, number: int) -> Iterator[Layer]:
    look = status_look(event.status)
    word = STATUS_WORDS.get(event.status, event.status)
    for place, span in enumerate(event.mentions):
        tag = Tag(f"{number} {word}" if place == 0 else str(number), f"tag {look}", f"#e-{event.id}")
        yield Layer(span, look, f"m-{event.id}" if place == 0 else "", last=(tag,))


def _commitment_layers(commitment: Commitment, mark: str) -> Iterator[Layer]:
    href = f"#c-{commitment.id}"
    anchored = False
    for spans, word in ((commitment.condition, "if"), (commitment.consequence, "then")):
        for span in spans[:1]:
            said = commitment.kind if word == "then" and not commitment.condition else word
            anchor = "" if anchored else f"w-{commitment.id}"
            anchored = True
            yield Layer(span, "", anchor, first=(Tag(f"{mark} {said}", "tag pledge", href),))


def _pieces(text: str, line: Span, layers: list[Layer]) -> Iterator[Piece]:
    edges = {line[0], line[1]}
    for layer in layers:
        edges.update(edge for edge in layer.span if line[0] < edge < line[1])
    anchored: set[str] = set()
    order = sorted(edges)
    for start, end in pairwise(order):
        over = [layer for layer in layers if overlaps(layer.span, (start, end))]
        anchor = next((each.anchor for each in over if each.anchor and each.span[0] == start), "")
        yield Piece(
            text=text[start:end],
            looks=tuple(dict.fromkeys(each.look for each in over if each.look)),
            anchor="" if anchor in anchored else anchor,
            before=tuple(tag for each in over if each.span[0] == start for tag in each.first),
            after=tuple(dict.fromkeys(tag for each in over if each.span[1] == end for tag in each.last)),
        )
        anchored.add(anchor)


# ------------------------------------------------------------------ who says so
def _chains(reading: Reading, line: Span) -> tuple[tuple[str, ...], ...]:
    """The distinct chains of attributions whose cue, or else content, lies in the line; longest ones only."""
    known = by_id(reading)
    found = dict.fromkeys(
        shown(reading.report, ancestry(known, each.id))
        for each in reading.attributions
        if any(overlaps(span, line) for span in (*each.cue, *each.content))
    )
    return tuple(
        chain
        for chain in found
        if not any(other != chain and other[: len(chain)] == chain for other in found)
    )


# ------------------------------------------------------------------ notes
def _notes(reading: Reading) -> list[tuple[int, Note]]:
    """The notes with the place of their first words, -1 where there are none; in reading order."""
    out = [
        (min((span[0] for span in event.mentions[:1]), default=-1), _event_note(reading, event, number))
        for number, event in enumerate(_in_order(reading), 1)
    ]
    out += [
        (_start(commitment), _commitment_note(reading, commitment, letter(number)))
        for number, commitment in enumerate(_promised(reading))
    ]
    return sorted(out, key=lambda each: each[0])


def _in_order(reading: Reading) -> list[Event]:
    return sorted(reading.events, key=lambda event: event.mentions[:1])


def _promised(reading: Reading) -> list[Commitment]:
    return sorted(reading.commitments, key=_start)


def _start(commitment: Commitment) -> int:
    return min((span[0] for span in (*commitment.condition, *commitment.consequence)), default=-1)


def _event_note(reading: Reading, event: Event, number: int) -> Note:
    where = event.place.name if event.place else ""
    return Note(
        anchor=f"e-{event.id}",
        back=f"#m-{event.id}" if event.mentions else "",
        mark=str(number),
        word=STATUS_WORDS.get(event.status, event.status),
        look=status_look(event.status),
        type=event.type,
        parties=parties(event.actor, event.recipient),
        condition="",
        consequence="",
        scene=" · ".join(part for part in (days(event.date), where) if part),
        chain=shown(reading.report, ancestry(by_id(reading), event.according_to)),
    )


def _commitment_note(reading: Reading, commitment: Commitment, mark: str) -> Note:
    text = reading.report.text
    to = () if commitment.to == "---" else (commitment.to,)
    until = f"by {day(commitment.deadline)}" if commitment.deadline else ""
    return Note(
        anchor=f"c-{commitment.id}",
        back=f"#w-{commitment.id}" if _start(commitment) >= 0 else "",
        mark=mark,
        word="",
        look="pledge",
        type=commitment.kind.upper(),
        parties=parties((commitment.by,), to),
        condition=quoted(text, commitment.condition),
        consequence=quoted(text, commitment.consequence),
        scene=" · ".join(part for part in (days(commitment.date), until) if part),
        chain=shown(reading.report, ancestry(by_id(reading), commitment.attribution)),
    )


def status_look(status: str) -> str:
    """The class of a status on a page; an unknown one has its own."""
    return f"s-{status}" if status in STATUSES else "s-other"


def letter(number: int) -> str:
    """0 as A, 25 as Z, 26 as AA."""
    left, place = divmod(number, 26)
    return (letter(left - 1) if left else "") + chr(ord("A") + place)
