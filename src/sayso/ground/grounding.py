"""The room's one function: words in, world out."""

from __future__ import annotations

from msgspec import Struct, structs

from sayso.ground import actors, happened, places, scenes
from sayso.ground.anchored import anchored, hung
from sayso.ground.answers import answered, at_home, paired
from sayso.ground.cast import Cast
from sayso.ground.fold import fold, rewired
from sayso.ground.happened import Dated
from sayso.ground.learned import learned
from sayso.ground.links import linked
from sayso.ground.names import names
from sayso.ground.opponents import opposed
from sayso.ground.page import Page
from sayso.ground.parties import conditioned, unsaid
from sayso.ground.phrases import UNKNOWN, coded
from sayso.ground.places import Spot
from sayso.ground.quoted import restated
from sayso.ground.times import times
from sayso.ground.timing import GOING_ON, committed, timed
from sayso.records import (
    ActorMention,
    Annotated,
    Attribution,
    Coded,
    Commitment,
    DateRange,
    Event,
    EventPlace,
    Learned,
    Place,
    Skipped,
    Span,
    Spans,
    Time,
    When,
    Why,
)
from sayso.spans import covers, overlaps

# Sides of these stand together in `actor`.
_AGAINST = frozenset(("ASSAULT", "SANCTION", "THREATEN", "ACCUSE"))
_FRAMES = ("during", "since", "before", "of")
_MUTUAL = ("CONSULT", "AGREE", "COOPERATE")


class Grounded(Struct, frozen=True):
    """Attributions, events and commitments with codes, days and places; and all that was found on the way."""

    attributions: tuple[Attribution, ...]
    events: tuple[Event, ...]
    commitments: tuple[Commitment, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    actors: tuple[ActorMention, ...]
    skipped: tuple[Skipped, ...] = ()
    anchored: tuple[Time, ...] = ()
    learned: tuple[Learned, ...] = ()


class World(Struct, frozen=True):
    """What the report tells of the world, ready to be asked."""

    page: Page
    cast: Cast
    hung: list[Dated]
    spots: list[Spot]
    hanging: tuple[Time, ...] = ()


def ground(annotated: Annotated, attributions: tuple[Attribution, ...], coded: Coded) -> Grounded:
    """
    Fill in who, when and where.

    Args:
        annotated: The report with words, syntax and names.
        attributions: Who says what; their sources get actor codes.
        coded: Events and commitments by their words.
    """
    # NumPy comes with it, which a command that grounds nothing need not wait for.
    from sayso.ground import sites

    page = Page(annotated)
    rows = names(page)
    sited = sites.sites(page, rows)
    found = sites.widened(rows, sited)
    told = restated(page, times(page), attributions)
    hanging = anchored(page, told, found)
    told = hung(told, hanging)
    world = World(
        page,
        Cast(page, found, _speakers(page, attributions)),
        happened.dated(page, told) + happened.hanging(page, hanging),
        places.spots(page, found, tuple(span for one in attributions for span in one.source)),
        hanging,
    )
    sourced = tuple(_sourced(world, one) for one in attributions)
    sources = {one.id: one for one in sourced}
    named = (_named(world, event) for event in coded.events)
    full = tuple(unsaid(world.cast, event, sources, coded.commitments) for event in named)
    answering = answered(page, linked(full, sourced), sources, coded.commitments)
    sided = paired(opposed(world.cast, at_home(answering)))
    events, renamed = fold(page, tuple(scenes.visited(_placed(world, event)) for event in sided))
    land = scenes.stage(events, world.cast.focus)
    events = tuple(_set(world, event, land) for event in events)
    events = timed(page, world.hung, events, sources, hanging)
    dated = {event.id: event for event in events}
    commitments = tuple(
        _commitment(world, one, sourced, dated) for one in rewired(coded.commitments, renamed)
    )
    return Grounded(
        sourced,
        events,
        commitments,
        told,
        sites.listed(page, found, sited),
        actors.listed(world.cast),
        coded.skipped,
        hanging,
        learned(world.cast),
    )


def _speakers(page: Page, attributions: tuple[Attribution, ...]) -> dict[int, int]:
    """For each word of a content the head of the innermost source that says it ("we" is then known)."""
    out: dict[int, int] = {}
    for one in sorted(attributions, key=lambda one: -sum(end - start for start, end in one.content)):
        if not one.source:
            continue
        first, last = page.range(one.source[0])
        if first >= last:
            continue
        head = page.head(first, last)
        for span in one.content:
            for number in range(*page.range(span)):
                out[number] = head
    return out


def _sourced(world: World, one: Attribution) -> Attribution:
    """An attribution with the code, name and sharper type of its source."""
    mentions = actors.resolve(world.cast, one.source or one.refers_to)
    known = [(code, m) for m in mentions for code in m.codes if code != UNKNOWN]
    if not known:
        return one
    code, mention = known[0]
    kind = one.source_type
    if code.endswith(" MED") and mention.kind == "body" and kind in ("organisation", "unspecified"):
        kind = "media"
    return structs.replace(one, source_actor=code, source_name=mention.name, source_type=kind)


def _named(world: World, event: Event) -> Event:
    """An event with the codes of the parties it names."""
    actor = actors.codes(world.cast, event.spans.actor)
    if set(actor) == {UNKNOWN}:
        actor = tuple(coded(land, "GOV") for land in _seats(world, event.spans.actor)) or actor
    recipient = actors.codes(world.cast, event.spans.recipient)
    if actor and event.spans.recipient == event.spans.actor:
        return structs.replace(event, actor=actor, recipient=actor)  # "accused each other"
    recipient = actors.theirs(world.cast, event, actor) or recipient
    if set(recipient) == {UNKNOWN} and event.type != "REJECT":
        recipient = _lands(world, event.spans.recipient) or recipient
    own = event.type in _AGAINST and recipient and set(recipient) <= set(actor)
    foreign = all(code.endswith((" GOV", " MIL")) for code in actor)
    if own and (_points_back(world, event.spans.recipient) or foreign):
        # "If London attacks its ports": nobody does that to himself, so "its" is somebody else's.
        recipient = ()
    if event.type in _MUTUAL and actor and recipient and event.type != "AID" and _mutual(event):
        actor, recipient = tuple(dict.fromkeys((*actor, *recipient))), ()
    if event.mode == "resign" and recipient and not set(actor) - {UNKNOWN}:
        actor, recipient = recipient, ()  # "X resigned to allow Haiti's elections"
    elif event.mode == "resign" and set(recipient) <= set(actor):
        recipient = ()
    by_way_of = tuple(code for code in actors.codes(world.cast, event.spans.through) if code != UNKNOWN)
    return structs.replace(event, actor=actor, recipient=recipient, through=by_way_of)


def _points_back(world: World, spans: Spans) -> bool:
    """Is it "it" or "them", or something of "its" or "theirs"?"""
    page = world.page
    numbers = (number for span in spans for number in range(*page.range(span)))
    return any(page.words[number].upos == "PRON" for number in numbers)


def _lands(world: World, spans: Spans) -> tuple[str, ...]:
    """ "fired at targets in Jericho": the land of a place that an act is aimed at."""
    hit = (spot.name.code for spot in world.spots if any(overlaps(spot.span, span) for span in spans))
    return tuple(dict.fromkeys(code for code in hit if code))


def _seats(world: World, spans: Spans) -> tuple[str, ...]:
    """ "On orders from Moscow": the country of a capital that stands for its government."""
    seats = (spot.name for spot in world.spots if spot.name.kind == "capital" and covers(spans, spot.span))
    return tuple(dict.fromkeys(name.code for name in seats))


def _placed(world: World, event: Event) -> Event:
    """An event with its day and its place."""
    date: tuple[DateRange, Span] | None = None
    when: When | None = None
    place: tuple[EventPlace, Span | None] | None = None
    spans = event.spans
    for mention in event.mentions:
        told = happened.when(world.page, world.hung, mention, event.status, event.spans.date)
        date = happened.narrower(date, told)
        if place is None:
            place = places.where(world.page, world.spots, mention, event.type, event.spans.place)
    if (ahead := happened.ahead(world.page, world.hung, event)) is not None:
        date = ahead
        event = structs.replace(event, status="planned", why=_due(event, ahead[1]))
    if date is None and not _elsewhen(world, event):
        date = happened.going_on(world.page, world.hung, event.mentions[0], event.type, event.status)
        when = When(GOING_ON) if date else None
    if place is None:
        scene = scenes.scene(world.page, world.spots, event, event.actor, event.recipient)
        place = (scene, None) if scene else None
    if date:
        spans = structs.replace(spans, date=(date[1],))
    if place and place[1]:
        spans = structs.replace(spans, place=(place[1],))
    return structs.replace(
        event,
        date=date[0] if date else None,
        when=when,
        place=place[0] if place else None,
        spans=spans,
    )


def _due(event: Event, told: Span) -> Why:
    """Why something told in the present tense is only to come."""
    return Why(event.why.type if event.why else "", "told for a day to come", (told,))


def _set(world: World, event: Event, land: str | None) -> Event:
    """An event that no word puts anywhere, in the country the report is set in."""
    if event.place is not None:
        return event
    return structs.replace(event, place=scenes.setting(world.page, world.spots, event, land))


def _elsewhen(world: World, event: Event) -> bool:
    """Is its time not known ("during the Crimean war"), or is another counted from it?"""
    line = world.page.words[world.page.range(event.mentions[0])[0]].sentence
    start, end = world.page.sentences[line].start, world.page.sentences[line].end
    told = [time.anchor for time in world.hanging if time.anchor and start <= time.span[0] < end]
    counted = any(overlaps(anchor.span, event.mentions[0]) for anchor in told if anchor.earliest)
    return counted or any(anchor.relation in _FRAMES and not anchor.earliest for anchor in told)


def _mutual(event: Event) -> bool:
    """Reciprocal acts list all sides as actors, unless one visits or hosts the other."""
    return event.type == "CONSULT" and event.mode not in ("visit", "host")


def _commitment(
    world: World, one: Commitment, attributions: tuple[Attribution, ...], events: dict[str, Event]
) -> Commitment:
    source = next((a for a in attributions if a.id == one.attribution), None)
    by = _single(world, one.spans.by) or (source.source_actor if source else UNKNOWN)
    event = events.get(one.event or "")
    date = event.date if event else None
    if date is None and source is not None:
        for cue in source.cue:
            found = happened.when(world.page, world.hung, cue, "actual")
            date = date or (found[0] if found else None)
    spans: Spans = one.condition + one.consequence + (source.cue if source else ())
    to = _single(world, one.spans.to)
    if to == by:
        to = None  # a British-flagged ship told of in Britain's threat is not whom it is made to
    if to is None and event is not None:
        to = next(iter(event.recipient), None)
    if to is None:
        to = next(iter(conditioned(world.cast, one.condition, (by,))), None)
    full = structs.replace(
        one,
        by=by,
        to=to or UNKNOWN,
        date=date,
        deadline=one.deadline or happened.deadline(world.page, world.hung, spans, date, world.hanging),
    )
    return committed(world.page, world.hung, full, source)


def _single(world: World, spans: Spans) -> str | None:
    """The first known code of some phrases."""
    return next((code for code in actors.codes(world.cast, spans) if code != UNKNOWN), None)
