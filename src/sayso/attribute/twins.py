"""One saying that the engine saw twice: "unconfirmed | reports that ...", two cues with one content."""

from __future__ import annotations

from sayso.attribute.stances import known_cue
from sayso.records import Attribution
from sayso.spans import covers_all, shared
from sayso.syntax import Tree

ALIKE = 0.7
"""Share of the longer content that two must have in common."""
APART = 2
"""Words between the two cues at most."""


def single(tree: Tree, found: list[Attribution]) -> list[Attribution]:
    """The attributions in order, of twins only the one whose cue is known, else the surer one."""
    kept: list[Attribution] = []
    for one in found:
        if kept and _twins(tree, kept[-1], one):
            kept[-1] = max((kept[-1], one), key=lambda each: (known_cue(tree, each.cue), each.confidence))
        else:
            kept.append(one)
    return kept


def _twins(tree: Tree, left: Attribution, right: Attribution) -> bool:
    """Do two neighbouring cues of one sentence attribute the same to the same?"""
    first, second = tree.within(left.cue), tree.within(right.cue)
    if not first or not second or tree.words[first[0]].sentence != tree.words[second[0]].sentence:
        return False
    near = 0 <= second[0] - first[-1] - 1 <= APART
    within = covers_all(left.content, right.cue) or covers_all(right.content, left.cue)
    return near and not within and shared(left.content, right.content) > ALIKE and _one_source(left, right)


def _one_source(left: Attribution, right: Attribution) -> bool:
    return not left.source or not right.source or left.source == right.source
