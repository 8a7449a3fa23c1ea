"""
Acts as told: a trigger with its status, its parties and the attribution it rests on.

Neutral words can do things: "said it would strike if attacked" threatens, "said it would not
negotiate" rejects. Such acts trigger on the verb of saying (annotation guidelines, decision 6).
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from sayso.code.arguments import SELF, actor, recipient
from sayso.code.lexicon import Frame
from sayso.code.status import condition_mark, modal, negated, status
from sayso.code.triggers import Trigger, triggers
from sayso.records import Attribution, Spans
from sayso.spans import covers, length
from sayso.syntax import Tree

HOSTILE = frozenset({"ASSAULT", "SANCTION", "COERCE", "MOBILIZE", "PROTEST"})
UNREAL = frozenset({"conditional", "planned", "threatened"})
NEUTRAL = frozenset({"assert", "predict", "promise", "threaten", "confirm"})
SAYING = Frame(type="THREATEN", mode=None, needs=(), recipient=(), both=False, speech=True)


class Act(Struct, frozen=True):
    """One telling of an act; `by` is the innermost attribution whose content holds the trigger."""

    trigger: Trigger
    status: str
    actor: Spans
    recipient: Spans
    by: Attribution | None
    spoken: Attribution | None = None

    @property
    def type(self) -> str:
        """The PLOVER type."""
        return self.trigger.frame.type


def acts(tree: Tree, attributions: tuple[Attribution, ...]) -> list[Act]:
    """All acts in text order, those done by neutral words of saying among them."""
    told = [_act(tree, trigger, attributions) for trigger in triggers(tree)]
    told = [_contested(one) for one in told]
    for attribution in attributions:
        told = _threatened(tree, told, attribution)
    spoken = [one for attribution in attributions for one in _spoken(tree, told, attribution, attributions)]
    told = [_aimed(one, spoken) for one in told]
    held = {one.trigger.index for one in told}
    told += [one for one in spoken if one.trigger.index not in held]
    return sorted(told, key=lambda one: one.trigger.index)


def _aimed(one: Act, spoken: list[Act]) -> Act:
    """ "warned that ...": the word itself threatens; whom it threatens is told by what is said."""
    for other in spoken:
        if other.trigger.index == one.trigger.index and other.type == one.type:
            return replace(one, recipient=one.recipient or other.recipient, spoken=other.spoken)
    return one


def innermost(tree: Tree, index: int, attributions: tuple[Attribution, ...]) -> Attribution | None:
    """The attribution with the smallest content that holds a word."""
    span = tree.words[index].start, tree.words[index].end
    holders = [one for one in attributions if covers(one.content, span)]
    return min(holders, key=lambda one: length(one.content), default=None)


def _act(tree: Tree, trigger: Trigger, attributions: tuple[Attribution, ...]) -> Act:
    by = innermost(tree, trigger.index, attributions)
    return Act(
        trigger=trigger,
        status=status(tree, trigger.index),
        actor=actor(tree, trigger, by),
        recipient=recipient(tree, trigger, by),
        by=by,
    )


def _contested(one: Act) -> Act:
    """What its only teller denies is denied."""
    if (
        one.by is not None
        and one.by.stance == "deny"
        and one.status == "actual"
        and not one.trigger.frame.speech
    ):
        return replace(one, status="denied")
    return one


def _threatened(tree: Tree, told: list[Act], attribution: Attribution) -> list[Act]:
    """Hostile acts to come that a speaker holds out by his own side's hand are threatened."""
    speaker = attribution.refers_to or attribution.source
    return [
        replace(one, status="threatened", actor=one.actor or speaker)
        if one.by is attribution and one.status in UNREAL and _held_out(tree, one, attribution)
        else one
        for one in told
    ]


def _held_out(tree: Tree, one: Act, attribution: Attribution) -> bool:
    if one.type not in HOSTILE or attribution.stance not in NEUTRAL:
        return False
    return attribution.stance == "threaten" or _own_hand(tree, one, attribution)


def _own_hand(tree: Tree, one: Act, attribution: Attribution) -> bool:
    """The actor is untold, is "we", or shares a name with the source."""
    if not one.actor:
        return tree.words[one.trigger.index].upos != "VERB" or not tree.children(
            one.trigger.index, "obl:agent"
        )
    if one.actor in (attribution.source, attribution.refers_to):
        return True
    words = {_plain(tree, index) for index in tree.within(one.actor)}
    named = {
        tree.words[index].text.lower()
        for index in tree.within((*attribution.source, *attribution.refers_to))
        if tree.words[index].upos in ("PROPN", "ADJ")
    }
    pronouns = SELF | {"they", "it", "he", "she", "his", "its", "their"}
    return bool(words & pronouns) or _kin(words, named)


def _plain(tree: Tree, index: int) -> str:
    """Lower-cased; the country "US" stays what it is."""
    text = tree.words[index].text
    return text if text == "US" else text.lower()


def _kin(words: set[str], named: set[str]) -> bool:
    """ "Iran" and "Iranian" are one side: a shared stem of four letters or more."""
    stems = {word[:4] for word in named if len(word) >= 4}
    return any(word[:4] in stems for word in words if len(word) >= 4)


def _spoken(
    tree: Tree, told: list[Act], attribution: Attribution, attributions: tuple[Attribution, ...]
) -> list[Act]:
    if attribution.stance not in NEUTRAL or not attribution.cue:
        return []
    inside = [one for one in told if one.by is attribution]
    if any(one.status == "threatened" for one in inside):
        return [_saying(tree, attribution, attributions, "THREATEN", _target(inside))]
    if _will_not(tree, attribution):
        return [_saying(tree, attribution, attributions, "REJECT", ())]
    return []


def _target(inside: list[Act]) -> Spans:
    """Whom a threat is meant for: who is hit, else who would set it off."""
    hit = [one.recipient for one in inside if one.status == "threatened" and one.recipient]
    other = [one.actor for one in inside if one.status in ("possible", "requested") and one.actor]
    return (hit or other or [()])[0]


def _will_not(tree: Tree, attribution: Attribution) -> bool:
    """The content's own verb says the speaker will not do a thing."""
    head = tree.head_of(attribution.content)
    if head is None or not negated(tree, head) or modal(tree, head) not in ("will", "would", "wo"):
        return False
    subject = tree.subject(head)
    if subject is None:
        return False
    words = {tree.words[subject].text.lower()}
    named = {tree.words[at].text.lower() for at in tree.within((*attribution.source, *attribution.refers_to))}
    return bool(words & (SELF | {"he", "she", "it", "they"} | named)) or _kin(words, named)


def _saying(
    tree: Tree, attribution: Attribution, attributions: tuple[Attribution, ...], kind: str, target: Spans
) -> Act:
    words = tuple(tree.within(attribution.cue))
    frame = replace(SAYING, type=kind)
    return Act(
        trigger=Trigger(index=words[-1], words=words, frame=frame),
        status="actual",
        actor=attribution.refers_to or attribution.source,
        recipient=target,
        by=innermost(tree, words[-1], attributions),
        spoken=attribution,
    )


def condition_of(tree: Tree, head: int) -> int | None:
    """The head of the condition that hangs on a clause, or None."""
    for child in tree.children(head, "advcl"):
        if condition_mark(tree, child):
            return child
    return None
