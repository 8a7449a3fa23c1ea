"""
The other side of an act where its own words name none: whom its actor has to do with elsewhere in the
report, whose people are seized or shot at, whose ground is hit.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from msgspec import structs

from sayso.ground.cast import Cast
from sayso.ground.parties import known
from sayso.ground.phrases import UNKNOWN, coded
from sayso.records import Event, Spans

DIRECTED = frozenset({"ACCUSE", "REJECT", "REQUEST", "SANCTION", "THREATEN"})
"""Acts that are done to somebody, whether or not he is named."""
BODILY = frozenset({"AID", "ASSAULT", "COERCE"})
"""Acts done to people and places of the country where they are done."""
AT_HOME = frozenset({"ACCUSE", "CONCEDE", "COERCE", "RETREAT", "SANCTION"})
"""Acts that courts, police and lawmakers do to people of their own country."""
AUTHORITIES = frozenset({"COP", "JUD", "LEG"})
PLURALS = frozenset({"people", "men", "women", "children", "civilians"})
Codes = tuple[str, ...]
Ties = dict[str, Counter[str]]
"""Actor code -> how often it has to do with which other."""


def opposed(cast: Cast, events: Iterable[Event]) -> tuple[Event, ...]:
    """The events, those without a recipient with whom it must be."""
    told = [_on_the_spot(cast, one) for one in events]
    ties = _ties(told)
    return tuple(_not_itself(_facing(one, ties)) for one in told)


def _not_itself(event: Event) -> Event:
    """Nobody agrees with himself."""
    own = event.type == "AGREE" and set(event.recipient) <= set(event.actor)
    return structs.replace(event, recipient=()) if own else event


def _on_the_spot(cast: Cast, event: Event) -> Event:
    """ "700 people were arrested", "attacked a polling centre": the country's people, the state's ground."""
    if known(event.recipient) or not event.spans.recipient:
        return event
    people = _of_people(cast, event.spans.recipient)
    if people and event.type in AT_HOME and (own := _authority(event)):
        return structs.replace(event, recipient=(coded(own, "CVL"),))
    first, last = cast.page.range(event.mentions[0])
    land = cast.focus.near(first, "CVL") if first < last else None
    if event.type not in BODILY or land is None:
        return event
    sector = "CVL" if people else "GOV" if event.type == "ASSAULT" else ""
    return structs.replace(event, recipient=(coded(land, sector),)) if sector else event


def _authority(event: Event) -> str | None:
    """The country of courts, police and lawmakers, whose people they have to do with."""
    lands = {code.partition(" ")[0] for code in event.actor if code.partition(" ")[2] in AUTHORITIES}
    return lands.pop() if len(lands) == 1 and UNKNOWN not in lands else None


def _of_people(cast: Cast, spans: Spans) -> bool:
    for span in spans:
        first, last = cast.page.range(span)
        if first >= last:
            continue
        head = cast.page.head(first, last)
        common = cast.page.words[head].upos == "NOUN"
        if cast.page.lowers[head] in PLURALS or (common and cast.page.is_person(head)):
            return True
    return False


def _ties(events: list[Event]) -> Ties:
    ties: Ties = defaultdict(Counter)
    for one in events:
        for actor in one.actor:
            for other in one.recipient:
                if UNKNOWN not in (actor, other) and actor != other:
                    ties[actor][other] += 1
                    ties[other][actor] += 1
    return ties


def _facing(event: Event, ties: Ties) -> Event:
    """The one whom the actor has most to do with, where there is one such."""
    if known(event.recipient) or event.type not in DIRECTED or len(event.actor) != 1:
        return event
    ranked = ties.get(event.actor[0], Counter()).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return event
    return structs.replace(event, recipient=(ranked[0][0],))
