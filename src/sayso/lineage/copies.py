"""
Reused text: which sentence of one outlet stands, much as it is, in an earlier report of another.

Fingerprints are winnowed word shingles (Schleimer, Wilkerson and Aiken, SIGMOD 2003), compared by
containment, since a reprint is cut and framed but seldom rewritten. Sentences, not reports, are compared:
a paper may print an agency's three paragraphs beneath two of its own.
"""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from sayso.lineage.stems import words
from sayso.records import Reading, Span

_SHINGLE = 4
_WINDOW = 3
_SHORTEST = 8  # words: shorter sentences ("The ministry declined to comment.") are alike by chance
_CONTAINED = 0.7
_REACH = timedelta(days=14)
_COMMONEST = 50  # a fingerprint in more sentences than this tells nothing


class Passage(Struct, frozen=True):
    """A sentence of a report; `reading` indexes the readings that were compared."""

    reading: int
    span: Span


class Copies:
    """
    For each sentence, the earliest sentence that it repeats.

    Args:
        readings: In order of publication: of two equal sentences the first is the origin.
    """

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = readings
        self._spans: list[list[Span]] = [list(sentences(reading)) for reading in readings]
        self._of: dict[tuple[int, Span], Passage] = {}
        self._index: dict[int, list[Passage]] = {}
        for number, spans in enumerate(self._spans):
            self._enter(number, spans)

    def original(self, reading: int, position: int) -> Passage | None:
        """The passage that the sentence around `position` repeats; None where it is the outlet's own."""
        spans = self._spans[reading]
        at = bisect_right(spans, (position, 1 << 60)) - 1
        if at < 0 or position >= spans[at][1]:
            return None
        return self._of.get((reading, spans[at]))

    def pairs(self) -> dict[int, int]:
        """Reports that are copies for the better part: number of the copy to number of its original."""
        out = {}
        for number, spans in enumerate(self._spans):
            shares: Counter[int] = Counter()
            for span in spans:
                if (number, span) in self._of:
                    shares[self._of[number, span].reading] += span[1] - span[0]
            whole = sum(end - start for start, end in spans)
            if shares and max(shares.values()) * 2 >= whole:
                out[number] = min(n for n, share in shares.items() if share == max(shares.values()))
        return out

    def _enter(self, number: int, spans: Iterable[Span]) -> None:
        text = self._readings[number].report.text
        fresh: list[tuple[set[int], Passage]] = []
        for span in spans:
            prints = fingerprints(text[span[0] : span[1]])
            found = self._repeated(number, prints)
            if found is not None:
                self._of[number, span] = found
            elif prints:
                fresh.append((prints, Passage(number, span)))
        for prints, passage in fresh:
            for each in prints:
                self._index.setdefault(each, []).append(passage)

    def _repeated(self, number: int, prints: set[int]) -> Passage | None:
        hits: Counter[tuple[int, Span]] = Counter()
        for each in prints:
            found = self._index.get(each, ())
            if len(found) <= _COMMONEST:
                hits.update((passage.reading, passage.span) for passage in found)
        close = [
            (-count, passage)
            for passage, count in hits.items()
            if count >= _CONTAINED * len(prints) and self._could_copy(number, passage[0])
        ]
        return Passage(*min(close)[1]) if close else None

    def _could_copy(self, late: int, early: int) -> bool:
        one, two = self._readings[late].report, self._readings[early].report
        return one.outlet != two.outlet and _apart(one.published, two.published) <= _REACH


def sentences(reading: Reading) -> Iterator[Span]:
    """The sentences of a reading; the lines of its text, where it gives none."""
    if reading.sentences:
        yield from sorted(reading.sentences)
        return
    at = 0
    for line in reading.report.text.splitlines(keepends=True):
        if line.strip():
            yield at, at + len(line)
        at += len(line)


def fingerprints(sentence: str) -> set[int]:
    """The least hash of every window of word shingles; none for a sentence too short to tell."""
    told = words(sentence)
    if len(told) < _SHORTEST:
        return set()
    hashes = [zlib.crc32(" ".join(told[i : i + _SHINGLE]).encode()) for i in range(len(told) - _SHINGLE + 1)]
    return {min(hashes[i : i + _WINDOW]) for i in range(max(1, len(hashes) - _WINDOW + 1))}


def _apart(one: datetime | None, two: datetime | None) -> timedelta:
    return abs(one - two) if one and two else timedelta()
