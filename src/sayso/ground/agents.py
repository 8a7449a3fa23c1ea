"""Role nouns and the PLOVER sector they stand for."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from sayso.ground import register, tables
from sayso.ground.page import Page
from sayso.ground.register import Stamp

# Nouns that say of an actor no more than that it belongs to another: its code is that other's.
GENERIC = tables.words("generic")
# Nouns that count or gather others: what they gather is the actor.
COUNTING = tables.words("counting")


# What a service runs, and the services that run it.
CARRIERS = tables.words("carriers")
SERVICES = ("COP", "MIL", "GOV", "SPY", "REB")


class Agent(Struct, frozen=True):
    """A role noun over the words `[first, last)`; `kind` is person or body."""

    noun: str
    sector: str
    kind: str
    first: int
    last: int


def table() -> dict[str, tuple[str, str]]:
    """Sector and kind by noun; roles of the user's register win over those of the table."""
    return _table(register.stamp())


@lru_cache(maxsize=2)
def _table(stamp: Stamp | None) -> dict[str, tuple[str, str]]:
    out = {row["noun"]: (row["sector"], row["kind"]) for row in tables.rows("agents")}
    for entry in register.own(stamp):
        if entry.kind == "role":
            kind = out.get(entry.name, ("", "person"))[1]
            out[entry.name] = (entry.code.partition(" ")[2], kind)
    return out


def agent(page: Page, last: int, first: int) -> Agent | None:
    """The longest role noun that ends with word `last`, not reaching back beyond word `first`."""
    if page.words[last].upos not in ("NOUN", "PROPN", "X", "ADJ"):
        return None
    known = table()
    tail = _forms(page, last)
    best: Agent | None = None
    for begin in range(last, max(first, last - 4) - 1, -1):
        before = _joined(page, begin, last)
        for end in tail:
            noun = before + end
            entry = known.get(noun)
            if entry is not None:
                best = Agent(noun, entry[0], entry[1], begin, last + 1)
                break
    return _manned(page, best, first) if best is not None else None


def _manned(page: Page, found: Agent, first: int) -> Agent:
    """ "Coast guard vessels", "a police helicopter": of the service whose it is."""
    if found.noun.split()[-1] not in CARRIERS or found.first <= first:
        return found
    whose = agent(page, found.first - 1, first)
    if whose is None or whose.kind != "body" or whose.sector not in SERVICES:
        return found
    return Agent(found.noun, whose.sector, found.kind, whose.first, found.last)


def _joined(page: Page, begin: int, last: int) -> str:
    """The lower-case words `[begin, last)`, with blanks as in the text, up to the word `last`."""
    if begin == last:
        return ""
    start, end = page.words[begin].start, page.words[last].start
    return " ".join(page.text[start:end].lower().split()) + (" " if page.text[end - 1].isspace() else "")


def _forms(page: Page, number: int) -> list[str]:
    """The word as written, its lemma, and a guess at its singular."""
    lower, lemma = page.lowers[number], page.words[number].lemma.lower()
    forms = [lower, lemma]
    if lower.endswith("ies"):
        forms.append(lower[:-3] + "y")
    if lower.endswith("es"):
        forms.append(lower[:-2])
    if lower.endswith("men"):
        forms.append(lower[:-3] + "man")
    if lower.endswith("s") and not lower.endswith("ss"):
        forms.append(lower[:-1])
    return forms
