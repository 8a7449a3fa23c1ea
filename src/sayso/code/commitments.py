"""
Threats, warnings, promises, orders, demands and refusals: who is bound or warned, on what condition,
with what consequence.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from sayso.attribute.lexicon import source_lexicon
from sayso.code.acts import Act, innermost
from sayso.code.conditions import Condition
from sayso.code.status import modal, negated
from sayso.code.threats import ACTING, HOSTILE, own_hand, will_not
from sayso.contents import Contents
from sayso.records import Attribution, Commitment, CommitmentSpans, Event, Spans
from sayso.spans import length, overlaps, trimmed
from sayso.syntax import Tree

ORDERS = frozenset({"order", "instruct", "command", "direct", "decree"})
REFUSALS = frozenset({"refuse", "rule", "decline", "refusal"})
PROMISES = frozenset({"promise", "pledge", "vow", "offer", "undertake", "guarantee", "assure", "swear"})
MENACES = frozenset({"measure", "action", "consequence", "retaliation", "reprisal", "isolation", "price"})
KIND = frozenset({"AID", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "RETREAT"})
WILL = ("will", "would", "shall", "'ll", "’ll")
MAY = (*WILL, "could", "may", "might")
OPENERS = frozenset({"advmod", "cc", "discourse", "mark"})
ALIKE = 0.5
"""Two consequences of one kind that share this part of the shorter one's words are one commitment."""


def commitments(
    tree: Tree,
    told: list[Act],
    events: tuple[Event, ...],
    attributions: tuple[Attribution, ...],
    conditions: dict[str, Condition],
) -> tuple[Commitment, ...]:
    """In text order, ids c1, c2, ...; each points at the event that makes it, where there is one."""
    known = Contents(attributions)
    own = [one for one in attributions if _own_words(tree, one, conditions.get(one.id), known)]
    drafts = [_said(tree, told, one, conditions.get(one.id)) for one in own]
    found = [one for one in drafts if one is not None and one.consequence]
    found += _refusals(tree, told)
    making = {act.spoken.id: event.id for act, event in zip(told, events, strict=True) if act.spoken}
    kept = _fullest(tree, found)
    return tuple(
        replace(one, id=f"c{number}", event=making.get(one.attribution or ""))
        for number, one in enumerate(kept, 1)
    )


def _own_words(tree: Tree, one: Attribution, condition: Condition | None, known: Contents) -> bool:
    """Of "the paper quoted Y as saying" Y commits himself, not the paper."""
    head = condition.main if condition else tree.head_of(one.content)
    return head is None or innermost(tree, head, known) in (one, None)


def _fullest(tree: Tree, found: list[Commitment]) -> list[Commitment]:
    """Each commitment by its fullest telling (annotation guidelines, decision 13), in text order."""
    kept: list[Commitment] = []
    for one in sorted(found, key=lambda one: -length((*one.condition, *one.consequence))):
        if not any(_same(tree, one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.consequence)


def _same(tree: Tree, one: Commitment, other: Commitment) -> bool:
    if any(overlaps(left, right) for left in one.consequence for right in other.consequence):
        return True
    mine, theirs = _lemmas(tree, one), _lemmas(tree, other)
    shared = len(mine & theirs)
    return one.kind == other.kind and shared > ALIKE * max(1, min(len(mine), len(theirs)))


def _lemmas(tree: Tree, one: Commitment) -> set[str]:
    telling = ("NOUN", "VERB", "PROPN", "ADJ")
    return {tree.lemma(at) for at in tree.within(one.consequence) if tree.words[at].upos in telling}


def _said(
    tree: Tree, told: list[Act], attribution: Attribution, condition: Condition | None
) -> Commitment | None:
    """What one attribution commits to, if anything."""
    kind = _kind(tree, told, attribution, condition)
    if kind is None:
        return None
    return Commitment(
        id="",
        kind=kind,
        condition=condition.spans if condition else (),
        consequence=_consequence(tree, attribution, condition, kind),
        attribution=attribution.id,
        spans=CommitmentSpans(
            by=attribution.refers_to or attribution.source, to=_addressee(tree, told, attribution)
        ),
    )


def _kind(tree: Tree, told: list[Act], attribution: Attribution, condition: Condition | None) -> str | None:
    inside = [act for act in told if act.by is attribution]
    cue = {tree.lemma(index) for index in tree.within(attribution.cue)}
    makes = {act.type for act in told if act.spoken is attribution}
    if attribution.stance == "threaten" or "THREATEN" in makes:
        return "threat"
    if will_not(tree, attribution):
        return "refusal"
    if cue & ORDERS:
        return "order"
    if cue & PROMISES:
        return (
            "threat"
            if any(act.type in HOSTILE for act in inside) or _menacing(tree, attribution)
            else "promise"
        )
    return _by_content(tree, attribution, condition, inside)


def _by_content(
    tree: Tree, attribution: Attribution, condition: Condition | None, inside: list[Act]
) -> str | None:
    """What neutral words say of deeds to come: own kind ones are promised, others warned of."""
    if attribution.stance not in ("assert", "predict", "promise"):
        return None
    own = attribution.source_type in ACTING and any(
        act.type in KIND
        and act.status in ("planned", "conditional")
        and (condition is not None or own_hand(tree, act, attribution))
        for act in inside
    )
    if own and _modal(tree, attribution, condition) in WILL:
        return "promise"
    if condition is None or _modal(tree, attribution, condition) not in MAY or negated(tree, condition.main):
        return None
    speaks = attribution.source_type in ACTING and _modal(tree, attribution, condition) in WILL
    threat = speaks and (_menacing(tree, attribution) or _ultimatum(tree, condition))
    return "threat" if threat and not any(act.type in KIND for act in inside) else "warning"


def _menacing(tree: Tree, attribution: Attribution) -> bool:
    """ "further action", "tough measures would follow": harm by a word that names none."""
    return any(tree.lemma(index) in MENACES for index in tree.within(attribution.content))


def _ultimatum(tree: Tree, condition: Condition) -> bool:
    """ "unless X, the army will ...": somebody's deed, not a course of things."""
    if condition.clause is None or tree.marker(condition.clause) not in ("unless", "until"):
        return False
    subject = tree.subject(condition.main)
    if subject is None:
        return False
    side = source_lexicon().get(tree.lemma(subject)) in ACTING
    return side or tree.words[subject].upos in ("PROPN", "PRON")


def _modal(tree: Tree, attribution: Attribution, condition: Condition | None) -> str | None:
    head = condition.main if condition else tree.head_of(attribution.content)
    return modal(tree, head) if head is not None else None


def _consequence(tree: Tree, attribution: Attribution, condition: Condition | None, kind: str) -> Spans:
    """The content without the condition; of "any X would face Y" it is Y, of a refusal the deed."""
    words = tree.within(attribution.content)
    if condition is not None and condition.clause is None:
        below = tree.children(condition.main, "obj", "obl", "ccomp", "xcomp", "nmod")
        marks = {at for child in below for at in tree.children(child, "mark", "case")}
        held = {at for child in below for at in tree.subtree(child)} - marks
        words = [index for index in words if index in held] or [condition.main]
    elif condition is not None and condition.clause is not None:
        first = min((*tree.children(condition.clause, "mark"), condition.clause))
        clause = {*tree.subtree(condition.clause), *range(first, condition.clause + 1)}
        words = [index for index in words if index not in clause]
    if kind == "refusal":
        words = _deed(tree, words)
    return spans_of(tree, _opened(tree, words))


def _deed(tree: Tree, words: list[int]) -> list[int]:
    """From the negated verb on, without its negation."""
    verbs = [at for at in words if negated(tree, at) and modal(tree, at)]
    start = verbs[0] if verbs else words[0] if words else 0
    return [at for at in words if at >= start]


def _opened(tree: Tree, words: list[int]) -> list[int]:
    """Without the "however", "but", "that" or "to" that opens it."""
    while words and (
        tree.is_(words[0], *OPENERS)
        or tree.words[words[0]].upos == "PUNCT"
        or tree.words[words[0]].xpos == "TO"
    ):
        words = words[1:]
    return words


def spans_of(tree: Tree, words: list[int]) -> Spans:
    """Spans of word indices; runs with only punctuation missing are one."""
    spans: list[tuple[int, int]] = []
    last = -9
    for index in sorted(words):
        word = tree.words[index]
        if spans and all(tree.words[at].upos == "PUNCT" for at in range(last + 1, index)):
            spans[-1] = (spans[-1][0], word.end)
        elif word.upos != "PUNCT" or word.text in '"“‘':
            spans.append((word.start, word.end))
        else:
            continue
        last = index
    cut = (_balanced(tree.text, trimmed(tree.text, span, " \t\r\n,;.")) for span in spans)
    return tuple((start, end) for start, end in cut if any(map(str.isalnum, tree.text[start:end])))


def _balanced(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Without a quotation mark at the end that nothing in the span opened."""
    start, end = span
    opened = text[start : end - 1].count('"') % 2 or "“" in text[start:end]
    if end > start and text[end - 1] in '"”' and not opened:
        return trimmed(text, (start, end - 1), " \t\r\n,;.")
    return span


def _addressee(tree: Tree, told: list[Act], attribution: Attribution) -> Spans:
    """Whom it is said to or meant for: told by the saying, else who is hit, else who would set it off."""
    inside = [act for act in told if act.by is attribution]
    sayings = [act for act in told if act.spoken is attribution or _is_cue(tree, act, attribution)]
    meant = [act for act in inside if act.status not in ("possible", "requested")]
    ranked = [act.recipient for act in (*sayings, *meant)]
    ranked += [act.actor for act in inside if act not in meant]
    ranked += [act.recipient for act in inside]
    return next((spans for spans in ranked if spans), ())


def _is_cue(tree: Tree, act: Act, attribution: Attribution) -> bool:
    return act.spoken is None and act.trigger.index in tree.within(attribution.cue)


def _refusals(tree: Tree, told: list[Act]) -> Iterator[Commitment]:
    """Refusals told as deeds ("has ruled out supplying a reactor")."""
    for act in told:
        index = act.trigger.index
        told_so = act.type == "REJECT" and tree.lemma(index) in REFUSALS and act.status == "actual"
        below = tree.children(index, "xcomp", "ccomp", "advcl", "obj", "acl") if told_so else []
        if below:
            yield _refusal(tree, act, below[0])


def _refusal(tree: Tree, act: Act, deed: int) -> Commitment:
    clauses = [at for head in (deed, act.trigger.index) for at in tree.children(head, "advcl") if at != deed]
    condition = next((at for at in clauses if tree.marker(at) in ("until", "unless", "before", "if")), None)
    held = set(tree.subtree(condition)) if condition is not None else set()
    marks = set(tree.children(condition, "mark")) if condition is not None else set()
    own = set(tree.children(deed, "mark", "case"))
    words = [at for at in tree.subtree(deed) if at not in held and at not in own]
    return Commitment(
        id="",
        kind="refusal",
        condition=spans_of(tree, sorted(held - marks)),
        consequence=spans_of(tree, words),
        attribution=act.by.id if act.by else None,
        spans=CommitmentSpans(by=act.actor, to=act.recipient),
    )
