"""Places in a report, and the place of an event."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from sayso.ground import tables
from sayso.ground.names import Found, Name, index
from sayso.ground.page import FACTS, Page
from sayso.records import EventPlace, Span, Spans

MATERIAL = frozenset(["AID", "RETREAT", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT", "COOPERATE", "CONSULT"])
_KINDS = ("place", "capital", "country")
_WHERE = tables.words("where")
HERE = _WHERE - {
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
"""Prepositions before the place where something happens."""


class Spot(Struct, frozen=True):
    """
    A place name in the text: its row, its head word, the preposition before it, its words. `source` are the
    words of the source it belongs to ("a spokesman in Paris"): what that source tells did not happen
    there for it.
    """

    name: Name
    span: Span
    head: int
    before: str
    path: tuple[int, ...]
    source: Span | None = None
    dateline: bool = False

    @property
    def breadth(self) -> int:
        """0 for a town, 1 for a capital, 2 for a country, 3 for what lies in several."""
        return 3 if not self.name.code else {"place": 0, "capital": 1}.get(self.name.kind, 2)


def spots(page: Page, found: list[Found], sources: Spans = ()) -> list[Spot]:
    """The place names of the fact-telling segments, datelines marked; `sources` are the words of sources."""
    out = []
    for one in found:
        name = one.of(*_KINDS)
        if name is None or page.kind(one.first) not in FACTS:
            continue
        head = page.head(one.first, one.last)
        cases = [page.lowers[k] for k in page.kids(head, "case")]
        before = cases[0] if cases else ""
        if not before and page.deprel(head) in ("compound", "amod", "nmod", "conj", "flat"):
            above = page.words[head].head
            outer = [page.lowers[k] for k in page.kids(above, "case")] if above >= 0 else []
            outer = [case for case in outer if case != "on"]  # "sanctions on the Minsk leadership"
            before = outer[0] if outer and page.words[above].upos in ("NOUN", "PROPN") else ""
        if not before and one.first > 0 and page.words[one.first - 1].upos == "ADP":
            before = page.lowers[one.first - 1]  # whatever the syntax makes of it
        spoken = next((span for span in sources if span[0] <= one.span[0] < span[1]), None)
        out.append(
            Spot(
                name,
                one.span,
                head,
                before,
                tuple(page.climb(head)[1:]),
                spoken,
                page.kind(one.first) == "dateline",
            )
        )
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
        elif page.words[spot.head].sentence != sentence or spot.dateline or _elsewhere(spot, mention):
            continue
        else:
            rank = _rank(page, spot, trigger, kind)
        if rank:
            ranked.append((-rank, spot.breadth, abs(spot.head - trigger), spot))
    if not ranked:
        return _here(page, placed, trigger)
    spot = min(ranked, key=lambda entry: entry[:3])[3]
    return place(spot.name), spot.span


@cache
def countries() -> dict[str, Name]:
    """Each country's row by its code."""
    return {name.code: name for entries in index().values() for _, rows in entries for name in rows
            if name.kind == "country"}  # fmt: skip


def place(name: Name) -> EventPlace:
    """A row as the place of an event."""
    return EventPlace(name.name, name.code or None, name.lat, name.lon)


def _elsewhere(spot: Spot, mention: Span) -> bool:
    """Does a place belong to a source, and not to what is told within that source's own words?"""
    return spot.source is not None and not spot.source[0] <= mention[0] < spot.source[1]


def _here(page: Page, placed: list[Spot], trigger: int) -> tuple[EventPlace, Span] | None:
    """ "Talks here": where the report is written."""
    words = page.words
    own = {*page.subtree(trigger, ("ccomp", "parataxis", "acl", "advcl")), trigger + 1}
    near = [k for k in sorted(own) if k < len(words) and page.lowers[k] == "here"]
    written = next((spot for spot in placed if spot.dateline), None)
    if not near or written is None:
        return None
    return place(written.name), (words[near[0]].start, words[near[0]].end)


def _rank(page: Page, spot: Spot, trigger: int, kind: str) -> int:
    verb = next((k for k in spot.path if page.words[k].upos in ("VERB", "AUX")), -1)
    own = trigger in spot.path[: spot.path.index(verb) + 1 if verb in spot.path else len(spot.path)]
    if own and spot.before in HERE and (kind in MATERIAL or spot.before != "on"):
        return 3
    if kind not in MATERIAL:
        return 0
    bare = page.deprel(spot.head) == "obj" and (spot.name.kind != "capital" or kind != "CONSULT")
    if own and (spot.before in _WHERE or bare):
        return 3
    same = verb >= 0 and verb in page.climb(trigger)
    if same and spot.before in HERE:
        return 2
    return 1 if spot.before in HERE else 0
