"""One noun phrase read as an actor: who it is, from its own words and from what hangs on it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from sayso.ground import tables
from sayso.ground.agents import COUNTING, GENERIC, Agent, agent
from sayso.ground.focus import country_of
from sayso.ground.names import Found
from sayso.ground.page import AFTER, Page

UNKNOWN = "---"
ANOTHER = "another than its owner"
"""Why an actor is not known of whom the text only tells whose ally, neighbour or foe he is."""
PLACES = ("country", "adjective", "capital", "place", "people")
# "Iranian-backed Iraqi militia": the word before such a one tells a tie, not a nationality.
TIES = tables.words("ties")
_BACKING = frozenset(("back", "support", "arm", "fund", "finance", "train", "equip", "sponsor", "ally"))
# What somebody puts out: its actor is who does.
PRODUCTS = tables.words("products")
# Of these kinds the report tells first who they are, then calls them by the bare noun.
BODIES = {
    "bloc": ("IGO",),
    "alliance": ("IGO", "PTY"),
    "union": ("IGO", "NGO"),
    "body": ("IGO", "NGO"),
    "agency": ("MED", "IGO", "NGO", "SPY"),
    "watchdog": ("IGO", "NGO"),
    "organization": ("IGO", "NGO", "REB"),
    "organisation": ("IGO", "NGO", "REB"),
    "force": ("COP", "MIL", "REB"),
    "service": ("COP", "SPY", "MED"),
    "group": ("REB", "NGO", "CVL", "OPP", "CRM"),
    "movement": ("REB", "OPP", "CVL", "PTY"),
    "faction": ("REB", "PTY"),
    "network": ("MED", "REB"),
    "paper": ("MED",),
    "daily": ("MED",),
    "newspaper": ("MED",),
    "broadcaster": ("MED",),
    "station": ("MED",),
    "company": ("BUS",),
    "firm": ("BUS",),
    "charity": ("NGO",),
    "party": ("PTY", "OPP"),
    "leader": ("REB", "OPP", "GOV", "PTY"),
}
# Nobody in particular, unless the words around say whose they are.
VAGUE = tables.words("vague") | {"aid official", "aid worker", "relief worker"}
ENVOYS = frozenset(("ambassador", "envoy", "delegate", "emissary"))
# A name with one of these in it is an outlet.
MEDIA = tables.words("media-names")
_OWNING = ("of", "for", "from", "to", "at", "with")


class Mention(Struct, frozen=True):
    """
    A noun phrase that stands for an actor: words `[first, last)`, its head, its codes, and why.

    `kind` is country, body, people or person; `noun` the lemma of its head, `name` what it is called.
    """

    first: int
    last: int
    head: int
    codes: tuple[str, ...]
    name: str
    via: str
    kind: str
    noun: str
    plural: bool = False


Ask = Callable[[int], Mention | None]


class Phrase:
    """The parts of a noun phrase that matter for who it is."""

    def __init__(self, page: Page, head: int, found: list[Found]) -> None:
        self.page, self.head = page, head
        self.first, self.last = page.phrase(head)
        self.owner = next((k for k in page.children[head] if _possessive(page, k)), None)
        owned = set(page.subtree(self.owner)) if self.owner is not None else set()
        after = [k for k in page.children[head] if k > head and self._hangs(k)]
        self.hangers = after
        stop = min((page.subtree(k)[0] for k in after), default=self.last)
        outside = owned | set(page.kids(head, "case"))
        self.core = [k for k in range(self.first, max(stop, head + 1)) if k not in outside and k < self.last]
        while self.first < head and self.first in outside and self.first not in owned:
            self.first += 1
        inside = set(self.core)
        self.names = [name for name in found if name.first in inside and not _tie(page, name)]
        self.ties = [name for name in found if name.first in inside and _tie(page, name)]

    def _hangs(self, child: int) -> bool:
        return self.page.deprel(child) in ("nmod", "obl") and bool(self.page.kids(child, "case"))

    @property
    def title(self) -> Agent | None:
        """The role noun at the head, or in front of a name."""
        start = self.core[0] if self.core else self.first
        for last in [self.head, *[k for k in reversed(self.core) if k < self.head]]:
            found = agent(self.page, last, start)
            if found is not None:
                return found
        return None

    @property
    def end(self) -> int:
        """The last word of the phrase's own words."""
        return self.core[-1] if self.core else self.head

    def at_head(self, *kinds: str) -> Found | None:
        """A name of one of the kinds that covers the head."""
        return next((n for n in self.names if n.first <= self.head < n.last and n.of(*kinds)), None)

    def naming(self, *kinds: str) -> Found | None:
        """The name of one of the kinds closest to the head."""
        fitting = [n for n in self.names if n.of(*kinds)]
        return min(fitting, key=lambda n: abs(n.last - 1 - self.head), default=None)

    def preposition(self, child: int) -> str:
        """The preposition of what hangs on the phrase."""
        cases = self.page.kids(child, "case")
        return self.page.lowers[cases[0]] if cases else ""


def _possessive(page: Page, child: int) -> bool:
    if page.words[child].deprel in ("nmod:poss", "poss", "det:poss"):
        return True
    return any(page.lowers[k] in ("'s", "’s", "'", "’") for k in page.kids(child, "case"))


def _tie(page: Page, name: Found) -> bool:
    if page.lowers[name.first].startswith(("anti-", "pro-", "ex-", "non-")):
        return True
    before = [page.lowers[k] for k in range(max(0, name.first - 2), name.first)]
    if before[-1:] in (["-"], ["–"]) and before[0] in ("anti", "pro", "ex", "non"):
        return True
    after = [page.lowers[k] for k in range(name.last, min(name.last + 2, len(page.words)))]
    return len(after) == 2 and after[0] in ("-", "–") and after[1] in TIES


def country(phrase: Phrase, ask: Ask) -> tuple[str, str] | None:
    """The country of a phrase and why: its adjective, its owner, or the place or body it is of."""
    named = phrase.naming(*PLACES)
    if named is not None and not _headline(phrase, named):
        name = named.of(*PLACES)
        if name is not None and (code := country_of(name)):
            return code, f"{name.kind}: {name.name}"
    ruler = phrase.naming("person", "seat")
    if ruler is not None and (code := country_of(ruler.of("person", "seat"))):
        return code, f"of {ruler.names[0].name}"
    for child in [phrase.owner, *phrase.hangers, *_agents(phrase)]:
        if child is None:
            continue
        if child != phrase.owner and phrase.preposition(child) == "to" and _is_envoy(phrase):
            continue
        owner = ask(child)
        code = country_in(owner.codes) if owner else _place_country(phrase, child)
        if code:
            return code, f"of {owner.name if owner else 'place'}"
    return None


def _agents(phrase: Phrase) -> list[int]:
    """ "drones flown by Yemen's Houthis": who does what is done with a thing."""
    page = phrase.page
    clauses = [clause for clause in page.kids(phrase.head, "acl") if page.words[clause].xpos == "VBN"]
    clauses = [clause for clause in clauses if page.words[clause].lemma not in _BACKING]
    below = [child for clause in clauses for child in page.kids(clause, "obl")]
    return [child for child in below if "by" in [page.lowers[k] for k in page.kids(child, "case")]]


def _headline(phrase: Phrase, named: Found) -> bool:
    """ "Sudan armed rebels": a country's name before a participle is the doer, not the nationality."""
    between = phrase.page.words[named.last : phrase.head]
    return named.of("country") is not None and any(word.xpos in ("VBN", "VBD") for word in between)


def _is_envoy(phrase: Phrase) -> bool:
    return phrase.page.lowers[phrase.head] in ENVOYS or phrase.page.words[phrase.head].lemma in ENVOYS


def _place_country(phrase: Phrase, child: int) -> str | None:
    return phrase.page_place(child) if isinstance(phrase, PlacedPhrase) else None


class PlacedPhrase(Phrase):
    """A phrase that also knows the places of the whole report by word."""

    def __init__(self, page: Page, head: int, found: list[Found], spots: dict[int, Found]) -> None:
        super().__init__(page, head, found)
        self._spots = spots

    def page_place(self, child: int) -> str | None:
        """The country of a place named at or under a word."""
        for number in [child, *self.page.subtree(child, AFTER)]:
            spot = self._spots.get(number)
            if spot is not None and (code := country_of(spot.of(*PLACES))):
                return code
        return None


def country_in(codes: tuple[str, ...]) -> str | None:
    """The one country of some codes."""
    told = {code.partition(" ")[0] for code in codes} - {UNKNOWN, "IGO"}
    return told.pop() if len(told) == 1 else None


def sector_in(code: str) -> str:
    """The sector of a code, "" where it has none."""
    return code.partition(" ")[2]


def coded(land: str | None, sector: str) -> str:
    """A code from its two halves."""
    return f"{land or UNKNOWN} {sector}" if sector else UNKNOWN


def generic(role: Agent) -> bool:
    """Does the role say no more than whose it is?"""
    return role.noun in GENERIC or role.noun.split()[-1] in GENERIC


def counting(page: Page, head: int) -> bool:
    """Is the head a noun of number or gathering?"""
    word = page.words[head]
    return word.lemma.lower() in COUNTING or page.lowers[head] in COUNTING or word.upos == "NUM"


def owning(phrase: Phrase) -> list[int]:
    """The owner and the dependents that tell whose the role is."""
    hang = [k for k in phrase.hangers if phrase.preposition(k) in _OWNING]
    return ([phrase.owner] if phrase.owner is not None else []) + hang
