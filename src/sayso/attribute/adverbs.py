"""Attributions to nobody by one word: "the cars were reportedly followed"."""

from __future__ import annotations

from sayso.records import Attribution
from sayso.syntax import Tree

HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})


def adverbs(tree: Tree) -> list[Attribution]:
    """One proposal for each adverb of hearsay: the cue is the adverb, the content its clause."""
    return [_clause(tree, index) for index, word in enumerate(tree.words) if word.text.lower() in HEARSAY]


def _clause(tree: Tree, index: int) -> Attribution:
    head = tree.words[index].head
    words = tree.subtree(head, without=("parataxis", "advcl")) if head >= 0 else [index]
    content = [at for at in words if at != index and tree.words[at].sentence == tree.words[index].sentence]
    while content and tree.words[content[-1]].upos == "PUNCT":
        content.pop()
    return Attribution(id="", source=(), cue=tree.run([index]), content=tree.run(content))
