"""Attributions by where their contents lie: who holds some words is found without asking everyone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sayso.records import Attribution, Span, Spans
from sayso.spans import covers, covers_all, overlaps

BLOCK = 256
"""Characters of text whose attributions are looked up together."""


class Contents:
    """Attributions in the order given, looked up by stretches of text; time grows with the text alone."""

    def __init__(self, attributions: Iterable[Attribution] = ()) -> None:
        self._contents: dict[int, list[Attribution]] = defaultdict(list)
        self._cues: dict[int, list[Span]] = defaultdict(list)
        for one in attributions:
            self.add(one)

    def add(self, one: Attribution) -> None:
        """Take in another attribution."""
        for block in dict.fromkeys(block for span in one.content for block in _blocks(span)):
            self._contents[block].append(one)
        for span in one.cue:
            for block in _blocks(span):
                self._cues[block].append(span)

    def around(self, spans: Spans) -> list[Attribution]:
        """Those with a content near the first of the spans, and perhaps some others."""
        return self._contents.get(spans[0][0] // BLOCK, []) if spans else []

    def holding(self, spans: Spans) -> list[Attribution]:
        """Those whose content holds every one of the spans; none for no spans."""
        return [one for one in self.around(spans) if covers_all(one.content, spans)]

    def at(self, span: Span) -> list[Attribution]:
        """Those one piece of whose content holds the span."""
        return [one for one in self.around((span,)) if covers(one.content, span)]

    def cued(self, spans: Spans) -> bool:
        """Does a cue share a character with one of the spans?"""
        return any(
            overlaps(span, cue)
            for span in spans
            for block in _blocks(span)
            for cue in self._cues.get(block, ())
        )


def _blocks(span: Span) -> range:
    return range(span[0] // BLOCK, max(span[1] - 1, span[0]) // BLOCK + 1)
