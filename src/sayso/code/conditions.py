"""The condition in what somebody says: "if X", "unless X", "until X", "any X would ..."."""

from __future__ import annotations

from msgspec import Struct

from sayso.code.acts import Act
from sayso.code.status import condition_mark, modal, trigger_subject
from sayso.records import Attribution, Spans
from sayso.spans import covers
from sayso.syntax import Tree

CONJUNCTIONS = frozenset(
    {
        "if",
        "unless",
        "until",
        "provided",
        "providing",
        "as",
        "soon",
        "long",
        "once",
        "in",
        "case",
        "only",
        "even",
    }
)


class Condition(Struct, frozen=True):
    """
    Where a condition stands.

    `main` is the head of the clause that holds if it is met; `clause` the head of the condition's own
    clause, or None where the subject of `main` is the condition; `spans` its words without the
    conjunction.
    """

    main: int
    clause: int | None
    spans: Spans


def conditions(tree: Tree, attributions: tuple[Attribution, ...]) -> dict[str, Condition]:
    """Attribution id -> the condition in its content, the first where there are several."""
    found = {one.id: condition(tree, one) for one in attributions}
    return {key: value for key, value in found.items() if value is not None}


def condition(tree: Tree, attribution: Attribution) -> Condition | None:
    """The condition of one content; a conjunction may hang on the cue ("offered to, if ...")."""
    main = tree.head_of(attribution.content)
    if main is None:
        return None
    for index in tree.within(attribution.content):
        if _opens(tree, index) and _whole(tree, index, attribution):
            above = tree.words[index].head
            inside = covers(attribution.content, (tree.words[above].start, tree.words[above].end))
            return Condition(main=above if inside else main, clause=index, spans=_words(tree, index))
    subject = trigger_subject(tree, main) if modal(tree, main) else None
    return Condition(main=main, clause=None, spans=(tree.phrase(subject),)) if subject is not None else None


def _opens(tree: Tree, index: int) -> bool:
    """Does a word head a condition? A parse may take its verb for a noun: "if the North disarms"."""
    if tree.is_(index, "advcl"):
        return bool(condition_mark(tree, index))
    return tree.is_(index, "obl") and tree.marker(index) in ("if", "unless")


def _whole(tree: Tree, clause: int, attribution: Attribution) -> bool:
    """A clause that begins outside the content is no part of what is said."""
    first = tree.words[tree.subtree(clause)[0]]
    return covers(attribution.content, (first.start, first.end))


def _words(tree: Tree, clause: int) -> Spans:
    drop = {child for child in tree.children(clause, "mark", "advmod") if _conjoins(tree, child)}
    words = [index for index in tree.subtree(clause) if index not in drop]
    while words and tree.words[words[-1]].upos == "PUNCT":
        words.pop()
    while words and tree.words[words[0]].upos == "PUNCT":
        words.pop(0)
    return ((tree.words[words[0]].start, tree.words[words[-1]].end),) if words else ()


def _conjoins(tree: Tree, index: int) -> bool:
    return tree.words[index].text.lower() in CONJUNCTIONS


def conditioned(tree: Tree, told: list[Act], found: dict[str, Condition]) -> list[Act]:
    """The acts; those that only a condition brings about are conditional."""
    return [_conditioned(tree, one, found.get(one.by.id) if one.by else None) for one in told]


def _conditioned(tree: Tree, one: Act, condition: Condition | None) -> Act:
    if not (one.sign.open or one.status == "planned") or one.trigger.frame.speech:
        return one
    index = one.trigger.index
    if condition is None:
        bound = one.status == "planned" and _bound(tree, index)
        return one.judged("conditional", "condition on it") if bound else one
    brought = index == condition.main or condition.main in tree.ancestors(index)
    outside = condition.clause is None or index not in tree.subtree(condition.clause)
    told_as_fact = one.status == "actual" and tree.words[index].xpos in ("VBD", "VBN")
    if not (brought and outside) or told_as_fact:
        return one
    return one.judged("conditional", "condition in what is said", tuple(tree.within(condition.spans)))


def _bound(tree: Tree, index: int) -> bool:
    """ "offered to send power if the North disarms": the condition hangs on the deed or the verb above."""
    deeds = [index]
    while tree.is_(deeds[-1], "xcomp") and tree.words[deeds[-1]].head >= 0:
        deeds.append(tree.words[deeds[-1]].head)
    return any(_opens(tree, clause) for deed in deeds for clause in tree.children(deed, "advcl", "obl"))
