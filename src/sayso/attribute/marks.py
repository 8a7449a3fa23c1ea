"""
Quotation marks in pairs, and contents that take in the whole of what stands between them: whoever says the
last sentence of a quotation says the first one too.
"""

from __future__ import annotations

from bisect import bisect_right

from msgspec.structs import replace

from sayso.records import Attribution, Span
from sayso.spans import joined, overlaps
from sayso.syntax import Tree

OPENING, CLOSING, EITHER = "“„«", "”»", '"'
TOLD = frozenset({"paragraph", "title", "deck"})


def pairs(tree: Tree) -> list[Span]:
    """
    Quotations from mark to mark, each within its paragraph. One left open ends with the paragraph: the
    next paragraph of a long quotation opens anew.
    """
    found: list[Span] = []
    for segment in tree.annotated.segments:
        if segment.kind in TOLD:
            found += _paired(tree.text, segment.start, segment.end)
    return found


def _paired(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    opened: int | None = None
    for at in range(start, end):
        char = text[at]
        if opened is None and (char in OPENING or char == EITHER):
            opened = at
        elif opened is not None and char in (EITHER if text[opened] == EITHER else CLOSING):
            found.append((opened, at + 1))
            opened = None
    if opened is not None and any(char.isalnum() for char in text[opened:end]):
        found.append((opened, len(text[:end].rstrip())))
    return found


def whole(tree: Tree, found: list[Attribution]) -> list[Attribution]:
    """Each attribution with its quotations taken in from mark to mark, where its cue stands outside."""
    known = pairs(tree)
    starts = [start for start, _ in known]
    return [_stretched(tree, one, known, starts) for one in found]


def _stretched(tree: Tree, one: Attribution, known: list[Span], starts: list[int]) -> Attribution:
    content = tuple(_piece(tree, one, span, known, starts) for span in one.content)
    return replace(one, content=joined(content)) if content != one.content else one


def _piece(tree: Tree, one: Attribution, span: Span, known: list[Span], starts: list[int]) -> Span:
    at = bisect_right(starts, span[0]) - 1
    if at < 0 or span[0] >= known[at][1] or span[1] > known[at][1]:
        return span
    quotation = known[at]
    if any(overlaps(quotation, other) for other in (*one.cue, *one.source)):
        return span
    ends = _bare(tree.text, (span[1], quotation[1]))
    begins = _bare(tree.text, (quotation[0], span[0]))
    return quotation if ends or begins else span


def _bare(text: str, span: Span) -> bool:
    """Is there no word in it?"""
    return not any(char.isalnum() for char in text[span[0] : span[1]])
