"""
Acts as told: a trigger with its status, its parties and the attribution it rests on.

First each trigger by itself; then what its teller makes of it (a request, a denial, a threat); last
the acts that neutral words of saying do.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from sayso.code.arguments import actor, mutual, recipient
from sayso.code.signs import Sign
from sayso.code.status import modal, negated, sign
from sayso.code.triggers import Trigger, triggers
from sayso.contents import Contents
from sayso.records import Attribution, Spans
from sayso.spans import length
from sayso.syntax import Tree

REFUSING = frozenset({"refuse", "decline", "refusal", "refrain", "desist", "abstain"})
PROMISING = frozenset(
    {"offer", "promise", "pledge", "vow", "propose", "plan", "consider", "mull", "weigh", "ready", "prepare",
     "schedule", "earmark", "budget", "commit"}
)  # fmt: skip
VERBAL = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONSULT", "SUPPORT", "MOBILIZE"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
BY_STANCE = {
    "request": "requested", "order": "requested", "promise": "planned", "deny": "denied", "ask": "possible",
}  # fmt: skip
"""What a teller's stance makes of an act told without a finite verb of its own."""


class Act(Struct, frozen=True):
    """
    One telling of an act.

    `by` is the innermost attribution whose content holds the trigger; `spoken` the attribution whose
    cue does the act by saying; `sign` the status and what gave it; `mutual` where the sides do it to each
    other.
    """

    trigger: Trigger
    sign: Sign
    actor: Spans
    recipient: Spans
    by: Attribution | None
    spoken: Attribution | None = None
    mutual: bool = False

    @property
    def type(self) -> str:
        """The PLOVER type."""
        return self.trigger.frame.type

    @property
    def status(self) -> str:
        """One of `records.STATUSES`."""
        return self.sign.status

    def judged(self, status: str, rule: str, words: tuple[int, ...] = ()) -> Act:
        """The act with another status, and what gave it."""
        return replace(self, sign=Sign(status, rule, words))


def tell(tree: Tree, attributions: tuple[Attribution, ...]) -> list[Act]:
    """One act for each trigger, in text order."""
    known = Contents(attributions)
    told = (_act(tree, trigger, known) for trigger in triggers(tree))
    return [_by_stance(tree, _answered(tree, one)) for one in told if not _refused(tree, one)]


def innermost(tree: Tree, index: int, known: Contents) -> Attribution | None:
    """The attribution with the smallest content that holds a word."""
    holders = known.at((tree.words[index].start, tree.words[index].end))
    return min(holders, key=lambda one: length(one.content), default=None)


def _act(tree: Tree, trigger: Trigger, known: Contents) -> Act:
    by = innermost(tree, trigger.index, known)
    return Act(
        trigger=trigger,
        sign=_sign(tree, trigger),
        actor=actor(tree, trigger, by),
        recipient=recipient(tree, trigger, by),
        by=by,
        mutual=mutual(tree, trigger),
    )


def _sign(tree: Tree, trigger: Trigger) -> Sign:
    """The status of a trigger; "offered flood aid" only plans what it names."""
    found = sign(tree, trigger.index)
    deed = trigger.frame.type not in VERBAL and tree.words[trigger.index].upos == "VERB"
    if found.open and deed and tree.lemma(trigger.index) in PROMISING:
        return Sign("planned", "offered or promised", (trigger.index,))
    return found


def _answered(tree: Tree, one: Act) -> Act:
    """ "denied the accusation", "rejected the demand": it was made. "Denied the order": there was none."""
    above = tree.words[one.trigger.index].head
    if above >= 0 and tree.lemma(above) in ("deny", "denial") and one.type != "ACCUSE":
        return one
    noun = tree.words[one.trigger.index].upos == "NOUN"
    if noun and one.trigger.frame.speech and one.status == "denied" and not negated(tree, one.trigger.index):
        return one.judged("actual", "denied or rejected, so it was said", (above,))
    return one


def _by_stance(tree: Tree, one: Act) -> Act:
    """ "ordered them to leave", "denies paying": asked for or denied, whatever words come between."""
    if one.by is None or not one.sign.open or one.trigger.frame.speech:
        return one
    given = BY_STANCE.get(one.by.stance)
    if given is None or _aside(tree, one.trigger.index, one.by):
        return one
    if given not in ("denied", "possible") and _finite(tree, one.trigger.index):
        return one
    return one.judged(given, f"what the source does: {one.by.stance}", tuple(tree.within(one.by.cue)))


def _aside(tree: Tree, index: int, by: Attribution) -> bool:
    """In a relative clause of the content: told along with it, not by its verb."""
    held = set(tree.within(by.content))
    path = [index, *tree.ancestors(index)]
    return any(at in held and tree.words[at].deprel == "acl:relcl" for at in path)


def _finite(tree: Tree, index: int) -> bool:
    """A verb in a tense of its own, told as fact: "demanded that Moscow admit that it shot them"."""
    auxiliary = any(tree.words[child].xpos in FINITE for child in tree.children(index, "aux", "aux:pass"))
    return modal(tree, index) is None and (tree.words[index].xpos in FINITE or auxiliary)


def _refused(tree: Tree, one: Act) -> bool:
    """What somebody refuses to do is no event of its own: the refusal is."""
    above = tree.words[one.trigger.index].head
    refusing = above >= 0 and tree.lemma(above) in REFUSING
    return refusing and tree.is_(one.trigger.index, "xcomp", "acl", "advcl")
