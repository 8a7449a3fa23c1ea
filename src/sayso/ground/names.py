"""Names of countries, places, bodies, media and persons, found in a report by the longest match."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from msgspec import Struct, structs

from sayso.ground import register, tables
from sayso.ground.agents import agent
from sayso.ground.page import Page
from sayso.ground.register import YOURS, Entry, Stamp
from sayso.records import Span

_FINE = re.compile(r"\w+|[^\w\s]")
# Kinds whose one-word names are often plain words: they count only where they cannot be one.
_RISKY = ("media", "organisation", "place")
# Family names that are words or many people's: they count only once the report gave the full name.
_COMMON = tables.words("common-family-names")
# East Asian family names, which stand in front.
_FIRST = tables.words("family-name-first")
# Whoever held one of these is called by the family name at once; others only once they were introduced.
_KNOWN = tables.words("known-by-family-name")


_ALIKE = 0.75
"""From here on two given names may be one name, written in Latin letters in two ways."""
_SUFFIXES = ("Jr.", "Jr", "Sr.", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "XIV", "XVI")
_HALVES = ("the North", "the South")
_DIVIDED = "Korea"


class Name(Struct, frozen=True):
    """
    A row of a table under one of its names. `kind` is country, adjective, people, capital, place, territory,
    ruled (the adjective of one), seat, organisation, media or person; `code` a PLOVER actor code, or the ISO3
    country alone for what is a place or a nationality. `start` and `end` bound the days on which it holds
    (ISO 8601, "" open).
    """

    kind: str
    code: str
    name: str
    start: str = ""
    end: str = ""
    lat: float | None = None
    lon: float | None = None
    office: str = ""
    source: str = ""
    standing: str = ""

    def holds(self, day: str) -> bool:
        """Does it hold on a day (ISO 8601)? Without a day, does it still?"""
        return (self.start <= day and (not self.end or day <= self.end)) if day else not self.end


class Found(Struct, frozen=True):
    """A name in the text over the words `[first, last)`, with all rows that bear it."""

    span: Span
    first: int
    last: int
    names: tuple[Name, ...]

    def of(self, *kinds: str) -> Name | None:
        """The first row of one of the kinds."""
        return next((name for name in self.names if name.kind in kinds), None)

    def holding(self, kind: str, day: str) -> Name | None:
        """The first row of a kind that holds on a day."""
        return next((name for name in self.names if name.kind == kind and name.holds(day)), None)


Index = dict[str, list[tuple[tuple[str, ...], tuple[Name, ...]]]]


def index() -> Index:
    """All names by their first piece, longest first; those of the user's register stand before others."""
    return _index(register.stamp())


@lru_cache(maxsize=2)
def _index(stamp: Stamp | None) -> Index:
    if stamp is None:
        return _sorted(_gathered())
    own, gathered = register.own(stamp), _gathered()
    for entry in own:
        if entry.kind == "role":
            continue
        name = as_name(entry)
        for form in entry.forms:
            key = pieces(form)
            theirs = [] if entry.standing == YOURS else gathered.get(key, [])
            mine = [one for one in gathered.get(key, []) if one.standing == YOURS]
            gathered[key] = list(dict.fromkeys([*mine, *theirs, name]))
        family = surname(entry.name)
        if entry.kind == "person" and family != entry.name and family not in _COMMON:
            key = pieces(family)
            gathered[key] = [name, *(one for one in gathered.get(key, []) if one != name)]
    return _sorted(gathered)


def pieces(form: str) -> tuple[str, ...]:
    """The pieces by which a name is looked up."""
    return tuple(_FINE.findall(form.replace("’", "'")))


def families() -> dict[str, tuple[Name, ...]]:
    """All persons by family name, also where it is a word or many people's; for use beside a title."""
    return _families(register.stamp())


@lru_cache(maxsize=2)
def _families(stamp: Stamp | None) -> dict[str, tuple[Name, ...]]:
    out: dict[str, dict[Name, None]] = {}
    for entry in (*register.own(stamp), *register.shipped()):
        if entry.kind == "person":
            for family in {family for form in entry.forms for family in family_names(form)}:
                out.setdefault(family, {})[as_name(entry)] = None
    return {family: tuple(rows) for family, rows in out.items()}


def _gathered() -> dict[tuple[str, ...], list[Name]]:
    gathered: dict[tuple[str, ...], list[Name]] = {}
    for form, name in [*_countries(), *_peoples(), *_places(), *_territories(), *_bodies(), *_persons()]:
        for spelt in {form, form.upper() if name.kind in ("country", "capital", "place") else form}:
            if spelt in ("AMERICA", "BY", "OF"):
                continue
            entry = gathered.setdefault(pieces(spelt), [])
            if name not in entry:
                entry.append(name)
    return gathered


def _sorted(gathered: dict[tuple[str, ...], list[Name]]) -> Index:
    out: Index = {}
    for key, found in gathered.items():
        out.setdefault(key[0], []).append((key, tuple(found)))
    for entries in out.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return out


def _countries() -> list[tuple[str, Name]]:
    out: list[tuple[str, Name]] = []
    for row in tables.rows("countries"):
        code, lat, lon = row["iso3"], float(row["lat"]), float(row["lon"])
        for form in (row["name"], *tables.listed(row["aliases"])):
            out.append((form, Name("country", code, row["name"], lat=lat, lon=lon)))
        for form in tables.listed(row["adjectives"]):
            out.append((form, Name("adjective", code, row["name"], lat=lat, lon=lon)))
            if form[-2:] in (
                "an",
                "ai",
                "qi",
                "ni",
                "li",
                "ti",
                "ri",
                "hi",
                "ki",
                "bi",
                "di",
                "zi",
                "en",
                "ot",
            ) or (form[-1] in "tbkn" and not form.endswith("sh")):
                out.append((form + "s", Name("people", code, row["name"])))
        for form in tables.listed(row["people"]):
            out.append((form, Name("people", code, row["name"])))
        for form in tables.listed(row["capitals"]):
            name = Name("capital", code, form, lat=float(row["capital_lat"]), lon=float(row["capital_lon"]))
            out.append((form, name))
    return out


def _peoples() -> list[tuple[str, Name]]:
    """Peoples and regions under the country they live in."""
    land = {row["iso3"]: row["name"] for row in tables.rows("countries")}
    out: list[tuple[str, Name]] = []
    for row in tables.rows("peoples"):
        name = land.get(row["iso3"], row["adjective"])
        out.append((row["adjective"], Name("adjective", row["iso3"], name)))
        out.extend((form, Name("people", row["iso3"], name)) for form in tables.listed(row["people"]))
    return out


def _places() -> list[tuple[str, Name]]:
    out: list[tuple[str, Name]] = []
    for row in (*tables.rows("places"), *tables.rows("sites")):
        name = Name("place", row["iso3"], row["name"], lat=float(row["lat"]), lon=float(row["lon"]))
        out.extend((form, name) for form in (row["name"], *tables.listed(row["aliases"])))
    return out


def _territories() -> list[tuple[str, Name]]:
    out: list[tuple[str, Name]] = []
    for row in tables.rows("territories"):
        whole = Name("territory", row["code"], row["name"], row["from"], row["to"])
        out.extend((form, whole) for form in (row["name"], *tables.listed(row["aliases"])))
        ruled = Name("ruled", row["code"], row["name"], row["from"], row["to"])
        out.extend((form, ruled) for form in tables.listed(row["adjectives"]))
    return out


def as_name(entry: Entry) -> Name:
    """A row of the register as a name."""
    return Name(
        entry.kind, entry.code, entry.name, entry.start, entry.end, office=entry.office,
        source=entry.source, standing=entry.standing,
    )  # fmt: skip


def _bodies() -> list[tuple[str, Name]]:
    out = [
        (form, as_name(entry))
        for entry in register.shipped()
        if entry.kind != "person"
        for form in entry.forms
    ]
    out.extend((row["name"], Name("seat", row["code"], row["name"])) for row in tables.rows("seats"))
    return out


def _persons() -> list[tuple[str, Name]]:
    out: list[tuple[str, Name]] = []
    for entry in register.shipped():
        if entry.kind != "person":
            continue
        name = as_name(entry)
        for form in entry.forms:
            out.append((form, name))
            for family in family_names(form):
                if family != form and _alone(family, entry.office):
                    out.append((family, name))
    return out


def _alone(family: str, office: str) -> bool:
    """May a family name stand for its bearer where the report has not given the full name?"""
    return family not in _COMMON and len(family) > 2 and office in _KNOWN


def family_names(name: str) -> tuple[str, ...]:
    """A family name with its article and without ("al-Assad", "Assad")."""
    family = surname(name)
    bare = family[3:] if family[:3] in ("al-", "el-", "Al-", "El-") and len(family) > 6 else family
    return (family,) if bare == family else (family, bare)


def surname(name: str) -> str:
    """The part of a name that stands for it later on: the last word, with its particle."""
    words = [word for word in name.split() if word not in _SUFFIXES]
    if not words:
        return name
    if words[0] in ("King", "Pope", "Lord", "Mullah", "Sheikh") or len(words) == 1:
        return name
    if words[0] in _FIRST:
        return words[0]
    return words[-1]


def names(page: Page, *, short: bool = False) -> list[Found]:
    """
    Find the names of the tables in the text, longest first, no two of them overlapping.

    Args:
        page: The report.
        short: It is a single mention: a family name counts though it is a word or many people's.
    """
    out: list[Found] = []
    for options in _matches(page.text):
        found = next((found for span, rows in options if (found := _found(page, span, rows))), None)
        if found is not None and page.text[slice(*found.span)] in _HALVES and _DIVIDED not in page.text:
            continue
        if found is not None and (not out or out[-1].last <= found.first):
            out.append(found)
    return sorted([*_introduced(out), *_by_title(page, out, short)], key=lambda one: one.first)


def _introduced(found: list[Found]) -> list[Found]:
    """Family names of those whom the report tells in full, if one such: "Castillo" is that one."""
    full: dict[str, dict[str, tuple[Name, ...]]] = {}
    for one in found:
        rows = _bearers(one) if one.last - one.first > 1 else ()
        for family in {surname(row.name) for row in rows}:
            full.setdefault(family, {})[rows[0].name] = rows
    out = []
    for one in found:
        rows = _bearers(one) if one.last - one.first == 1 else ()
        told = full.get(surname(rows[0].name), {}) if rows else {}
        mine = next(iter(told.values())) if len(told) == 1 else ()
        kept = tuple(row for row in one.names if row.kind != "person")
        out.append(structs.replace(one, names=(*mine, *kept)) if mine else one)
    return out


def _bearers(found: Found) -> tuple[Name, ...]:
    return tuple(row for row in found.names if row.kind == "person")


def known_spans(text: str) -> list[Span]:
    """Where names of the tables stand in a text, the longest at each place, in characters."""
    out: list[Span] = []
    for options in _matches(text):
        if not out or out[-1][1] <= options[0][0][0]:
            out.append(options[0][0])
    return out


def _matches(text: str) -> Iterator[list[tuple[Span, tuple[Name, ...]]]]:
    """At each place where a name starts the names that stand there, longest first."""
    table = index()
    cut = [(*match.span(), match.group()) for match in _FINE.finditer(text.replace("’", "'"))]
    for at, (*_, piece) in enumerate(cut):
        entries = table.get(piece)
        options = _standing_at(cut, at, entries) if entries is not None else []
        if options and piece.lower() == "the":
            # "The South" is none in "the South African president".
            beyond = _standing_at(cut, at + 1, table.get(cut[at + 1][2], []))
            options = [one for one in options if not beyond or one[0][1] >= beyond[0][0][1]]
        if options:
            yield options


def _standing_at(
    cut: list[tuple[int, int, str]], at: int, entries: list[tuple[tuple[str, ...], tuple[Name, ...]]]
) -> list[tuple[Span, tuple[Name, ...]]]:
    """The names whose pieces stand at a place, longest first."""
    return [
        ((cut[at][0], cut[at + len(key) - 1][1]), rows)
        for key, rows in entries
        if len(cut) - at >= len(key) and all(cut[at + k][2] == key[k] for k in range(len(key)))
    ]


def _by_title(page: Page, known: list[Found], short: bool) -> list[Found]:
    """Family names behind a title ("President Kim") that the tables do not let stand alone."""
    taken = {number for one in known for number in range(one.first, one.last)}
    table = families()
    out: list[Found] = []
    for number, word in enumerate(page.words):
        rows = table.get(word.text) if number not in taken and word.upos in ("PROPN", "X") else None
        if rows is None or _goes_on(page, number, "PROPN"):
            continue
        title = agent(page, number - 1, max(0, number - 4)) if number else None
        if title is not None and title.kind == "person":
            rows = tuple(row for row in rows if _bears(row, title.noun, title.sector))
        elif not short or _goes_on(page, number, "NOUN") or _of_a_name(page, number):
            rows = ()
        if rows:
            out.append(Found((word.start, word.end), number, number + 1, rows))
    return out


def _goes_on(page: Page, number: int, upos: str) -> bool:
    """Does a name or a noun follow, so that the word is no family name standing for somebody?"""
    return number + 1 < len(page.words) and page.words[number + 1].upos == upos


def _of_a_name(page: Page, number: int) -> bool:
    """Does a word stand behind another name, and not behind "Mr."?"""
    return number > 0 and page.words[number - 1].upos == "PROPN" and not _polite(page, number - 1)


def _polite(page: Page, number: int) -> bool:
    return page.lowers[number].rstrip(".") in ("mr", "mrs", "ms", "miss", "dr", "sir", "sheikh")


def _bears(row: Name, noun: str, sector: str) -> bool:
    """May somebody with this office be called by this title?"""
    if sector in ("MIL", "LEG", "JUD"):
        return row.code.endswith(sector) or noun.split()[-1] in row.office
    return noun.split()[-1] in row.office.lower().split() or noun == "leader"


def _found(page: Page, span: Span, rows: tuple[Name, ...]) -> Found | None:
    first, last = page.range(span)
    if first >= last or page.words[last - 1].end > span[1] + 1:
        return None
    word = page.words[first]
    if last - first == 1 and rows[0].kind in _RISKY and word.text.istitle():
        if word.upos not in ("PROPN", "X", "NOUN"):
            return None
        starts = first == page.sentences[word.sentence].first
        if starts and rows[0].kind != "place" and word.upos != "PROPN":
            return None
    if last - first == 1 and rows[0].kind == "person":
        if word.upos not in ("PROPN", "X", "NOUN") or word.text.endswith("."):
            return None
        rows = tuple(row for row in rows if row.kind != "person" or not _of_another(page, first, row))
    return Found(span, first, last, rows) if rows else None


def _of_another(page: Page, number: int, row: Name) -> bool:
    """Is a family name here another's, by what stands around it ("Abdelaziz Bouteflika", "Mary Trump")?"""
    words = page.words
    if len(row.name.split()) == 1:
        return False
    sentence = page.sentences[words[number].sentence]
    top = words[number].head if words[number].deprel == "flat" else number
    after = words[number + 1] if number + 1 < sentence.last else None
    if after is not None and after.deprel == "flat" and after.head == top and after.upos == "PROPN":
        return after.text not in ("Jr.", "Jr", "Sr.") and not row.name.endswith(after.text)
    in_front = words[number].deprel in ("compound", "flat") and words[number].head == number + 1
    if in_front and after is not None and after.upos == "PROPN" and after.text.isalpha():
        return not row.name.endswith(after.text)  # "Mark Hale" is no Mark
    before = words[number - 1] if number > sentence.first else None
    if before is None or before.upos != "PROPN" or not before.text.isalpha() or not before.text[0].isupper():
        return False
    joined = before.deprel in ("flat", "compound") or words[number].deprel == "flat"
    if not joined or agent(page, number - 1, number - 1) is not None:
        return False
    given = row.name.lower().replace("-", " ").split()
    if any(SequenceMatcher(None, before.text.lower(), name).ratio() >= _ALIKE for name in given[:-1]):
        return False  # "Husni" and "Hosni" are one name in Latin letters
    return before.text.lower() not in given and not _polite(page, number - 1)
