"""
Who speaks where no verb says so: the turns of an interview ("Q:", "GEN. OBEID:"), a post with its author's
name behind a dash, a post passed on ("RT @army: ...").
"""

from __future__ import annotations

import re

from sayso.attribute.marks import CLOSING, EITHER, OPENING
from sayso.records import Attribution, Segment, Span
from sayso.syntax import Tree

TURN = re.compile(r"((?:[A-Z][\w.’'-]*|[A-Z]+)(?:[ \t][A-Z(][\w.)’'-]*){0,4}):\s+(?=\S)")
PASSED_ON = re.compile(r"RT[ \t]+(@\w+)(:)\s+(?=\S)")
SIGNED = re.compile(
    r"[ \t]*(—|–|―|--|-)[ \t]*([A-Z@][^\n—–―]{1,60}?)(?:[ \t]+[A-Z][a-z]+[ \t]\d{1,2},[ \t]\d{4})?\s*$"
)
TURNS = 2
"""Paragraphs with a speaker's name that make an interview."""


def speakers(tree: Tree) -> list[Attribution]:
    """One proposal for each turn, each signed post and each post passed on."""
    parts = [part for part in tree.annotated.segments if part.kind == "paragraph"]
    told = [part for part in tree.annotated.segments if part.kind in ("title", "paragraph")]
    turns = [one for one in (_turn(tree, part) for part in told) if one is not None]
    found = turns if len(turns) >= TURNS and _shouted(tree, turns) else []
    posts = (_passed_on(tree, part) or _signed(tree, part) for part in parts)
    return [*found, *(one for one in posts if one is not None)]


def _turn(tree: Tree, part: Segment) -> Attribution | None:
    found = TURN.match(tree.text, part.start, part.end)
    if found is None:
        return None
    return _made(found.span(1), (found.end(1), found.end(1) + 1), (found.end(), part.end))


def _shouted(tree: Tree, turns: list[Attribution]) -> bool:
    """Are the names in capitals, or one letter, or does one come again? "Update: ..." alone is no speaker."""
    names = [tree.text[start:end] for one in turns for start, end in one.source]
    return all(name.upper() == name for name in names) or len(set(names)) < len(names)


def _passed_on(tree: Tree, part: Segment) -> Attribution | None:
    found = PASSED_ON.match(tree.text, part.start, part.end)
    return _made(found.span(1), found.span(2), (found.end(), part.end)) if found else None


def _signed(tree: Tree, part: Segment) -> Attribution | None:
    """A paragraph that is a quotation and a name: only a post has a handle beside it, or a date behind."""
    text = tree.text[part.start : part.end]
    if text[:1] not in (*OPENING, EITHER):
        return None
    close = max(text.rfind(mark) for mark in (*CLOSING, EITHER))
    found = SIGNED.match(text, close + 1) if close > 0 else None
    if found is None:
        return None
    start = part.start
    name, dash = found.span(2), found.span(1)
    return _made(
        (start + name[0], start + name[1]), (start + dash[0], start + dash[1]), (start, start + close + 1)
    )


def _made(source: Span, cue: Span, content: Span) -> Attribution:
    return Attribution(id="", source=(source,), cue=(cue,), content=(content,))
