"""
Threats, warnings, promises, orders, demands and refusals: who is bound or warned, on what condition,
with what consequence.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.code.acts import Act, condition_of
from sayso.code.status import CONDITIONS, modal, trigger_subject
from sayso.records import Attribution, Commitment, CommitmentSpans, Event, Spans
from sayso.spans import overlaps, trimmed
from sayso.syntax import Tree

ORDERS = frozenset({"order", "instruct", "command", "direct", "decree"})
REFUSALS = frozenset({"refuse", "rule", "decline", "refusal"})
PROMISES = frozenset({"promise", "pledge", "vow", "offer", "undertake", "guarantee", "assure", "swear"})


def commitments(
    tree: Tree, told: list[Act], events: tuple[Event, ...], attributions: tuple[Attribution, ...]
) -> tuple[Commitment, ...]:
    """In text order, ids c1, c2, ...; each points at the event that makes it, where there is one."""
    found = [*_from_sayings(tree, told, attributions), *_from_acts(tree, told, attributions)]
    found.sort(key=lambda one: one.consequence or one.condition)
    kept: list[Commitment] = []
    for one in found:
        if one.consequence and not any(_same(one, other) for other in kept):
            kept.append(one)
    by_trigger = {act.trigger.index: event for act, event in zip(told, events, strict=True)}
    return tuple(_numbered(number, one, told, by_trigger) for number, one in enumerate(kept, 1))


def _numbered(number: int, one: Commitment, told: list[Act], by_trigger: dict[int, Event]) -> Commitment:
    making = [act for act in told if act.spoken is not None and act.spoken.id == one.attribution]
    event = by_trigger[making[0].trigger.index].id if making else None
    return Commitment(
        id=f"c{number}",
        kind=one.kind,
        condition=one.condition,
        consequence=one.consequence,
        attribution=one.attribution,
        event=event,
        spans=one.spans,
    )


def _same(one: Commitment, other: Commitment) -> bool:
    return any(overlaps(left, right) for left in one.consequence for right in other.consequence)


def _from_sayings(tree: Tree, told: list[Act], attributions: tuple[Attribution, ...]) -> Iterator[Commitment]:
    """What is said with a condition or as a promise."""
    for attribution in attributions:
        kind = _kind(tree, told, attribution)
        if kind is None:
            continue
        condition, consequence = parts(tree, attribution)
        if kind in ("warning",) and not condition:
            continue
        yield Commitment(
            id="",
            kind=kind,
            condition=condition,
            consequence=consequence,
            attribution=attribution.id,
            spans=CommitmentSpans(
                by=attribution.refers_to or attribution.source, to=_addressee(told, attribution)
            ),
        )


def _kind(tree: Tree, told: list[Act], attribution: Attribution) -> str | None:
    inside = [act for act in told if act.by is attribution]
    cue = {tree.lemma(index) for index in tree.within(attribution.cue)}
    if attribution.stance == "threaten" or any(act.status == "threatened" for act in inside):
        return "threat"
    if cue & ORDERS:
        return "order"
    if cue & PROMISES:
        return "promise"
    if _conditional_content(tree, attribution):
        return "warning" if attribution.stance in ("assert", "predict") else None
    return None


def _conditional_content(tree: Tree, attribution: Attribution) -> bool:
    head = _main(tree, attribution)
    if head is None or modal(tree, head) not in ("will", "would", "could", "may", "might"):
        return False
    return condition_of(tree, head) is not None or _trigger_subject(tree, head) is not None


def _main(tree: Tree, attribution: Attribution) -> int | None:
    return tree.head_of(attribution.content)


def parts(tree: Tree, attribution: Attribution) -> tuple[Spans, Spans]:
    """Condition and consequence of a content; the condition is () where there is none."""
    head = _main(tree, attribution)
    if head is None:
        return (), attribution.content
    condition = condition_of(tree, head)
    if condition is not None:
        inside = tree.subtree(condition)
        rest = [index for index in tree.within(attribution.content) if index not in set(inside)]
        return _spans(tree, _unmarked(tree, condition, inside)), _spans(tree, rest)
    subject = _trigger_subject(tree, head)
    if subject is not None:
        return (tree.phrase(subject),), _after(tree, head, attribution)
    return (), attribution.content


def _unmarked(tree: Tree, condition: int, inside: list[int]) -> list[int]:
    """The condition without its conjunction."""
    drop = {child for child in tree.children(condition, "mark", "advmod") if _conjoins(tree, child)}
    return [index for index in inside if index not in drop]


def _conjoins(tree: Tree, index: int) -> bool:
    text = tree.words[index].text.lower()
    return any(text in mark.split() for mark in CONDITIONS)


def _trigger_subject(tree: Tree, head: int) -> int | None:
    return trigger_subject(tree, head) if modal(tree, head) else None


def _after(tree: Tree, head: int, attribution: Attribution) -> Spans:
    """What the verb brings about: its objects and obliques; the verb itself where it has none."""
    result = tree.children(head, "obj", "obl", "ccomp", "xcomp")
    words = [index for child in result for index in tree.subtree(child, without=("mark",))]
    inside = set(tree.within(attribution.content))
    return _spans(tree, [index for index in words if index in inside] or [head])


def _spans(tree: Tree, words: list[int]) -> Spans:
    """One span for a run of words with only punctuation missing."""
    spans: list[tuple[int, int]] = []
    last = -9
    for index in sorted(words):
        word = tree.words[index]
        if spans and all(tree.words[at].upos == "PUNCT" for at in range(last + 1, index)):
            spans[-1] = (spans[-1][0], word.end)
        elif word.upos != "PUNCT":
            spans.append((word.start, word.end))
        last = index
    trimmed_spans = (trimmed(tree.text, span, " \t\r\n,;.") for span in spans)
    return tuple(span for span in trimmed_spans if span[1] > span[0])


def _addressee(told: list[Act], attribution: Attribution) -> Spans:
    spoken = [act.recipient for act in told if act.spoken is attribution and act.recipient]
    cue_acts = [act.recipient for act in told if act.recipient and _is_cue(act, attribution)]
    inside = [act.recipient for act in told if act.by is attribution and act.recipient]
    return (spoken or cue_acts or inside or [()])[0]


def _is_cue(act: Act, attribution: Attribution) -> bool:
    return (
        act.by is not attribution
        and act.spoken is None
        and act.trigger.frame.speech
        and (act.actor == attribution.source)
    )


def _from_acts(tree: Tree, told: list[Act], attributions: tuple[Attribution, ...]) -> Iterator[Commitment]:
    """Refusals and orders that make no attribution of their own."""
    cues = {index for one in attributions for index in tree.within(one.cue)}
    for act in told:
        index = act.trigger.index
        if (
            act.type != "REJECT"
            or tree.lemma(index) not in REFUSALS
            or act.status != "actual"
            or index in cues
        ):
            continue
        complement = tree.children(index, "xcomp", "ccomp", "obj", "obl", "acl")
        if complement:
            yield _refusal(tree, act, complement[0])


def _refusal(tree: Tree, act: Act, complement: int) -> Commitment:
    words = tree.subtree(complement, without=("mark", "case"))
    condition = condition_of(tree, complement) or condition_of(tree, act.trigger.index)
    held = set(tree.subtree(condition)) if condition is not None else set()
    inner = _unmarked(tree, condition, sorted(held)) if condition is not None else []
    return Commitment(
        id="",
        kind="refusal",
        condition=_spans(tree, inner),
        consequence=_spans(tree, [index for index in words if index not in held]),
        attribution=act.by.id if act.by else None,
        spans=CommitmentSpans(by=act.actor, to=act.recipient),
    )
