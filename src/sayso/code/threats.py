"""
What neutral words do: "said it would strike if attacked" threatens, "said it would not negotiate"
rejects. Such acts trigger on the verb of saying (annotation guidelines, decision 6).
"""

from __future__ import annotations

from collections import defaultdict

from msgspec.structs import replace

from sayso.attribute.lexicon import source_lexicon
from sayso.attribute.stances import known_cue
from sayso.code.acts import Act, innermost
from sayso.code.arguments import SELF
from sayso.code.conditions import Condition
from sayso.code.lexicon import Frame
from sayso.code.signs import FACT
from sayso.code.status import modal, negated
from sayso.code.triggers import Trigger, is_future
from sayso.contents import Contents
from sayso.records import Attribution, Spans
from sayso.spans import overlaps
from sayso.syntax import Tree

HOSTILE = frozenset({"ASSAULT", "SANCTION", "COERCE", "MOBILIZE", "PROTEST"})
UNREAL = frozenset({"conditional", "planned", "threatened"})
NEUTRAL = frozenset({"assert", "predict", "promise", "threaten", "confirm"})
ACTING = frozenset({"named_person", "organisation", "anonymous_official"})
"""Sources that can speak for a side; analysts and papers foretell, they do not threaten."""
OWN = SELF | {"they", "it", "he", "she", "his", "her", "its", "their"}
PARTIES = frozenset({"NOUN", "PROPN"})
SAYING = Frame(type="THREATEN", mode=None, needs=(), recipient=(), both=False, speech=True)

Conditions = dict[str, Condition]


def threatened(tree: Tree, told: list[Act], by: dict[str, Attribution], conditions: Conditions) -> list[Act]:
    """The acts; hostile ones to come that a speaker holds out by his own side's hand are threatened."""
    return [_judged(tree, one, conditions) if one.by and one.by.id in by else one for one in told]


def _judged(tree: Tree, one: Act, conditions: Conditions) -> Act:
    attribution = one.by
    if attribution is None or one.status not in UNREAL or one.type not in HOSTILE:
        return one
    if attribution.stance not in NEUTRAL or attribution.source_type not in (*ACTING, "anonymous_other"):
        return one
    if attribution.stance != "threaten" and not _held_out(tree, one, attribution):
        return one
    held = attribution.stance == "threaten" or own_hand(tree, one, attribution)
    if not held and attribution.source_type in ACTING:
        held = _against_the_other(tree, one, conditions.get(attribution.id))
    speaker = attribution.refers_to or attribution.source
    if not held:
        return one
    cue = tuple(tree.within(attribution.cue))
    return replace(one.judged("threatened", "held out by the speaker", cue), actor=one.actor or speaker)


def _held_out(tree: Tree, one: Act, attribution: Attribution) -> bool:
    """Said by a word of saying, and told as to come by its own verb: "plans to expel" holds out nothing."""
    if not known_cue(tree, attribution.cue):
        return False
    return one.status == "conditional" or is_future(tree, one.trigger.index)


def own_hand(tree: Tree, one: Act, attribution: Attribution) -> bool:
    """The actor is untold, is "we", or shares a name with the source; clashes are nobody's own."""
    if one.trigger.frame.both:
        return False
    if not one.actor:
        verb = tree.words[one.trigger.index].upos == "VERB"
        return verb or any(kind == "future" for kind, _ in one.trigger.frame.needs)
    if one.actor in (attribution.source, attribution.refers_to):
        return True
    return is_own(tree, one.actor, attribution)


def is_own(tree: Tree, spans: Spans, attribution: Attribution) -> bool:
    """Do the words stand for the source's own side: a pronoun, or a name of one stem with the source's?"""
    words = {_plain(tree, index) for index in tree.within(spans)}
    named = {
        tree.words[index].text.lower()
        for index in tree.within((*attribution.source, *attribution.refers_to))
        if tree.words[index].upos in ("PROPN", "ADJ")
    }
    return bool(words & OWN) or _kin(words, named)


def _plain(tree: Tree, index: int) -> str:
    """Lower-cased; the country "US" stays what it is."""
    text = tree.words[index].text
    return text if text == "US" else text.lower()


def _kin(words: set[str], named: set[str]) -> bool:
    """ "Iran" and "Iranian" are one side: a shared stem of four letters or more."""
    stems = {word[:4] for word in named if len(word) >= 4}
    return any(word[:4] in stems for word in words if len(word) >= 4)


def _against_the_other(tree: Tree, one: Act, condition: Condition | None) -> bool:
    """In an "if ..." by somebody who speaks for a side: whoever acts is not who would set it off."""
    if condition is None or one.trigger.frame.both or tree.words[one.trigger.index].upos != "VERB":
        return False
    return not any(overlaps(mine, other) for mine in one.actor for other in condition.spans)


def spoken(
    tree: Tree, told: list[Act], attributions: tuple[Attribution, ...], conditions: Conditions
) -> list[Act]:
    """The acts done by neutral words of saying."""
    known = Contents(attributions)
    by: dict[str, list[Act]] = defaultdict(list)
    for one in told:
        if one.by is not None:
            by[one.by.id].append(one)
    found = []
    for attribution in attributions:
        if attribution.stance in NEUTRAL and attribution.cue:
            kind, target = _kind(tree, by[attribution.id], attribution, conditions.get(attribution.id))
            if kind:
                found.append(_saying(tree, attribution, known, kind, target))
    return found


def _kind(
    tree: Tree, inside: list[Act], attribution: Attribution, condition: Condition | None
) -> tuple[str | None, Spans]:
    if any(one.status == "threatened" for one in inside) or _menaces(tree, attribution, condition, inside):
        return "THREATEN", _target(inside)
    return ("REJECT", _counterpart(tree, attribution)) if will_not(tree, attribution) else (None, ())


def _counterpart(tree: Tree, attribution: Attribution) -> Spans:
    """With or to whom a thing will not be done."""
    head = tree.head_of(attribution.content)
    below = tree.children(head, "obl", "obj", "iobj") if head is not None else []
    sides = [at for at in below if tree.marker(at) in ("with", "to", "") and tree.words[at].upos in PARTIES]
    return (tree.phrase(sides[0]),) if sides else ()


def _menaces(tree: Tree, attribution: Attribution, condition: Condition | None, inside: list[Act]) -> bool:
    """ "If they come, we will stop them": an own deed on a condition, and no friendly one."""
    if condition is None or condition.clause is None or attribution.source_type not in ACTING:
        return False
    subject = tree.subject(condition.main)
    if subject is None or modal(tree, condition.main) not in ("will", "shall", "would"):
        return False
    own = tree.words[subject].text.lower() in ("we", "i")
    return own and not negated(tree, condition.main) and all(one.type in HOSTILE for one in inside)


def _target(inside: list[Act]) -> Spans:
    """Whom a threat is meant for: who is hit, else who would set it off."""
    hit = [one.recipient for one in inside if one.status == "threatened" and one.recipient]
    other = [one.actor for one in inside if one.status in ("possible", "requested") and one.actor]
    return (hit or other or [()])[0]


def will_not(tree: Tree, attribution: Attribution) -> bool:
    """The content's own verb says that the speaker's side will not do a thing."""
    head = tree.head_of(attribution.content)
    if head is None or not negated(tree, head) or modal(tree, head) not in ("will", "would", "wo"):
        return False
    subject = tree.subject(head)
    if subject is None or attribution.source_type not in ACTING:
        return False
    if tree.words[subject].upos in ("PROPN", "PRON"):
        return tree.words[subject].upos == "PROPN" or tree.words[subject].text.lower() in OWN
    side = source_lexicon().get(tree.lemma(subject)) in ACTING
    return side and is_own(tree, (tree.phrase(subject),), attribution)


def _saying(tree: Tree, attribution: Attribution, known: Contents, kind: str, target: Spans) -> Act:
    words = tuple(tree.within(attribution.cue))
    verbs = [index for index in words if tree.words[index].upos == "VERB"]
    index = (verbs or list(words))[-1]
    return Act(
        trigger=Trigger(index=index, words=words, frame=replace(SAYING, type=kind)),
        sign=FACT,
        actor=attribution.refers_to or attribution.source,
        recipient=target,
        by=innermost(tree, index, known),
        spoken=attribution,
    )


def aimed(one: Act, others: list[Act]) -> Act:
    """ "warned that ...": the word itself threatens; whom it threatens is told by what is said."""
    for other in others:
        if other.trigger.index == one.trigger.index and other.type == one.type:
            return replace(one, recipient=one.recipient or other.recipient, spoken=other.spoken)
    return one
