"""Parties an event leaves unsaid but the report tells: the speaker, who is threatened, whose police."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import structs

from sayso.ground import tables
from sayso.ground.agents import CARRIERS
from sayso.ground.cast import Cast
from sayso.ground.phrases import UNKNOWN, coded, country_in
from sayso.records import Attribution, Commitment, Event, Spans
from sayso.spans import covers, overlaps

_COUPS = frozenset(("coup", "putsch"))
# Force without a fight that only those in power use: a ship impounded, a paper shut, a curfew.
_AUTHORITY = frozenset(("seize", "restrict", "deport", "censor", "curfew", "martial-law"))
_ARRESTS = tables.words("arrests")
Codes = tuple[str, ...]


def unsaid(
    cast: Cast, event: Event, attributions: dict[str, Attribution], commitments: tuple[Commitment, ...]
) -> Event:
    """The event with the parties it leaves out, as far as the report tells them elsewhere."""
    actor = event.actor if known(event.actor) else _doer(cast, event, attributions) or event.actor
    recipient = event.recipient
    if event.type == "THREATEN" and _held_out(event, commitments):
        recipient = ()
    if not known(recipient):
        recipient = _target(cast, event, actor, attributions, commitments) or event.recipient
    return structs.replace(event, actor=actor, recipient=recipient)


def _held_out(event: Event, commitments: tuple[Commitment, ...]) -> bool:
    """ "Would block aid for Turkey unless Ankara ...": who is threatened is told by the condition."""
    spans = event.spans.recipient
    return bool(spans) and any(
        one.condition and all(covers(one.consequence, span) for span in spans) for one in commitments
    )


def known(codes: Codes) -> bool:
    """Is there a code that says anything?"""
    return any(code != UNKNOWN for code in codes)


def _doer(cast: Cast, event: Event, attributions: dict[str, Attribution]) -> Codes:
    """The speaker of a spoken or threatened act; police that arrest, people that protest, at the scene."""
    for one in attributions.values():
        if any(overlaps(cue, span) for cue in one.cue for span in event.mentions):
            return (one.source_actor,) if one.source_actor != UNKNOWN else ()
    source = attributions.get(event.according_to or "")
    if event.status == "threatened" and source is not None and source.source_actor != UNKNOWN:
        return (source.source_actor,)
    first, last = cast.page.range(event.mentions[0])
    scene = cast.focus.near(cast.page.head(first, last), "CVL") if first < last else None
    if scene and event.type == "PROTEST":
        return (coded(scene, "CVL"),)
    if scene and event.type == "COERCE" and _lemma(cast, event) in _ARRESTS:
        return (coded(scene, "COP"),)
    if event.type == "COERCE" and event.mode == "arrest" and (held := _held_in(event)):
        return (coded(held, "GOV"),)
    if scene and event.type == "COERCE" and event.mode in _AUTHORITY and not event.spans.actor:
        return (coded(scene, "GOV"),)
    return ()


def _held_in(event: Event) -> str | None:
    """The country of opponents who are in jail: it is their own government that keeps them there."""
    if event.spans.actor or not all(code.endswith(" OPP") for code in event.recipient):
        return None
    return country_in(event.recipient)


def _target(
    cast: Cast,
    event: Event,
    actor: Codes,
    attributions: dict[str, Attribution],
    commitments: tuple[Commitment, ...],
) -> Codes:
    """Who is threatened: whoever the condition names; who is protested against: the government there."""
    if event.type == "PROTEST" and (land := country_in(actor)):
        return (coded(land, "GOV"),)
    if event.type == "ASSAULT" and _lemma(cast, event) in _COUPS and (scene := cast.focus.scene):
        return (coded(scene, "GOV"),)
    told = event.according_to if event.status == "threatened" else _said(event, attributions)
    if event.type != "THREATEN" and event.status != "threatened":
        return ()
    for commitment in commitments:
        if commitment.attribution == told and told is not None:
            return conditioned(cast, commitment.condition, actor)
    return ()


def _said(event: Event, attributions: dict[str, Attribution]) -> str | None:
    """The attribution whose cue the event is told by."""
    for one in attributions.values():
        if any(overlaps(cue, span) for cue in one.cue for span in event.mentions):
            return one.id
    return None


def supposed(condition: Spans, events: Iterable[Event], actor: Codes) -> Codes:
    """Who would do what is told in a condition ("if another cargo is impounded"), where that is known."""
    for one in events:
        inside = covers(condition, one.mentions[0])
        if inside and known(one.actor) and not set(one.actor) & set(actor):
            return tuple(code for code in one.actor if code != UNKNOWN)
    return ()


def conditioned(cast: Cast, condition: Spans, actor: Codes) -> Codes:
    """The first party named in a condition that is not the one who sets it."""
    for start, end in condition:
        first, last = cast.page.range((start, end))
        for number in range(first, last):
            mention = cast.at(number)
            if mention is None or mention.noun in CARRIERS:
                continue  # "if the ship is not released": it is none to be threatened
            if known(mention.codes) and not set(mention.codes) & set(actor):
                return mention.codes
    return ()


def _lemma(cast: Cast, event: Event) -> str:
    first, last = cast.page.range(event.mentions[0])
    return cast.page.words[cast.page.head(first, last)].lemma.lower() if first < last else ""
