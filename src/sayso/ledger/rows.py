"""A Reading taken apart into the rows that filters look at."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from sayso.ledger.chain import ancestry, by_id, label, names, sentence
from sayso.records import Attribution, Commitment, DateRange, Event, Reading, Span
from sayso.spans import quoted

Value = str | int | float | None
Row = tuple[Value, ...]

COLUMNS: dict[str, tuple[str, ...]] = {
    "attributions": (
        "report", "id", "parent", "source", "source_name", "source_type", "source_actor", "country",
        "sector", "cue", "content", "quote", "stance", "confidence", "chain", "start", "end", "sentence",
    ),
    "events": (
        "report", "id", "type", "status", "mode", "according_to", "source_type", "chain", "first_day",
        "last_day", "place", "country", "lat", "lon", "words", "start", "end", "sentence",
    ),
    "parties": ("report", "event", "role", "position", "actor", "country", "sector"),
    "commitments": (
        "report", "id", "kind", "by", "by_country", "by_sector", "to", "to_country", "to_sector",
        "condition", "consequence", "source_type", "chain", "first_day", "last_day", "deadline",
        "start", "end", "sentence",
    ),
    "actors": ("report", "position", "actor", "country", "sector", "name", "via", "words", "start", "end"),
    "times": (
        "report", "position", "type", "value", "first_day", "last_day", "rule", "words", "start", "end",
    ),
    "places": ("report", "position", "name", "country", "lat", "lon", "geonameid", "words", "start", "end"),
    "skipped": ("report", "position", "what", "why", "start", "end"),
}  # fmt: skip
"""Derived tables and their columns, parents before children."""


def rows(reading: Reading) -> Iterator[tuple[str, list[Row]]]:
    """Table by table, in the order of `COLUMNS`, the rows of one reading."""
    known = by_id(reading)
    yield "attributions", [_attribution(reading, known, item) for item in reading.attributions]
    yield "events", [_event(reading, known, item) for item in reading.events]
    yield "parties", [row for item in reading.events for row in _parties(reading.report.id, item)]
    yield "commitments", [_commitment(reading, known, item) for item in reading.commitments]
    yield "actors", list(_actors(reading))
    yield "times", list(_times(reading))
    yield "places", list(_places(reading))
    yield "skipped", list(_skipped(reading))


def halves(code: str | None) -> tuple[str | None, str | None]:
    """The country (or `IGO`) and the sector of an actor code; None for what it leaves open."""
    parts = (code or "").split()
    country = parts[0] if parts and parts[0] != "---" else None
    return country, parts[1] if len(parts) > 1 else None


def _attribution(reading: Reading, known: dict[str, Attribution], item: Attribution) -> Row:
    text = reading.report.text
    start, end = _extent((*item.cue, *item.content, *item.source))
    at = min((span[0] for span in item.cue or item.content), default=start)
    return (
        reading.report.id, item.id, item.parent, quoted(text, item.source), label(reading.report, item),
        item.source_type, item.source_actor, *halves(item.source_actor), quoted(text, item.cue),
        quoted(text, item.content), item.quote, item.stance, item.confidence, _chain(reading, known, item.id),
        start, end, sentence(reading, at),
    )  # fmt: skip


def _event(reading: Reading, known: dict[str, Attribution], item: Event) -> Row:
    start, end = item.mentions[0] if item.mentions else (0, 0)
    place = item.place
    return (
        reading.report.id, item.id, item.type, item.status, item.mode, item.according_to,
        _source_type(known, item.according_to), _chain(reading, known, item.according_to, item.chain),
        *_days(item.date), place.name if place else None, place.country if place else None,
        place.lat if place else None, place.lon if place else None,
        reading.report.text[start:end], start, end, sentence(reading, start),
    )  # fmt: skip


def _parties(report: str, item: Event) -> Iterator[Row]:
    for role, codes in (("actor", item.actor), ("recipient", item.recipient)):
        for position, code in enumerate(codes):
            yield (report, item.id, role, position, code, *halves(code))


def _commitment(reading: Reading, known: dict[str, Attribution], item: Commitment) -> Row:
    text = reading.report.text
    start, end = _extent((*item.consequence, *item.condition))
    return (
        reading.report.id, item.id, item.kind, item.by, *halves(item.by), item.to, *halves(item.to),
        quoted(text, item.condition), quoted(text, item.consequence), _source_type(known, item.attribution),
        _chain(reading, known, item.attribution), *_days(item.date), item.deadline,
        start, end, sentence(reading, start),
    )  # fmt: skip


def _actors(reading: Reading) -> Iterator[Row]:
    for n, item in enumerate(reading.actors):
        yield (
            reading.report.id, n, item.actor, *halves(item.actor), item.name, item.via,
            *_words(reading, item.span),
        )  # fmt: skip


def _times(reading: Reading) -> Iterator[Row]:
    for n, item in enumerate(reading.times):
        yield (
            reading.report.id, n, item.type, item.value, *_days(item.days), item.rule,
            *_words(reading, item.span),
        )  # fmt: skip


def _places(reading: Reading) -> Iterator[Row]:
    for n, item in enumerate(reading.places):
        yield (
            reading.report.id, n, item.name, item.country, item.lat, item.lon, item.geonameid,
            *_words(reading, item.span),
        )  # fmt: skip


def _skipped(reading: Reading) -> Iterator[Row]:
    everything = dict.fromkeys((*reading.report.notes, *reading.skipped))  # a reading may list the notes too
    for n, item in enumerate(everything):
        yield (reading.report.id, n, item.what, item.why, *(item.span or (None, None)))


def _chain(
    reading: Reading, known: dict[str, Attribution], innermost: str | None, ids: Iterable[str] = ()
) -> str:
    path = tuple(known[name] for name in ids if name in known) or ancestry(known, innermost)
    return json.dumps(names(reading.report, path), ensure_ascii=False)


def _source_type(known: dict[str, Attribution], innermost: str | None) -> str | None:
    return known[innermost].source_type if innermost in known else None


def _days(days: DateRange | None) -> tuple[str | None, str | None]:
    return days or (None, None)


def _words(reading: Reading, span: Span) -> tuple[str, int, int]:
    return reading.report.text[span[0] : span[1]], span[0], span[1]


def _extent(spans: tuple[Span, ...]) -> tuple[int, int]:
    return min((s for s, _ in spans), default=0), max((e for _, e in spans), default=0)
