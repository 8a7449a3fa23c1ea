"""
Days told in borrowed words. "Yesterday" in a sentence that repeats an earlier report, or in quotation marks
of a newsroom whose report is at hand, is the yesterday of that report.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sayso.attribute.quotes import stretch
from sayso.lineage.copies import Passage
from sayso.lineage.told import Days
from sayso.records import Attribution, Reading, Span, Time
from sayso.spans import overlaps


def days_of(
    told: Days | None,
    words: Iterable[Span],
    reading: Reading,
    passage: Passage | None,
    readings: Sequence[Reading],
    quoted: Sequence[tuple[Attribution, Sequence[Reading]]],
) -> Days | None:
    """
    The days of an event, moved to where the first to write them had them.

    Args:
        told: As the reading has them.
        words: The date words they rest on.
        reading: The one that tells it.
        passage: The sentence of another report that is repeated here; it indexes `readings`.
        quoted: Sources that are newsrooms, each with its reports at hand, the last one first.
    """
    if told is None:
        return None
    for span in words:
        mine = next((time for time in reading.times if overlaps(time.span, span)), None)
        if mine is None or mine.days is None:
            continue
        source = readings[passage.reading] if passage else None
        first = _repeated(mine, reading, source, passage.span) if source and passage else None
        first = first or _quoted(mine, reading, quoted)
        if first is not None and first.days is not None:
            return _moved(told, mine.days, first.days)
    return told


def _repeated(mine: Time, reading: Reading, source: Reading, inside: Span) -> Time | None:
    """The same words in the sentence that is repeated."""
    words = _plain(reading.report.text, mine.span)
    for time in source.times:
        if inside[0] <= time.span[0] < inside[1] and _plain(source.report.text, time.span) == words:
            return time
    return None


def _quoted(
    mine: Time, reading: Reading, quoted: Sequence[tuple[Attribution, Sequence[Reading]]]
) -> Time | None:
    """The same words in the report that the quotation stands in, word for word."""
    for attribution, sources in quoted:
        marked = stretch(reading.report.text, attribution.content, mine.span[0])
        if marked is None:
            continue
        said = reading.report.text[slice(*marked)]
        for source in sources:
            at = source.report.text.find(said)
            where = at + mine.span[0] - marked[0]
            if at >= 0:
                return next((time for time in source.times if time.span[0] == where), None)
    return None


def _plain(text: str, span: Span) -> str:
    return " ".join(text[slice(*span)].lower().split())


def _moved(told: Days, mine: tuple[str, str], first: tuple[str, str]) -> Days:
    """Moved by as much as the words themselves: "since yesterday" may reach further than they do."""
    here, there = (date.fromisoformat(days[0]) for days in (mine, first))
    by: timedelta = there - here
    try:
        return told[0] + by, told[1] + by
    except OverflowError:
        return told
