"""Parties of a chain: newsrooms, named speakers, bodies, and people without a name."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from sayso.lineage.newsrooms import Newsrooms
from sayso.lineage.stems import stem, words
from sayso.lineage.tables import words as listed
from sayso.records import Attribution

Kind = Literal["newsroom", "person", "body", "anonymous"]
_STATE = frozenset(("GOV", "MIL", "SPY", "COP"))  # bodies that speak for one government
NAMELESS = ("anonymous_official", "anonymous_other")
"""Source types of people without a name."""
_BODIES = ("organisation", "document")
_OPENERS = ("a ", "an ", "the ", "one of the ", "one of ", "its ", "their ", "his ", "her ")


class Party(Struct, frozen=True, order=True):
    """
    Somebody in a chain. `name` is what tells parties apart; `state` the country whose government the
    party belongs to or speaks for; `room` the newsroom an unnamed source spoke to.
    """

    name: str
    kind: Kind
    state: str | None = None
    room: str | None = None

    @property
    def title(self) -> str:
        """For people: unnamed sources are named with the newsroom that knows them."""
        return f"anon:{self.name}@{self.room}" if self.kind == "anonymous" else self.name


def party(attribution: Attribution, label: str, room: Party, newsrooms: Newsrooms) -> Party | None:
    """
    The party behind one attribution; None where the text names nobody ("it is feared").

    Args:
        attribution: The attribution.
        label: The source's name or words.
        room: The newsroom nearest outside it in the chain.
        newsrooms: To recognise outlets.
    """
    outlet = newsrooms.named(label, media=attribution.source_type == "media")
    if outlet is None and attribution.source_type == "media":
        outlet = newsrooms.within(label) or (label if any(c.isupper() for c in label[1:]) else None)
        if outlet is None or set(words(label)) <= listed("media", "stop", "saying", "time"):
            return None
    if outlet is not None:
        return Party(outlet, "newsroom")
    if attribution.source_type == "unspecified" and not attribution.source:
        return None
    state = _state(attribution.source_actor)
    if attribution.source_type in NAMELESS:
        return Party(_plain(label), "anonymous", state, room.name)
    if attribution.source_type in _BODIES and state is not None:
        return Party(f"Government of {state}", "body", state)
    if attribution.source_type == "named_person":
        return Party(_plain(label), "person", state)
    return Party(_plain(label), "body", state)


def _state(code: str) -> str | None:
    country, _, sector = code.partition(" ")
    return country if country not in ("---", "IGO", "") and sector in _STATE else None


def _plain(label: str) -> str:
    text = " ".join(label.split()).strip(' ,;:."“”')
    for opener in _OPENERS:
        if text.lower().startswith(opener) and len(text) > len(opener):
            return text[len(opener) :]
    return text


def folds(left: Party, right: Party) -> bool:
    """
    Are the two one and the same? Shorter names stand for longer ones ("Reik" for "Tovan Reik", "the
    officials" for "three security officials"), unnamed people only within one newsroom.
    """
    if left == right:
        return True
    if left.kind != right.kind or left.kind == "newsroom":
        return False
    if left.kind == "anonymous":
        if left.room != right.room:
            return False
        one, two = _description(left), _description(right)
    else:
        one, two = frozenset(words(left.name)), frozenset(words(right.name))
    return one <= two or two <= one


def may_be_same(left: Party, right: Party) -> bool:
    """
    May two sources that are not told to be the same be so? Unnamed people known to two newsrooms may be,
    unless their descriptions exclude each other; a speaker of a government and that government are.
    """
    if folds(left, right):
        return True
    kinds = {left.kind, right.kind}
    if kinds == {"anonymous"}:
        return left.room != right.room and _fits(left, right)
    return kinds == {"person", "body"} and left.state is not None and left.state == right.state


def _fits(left: Party, right: Party) -> bool:
    if left.state and right.state and left.state != right.state:
        return False
    one, two = _description(left), _description(right)
    return not one or not two or bool(one & two)


def _description(party: Party) -> frozenset[str]:
    aside = listed("vague", "stop", "saying")
    return frozenset(stem(word) for word in words(party.name) if word not in aside)
