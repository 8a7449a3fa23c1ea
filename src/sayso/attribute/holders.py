"""
Who holds what inside another content: "officials said he wants a deal". The engine was taught few of
these; the roles of the verb tell who holds it (ARG0) and what is held (ARG1).
"""

from __future__ import annotations

from msgspec.structs import replace

from sayso.attribute.complements import cue_of, source_phrase
from sayso.attribute.lexicon import cue_lexicon
from sayso.records import Argument, Attribution, Predicate, Spans
from sayso.spans import covers_all, overlaps
from sayso.syntax import Tree

HELD = frozenset({"believe", "request", "promise", "threaten", "predict"})
"""Stances of verbs whose object alone, be it a noun, is what somebody thinks, wants or announces."""


def holders(tree: Tree) -> list[Attribution]:
    """One proposal for each verb of these stances with a holder and, behind it, something held."""
    proposals = (_held(tree, told) for told in tree.annotated.predicates if _holding(tree, told.word))
    return [one for one in proposals if one is not None]


def _holding(tree: Tree, index: int) -> bool:
    cue = cue_lexicon().get(tree.lemma(index)) if tree.words[index].upos == "VERB" else None
    return cue is not None and cue.stance in HELD


def _held(tree: Tree, told: Predicate) -> Attribution | None:
    holder, held = _argument(told, "ARG0"), _argument(told, "ARG1")
    if holder is None or held is None or held.first <= told.word:
        return None
    that = tree.lemma(held.first) == "that" and held.last - held.first > 1
    content = tree.run(range(held.first + that, held.last))
    source = (source_phrase(tree, holder.head),)
    return Attribution(id="", source=source, cue=cue_of(tree, told.word), content=content)


def _argument(told: Predicate, role: str) -> Argument | None:
    return next((one for one in told.arguments if one.role == role), None)


def owned(tree: Tree, one: Attribution, others: list[Attribution]) -> Attribution:
    """An active cue inside another content speaks for its own subject, not for the outer one's."""
    outer = [other for other in others if other is not one and covers_all(other.content, one.cue)]
    phrase = _subject(tree, one.cue) if outer else ()
    return replace(one, source=phrase) if phrase and _better(phrase, one.source, outer) else one


def _subject(tree: Tree, cue: Spans) -> Spans:
    """The phrase of the subject that stands with a verb of the cue, none of a passive's."""
    for index in tree.within(cue):
        active = tree.words[index].upos == "VERB" and not tree.children(index, "aux:pass")
        subject = tree.subject(index) if active and tree.children(index, "nsubj") else None
        if subject is not None:
            return (source_phrase(tree, subject),)
    return ()


def _better(phrase: Spans, source: Spans, outer: list[Attribution]) -> bool:
    """Is there no source, only a part of the subject, or one from outside of what is said?"""
    if not source or covers_all(phrase, source):
        return True
    inside = any(covers_all(other.content, source) for other in outer)
    return not inside and not any(overlaps(a, b) for a in source for b in phrase)
