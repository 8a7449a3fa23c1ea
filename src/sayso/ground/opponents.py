"""
The other side of an act where its own words name none: whom its actor has to do with elsewhere in the
report, whose people are seized or shot at, whose ground is hit.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

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
INWARD = frozenset({"COERCE", "CONCEDE"})
"""Acts that a government does to its own people, unless another country is named."""
HELP = frozenset({"AGREE", "AID"})
"""Acts that governments far off do for the country where something befell."""
AUTHORITIES = frozenset({"COP", "JUD", "LEG"})
BYSTANDERS = frozenset({"MED", "BUS"})
PLURALS = frozenset({"people", "men", "women", "children", "civilians"})
Codes = tuple[str, ...]
Ties = dict[str, Counter[str]]
"""Actor code -> how often it has to do with which other."""


def opposed(cast: Cast, events: Iterable[Event]) -> tuple[Event, ...]:
    """The events, those without a recipient with whom it must be."""
    told = [_at_home(cast, _beside(cast, _on_the_spot(cast, one))) for one in events]
    ties = _ties(told)
    return tuple(_not_itself(_helping(cast, _facing(one, ties))) for one in told)


def _helping(cast: Cast, event: Event) -> Event:
    """ "Cuba has promised 200 doctors", "Israel offered to train engineers": where the report is set."""
    own, scene = _lands(event.actor), cast.focus.scene
    if event.type not in HELP or known(event.recipient) or len(own) != 1 or scene is None or scene in own:
        return event
    who = (" GOV",) if event.type == "AGREE" else (" GOV", " MIL")
    if not all(code.endswith(who) for code in event.actor):
        return event
    return structs.replace(event, recipient=(coded(scene, "GOV" if event.type == "AGREE" else "CVL"),))


def _beside(cast: Cast, event: Event) -> Event:
    """ "Greek frigates went on alert after a Turkish ship put to sea": the other country in the sentence."""
    own = _lands(event.actor)
    if event.type == "COOPERATE" and not known((*event.actor, *event.recipient)):
        return structs.replace(event, actor=tuple(_abroad(cast, event, own))[:2])
    if event.type != "MOBILIZE" or not own or (_lands(event.recipient) - own):
        return event
    return structs.replace(
        event, recipient=next(((code,) for code in _abroad(cast, event, own)), event.recipient)
    )


def _at_home(cast: Cast, event: Event) -> Event:
    """A curfew, a ban lifted, somebody confined, where the sentence speaks of one country only."""
    own = _lands(event.actor)
    people = not event.spans.recipient or _of_people(cast, event.spans.recipient, named=True)
    if event.type not in INWARD or known(event.recipient) or len(own) != 1 or not people:
        return event
    if any(True for _ in _abroad(cast, event, own)):
        return event
    return structs.replace(event, recipient=(coded(next(iter(own)), "CVL"),))


def _lands(codes: Codes) -> set[str]:
    return {code.partition(" ")[0] for code in codes} - {UNKNOWN, "IGO"}


def _abroad(cast: Cast, event: Event, own: set[str]) -> Iterator[str]:
    """The codes of other countries that the event's sentence names, in text order."""
    first, last = cast.page.range(event.mentions[0])
    if first >= last:
        return
    sentence = cast.page.sentences[cast.page.words[first].sentence]
    seen = set(own)
    for number in range(sentence.first, sentence.last):
        mention = cast.at(number)
        for code in mention.codes if mention is not None else ():
            land = code.partition(" ")[0]
            if land not in seen and land not in (UNKNOWN, "IGO"):
                seen.add(land)
                yield code


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
    if event.type not in BODILY or land is None or event.mode == "abduct":
        return event
    ground = event.type == "ASSAULT" and _of_kind(cast, event.spans.recipient, "place")
    sector = "CVL" if people else "GOV" if ground else ""
    given = coded(land, sector)
    return structs.replace(event, recipient=(given,)) if sector and given not in event.actor else event


def _authority(event: Event) -> str | None:
    """The country of courts, police and lawmakers, whose people they have to do with."""
    lands = {code.partition(" ")[0] for code in event.actor if code.partition(" ")[2] in AUTHORITIES}
    return lands.pop() if len(lands) == 1 and UNKNOWN not in lands else None


def _heads(cast: Cast, spans: Spans) -> Iterator[int]:
    """The head words of phrases."""
    ranges = (cast.page.range(span) for span in spans)
    return (cast.page.head(first, last) for first, last in ranges if first < last)


def _of_kind(cast: Cast, spans: Spans, kind: str) -> bool:
    """Does the engine take the head of a phrase for a person, a place, ...?"""
    found = (cast.page.mentions.get(head) for head in _heads(cast, spans))
    return any(mention is not None and mention.type == kind for mention in found)


def _of_people(cast: Cast, spans: Spans, *, named: bool = False) -> bool:
    """Are they people: by the engine, by the word, or by a bare number ("six were detained")?"""
    page = cast.page
    return any(
        (page.words[head].upos == "NUM" and not page.kids(head, "nmod"))
        or page.lowers[head] in PLURALS
        or ((named or page.words[head].upos == "NOUN") and page.is_person(head))
        for head in _heads(cast, spans)
    )


def is_side(code: str) -> bool:
    """May it stand against another: a state, rebels, a party, and neither bystanders nor firms?"""
    land, _, sector = code.partition(" ")
    return land != UNKNOWN and sector not in BYSTANDERS


def _ties(events: list[Event]) -> Ties:
    ties: Ties = defaultdict(Counter)
    for one in events:
        for actor in one.actor:
            for other in one.recipient:
                if UNKNOWN not in (actor, other) and actor != other and is_side(actor) and is_side(other):
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
