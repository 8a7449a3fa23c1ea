"""Places in a report, and the place of an event."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from sayso.ground import tables
from sayso.ground.names import Found, Name, index
from sayso.ground.page import FACTS, Page
from sayso.ground.phrases import country_in, sector_in
from sayso.records import Event, EventPlace, Span, Spans

MATERIAL = frozenset(["AID", "RETREAT", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT", "COOPERATE", "CONSULT"])
_KINDS = ("place", "capital", "country")
_WHERE = tables.words("where")
_HERE = _WHERE - {
    "from",
    "to",
    "toward",
    "towards",
    "over",
    "between",
    "among",
    "against",
    "through",
    "beyond",
}


class Spot(Struct, frozen=True):
    """A place name in the text: its row, its head word, the preposition before it, its words."""

    name: Name
    span: Span
    head: int
    before: str
    path: tuple[int, ...]

    @property
    def breadth(self) -> int:
        """0 for a town, 1 for a capital, 2 for a country, 3 for what lies in several."""
        return 3 if not self.name.code else {"place": 0, "capital": 1}.get(self.name.kind, 2)


def spots(page: Page, found: list[Found]) -> list[Spot]:
    """The place names of the fact-telling segments, datelines left out."""
    out = []
    for one in found:
        name = one.of(*_KINDS)
        if name is None or page.kind(one.first) not in FACTS or page.kind(one.first) == "dateline":
            continue
        head = page.head(one.first, one.last)
        cases = [page.lowers[k] for k in page.kids(head, "case")]
        before = cases[0] if cases else ""
        if not before and page.deprel(head) in ("compound", "amod", "nmod", "conj", "flat"):
            above = page.words[head].head
            outer = [page.lowers[k] for k in page.kids(above, "case")] if above >= 0 else []
            before = outer[0] if outer and page.words[above].upos in ("NOUN", "PROPN") else ""
        out.append(Spot(name, one.span, head, before, tuple(page.climb(head)[1:])))
    return out


def where(
    page: Page, placed: list[Spot], mention: Span, kind: str, told: Spans = ()
) -> tuple[EventPlace, Span] | None:
    """
    The narrowest place told for the event with this trigger, and the words that say so.

    Acts of speech take only a place of their own clause, material acts any place of the sentence
    that stands where a scene stands.
    """
    first, last = page.range(mention)
    if first >= last:
        return None
    trigger = page.head(first, last)
    sentence = page.words[trigger].sentence
    ranked = []
    for spot in placed:
        if any(s <= spot.span[0] < e for s, e in told):
            rank = 4
        elif page.words[spot.head].sentence != sentence:
            continue
        else:
            rank = _rank(page, spot, trigger, kind)
        if rank:
            ranked.append((-rank, spot.breadth, abs(spot.head - trigger), spot))
    if not ranked:
        return None
    spot = min(ranked, key=lambda entry: entry[:3])[3]
    return place(spot.name), spot.span


def scene(
    page: Page, placed: list[Spot], event: Event, actor: tuple[str, ...], recipient: tuple[str, ...]
) -> EventPlace | None:
    """
    Where a material act evidently took place though its sentence does not say: the country it befell,
    or the town told last in the two sentences before if that lies there.
    """
    land = _befallen(event, actor, recipient)
    if land is None:
        return None
    first = page.at(event.mentions[0][0])
    sentence = page.words[first].sentence if first is not None else 0
    for spot in reversed(placed):
        gap = sentence - page.words[spot.head].sentence
        told = spot.name.code == land and spot.breadth < 2 and spot.before in _HERE
        if told and 0 <= gap <= 2 and event.status in ("actual", "denied"):
            return place(spot.name)
    country = countries().get(land)
    return place(country) if country else None


def _befallen(event: Event, actor: tuple[str, ...], recipient: tuple[str, ...]) -> str | None:
    """The country an act befalls, by its type and the countries of its sides."""
    doer, done_to = country_in(actor), country_in(recipient)
    if event.type in ("ASSAULT", "AID"):
        return done_to or (doer if event.type == "ASSAULT" and _at_home(actor) else None)
    if event.type in ("COERCE", "PROTEST"):
        return doer if doer == done_to or not done_to else None
    if event.type == "RETREAT":
        return doer if not done_to or doer == done_to else None
    if event.type == "MOBILIZE":
        return done_to if doer == done_to else None
    return None


def _at_home(actor: tuple[str, ...]) -> bool:
    """Do such as these act in their own country?"""
    return all(sector_in(code) in ("REB", "CRM", "CVL", "COP", "OPP", "PTY") for code in actor)


@cache
def countries() -> dict[str, Name]:
    """Each country's row by its code."""
    return {name.code: name for entries in index().values() for _, rows in entries for name in rows
            if name.kind == "country"}  # fmt: skip


def place(name: Name) -> EventPlace:
    """A row as the place of an event."""
    return EventPlace(name.name, name.code or None, name.lat, name.lon)


def _rank(page: Page, spot: Spot, trigger: int, kind: str) -> int:
    verb = next((k for k in spot.path if page.words[k].upos in ("VERB", "AUX")), -1)
    own = trigger in spot.path[: spot.path.index(verb) + 1 if verb in spot.path else len(spot.path)]
    if own and spot.before in _HERE:
        return 3
    if kind not in MATERIAL:
        return 0
    if own and (spot.before in _WHERE or page.deprel(spot.head) == "obj"):
        return 3
    same = verb >= 0 and verb in page.climb(trigger)
    if same and spot.before in _HERE:
        return 2
    return 1 if spot.before in _HERE else 0
