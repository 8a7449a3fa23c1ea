"""Acts that one side alleges and another denies (annotation guidelines, decision 18)."""

from __future__ import annotations

from collections import defaultdict

from msgspec.structs import replace

from sayso.code.acts import Act
from sayso.records import Attribution
from sayso.syntax import Tree

ANAPHORS = frozenset({"it", "this", "that", "which", "so", "them"})
CHARGES = frozenset(
    {"charge", "accusation", "allegation", "claim", "report", "assertion", "suggestion", "involvement"}
)
Lines = dict[int, list[Attribution]]
"""Attributions by the sentence of their cue."""
Told = dict[str, list[Act]]
"""Acts by the attribution that tells them."""
NEAR = 2
"""A denial answers what was said at most this many sentences before."""


def denied(tree: Tree, told: list[Act], attributions: tuple[Attribution, ...]) -> list[Act]:
    """The acts; those told only by one side are denied where another side's denial answers that telling."""
    lines: Lines = defaultdict(list)
    for one in attributions:
        lines[_sentence(tree, one)].append(one)
    acts: Told = defaultdict(list)
    for act in told:
        if act.by is not None:
            acts[act.by.id].append(act)
    answered = {
        key for one in attributions if one.stance == "deny" for key in _answered(tree, one, lines, acts)
    }
    return [
        replace(one, status="denied")
        if one.by is not None
        and one.by.id in answered
        and one.status == "actual"
        and not one.trigger.frame.speech
        else one
        for one in told
    ]


def _answered(tree: Tree, denial: Attribution, lines: Lines, acts: Told) -> set[str]:
    """The nearest earlier saying, where the denial only points back; or one with the same act in it."""
    at = _sentence(tree, denial)
    earlier = [
        one
        for line in range(at - NEAR, at + 1)
        for one in lines.get(line, ())
        if one.stance in ("accuse", "assert", "confirm", "believe")
        and one.source != denial.source
        and one.cue < denial.cue
    ]
    same = {one.id for one in earlier if _shares(one, denial, acts)}
    if same:
        return same
    return {earlier[-1].id} if earlier and _points_back(tree, denial) else set()


def _sentence(tree: Tree, one: Attribution) -> int:
    words = tree.within(one.cue)
    return tree.words[words[0]].sentence if words else -NEAR


def _points_back(tree: Tree, denial: Attribution) -> bool:
    words = tree.within(denial.content)
    if len(words) <= 2 and any(tree.lemma(index) in ANAPHORS for index in words):
        return True
    head = tree.head_of(denial.content)
    return head is not None and tree.lemma(head) in CHARGES


def _shares(one: Attribution, denial: Attribution, acts: Told) -> bool:
    """Do both contents tell an act of one type?"""
    mine, other = ({act.type for act in acts.get(each.id, ())} for each in (denial, one))
    return bool(mine & other)
