"""Attributions to nobody by one word: "the cars were reportedly followed"."""

from __future__ import annotations

from msgspec.structs import replace

from sayso.records import Attribution
from sayso.syntax import Tree

HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})


def unhedged(tree: Tree, one: Attribution) -> Attribution:
    """ "has reportedly assured": the cue without the adverb, which is a cue of its own."""
    words = tree.within(one.cue)
    rest = [at for at in words if tree.words[at].text.lower() not in HEARSAY]
    verb = any(tree.words[at].upos == "VERB" for at in rest)
    return replace(one, cue=tree.run(rest)) if verb and len(rest) < len(words) else one


def adverbs(tree: Tree) -> list[Attribution]:
    """One proposal for each adverb of hearsay: the cue is the adverb, the content its clause."""
    return [_clause(tree, index) for index, word in enumerate(tree.words) if word.text.lower() in HEARSAY]


def _clause(tree: Tree, index: int) -> Attribution:
    head = _governor(tree, index)
    words = tree.subtree(head, without=("parataxis", "advcl")) if head >= 0 else [index]
    content = [at for at in words if at != index and tree.words[at].sentence == tree.words[index].sentence]
    while content and tree.words[content[-1]].upos == "PUNCT":
        content.pop()
    return Attribution(id="", source=(), cue=tree.run([index]), content=tree.run(content))


def _governor(tree: Tree, index: int) -> int:
    """The adverb's verb; the parse has it now and then the other way round."""
    head = tree.words[index].head
    below = [at for at in tree.children(index, "ccomp", "parataxis", "conj") if tree.words[at].upos == "VERB"]
    return below[0] if head < 0 and below else head
