"""
Who holds what inside another content: "officials said he wants a deal". The engine was taught few of
these; the roles of the verb tell who holds it (ARG0) and what is held (ARG1).
"""

from __future__ import annotations

from msgspec.structs import replace

from sayso.attribute.complements import cue_of, source_phrase
from sayso.attribute.lexicon import cue_lexicon
from sayso.contents import Contents
from sayso.records import Argument, Attribution, Predicate, Spans
from sayso.spans import covers_all, joined, length, meet, overlaps
from sayso.syntax import Tree

HELD = frozenset({"believe", "request", "promise", "threaten", "predict", "order", "deny"})
"""Stances of verbs whose object alone, be it a noun, is what somebody thinks, wants, announces, bars."""


def holders(tree: Tree) -> list[Attribution]:
    """One proposal for each verb of these stances, and each noun of the table, that holds something."""
    told = tree.annotated.predicates
    proposals = [
        *(_held(tree, one) for one in told if _holding(tree, one.word)),
        *(_equated(tree, one) for one in told if tree.lemma(one.word) == "be"),
    ]
    return [one for one in proposals if one is not None]


def _holding(tree: Tree, index: int) -> bool:
    cue = cue_lexicon().get(tree.lemma(index))
    upos = tree.words[index].upos
    return cue is not None and (upos == "NOUN" or (upos == "VERB" and cue.stance in HELD))


def _held(tree: Tree, told: Predicate) -> Attribution | None:
    holder, held = _argument(told, "ARG0"), _what(tree, told)
    if holder is None or held is None:
        return None
    source = (source_phrase(tree, holder.head),)
    cue, content = cue_of(tree, told.word), _content(tree, held)
    if tree.words[told.word].upos == "VERB" and _hangs(tree, held, told.word):
        cue, content = (
            joined((*cue, *tree.run([held.first])), tree.text),
            tree.run(range(held.first + 1, held.last)),
        )
    return Attribution(id="", source=source, cue=cue, content=content)


def _hangs(tree: Tree, held: Argument, verb: int) -> bool:
    """ "asked for | the papers": a preposition right behind the verb belongs to it."""
    preposition = tree.words[held.first].upos == "ADP" and tree.words[held.first].xpos != "TO"
    return held.first == verb + 1 and preposition and held.last - held.first > 1


def _equated(tree: Tree, told: Predicate) -> Attribution | None:
    """ "the message from Riyadh was that ...": a noun of the table is said to be a clause."""
    thing, clause = _argument(told, "ARG1"), _argument(told, "ARG2")
    if thing is None or clause is None or clause.first < told.word:
        return None
    noun = tree.words[thing.head].upos == "NOUN" and tree.lemma(thing.head) in cue_lexicon()
    if not noun or tree.lemma(clause.first) not in ("that", "to"):
        return None
    return Attribution(
        id="",
        source=_owner(tree, thing.head),
        cue=tree.run([thing.head]),
        content=_content(tree, clause),
    )


def _content(tree: Tree, held: Argument) -> Spans:
    """The argument without "that"."""
    that = tree.lemma(held.first) == "that" and held.last - held.first > 1
    return tree.run(range(held.first + that, held.last))


def _owner(tree: Tree, noun: int) -> Spans:
    """Whose word it is: "Tehran's message", "the message from Tehran"."""
    after = [at for at in tree.children(noun, "nmod") if tree.marker(at) in ("from", "of", "by")]
    owners = [*tree.children(noun, "nmod:poss"), *after]
    return (source_phrase(tree, owners[0]),) if owners else ()


def _what(tree: Tree, told: Predicate) -> Argument | None:
    """A clause behind the word, else, of a verb, what follows as ARG1 ("promised a deal")."""
    behind = [one for one in told.arguments if one.role in ("ARG1", "ARG2", "ARG3") and one.first > told.word]
    clauses = [one for one in behind if tree.words[one.head].upos == "VERB"]
    verb = tree.words[told.word].upos == "VERB"
    things = [one for one in behind if one.role == "ARG1" and (verb or _asked_for(tree, told.word, one))]
    # The engine takes what is promised for ARG2 now and then.
    given = [one for one in behind if verb and one.role == "ARG2" and tree.words[one.first].upos != "ADP"]
    return next(iter([*clauses, *things, *given]), None)


def _asked_for(tree: Tree, noun: int, thing: Argument) -> bool:
    """ "the kidnappers' demand for two million dollars"."""
    cue = cue_lexicon().get(tree.lemma(noun))
    return cue is not None and cue.stance == "request" and tree.lemma(thing.first) == "for"


def _argument(told: Predicate, role: str) -> Argument | None:
    return next((one for one in told.arguments if one.role == role), None)


def owned(tree: Tree, one: Attribution, known: Contents) -> Attribution:
    """A cue inside another content speaks for its own subject or agent, not for the outer one's."""
    outer = [other for other in known.holding(one.cue) if other is not one]
    if not outer:
        return one
    parent = min(outer, key=lambda other: length(other.content))
    phrase = _subject(tree, one.cue)
    one = replace(one, source=phrase) if phrase and _better(phrase, one.source, parent) else one
    within = meet(one.source, parent.content)
    return replace(one, source=within) if within else one


def _subject(tree: Tree, cue: Spans) -> Spans:
    """The phrase of the subject that stands with a verb of the cue, or of a passive's agent."""
    for index in tree.within(cue):
        if tree.words[index].upos != "VERB":
            continue
        known = tree.children(index, "nsubj") or tree.is_(index, "xcomp")
        subject = tree.subject(index) if known else _blamed(tree, index)
        if subject is not None:
            return (source_phrase(tree, subject),)
    return ()


def _blamed(tree: Tree, index: int) -> int | None:
    """ "accused the rector of ordering": the rector ordered."""
    if not tree.is_(index, "advcl") or tree.marker(index) != "of":
        return None
    return next(iter(tree.children(tree.words[index].head, "obj", "iobj", "nsubj:pass")), None)


def _better(phrase: Spans, source: Spans, parent: Attribution) -> bool:
    """Is there no source, only a part of the subject, or one from outside of what is said?"""
    if not source or covers_all(phrase, source):
        return True
    outside = not covers_all(parent.content, source)
    return outside and not any(overlaps(a, b) for a in source for b in phrase)
