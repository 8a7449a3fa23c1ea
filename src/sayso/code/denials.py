"""Acts that one side alleges and another denies (annotation guidelines, decision 18)."""

from __future__ import annotations

from collections import defaultdict

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
ALLEGED = "alleged by another"
ALLEGING = frozenset(
    {"accuse", "allege", "charge", "contend", "claim", "insinuate", "suspect", "blame", "accusation",
     "allegation", "suspicion", "insinuation"}
)  # fmt: skip
"""Cues that leave it open whether what another is said to have done was done."""
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
        one.judged("denied", "another side denies what this one says")
        if one.by is not None
        and one.by.id in answered
        and (one.sign.open or one.sign.rule == ALLEGED)
        and not one.trigger.frame.speech
        else one
        for one in told
    ]


def alleged(tree: Tree, told: list[Act]) -> list[Act]:
    """The acts; what one lays to another's charge is possible until somebody tells it as fact."""
    return [
        one.judged("possible", ALLEGED, tuple(tree.within(one.by.cue)))
        if one.by and _charged(tree, one)
        else one
        for one in told
    ]


def _charged(tree: Tree, one: Act) -> bool:
    if one.by is None or not one.sign.open or one.trigger.frame.speech:
        return False
    cue = {tree.lemma(at) for at in tree.within(one.by.cue)}
    own = one.actor in (one.by.source, one.by.refers_to) and bool(one.actor)
    return not own and (one.by.stance == "accuse" or bool(cue & ALLEGING) or _disputed(tree, one.by))


def _disputed(tree: Tree, said: Attribution) -> bool:
    """ "..., an allegation that Gitega calls absurd": what is said is called a charge behind it."""
    words = tree.within(said.content)
    after = words[-1] + 1 if words else 0
    near = range(after, min(after + 4, len(tree.words)))
    return any(tree.lemma(at) in ("allegation", "accusation", "charge") for at in near)


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
