"""Phrases read by a name: of the tables, of a country, or taught by the report."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.ground import tables
from sayso.ground.agents import agent
from sayso.ground.focus import country_of
from sayso.ground.names import Found, Name
from sayso.ground.offices import RULERS, rank, seat
from sayso.ground.persons import Hints, person_on
from sayso.ground.phrases import (
    BODIES,
    MEDIA,
    UNKNOWN,
    Mention,
    PlacedPhrase,
    coded,
    counting,
    country,
    sector_in,
)
from sayso.ground.register import YOURS

if TYPE_CHECKING:
    from sayso.ground.cast import Cast


def named(cast: Cast, phrase: PlacedPhrase) -> Mention | None:
    """A person, body, outlet or seat of the tables at the head."""
    found = phrase.at_head("person")
    if found is not None and not _taught(cast, phrase):
        row = person_on(found, cast.day, hints(cast, phrase))
        if row is not None and _expected(cast, phrase, found, row):
            why = f"{row.office} on that date"
            return cast.mention(phrase, (row.code,), row.name, why, "person", row.office)
    found = phrase.at_head("organisation", "media", "seat")
    if found is None:
        return None
    row = found.of("organisation", "media", "seat")
    if row is None:
        return None
    code = row.code
    if code.startswith(UNKNOWN) and sector_in(code) in ("LEG", "GOV", "JUD"):
        land = country(phrase, cast.at) or (cast.focus.near(phrase.head, sector_in(code)), "")
        code = coded(land[0], sector_in(code))
    other = _elsewhere(cast, phrase, row) or _chamber(cast, phrase, row)
    if other is not None:
        why = f"called like {row.name}, but of another country"
        return cast.mention(phrase, (coded(other, sector_in(code)),), cast.words(phrase), why, "body")
    kind = "people" if phrase.page.lowers[phrase.head].endswith("s") and row.kind == "x" else "body"
    return cast.mention(phrase, (code,), row.name, f"{row.kind}: {row.name}", kind)


def _expected(cast: Cast, phrase: PlacedPhrase, found: Found, row: Name) -> bool:
    """
    May a family name alone be this person's? That of a ruler may; that of others only behind a title or where
    the report speaks of the country, since names of that sort are borne by many.
    """
    whole = found.last - found.first > 1 or phrase.title is not None or " " not in row.name
    return whole or rank(row) == RULERS or seat(row.code) in cast.spoken or row.standing == YOURS


def _elsewhere(cast: Cast, phrase: PlacedPhrase, row: Name) -> str | None:
    """The country told of a body whose name many countries have ("the Peruvian Congress")."""
    land = country_of(row)
    if land is None or row.standing or agent(cast.page, phrase.end, phrase.core[0]) is None:
        return None
    told = country(phrase, cast.at)
    return told[0] if told is not None and told[0] != land else None


def _chamber(cast: Cast, phrase: PlacedPhrase, row: Name) -> str | None:
    """The country in focus, of a house of parliament whose name it has one of, too ("Congress" in Lima)."""
    if row.code != "USA LEG" or phrase.naming("adjective", "country") is not None:
        return None
    scene = cast.focus.scene
    return scene if scene in _chambers().get(row.name, ()) else None


@cache
def _chambers() -> dict[str, tuple[str, ...]]:
    return {row["name"]: tables.listed(row["countries"]) for row in tables.rows("chambers")}


def hints(cast: Cast, phrase: PlacedPhrase) -> Hints:
    """What the words of a phrase, and the report's, say of whoever bears the name in it."""
    title = phrase.title
    told = (country_of(name.of("adjective", "country", "capital", "place")) for name in phrase.names)
    return Hints(
        title.noun if title else "",
        title.sector if title else "",
        tuple(land for land in told if land),
        cast.near,
    )


def _taught(cast: Cast, phrase: PlacedPhrase) -> bool:
    return cast.page.words[phrase.end].text in cast.learned


_DOERS = ("er", "or", "ist", "ian", "ant", "ee", "eer", "man", "woman")
_THINGS = tables.words("things-in-ers")
UNION = ("Brussels", "IGO EUU")
_STATES = frozenset(
    {"state", "nation", "country", "kingdom", "republic", "territory", "island", "emirate", "sultanate"}
)


def titled(cast: Cast, phrase: PlacedPhrase) -> Mention | None:
    """ "The West African state of Gambia", "the island nation of Fiji": the country it is called."""
    if cast.page.lowers[phrase.head] not in _STATES:
        return None
    for child in phrase.hangers:
        inner = cast.at(child) if phrase.preposition(child) == "of" else None
        if inner is not None and inner.kind == "country":
            return cast.mention(phrase, inner.codes, inner.name, inner.via, "country")
    return None


def counted(cast: Cast, phrase: PlacedPhrase) -> Mention | None:
    """ "A range of senior advisers", "two of the sources": the actor is what is counted."""
    if not counting(cast.page, phrase.head):
        return None
    for child in phrase.hangers:
        if phrase.preposition(child) in ("of", "among"):
            inner = cast.at(child)
            if inner is not None:
                return cast.mention(phrase, inner.codes, inner.name, inner.via, inner.kind)
    noun = cast.page.words[phrase.head].lemma.lower()
    if noun not in BODIES or phrase.title is not None or not cast.marked(phrase):
        return None
    for mention in cast.before(phrase.head):
        if mention.kind != "country" and sector_in(mention.codes[0]) in BODIES[noun]:
            return cast.mention(phrase, mention.codes, mention.name, f"as before: {mention.name}", "body")
    return None


def nation(cast: Cast, phrase: PlacedPhrase) -> Mention | None:
    """A country, a capital that acts, or a people."""
    found = phrase.at_head("country", "capital", "people", "adjective")
    if found is None:
        return None
    name = found.of("people", "country", "capital", "adjective")
    if name is None or not (found.of("country") or name.kind != "capital" or _acts(cast, phrase.head)):
        return None
    if name.kind == "country" and _located(cast, phrase.head):
        return None
    if name.kind == "people" and (residence := _residence(phrase)):
        return cast.mention(
            phrase, (coded(residence, "CVL"),), name.name, "people where they live", "country"
        )
    if name.kind == "capital" and name.name == UNION[0] and cast.speaks_of(UNION[1]):
        return cast.mention(phrase, (UNION[1],), name.name, "seat of the union the report tells of", "body")
    people = name.kind == "people" or (
        name.kind == "adjective" and phrase.page.words[phrase.head].upos != "ADJ"
    )
    sector = "CVL" if people else "GOV"
    via = "capital for its government" if name.kind == "capital" else f"{name.kind} name"
    return cast.mention(phrase, (coded(name.code, sector),), name.name, via, "country")


def territory(cast: Cast, phrase: PlacedPhrase) -> Mention | None:
    """A breakaway or self-governing territory that acts: whoever rules it on that day."""
    found = phrase.at_head("territory")
    row = found.holding("territory", cast.day) if found is not None else None
    if row is None or not _acts(cast, phrase.head):
        return None
    return cast.mention(phrase, (row.code,), row.name, "who rules the territory on that date", "country")


def _residence(phrase: PlacedPhrase) -> str | None:
    """ "The Albanians of southern Serbia" are Serbia's."""
    for child in phrase.hangers:
        if phrase.preposition(child) in ("of", "in", "from"):
            return phrase.page_place(child)
    return None


def _acts(cast: Cast, head: int) -> bool:
    """Does a capital stand where an actor stands? With a preposition of place it is a place."""
    cases = [cast.page.lowers[k] for k in cast.page.kids(head, "case")]
    if any(case in ("'s", "’s", "'", "’") for case in cases):
        return True
    if not cases:
        return cast.page.deprel(head) in (
            "nsubj",
            "obj",
            "iobj",
            "conj",
            "root",
            "nmod",
            "appos",
            "parataxis",
        )
    return cases[0] in ("by", "with", "against", "between", "for")


def _located(cast: Cast, head: int) -> bool:
    cases = [cast.page.lowers[k] for k in cast.page.kids(head, "case")]
    return bool(cases) and cases[0] in ("in", "near", "across", "inside", "throughout", "at")


def people(cast: Cast, phrase: PlacedPhrase) -> Mention | None:
    """ "Bolivian coca growers": people by their plural, whose country is told, of a trade no table has."""
    page, head = cast.page, phrase.head
    word, lemma = page.words[head], page.words[head].lemma.lower()
    if word.xpos != "NNS" or word.upos != "NOUN" or phrase.naming("adjective", "country") is None:
        return None
    by_ending = lemma.endswith(_DOERS) and lemma not in _THINGS
    told = country(phrase, cast.at) if by_ending or page.is_person(head) else None
    if told is None:
        return None
    return cast.mention(phrase, (coded(told[0], "CVL"),), lemma, f"{told[1]}, people", "people")


def known(cast: Cast, phrase: PlacedPhrase) -> Mention | None:
    """A name the report has taught."""
    for number in (phrase.end, phrase.head):
        taught = cast.learned.get(cast.page.words[number].text)
        if taught is not None:
            return cast.mention(phrase, taught.codes, taught.name, f"learned: {taught.name}", taught.kind)
    return None


def apposed(cast: Cast, phrase: PlacedPhrase) -> Mention | None:
    """A name whose apposition says who it is ("X, a leader of Y")."""
    other = cast.apposition(phrase)
    if other is None:
        return None
    text = cast.words(phrase)
    return cast.mention(phrase, other.codes, text, f"in apposition: {other.name}", other.kind)


def outlet(cast: Cast, phrase: PlacedPhrase) -> Mention | None:
    """A name that is plainly an outlet's, though no table has it."""
    names = [k for k in phrase.core if cast.page.words[k].upos == "PROPN"]
    if len(names) < 2 or not any(cast.page.words[k].text in MEDIA for k in names):
        return None
    land = _nations_of(cast, phrase)
    text = cast.words(phrase)
    return cast.mention(phrase, (coded(land, "MED"),), text, "called like an outlet", "body")


def _nations_of(cast: Cast, phrase: PlacedPhrase) -> str | None:
    told = country(phrase, cast.at)
    return told[0] if told else None
