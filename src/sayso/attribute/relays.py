"""
One source heard through another: "X cited Y as saying", "sources quoted in the report", "a spokesman,
quoted by the agency".
"""

from __future__ import annotations

from msgspec.structs import replace

from sayso.attribute.complements import cue_of, source_phrase, spoken_words
from sayso.records import Attribution, Spans
from sayso.spans import joined
from sayso.syntax import Tree

QUOTING = frozenset({"cite", "quote"})
CARRIERS = ("by", "in")


def relayed(tree: Tree, known: list[Attribution]) -> list[Attribution]:
    """ "C, X cited Y as saying": Y says what X's content is."""
    sayings = (
        index for index, word in enumerate(tree.words) if word.upos == "VERB" and _as_saying(tree, index)
    )
    proposals = (_quoted(tree, index, known) for index in sayings)
    return [one for one in proposals if one is not None]


def carried(tree: Tree, known: list[Attribution]) -> list[Attribution]:
    """ "C, sources quoted in the report said": the report hands on what the sources said."""
    found: list[Attribution] = []
    for one in known:
        verb = _participle(tree, one)
        carrier = _carrier(tree, verb) if verb is not None else None
        if verb is None or carrier is None:
            found.append(one)
            continue
        cut = tree.words[verb].start
        inner = replace(one, source=_before(tree, one.source, cut))
        outer = Attribution(
            id="",
            source=(tree.phrase(carrier),),
            cue=cue_of(tree, verb),
            content=joined((*one.content, *one.cue, *inner.source), tree.text),
        )
        found += [inner, outer]
    verbs = {one.cue for one in found if one not in known}
    return [one for one in found if one.cue not in verbs or one not in known]


def _participle(tree: Tree, one: Attribution) -> int | None:
    """The "quoted" inside or right behind the source's words."""
    head = tree.head_of(one.source) if one.source else None
    if head is None:
        return None
    for child in tree.children(head, "acl", "amod"):
        if tree.lemma(child) in QUOTING and tree.words[child].xpos == "VBN":
            return child
    return None


def _carrier(tree: Tree, verb: int) -> int | None:
    for child in tree.children(verb, "obl"):
        if tree.marker(child) in CARRIERS:
            return child
    return None


def _before(tree: Tree, source: Spans, cut: int) -> Spans:
    """The source's words up to the participle, or all where it stands behind them."""
    kept = tuple((start, min(end, cut)) for start, end in source if start < cut)
    return tuple((start, len(tree.text[:end].rstrip(" ,"))) for start, end in kept) or source


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
        cue=cue_of(tree, index),
        content=content,
    )


def _content_of(tree: Tree, above: int, index: int, known: list[Attribution]) -> Spans:
    own = tree.children(index, "ccomp", "xcomp", "obj")
    if own:
        return tree.run(spoken_words(tree, own[0]))
    cue = tree.words[above].start
    for one in known:
        if any(start <= cue < end for start, end in one.cue):
            limit = tree.words[above].start
            return tuple(span for span in one.content if span[1] <= limit) or one.content
    return ()
