"""
Attributions that syntax shows without the engine: a verb of saying, wanting or ordering with its
complement ("told its allies to stand down"), and "cited X as saying".
"""

from __future__ import annotations

from msgspec.structs import replace

from sayso.attribute.lexicon import cue_lexicon
from sayso.records import Attribution, Spans
from sayso.syntax import Tree

QUOTING = frozenset({"cite", "quote"})


def complements(tree: Tree) -> list[Attribution]:
    """One proposal for each verb of the table that has a complement and a subject, or is passive."""
    table = cue_lexicon()
    verbs = (
        index
        for index, word in enumerate(tree.words)
        if word.upos == "VERB" and (cue := table.get(tree.lemma(index))) is not None and cue.syntax
    )
    proposals = (_complement(tree, index) for index in verbs)
    return [one for one in proposals if one is not None]


def completed(tree: Tree, one: Attribution) -> Attribution:
    """
    What the engine left open and syntax knows: the subject of an active cue; and of an order or a
    request to somebody, what is to be done.
    """
    table = cue_lexicon()
    for index in tree.within(one.cue):
        cue = table.get(tree.lemma(index))
        if cue is None or tree.words[index].upos != "VERB":
            continue
        subject = tree.subject(index) if not one.source and not _bare(tree, index) else None
        if subject is not None:
            one = replace(one, source=(source_phrase(tree, subject),))
        clauses = tree.children(index, "xcomp") if tree.objects(index) else []
        if clauses and cue.stance in ("order", "request"):
            one = replace(one, content=tree.run(_content(tree, clauses[0])))
    return one


def relayed(tree: Tree, known: list[Attribution]) -> list[Attribution]:
    """ "C, X cited Y as saying": Y says what X's content is."""
    sayings = (
        index for index, word in enumerate(tree.words) if word.upos == "VERB" and _as_saying(tree, index)
    )
    proposals = (_quoted(tree, index, known) for index in sayings)
    return [one for one in proposals if one is not None]


def _complement(tree: Tree, index: int) -> Attribution | None:
    clauses = tree.children(index, "ccomp", "xcomp")
    if not clauses or _bare(tree, index):
        return None
    source = tree.subject(index)
    if source is None and not tree.children(index, "aux:pass"):
        return None
    content = tree.run(_content(tree, clauses[0]))
    spans: Spans = (source_phrase(tree, source),) if source is not None else ()
    return Attribution(id="", source=spans, cue=_cue(tree, index), content=content)


def _bare(tree: Tree, index: int) -> bool:
    """ "did not say", "was asked": nothing is handed over."""
    negated = any(tree.lemma(child) in ("not", "never") for child in tree.children(index, "advmod"))
    return negated or bool(tree.children(index, "cop"))


def _content(tree: Tree, clause: int) -> list[int]:
    """The clause without "that"; an infinitive keeps its "to"."""
    words = tree.subtree(clause)
    drop = {child for child in tree.children(clause, "mark") if tree.lemma(child) == "that"}
    return [index for index in words if index not in drop]


def _cue(tree: Tree, index: int) -> Spans:
    particles = tree.children(index, "compound:prt")
    return tree.run([index, *particles])


def source_phrase(tree: Tree, index: int) -> tuple[int, int]:
    """The phrase of a source; a pronoun stands alone."""
    word = tree.words[index]
    return (word.start, word.end) if word.upos == "PRON" else tree.phrase(index)


def _as_saying(tree: Tree, index: int) -> bool:
    marked = any(tree.lemma(mark) == "as" for mark in tree.children(index, "mark", "case"))
    return marked and tree.words[index].xpos == "VBG"


def _quoted(tree: Tree, index: int, known: list[Attribution]) -> Attribution | None:
    above = tree.words[index].head
    if above < 0 or tree.lemma(above) not in QUOTING:
        return None
    speakers = tree.objects(above)
    if not speakers:
        return None
    content = _content_of(tree, above, index, known)
    if not content:
        return None
    return Attribution(
        id="",
        source=(source_phrase(tree, speakers[0]),),
        cue=_cue(tree, index),
        content=content,
    )


def _content_of(tree: Tree, above: int, index: int, known: list[Attribution]) -> Spans:
    own = tree.children(index, "ccomp", "xcomp", "obj")
    if own:
        return tree.run(_content(tree, own[0]))
    cue = tree.words[above].start
    for one in known:
        if any(start <= cue < end for start, end in one.cue):
            limit = tree.words[above].start
            return tuple(span for span in one.content if span[1] <= limit) or one.content
    return ()
