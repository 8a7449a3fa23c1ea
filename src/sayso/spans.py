"""Arithmetic on spans: `(start, end)` character offsets, end exclusive."""

from __future__ import annotations

from collections.abc import Iterable

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
