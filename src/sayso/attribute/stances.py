"""What the cue says of the source's stance, and how it is hedged."""

from __future__ import annotations

from sayso.attribute.complements import infinitive
from sayso.attribute.lexicon import Cue, cue_lexicon
from sayso.records import Spans
from sayso.syntax import Tree

HEDGES = frozenset(
    {"allegedly", "apparently", "appear", "likely", "possibly", "probably", "purportedly", "reportedly",
     "seem", "supposedly"}
)  # fmt: skip
MAY = frozenset({"could", "may", "might"})
AGAIN = frozenset({"also", "too", "likewise", "separately", "independently"})


def known_cue(tree: Tree, cue: Spans) -> bool:
    """Does the cue hold a word of the table?"""
    return _known(tree, cue) is not None


def stance(tree: Tree, cue: Spans, content: Spans = ()) -> str:
    """
    One of `records.STANCES`; "assert" where the table knows nothing better, "predict" where what is
    asserted may come about ("could set off a war").
    """
    if content and tree.text[cue[0][0] : cue[-1][1]] == ":" and tree.text[content[-1][1] - 1] == "?":
        return "ask"
    found = _by_cue(tree, cue)
    return "predict" if found == "assert" and _may_be(tree, content) else found


def _may_be(tree: Tree, content: Spans) -> bool:
    head = tree.head_of(content) if content else None
    return head is not None and any(tree.lemma(at) in MAY for at in tree.children(head, "aux"))


def _by_cue(tree: Tree, cue: Spans) -> str:
    known = _known(tree, cue)
    if known and known.stance == "request" and _asks(tree, cue):
        return "ask"
    telling = [at for at in tree.within(cue) if tree.lemma(at) == "tell" and infinitive(tree, at) is not None]
    return "request" if telling else known.stance if known else "assert"


def _asks(tree: Tree, cue: Spans) -> bool:
    """ "asked whether", "asked how": a question, no request."""
    clauses = [at for index in tree.within(cue) for at in tree.children(index, "ccomp", "xcomp", "advcl")]
    marks = [mark for at in clauses for mark in tree.children(at, "mark", "advmod", "obj", "nsubj")]
    return any(tree.lemma(mark) in ("whether", "if", "how", "why", "when", "where", "what") for mark in marks)


def _known(tree: Tree, cue: Spans) -> Cue | None:
    table = cue_lexicon()
    words = tree.within(cue)
    whole = " ".join(tree.lemma(index) for index in words)
    if whole in table:
        return table[whole]
    telling = [table[tree.lemma(index)] for index in words if tree.lemma(index) in table]
    strong = [cue for cue in telling if cue.stance != "assert"]
    return next(iter(strong or telling), None)


def hedges(tree: Tree, cue: Spans) -> tuple[str, ...]:
    """Hedging words on or beside the cue."""
    return tuple(tree.lemma(index) for index in _beside(tree, cue) if tree.lemma(index) in HEDGES)


def also(tree: Tree, cue: Spans) -> bool:
    """Does the cue say that others said the same ("also confirmed")?"""
    return any(tree.lemma(index) in AGAIN for index in _beside(tree, cue))


def _beside(tree: Tree, cue: Spans) -> list[int]:
    words = tree.within(cue)
    around = [child for index in words for child in tree.children(index, "advmod", "aux")]
    return sorted({*words, *around})
