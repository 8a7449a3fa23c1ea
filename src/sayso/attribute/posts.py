"""The office or role a source is given in the report: "Interior Minister", "a spokesman for the ministry"."""

from __future__ import annotations

from sayso.records import Span, Spans
from sayso.syntax import Tree

LOOSE = ("det", "nummod", "case", "nmod:poss")
"""What stands before a noun and tells nothing of the role."""


def post(tree: Tree, source: Spans) -> str | None:
    """The words of the role: a title beside a name, an apposition to it, or the noun that is the source."""
    head = tree.head_of(source)
    if head is None or tree.words[head].upos not in ("NOUN", "PROPN"):
        return None
    noun = tree.words[head].upos == "NOUN"
    span = _bare(tree, head) if noun else _title(tree, head, source) or _apposed(tree, head)
    return tree.text[span[0] : span[1]] if span else None


def _title(tree: Tree, head: int, source: Spans) -> Span | None:
    """The title that stands with the name, not that of someone whose adviser it is."""
    for entity in (one for span in source for one in tree.names(span) if one.start >= span[0]):
        words = range(entity.first, entity.last)
        if entity.type == "title":
            above = {tree.words[at].head for at in words} - set(words)
            if head in words or head in above:
                return entity.start, entity.end
    return None


def _apposed(tree: Tree, head: int) -> Span | None:
    """ "John Smith, a spokesman for the ministry"."""
    apposed = [
        at
        for at in tree.children(head, "appos")
        if tree.words[at].upos == "NOUN" and not any(tree.words[k].xpos == "WP" for k in tree.children(at))
    ]
    return _bare(tree, apposed[0]) if apposed else None


def _bare(tree: Tree, noun: int) -> Span:
    """The noun's phrase without its article or number, and without names in apposition."""
    left = [at for at in tree.children(noun) if at < noun and not tree.is_(at, *LOOSE, "punct")]
    right = [
        at
        for child in tree.children(noun, "nmod")
        for at in tree.subtree(child, without=("appos", "acl:relcl"))
    ]
    first = min([noun, *(at for child in left for at in tree.subtree(child) if tree.words[at].upos != "DET")])
    last = max([noun, *(at for at in right if at > noun)])
    return tree.words[first].start, tree.words[last].end
