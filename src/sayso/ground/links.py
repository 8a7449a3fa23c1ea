"""
Parties that one event lends to another: who is asked to do a thing is who is to do it, and who
promises is who will.
"""

from __future__ import annotations

from msgspec import structs

from sayso.ground.parties import known
from sayso.records import Attribution, Event
from sayso.spans import overlaps

ASKING = frozenset({"REQUEST"})
PLEDGING = frozenset({"AGREE"})


def linked(events: tuple[Event, ...], attributions: tuple[Attribution, ...]) -> tuple[Event, ...]:
    """The events, each speech act and the acts it speaks of with the parties that the other tells."""
    by_id = {event.id: event for event in events}
    for attribution in attributions:
        for speech in _told_by(by_id, attribution):
            for deed in _inside(by_id, attribution):
                by_id |= _lent(by_id[speech], by_id[deed])
    return tuple(by_id.values())


def _told_by(by_id: dict[str, Event], attribution: Attribution) -> list[str]:
    """The requests and promises whose own words are the attribution's cue."""
    return [
        event.id
        for event in by_id.values()
        if event.type in ASKING | PLEDGING
        and any(overlaps(cue, span) for cue in attribution.cue for span in event.mentions)
    ]


def _inside(by_id: dict[str, Event], attribution: Attribution) -> list[str]:
    return [
        event.id
        for event in by_id.values()
        if event.according_to == attribution.id and event.status in ("requested", "planned", "conditional")
    ]


def _lent(speech: Event, deed: Event) -> dict[str, Event]:
    if speech.type in ASKING:
        if speech.spans.recipient and known(deed.actor) and deed.actor == speech.actor:
            deed = structs.replace(deed, actor=())  # who asks another to act does not act himself
        suffers = bool(set(speech.recipient) & set(deed.recipient))
        if known(speech.recipient) and not known(deed.actor) and not suffers:
            deed = structs.replace(deed, actor=speech.recipient)
        elif known(deed.actor) and not known(speech.recipient) and deed.actor != speech.actor:
            speech = structs.replace(speech, recipient=deed.actor)
    else:
        if known(speech.actor) and not known(deed.actor):
            deed = structs.replace(deed, actor=speech.actor)
        if len(speech.actor) == 1 and known(deed.recipient) and not known(speech.recipient):
            speech = structs.replace(speech, recipient=deed.recipient)
    return {speech.id: speech, deed.id: deed}
