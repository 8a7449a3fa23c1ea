"""Arithmetic on spans: `(start, end)` character offsets, end exclusive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.records import Span, Spans


def overlaps(left: Span, right: Span) -> bool:
    """Do the two share a character?"""
    return left[0] < right[1] and right[0] < left[1]


def covers(outer: Iterable[Span], inner: Span) -> bool:
    """Does one piece of `outer` hold all of `inner`?"""
    return any(start <= inner[0] and inner[1] <= end for start, end in outer)


def covers_all(outer: Iterable[Span], inner: Iterable[Span]) -> bool:
    """Does `outer` hold every piece of `inner`? An empty `inner` is not held."""
    pieces = tuple(outer)
    held = [covers(pieces, span) for span in inner]
    return bool(held) and all(held)


def quoted(text: str, spans: Iterable[Span]) -> str:
    """The words of the spans, pieces joined by an ellipsis."""
    return " … ".join(text[start:end] for start, end in spans)


def length(spans: Iterable[Span]) -> int:
    """Characters covered by disjoint spans."""
    return sum(end - start for start, end in spans)


def shared(left: Spans, right: Spans) -> float:
    """Share of the longer of two that both cover, 0 to 1."""
    both = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in left for b in right)
    return both / max(length(left), length(right), 1)


def trimmed(text: str, span: Span, marks: str = " \t\r\n,;") -> Span:
    """The span without blanks and stray commas at its ends; may come out empty."""
    start, end = span
    while start < end and text[start] in marks:
        start += 1
    while end > start and text[end - 1] in marks:
        end -= 1
    return start, end


def joined(spans: Iterable[Span], text: str | None = None) -> Spans:
    """Sorted, overlapping pieces made one; with `text`, pieces with only blanks between as well."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and (start <= out[-1][1] or (text is not None and not text[out[-1][1] : start].strip())):
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return tuple(out)


def meet(spans: Iterable[Span], zone: Iterable[Span]) -> Spans:
    """What of the spans lies in the zone."""
    held = tuple(zone)
    pieces = ((max(a[0], b[0]), min(a[1], b[1])) for a in spans for b in held)
    return tuple((start, end) for start, end in pieces if start < end)


def without(spans: Iterable[Span], holes: Iterable[Span]) -> Spans:
    """What is left of the spans outside the holes."""
    pieces = list(spans)
    for hole in holes:
        pieces = [part for piece in pieces for part in _cut(piece, hole)]
    return tuple(pieces)


def _cut(piece: Span, hole: Span) -> Iterator[Span]:
    if not overlaps(piece, hole):
        yield piece
        return
    if piece[0] < hole[0]:
        yield piece[0], hole[0]
    if hole[1] < piece[1]:
        yield hole[1], piece[1]
