"""Attributions that headlines make with a colon: "Report: X does Y", "X does Y: agency"."""

from __future__ import annotations

from sayso.attribute.lexicon import source_lexicon
from sayso.records import BODIES, Attribution, Span
from sayso.syntax import Tree

LONGEST = 5
"""A source beside a headline's colon has at most this many words."""


def headlines(tree: Tree) -> list[Attribution]:
    """One proposal for each title whose colon has a source on one side."""
    found = []
    for segment in tree.annotated.segments:
        if segment.kind in ("title", "deck"):
            colon = tree.text.find(": ", segment.start, segment.end)
            if colon > segment.start:
                found += _sides(tree, (segment.start, colon), (colon + 1, segment.end), (colon, colon + 1))
    return found


def _sides(tree: Tree, before: Span, after: Span, colon: Span) -> list[Attribution]:
    for source, content in ((before, after), (after, before)):
        if _names_a_source(tree, source):
            return [Attribution(id="", source=(source,), cue=(colon,), content=(content,))]
    return []


def _names_a_source(tree: Tree, span: Span) -> bool:
    words = tree.within([span])
    if not 0 < len(words) <= LONGEST:
        return False
    last = tree.words[words[-1]]
    known = source_lexicon().get(tree.lemma(words[-1])) is not None
    named = any(
        (entity.type == "person" or entity.type in BODIES) and entity.first <= words[-1] < entity.last
        for entity in tree.annotated.entities
    )
    return (known and last.upos in ("NOUN", "PROPN")) or named
