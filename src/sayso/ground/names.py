"""Names of countries, places, bodies, media and persons, found in a report by the longest match."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from sayso.ground import tables
from sayso.ground.page import Page
from sayso.records import Span

_FINE = re.compile(r"\w+|[^\w\s]")
# Kinds whose one-word names are often plain words: they count only where they cannot be one.
_RISKY = ("media", "organisation", "place")
# Family names that are words or many people's: they count only once the report gave the full name.
_COMMON = tables.words("common-family-names")


class Name(Struct, frozen=True):
    """
    A row of a table under one of its names. `kind` is country, adjective, people, capital, place, seat,
    organisation, media or person; `code` a PLOVER actor code, or the ISO3 country alone for what is a
    place or a nationality. `start` and `end` bound the days on which it holds (ISO 8601, "" open).
    """

    kind: str
    code: str
    name: str
    start: str = ""
    end: str = ""
    lat: float | None = None
    lon: float | None = None
    office: str = ""


class Found(Struct, frozen=True):
    """A name in the text over the words `[first, last)`, with all rows that bear it."""

    span: Span
    first: int
    last: int
    names: tuple[Name, ...]

    def of(self, *kinds: str) -> Name | None:
        """The first row of one of the kinds."""
        return next((name for name in self.names if name.kind in kinds), None)


Index = dict[str, list[tuple[tuple[str, ...], tuple[Name, ...]]]]


@cache
def index() -> Index:
    """All names by their first piece, longest first."""
    gathered: dict[tuple[str, ...], list[Name]] = {}
    for form, name in [*_countries(), *_places(), *_bodies(), *_persons()]:
        for spelt in {form, form.upper() if name.kind in ("country", "capital", "place") else form}:
            if spelt in ("AMERICA", "BY", "OF"):
                continue
            entry = gathered.setdefault(tuple(_FINE.findall(spelt.replace("’", "'"))), [])
            if name not in entry:
                entry.append(name)
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


def _places() -> list[tuple[str, Name]]:
    out: list[tuple[str, Name]] = []
    for row in (*tables.rows("places"), *tables.rows("sites")):
        name = Name("place", row["iso3"], row["name"], lat=float(row["lat"]), lon=float(row["lon"]))
        out.extend((form, name) for form in (row["name"], *tables.listed(row["aliases"])))
    return out


def _bodies() -> list[tuple[str, Name]]:
    out: list[tuple[str, Name]] = []
    for table, kind in (("organisations", "organisation"), ("media", "media")):
        for row in tables.rows(table):
            name = Name(kind, row["code"], row["name"])
            out.extend((form, name) for form in (row["name"], *tables.listed(row["aliases"])))
    out.extend((row["name"], Name("seat", row["code"], row["name"])) for row in tables.rows("seats"))
    return out


def _persons() -> list[tuple[str, Name]]:
    out: list[tuple[str, Name]] = []
    for row in tables.rows("persons"):
        name = Name("person", row["code"], row["name"], row["from"], row["to"], office=row["office"])
        out.append((row["name"], name))
        if (family := surname(row["name"])) != row["name"] and family not in _COMMON:
            out.append((family, name))
    return out


def surname(name: str) -> str:
    """The part of a name that stands for it later on: the last word, with its particle."""
    words = [word for word in name.split() if word not in ("Jr.", "II", "VI", "XVI", "XIV")]
    if not words:
        return name
    if words[0] in ("King", "Pope", "Lord", "Mullah", "Sheikh") or len(words) == 1:
        return name
    if name.startswith(
        ("Kim ", "Xi ", "Hu ", "Wang ", "Li ", "Moon ", "Wen ", "Jiang ", "Deng ", "Roh ", "Ban ")
    ):
        return words[0]
    return words[-1]


def names(page: Page) -> list[Found]:
    """Find the names of the tables in the text, longest first, no two of them overlapping."""
    table = index()
    text = page.text.replace("’", "'")
    cut = [(*match.span(), match.group()) for match in _FINE.finditer(text)]
    out: list[Found] = []
    at = 0
    while at < len(cut):
        entries = table.get(cut[at][2])
        size = 0
        if entries is not None:
            for key, rows in entries:
                size = len(key)
                if len(cut) - at >= size and all(cut[at + k][2] == key[k] for k in range(size)):
                    found = _found(page, (cut[at][0], cut[at + size - 1][1]), rows)
                    if found is not None:
                        out.append(found)
                        break
                size = 0
        at += max(size, 1)
    return out


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
    if last - first == 1 and rows[0].kind == "person" and word.upos not in ("PROPN", "X", "NOUN"):
        return None
    return Found(span, first, last, rows)
