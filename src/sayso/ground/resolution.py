"""One mention resolved: "the Iranian foreign minister", on a day, is whom?"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime

from msgspec import Struct, structs

from sayso.ground import tables
from sayso.ground.agents import agent
from sayso.ground.cast import Cast
from sayso.ground.chunks import LONGEST, chunk
from sayso.ground.focus import country_of
from sayso.ground.named import hints
from sayso.ground.names import Found, Name, families, known_spans, names
from sayso.ground.offices import incumbent, office
from sayso.ground.page import Page
from sayso.ground.persons import Hints, past, person_on
from sayso.ground.phrases import UNKNOWN, Mention, coded, country, sector_in
from sayso.ground.register import LEARNED, YOURS

_BODY = "IGO"
_FORMER = re.compile(r"\b(?:former|ex|late|onetime|one-time|then|ousted|deposed)\b", re.IGNORECASE)
_LANDS = ("country", "adjective", "capital", "place", "people")
_NOON = 12
_OPENING = 2
"""Words within which a place sets the scene of a sentence."""
_OPENS, _BEHIND = 0.5, 0.25


class Resolved(Struct, frozen=True):
    """
    Who a mention is. `country` is ISO3, or "IGO" for a world body; `sector` a PLOVER sector as events have
    them; both None where they are not known. `codes` are all actor codes, `ties` countries that back it,
    `finer` the narrower sector of PLOVER's manual (EDU, MED for health, REL, LAB, REF, JRN, ELI). `id` is
    the same for all spellings of one actor, `why` says how it was found, `source` where the row is from.
    """

    mention: str
    country: str | None
    sector: str | None
    name: str | None
    id: str | None
    why: str
    codes: tuple[str, ...] = ()
    finer: str | None = None
    ties: tuple[str, ...] = ()
    office: str | None = None
    source: str | None = None
    standing: str | None = None


def resolve(mention: str, day: date | None = None, context: str = "") -> Resolved:
    """
    Who a short mention stands for.

    Args:
        mention: A name or a noun phrase in English.
        day: The day on which it was said; decides who holds an office.
        context: Words around it, whose countries decide between namesakes.
    """
    text = " ".join(mention.split())
    if len(text) > LONGEST:
        return _nobody(mention, f"longer than a mention can be ({LONGEST} characters)")
    if not any(char.isalpha() for char in text):
        return _nobody(mention, "there is no name in it")
    moment = datetime(day.year, day.month, day.day, _NOON, tzinfo=UTC) if day else None
    page = Page(chunk(text, moment, known_spans(text)))
    found = names(page, short=True)
    cast = Cast(page, found, near=nearby(context))
    root = next((k for k, word in enumerate(page.words) if word.head < 0), 0)
    setting = meant(text, context) if context else None
    asked = _Asked(cast, page, root, text, called(text, context), setting)
    made = asked.somebody() or asked.something()
    return structs.replace(made, mention=mention)


def nearby(context: str) -> tuple[str, ...]:
    """The countries some words name, each once, in their order."""
    if not context:
        return ()
    cut = context[: 10 * LONGEST]
    found = names(Page(chunk(cut, None, known_spans(cut))))
    told = (country_of(name.of(*_LANDS, "seat")) for name in found)
    return tuple(dict.fromkeys(land for land in told if land))


def meant(mention: str, context: str) -> str | None:
    """
    The country that "the president" or "the foreign minister" in some words is of: the one they name most;
    of equals the one a sentence opens with ("In Jakarta"), else the first named behind it.
    """
    cut = context[: 10 * LONGEST]
    where = cut.find(mention)
    page = Page(chunk(cut, None, known_spans(cut)))
    told: dict[str, float] = {}
    for one in names(page):
        row = one.of(*_LANDS, "seat")
        land = country_of(row)
        if land is None or one.span[0] <= where < one.span[1]:
            continue
        opening = one.first <= _OPENING and one.span[1] <= where
        behind = one.span[0] > where and not any(told[each] % 1 for each in told)
        told[land] = told.get(land, 0) + 1 + (_OPENS if opening else _BEHIND if behind else 0)
    best = max(told.values(), default=0)
    return next((land for land, score in told.items() if score == best), None)


def called(mention: str, context: str) -> tuple[str, str]:
    """The role noun, and its sector, of an apposition behind a mention ("Gandhi, the party's leader,")."""
    _, met, behind = context[: 10 * LONGEST].partition(f"{mention}, ")
    if not met:
        return "", ""
    told = behind.partition(",")[0]
    page = Page(chunk(told, None, known_spans(told)))
    roles = [role for last in range(len(page.words)) if (role := agent(page, last, 0)) is not None]
    for role in roles:
        # "Secretary" is part of "secretary of state".
        found = max((one for one in roles if one.first == role.first), key=lambda one: one.last)
        if found.kind == "person":
            whole = " ".join(page.lowers[found.first : found.first + 4])
            opposed = whole.startswith("leader of the opposition")
            return ("opposition leader", "OPP") if opposed else (found.noun, found.sector)
    return "", ""


class _Asked:
    """A mention with the actors of its words."""

    def __init__(
        self, cast: Cast, page: Page, root: int, text: str, called: tuple[str, str], setting: str | None
    ) -> None:
        self.cast, self.page, self.root, self.text, self.called = cast, page, root, text, called
        self.setting = setting
        self.phrase = cast.phrase(root)
        self.former = bool(_FORMER.search(text))
        self.ties = tuple(
            dict.fromkeys(land for tie in self.phrase.ties if (land := country_of(tie.of(*_LANDS, "person"))))
        )

    def somebody(self) -> Resolved | None:
        """A person whom the register knows by name."""
        found = self._person()
        if found is None:
            return None
        told = hints(self.cast, self.phrase)
        if not told.title:
            told = structs.replace(told, title=self.called[0], sector=self.called[1])
        row = _chosen(found, self.cast.day, told)
        if row is not None:
            how = f"{row.office} on that date" if self.cast.day else f"{row.office}, the last office known"
            return self._row(row, f"via name; {how}" if row.office else "via name")
        row = past(found, self.cast.day) if self.cast.day else None
        if row is None:
            return None
        made = self._row(row, f"via name; no office on that date, {row.office} until {row.end}")
        sector = "OPP" if office(row.office) in ("president", "prime minister") else "CVL"
        if made.country == _BODY or made.sector not in ("GOV", "LEG"):
            return made
        return structs.replace(made, sector=sector, finer="ELI", codes=(f"{row.code[:3]} {sector}",))

    def _person(self) -> Found | None:
        found = self.phrase.at_head("person")
        if found is not None:
            more = families().get(self.page.text[slice(*found.span)], ())
            return structs.replace(found, names=tuple(dict.fromkeys((*found.names, *more))))
        for child in self.page.kids(self.root, "appos"):
            other = self.cast.phrase(child).at_head("person")
            if other is not None:
                return other
        return None

    def something(self) -> Resolved:
        """A country, a body, a role, or nobody known."""
        mention = self.cast.at(self.root) or self._inner()
        if mention is None or mention.codes[0] == UNKNOWN:
            return _nobody(
                self.text, mention.via if mention else "no name, nationality or role is known in it"
            )
        if mention.head != self.root and mention.kind == "country":
            return self._of_land(mention)
        if mention.via == "country in focus" and self.ties and not self.phrase.names:
            mention = structs.replace(
                mention, codes=(f"{UNKNOWN} {sector_in(mention.codes[0])}",), via="role alone"
            )
        land = country(self.phrase, self.cast.at) if mention.codes[0].startswith(UNKNOWN) else None
        if land is not None and mention.via != "role alone":
            code = coded(land[0], sector_in(mention.codes[0]))
            mention = structs.replace(mention, codes=(code,), via=f"{mention.via}, {land[1]}")
        if mention.codes[0].startswith(UNKNOWN) and self._american():
            mention = structs.replace(
                mention,
                codes=(coded("USA", sector_in(mention.codes[0])),),
                via=f"{mention.via}, titled as in the United States",
            )
        if self.setting and self._open(mention) and self._holder(mention) is None:
            mention = structs.replace(
                mention,
                codes=(coded(self.setting, sector_in(mention.codes[0])),),
                via="the country that its context tells of",
            )
        holder = self._holder(mention)
        if holder is not None:
            made = self._row(holder, f"via office held on that date: {holder.office}")
            known = not mention.codes[0].startswith(UNKNOWN)
            return structs.replace(made, codes=(mention.codes[0],)) if known else made
        row = self._named(mention)
        made = _of_code(self.text, mention.codes[0])
        return structs.replace(
            made,
            name=row.name if row else self._name(mention),
            id=_id(row) if row else _country_id(mention),
            why=self._why(mention, row),
            codes=mention.codes,
            ties=self.ties,
            finer=self._finer(mention),
            source=(row.source or None) if row else None,
            standing=(row.standing or None) if row else None,
        )

    def _open(self, mention: Mention) -> bool:
        """Is it a definite role ("the president") of which nothing says whose it is?"""
        first = self.page.lowers[0]
        told = not mention.codes[0].startswith(UNKNOWN) or mention.via.startswith("organisation")
        return mention.kind == "person" and not told and not mention.plural and first in ("the", "its", "his")

    def _american(self) -> bool:
        """Is a name titled as American news does ("Sen. Mark Hale")?"""
        title = self.phrase.title
        return title is not None and title.noun in tables.words("american-titles")

    def _of_land(self, mention: Mention) -> Resolved:
        """ "A South Korean whatever": the country, and the sector of a role noun before the head, if any."""
        land = mention.codes[0].partition(" ")[0]
        title = self.phrase.title
        code = f"{land} {title.sector}" if title and title.sector != _BODY else land
        why = (
            f"via {mention.via}, and {title.noun}" if title else f"via {mention.via}; what it is is not known"
        )
        made = _of_code(self.text, code)
        return structs.replace(made, name=self._proper(), why=why, codes=(code,), ties=self.ties)

    def _inner(self) -> Mention | None:
        """The first mention in the words, where the head is none."""
        return next((m for k in range(len(self.page.words)) if (m := self.cast.at(k)) is not None), None)

    def _holder(self, mention: Mention) -> Name | None:
        if self.former or mention.plural or mention.kind != "person" or not mention.noun:
            return None
        title = self.phrase.title
        if title is None or title.last - 1 != self.phrase.head or len(mention.codes) > 1:
            return None
        named = self.phrase.naming("organisation")
        body = named.of("organisation") if named is not None else None
        at_body = incumbent(mention.codes[0], f"{body.name} {title.noun}", self.cast.day) if body else None
        return at_body or incumbent(mention.codes[0], title.noun, self.cast.day)

    def _named(self, mention: Mention) -> Name | None:
        found = self.phrase.at_head("organisation", "media", "seat")
        row = found.of("organisation", "media", "seat") if found else None
        return row if row is not None and row.name == mention.name else None

    def _name(self, mention: Mention) -> str | None:
        if mention.kind == "country" or mention.name != mention.noun:
            return mention.name
        return self._proper()

    def _proper(self) -> str | None:
        """The proper names at the head, without nationality."""
        told = [*self.phrase.names, *self.phrase.ties]
        lands = {k for name in told if name.of(*_LANDS) for k in range(name.first, name.last)}
        owner = self.phrase.owner
        lands |= set(self.page.subtree(owner)) if owner is not None else set()
        words = self.page.words
        proper = [
            words[k].text
            for k in range(self.phrase.first, self.phrase.head + 1)
            if words[k].upos == "PROPN" and k not in lands
        ]
        return " ".join(proper) or None

    def _why(self, mention: Mention, row: Name | None) -> str:
        if row is not None and row.kind != "seat":
            by = "name" if row.name in self.text else f"alias of {row.name}"
            return f"via {by} ({row.kind})" + _standing(row)
        tie = f", tied to {' and '.join(self.ties)}" if self.ties and "tied to" not in mention.via else ""
        return f"via {mention.via}{tie}"

    def _finer(self, mention: Mention) -> str | None:
        title = self.phrase.title
        return finer(title.noun if title else "", sector_in(mention.codes[0]))

    def _row(self, row: Name, why: str) -> Resolved:
        made = _of_code(self.text, row.code)
        return structs.replace(
            made, name=row.name, id=_id(row), why=why + _standing(row), codes=(row.code,), ties=self.ties,
            office=row.office or None, source=row.source or None, standing=row.standing or None,
        )  # fmt: skip


def _chosen(found: Found, day: str, told: Hints) -> Name | None:
    if day:
        return person_on(found, day, told)
    rows = [name for name in found.names if name.kind == "person"]
    bearers = {row.name for row in rows}
    return max(rows, key=lambda row: row.start) if len(bearers) == 1 else None


def _standing(row: Name) -> str:
    if row.standing == LEARNED:
        return f"; learned from {row.source or 'a report'}, not confirmed"
    return "; from your register" if row.standing == YOURS else ""


def _nobody(mention: str, why: str) -> Resolved:
    return Resolved(mention, None, None, None, None, why)


def _of_code(mention: str, code: str) -> Resolved:
    land, _, sector = code.partition(" ")
    if land == _BODY:
        return Resolved(mention, _BODY, _BODY, None, None, "")
    known = land if land != UNKNOWN else None
    return Resolved(mention, known, sector if sector and sector != UNKNOWN else None, None, None, "")


def finer(noun: str, sector: str) -> str | None:
    """PLOVER's narrower sector of a role noun, None where it has none beyond the sector itself."""
    if sector == "MED":
        return "JRN"
    told = {name: row["finer"] for row in tables.rows("sectors") for name in tables.listed(row["nouns"])}
    return told.get(noun) or (told.get(noun.split()[-1]) if noun and sector == "CVL" else None)


def _id(row: Name) -> str:
    return f"{'body' if row.kind != 'person' else 'person'}:{slug(row.name)}"


def _country_id(mention: Mention) -> str | None:
    land = mention.codes[0].partition(" ")[0]
    return f"country:{land}" if mention.kind == "country" and land != UNKNOWN else None


def slug(name: str) -> str:
    """A name in lower-case ASCII letters, figures and hyphens."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "x"
