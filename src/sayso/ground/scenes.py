"""Where an act evidently took place though its sentence does not say."""

from __future__ import annotations

from collections import Counter

from msgspec import structs

from sayso.ground.focus import Focus
from sayso.ground.page import Page
from sayso.ground.phrases import UNKNOWN, coded, country_in, sector_in
from sayso.ground.places import HERE, Spot, countries, place
from sayso.records import Event, EventPlace

_TWO = 2
_HAPPENED = ("actual", "denied")
_HOME = frozenset(["REB", "CRM", "CVL", "COP", "OPP", "PTY", "JUD"])
"""Such as these act in their own country."""
_LAW = frozenset(["COP", "JUD"])
"""Such as these act there even on foreigners."""
_ON_GROUND = frozenset(["AID", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT"])


def scene(
    page: Page, placed: list[Spot], event: Event, actor: tuple[str, ...], recipient: tuple[str, ...]
) -> EventPlace | None:
    """
    Where a material act evidently took place though its sentence does not say: the country it befell, or the
    town told last in the two sentences before if that lies there.
    """
    if event.status == "threatened":
        return None  # where the sides are from says little of where it would be
    return _within(page, placed, event, _befallen(event, actor, recipient))


def stage(events: tuple[Event, ...], focus: Focus) -> str | None:
    """
    The country a report is set in: the one that the words of two acts on the ground or more put them in,
    else the one it is about.
    """
    told = Counter(
        event.place.country
        for event in events
        if event.type in _ON_GROUND and event.place and event.place.country and event.spans.place
    )
    most = max(told.items(), key=lambda pair: (pair[1], pair[0]), default=("", 0))
    return most[0] if most[1] > 1 else focus.scene


def setting(page: Page, placed: list[Spot], event: Event, land: str | None) -> EventPlace | None:
    """
    Where an act on the ground took place of which no word and no side tells where: in the country in which
    the report is set.
    """
    if event.type in _ON_GROUND or (event.type == "COOPERATE" and f"{land} MIL" in event.actor):
        return _within(page, placed, event, land)
    return None


def _within(page: Page, placed: list[Spot], event: Event, land: str | None) -> EventPlace | None:
    """A country, or the town in it that was told last in the two sentences before."""
    if land is None:
        return None
    first = page.at(event.mentions[0][0])
    sentence = page.words[first].sentence if first is not None else 0
    for spot in reversed(placed):
        if spot.source is not None or spot.dateline:
            continue
        gap = sentence - page.words[spot.head].sentence
        told = spot.name.code == land and spot.breadth < 2 and spot.before in HERE
        if told and 0 <= gap <= 2 and event.status in _HAPPENED:
            return place(spot.name)
    country = countries().get(land)
    return place(country) if country else None


def _befallen(event: Event, actor: tuple[str, ...], recipient: tuple[str, ...]) -> str | None:
    """The country an act befalls, by its type and the countries of its sides."""
    doer, done_to = country_in(actor), country_in(recipient)
    if event.type == "SANCTION":
        return doer if event.mode == "expel" else None
    if event.type in ("ASSAULT", "COERCE") and doer and all(sector_in(code) in _LAW for code in actor):
        return doer
    if event.type in ("ASSAULT", "AID"):
        return done_to or (doer if event.type == "ASSAULT" and _at_home(actor) else None)
    if event.type in ("COERCE", "PROTEST"):
        return doer if doer == done_to or not done_to else None
    if event.type == "RETREAT":
        return doer if not done_to or doer == done_to else None
    if event.type == "MOBILIZE":
        return done_to if doer == done_to else None
    return None


def visited(event: Event) -> Event:
    """Who calls on whom: a visit is to the country it is made to, and so are talks in one side's country."""
    land = event.place.country if event.place else None
    lands = [code.partition(" ")[0] for code in event.actor]
    if event.type != "CONSULT" or land is None or not lands or sector_in(event.actor[0]) != "GOV":
        return event
    if any(code != UNKNOWN for code in event.recipient) or lands[0] == land:
        return event
    if event.mode == "visit" and land not in lands and UNKNOWN not in lands:
        return structs.replace(event, recipient=(coded(land, "GOV"),))
    if len(set(lands)) == _TWO and lands[-1] == land and len(event.spans.actor) == _TWO:
        home = [code for code in event.actor if code.startswith(land)]
        return structs.replace(
            event, actor=tuple(code for code in event.actor if code not in home), recipient=tuple(home)
        )
    return event


def _at_home(actor: tuple[str, ...]) -> bool:
    """Do such as these act in their own country?"""
    return all(sector_in(code) in _HOME for code in actor)
