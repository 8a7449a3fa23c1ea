"""Acts written down as events: mentions, chain, and the words of the parties."""

from __future__ import annotations

from msgspec.structs import replace

from sayso.attribute.levels import chain
from sayso.code.acts import Act
from sayso.code.arguments import through
from sayso.code.contexts import contexts
from sayso.code.scales import codes, quad
from sayso.code.sizes import sizes
from sayso.records import Attribution, Event, EventSpans, Sizes, Why
from sayso.spans import joined
from sayso.syntax import Tree


def events(tree: Tree, told: list[Act], attributions: tuple[Attribution, ...]) -> tuple[Event, ...]:
    """One event an act, ids e1, e2, ... in text order; sides of a mutual act stand together as actors."""
    return tuple(_event(tree, number, one, attributions) for number, one in enumerate(told, 1))


def _event(tree: Tree, number: int, one: Act, attributions: tuple[Attribution, ...]) -> Event:
    both = one.mutual
    actor = joined((*one.actor, *one.recipient)) if both else one.actor
    by = one.by.id if one.by else None
    return Event(
        id=f"e{number}",
        mentions=_mention(tree, one),
        type=one.type,
        mode=one.trigger.frame.mode,
        status=one.status,
        according_to=by,
        chain=chain(attributions, by),
        quad=quad(one.type),
        contexts=contexts(tree, one.trigger.index),
        sizes=_sizes(tree, one),
        codes=codes(one.type, one.trigger.frame.mode),
        why=_why(tree, one),
        spans=EventSpans(
            actor=actor, recipient=() if both else one.recipient, through=through(tree, one.trigger)
        ),
    )


def _mention(tree: Tree, one: Act) -> tuple[tuple[int, int], ...]:
    """One span from the first trigger word to the last; a noun that names the act goes before its verb."""
    verb = (tree.words[one.trigger.words[0]].start, tree.words[one.trigger.words[-1]].end)
    if one.trigger.deed is None:
        return (verb,)
    noun = tree.words[one.trigger.deed]
    return ((noun.start, noun.end), verb)


def _sizes(tree: Tree, one: Act) -> Sizes | None:
    """How many were killed, hurt, arrested; those who take part are told of protests only."""
    told = sizes(tree, one.trigger.index)
    if told is None or one.type == "PROTEST":
        return told
    bare = replace(told, crowd=None)
    return bare if bare != Sizes() else None


def _why(tree: Tree, one: Act) -> Why:
    """What gave the type and what the status, in words that `sayso chain` prints."""
    seen = (tree.words[at] for at in one.sign.words)
    return Why(
        type=one.trigger.told_by(tree),
        status=one.sign.rule,
        words=tuple((word.start, word.end) for word in seen),
    )
