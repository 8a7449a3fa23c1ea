"""Phrases read by a role noun: sector from the noun, country from what is around it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.ground import agents, tables
from sayso.ground.focus import country_of
from sayso.ground.names import Found
from sayso.ground.page import Page
from sayso.ground.phrases import (
    ANOTHER,
    BODIES,
    UNKNOWN,
    VAGUE,
    Mention,
    PlacedPhrase,
    coded,
    country,
    country_in,
    generic,
    owning,
    sector_in,
)

if TYPE_CHECKING:
    from sayso.ground.cast import Cast

_WIDE = frozenset(
    ("african", "arab", "asian", "balkan", "baltic", "caribbean", "european", "foreign", "gulf",
     "international", "latin", "neighbouring", "neighboring", "nordic", "regional", "western", "world")
)  # fmt: skip
"""Words for more than one country, or for other ones than that in focus."""
_REALMS = {noun: frozenset(tables.words(f"realms-{noun}")) for noun in ("kingdom", "emirate", "sultanate")}
_CHIEF, _NATIONS_CODE = "secretary general", "IGO UNO"
_RULING = ("GOV", "MIL", "LEG", "COP")
_RUNNERS = frozenset(("rival", "opponent", "challenger"))
OTHERS = tables.words("others")
# Offices that firms, courts and parties have as states do.
PRESIDING = tables.words("presiding")


def role(cast: Cast, phrase: PlacedPhrase) -> Mention | None:
    """A role noun: sector from the noun, country from what is around it."""
    role = phrase.title
    if role is None:
        return None
    if role.last - 1 != phrase.head and not _names_person(cast, phrase, role):
        return None
    called = _called(cast, phrase, role)
    if _another(cast, phrase, role):
        land = _opposed(cast, phrase)
        if land is not None:
            against = (coded(land, "OPP"),)
            return cast.mention(phrase, against, role.noun, "who runs against its owner", "people", role.noun)
        return cast.mention(phrase, (UNKNOWN,), role.noun, ANOTHER, role.kind, role.noun)
    shared = _shared(cast, phrase, role)
    if shared:
        return cast.mention(phrase, shared, called, "of each of them", role.kind, role.noun)
    owner = _whose(cast, phrase, role)
    if owner is not None:
        return cast.mention(phrase, owner[0], called, owner[1], role.kind, role.noun)
    codes, via = _nations(cast, phrase, role)
    if not codes and _definite(cast, phrase):
        earlier = _earlier(cast, phrase, role)
        if earlier is not None:
            why = f"as before: {earlier.name}"
            return cast.mention(phrase, earlier.codes, earlier.name, why, role.kind, role.noun)
    if not codes:
        apposed = cast.apposition(phrase)
        if apposed is not None and apposed.codes[0] != UNKNOWN:
            land = country_in(apposed.codes)
            if land or sector_in(apposed.codes[0]) == role.sector:
                why = f"in apposition: {apposed.name}"
                return cast.mention(phrase, apposed.codes, called, why, role.kind, role.noun)
    if not codes and role.noun.replace("-", " ") == _CHIEF:
        codes, via = (_NATIONS_CODE,), "of the United Nations, where no other body is told"
    if not codes and role.sector != "IGO":
        land = _scene(cast, phrase, role)
        if land is None and role.sector == "CVL" and role.noun in VAGUE:
            return None
        codes, via = (coded(land, role.sector),), "country in focus" if land else "role alone"
    codes = codes or (coded(None, role.sector),)
    return cast.mention(phrase, codes, called, via, role.kind, role.noun)


def _called(cast: Cast, phrase: PlacedPhrase, role: agents.Agent) -> str:
    """What to call somebody: the name behind the role, or the role itself."""
    if role.last - 1 == phrase.head or role.last > phrase.end:
        return role.noun
    start, end = cast.page.span(role.last, phrase.end + 1)
    return " ".join(cast.page.text[start:end].split())


def is_another(page: Page, head: int) -> bool:
    """Is it "its allies", "Iran's enemies": somebody else than their owner?"""
    return page.lowers[head] in OTHERS and bool(page.kids(head, "nmod", "det"))


def _another(cast: Cast, phrase: PlacedPhrase, role: agents.Agent) -> bool:
    """ "Its allies", "Iran's enemies": somebody's, and so not he himself; who they are is not told."""
    bare = cast.page.words[phrase.head].lemma.lower() == "counterpart"
    owned = (phrase.owner is not None or bare) and role.last - 1 == phrase.head
    return owned and cast.page.lowers[phrase.head] in OTHERS and phrase.naming("adjective", "country") is None


def _opposed(cast: Cast, phrase: PlacedPhrase) -> str | None:
    """ "The president's rivals", "his opponents": of a ruler, those who oppose him at home."""
    if cast.page.words[phrase.head].lemma.lower() not in _RUNNERS or phrase.owner is None:
        return None
    owner = cast.at(phrase.owner)
    if owner is None or owner.kind != "person" or len(owner.codes) != 1:
        return None
    land, _, sector = owner.codes[0].partition(" ")
    return land if sector == "GOV" and land != UNKNOWN else None


def _names_person(cast: Cast, phrase: PlacedPhrase, role: agents.Agent) -> bool:
    """Does a role in front of the head go with a name ("Interior Minister Adoum Tchari")?"""
    return all(cast.page.words[k].upos in ("PROPN", "X", "PUNCT") for k in range(role.last, phrase.head + 1))


def _whose(cast: Cast, phrase: PlacedPhrase, role: agents.Agent) -> tuple[tuple[str, ...], str] | None:
    """The code of the body a role belongs to, where the role itself adds nothing to it."""
    named = phrase.naming("organisation", "seat", "media")
    row = named.of("organisation", "seat", "media") if named else None
    if row is not None and row.code.startswith(UNKNOWN) and phrase.naming("adjective") is not None:
        return None
    if (
        row is not None
        and named is not None
        and named.last <= role.first + 1
        and _adds_nothing(row.code, row.kind, role)
    ):
        return (row.code,), f"of {row.name}"
    if phrase.naming("adjective", "country") is not None:
        return None
    for child in owning(phrase):
        if child != phrase.owner and not _belongs(role, phrase.preposition(child)):
            continue
        owner = cast.at(child)
        if owner is None or (owner.codes[0].startswith(UNKNOWN) and not owner.via.startswith("organisation")):
            continue
        heads = role.sector == "BUS" and role.noun in PRESIDING and owner.kind == "body"
        strong = heads or sector_in(owner.codes[0]) != "GOV" or owner.codes[0].startswith("IGO")
        serves = strong and (_serves(role, owner.codes[0]) or _of_union(phrase, child, owner.codes[0]))
        if strong and (serves or generic(role) or (role.noun == "party" and child == phrase.owner)):
            return owner.codes, f"of {owner.name}"
    return None


def _shared(cast: Cast, phrase: PlacedPhrase, role: agents.Agent) -> tuple[str, ...]:
    """ "The envoys of the EU and Poland", "the leaders of Chad and Niger": of each one; () where of one."""
    if cast.page.words[phrase.head].xpos not in ("NNS", "NNPS") or phrase.naming("adjective"):
        return ()
    for child in owning(phrase):
        if child == phrase.owner or phrase.preposition(child) not in ("of", "from", "for"):
            continue
        owners = [cast.at(number) for number in (child, *cast.page.kids(child, "conj"))]
        several = len(owners) > 1 or (owners[0] is not None and len(owners[0].codes) > 1)
        if several and all(one is not None and one.kind in ("country", "body") for one in owners):
            codes = (code for one in owners if one is not None for code in one.codes)
            return tuple(dict.fromkeys(_ranked(code, role) for code in codes))
    return ()


def _ranked(code: str, role: agents.Agent) -> str:
    """The code of somebody with a role at a body or a country."""
    land = code.partition(" ")[0]
    return code if code.startswith("IGO") or land == UNKNOWN else coded(land, role.sector)


def _of_union(phrase: PlacedPhrase, child: int, code: str) -> bool:
    """ "The foreign ministers of the EU", "the body's secretary general": they act as it."""
    return code.startswith("IGO") and (child == phrase.owner or phrase.preposition(child) == "of")


def _serves(role: agents.Agent, code: str) -> bool:
    """Does a role at a body stand for it: doctors of a charity, the president of a firm?"""
    sector = sector_in(code)
    if (sector == role.sector and sector != "GOV") or (sector == "REB" and role.sector in _RULING):
        return True
    if code.startswith(("IGO", UNKNOWN)):
        return role.sector in ("CVL", "NGO")
    presides = sector in ("BUS", "MED", "CVL", "JUD", "LEG", "PTY") or role.sector == "BUS"
    return presides and role.noun in PRESIDING


def _adds_nothing(code: str, kind: str, role: agents.Agent) -> bool:
    """Is somebody with this role at a body no more than that body?"""
    return code.startswith("IGO") or generic(role) or kind == "seat" or _serves(role, code)


def _belongs(role: agents.Agent, preposition: str) -> bool:
    """Does the preposition tell whose a role is? "For" does with those who speak for others."""
    if preposition == "for":
        return "spokes" in role.noun or role.noun in ("negotiator", "envoy", "lawyer", "representative")
    return preposition != "to"


def _nations(cast: Cast, phrase: PlacedPhrase, role: agents.Agent) -> tuple[tuple[str, ...], str]:
    """One code for each nationality in front of the noun ("Thai and Cambodian troops")."""
    ruled = phrase.naming("ruled")
    row = ruled.holding("ruled", cast.day) if ruled is not None else None
    if row is not None and role.sector in _RULING:
        code = row.code if row.code.endswith("REB") else coded(country_of(row), role.sector)
        return (code,), f"of {row.name}, on that date"
    lands = [name for name in phrase.names if name.of("adjective") and name.first < role.last]
    if len(lands) > 1 and all(_coordinated(cast, a, b) for a, b in pairwise(lands)):
        codes = [coded(country_of(name.of("adjective")), role.sector) for name in lands]
        return tuple(dict.fromkeys(codes)), "nationalities and role"
    owned = phrase.owner is not None and not lands
    mention = cast.at(phrase.owner) if owned and phrase.owner is not None else None
    if mention is not None and len(mention.codes) > 1:
        codes = [coded(code.partition(" ")[0], role.sector) for code in mention.codes]
        return tuple(dict.fromkeys(codes)), f"of {mention.name}"
    told = country(phrase, cast.at)
    tied = [land for tie in phrase.ties if (land := country_of(tie.of("adjective", "country", "capital")))]
    tie = f", tied to {' and '.join(dict.fromkeys(tied))}" if tied else ""
    return ((coded(told[0], role.sector),), f"{told[1]} and role{tie}") if told else ((), "")


def _coordinated(cast: Cast, left: Found, right: Found) -> bool:
    between = cast.page.lowers[left.last : right.first]
    return all(word in (",", "and", "or", "-") for word in between) and bool(between)


def _definite(cast: Cast, phrase: PlacedPhrase) -> bool:
    first = cast.page.lowers[phrase.core[0]] if phrase.core else ""
    return first in ("the", "this", "that", "these", "those") or (phrase.owner is None and first not in (
        "a", "an", "some", "another", "several", "two", "three",
    ))  # fmt: skip


def _earlier(cast: Cast, phrase: PlacedPhrase, role: agents.Agent) -> Mention | None:
    """The nearest earlier mention under the same noun, or of the kind of body the noun is used for."""
    sectors = BODIES.get(role.noun, ())
    plural = cast.page.words[phrase.head].xpos in ("NNS", "NNPS")
    by_kind = bool(sectors) and cast.marked(phrase) and not cast.proper(phrase)
    for mention in cast.before(phrase.head):
        if role.kind == "person" and mention.kind == "person" and mention.plural != plural:
            continue
        if mention.noun == role.noun or (mention.kind == "person" and _was(cast, mention, role.noun)):
            return mention
        if by_kind and mention.kind != "country" and set(mention.codes[0].split()) & set(sectors):
            return mention
    return None


def _was(cast: Cast, mention: Mention, noun: str) -> bool:
    """Did the mention's own words hold the noun ("Gen. X" ... "the general")?"""
    words = cast.page.lowers[mention.first : mention.last]
    return noun.split()[-1] in words and "former" not in words and "ex" not in words


def _realm(cast: Cast, head: int, lands: frozenset[str]) -> str | None:
    """ "The kingdom": the one of that kind spoken of last."""
    told = (code.partition(" ")[0] for mention in cast.before(head) for code in mention.codes)
    return next((land for land in told if land in lands), cast.focus.scene)


def _scene(cast: Cast, phrase: PlacedPhrase, role: agents.Agent) -> str | None:
    """The country in focus, for roles that belong to some country; "diplomats" may be anybody's."""
    if {cast.page.lowers[k] for k in phrase.core if k < role.first} & _WIDE:
        return None
    if role.noun in _REALMS:
        return _realm(cast, phrase.head, _REALMS[role.noun])
    behind = (
        cast.spot(phrase.head + 2) if cast.page.lowers[phrase.head + 1 : phrase.head + 2] == ["in"] else None
    )
    if behind is not None and (seated := country_of(behind.of("capital", "place", "country"))):
        return seated  # "the government in Pretoria"
    if role.noun in VAGUE and not cast.marked(phrase):
        start = phrase.core[0] if phrase.core else phrase.first
        if role.first <= start or agents.agent(cast.page, role.first - 1, start) is None:
            return None
    return cast.focus.near(phrase.head, role.sector)
