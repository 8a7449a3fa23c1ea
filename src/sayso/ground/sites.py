"""The places a report names, put on the map: those of our tables and those the engine finds."""

from __future__ import annotations

from msgspec import Struct, structs

from sayso.ground.directions import offset
from sayso.ground.disputes import disputed
from sayso.ground.gazetteer import Candidate
from sayso.ground.names import Found, Name
from sayso.ground.packing import CITY, COUNTRY, FIRST, OTHER, SECOND
from sayso.ground.page import Page
from sayso.ground.resolve import Asked, Located, resolve
from sayso.records import Place, Span

KINDS = ("place", "capital", "country")
"""Kinds of rows of our tables that are places."""
KIND_NAMES = {COUNTRY: "country", FIRST: "region", SECOND: "district", CITY: "town", OTHER: "site"}
_PRECISIONS = {COUNTRY: 500.0, FIRST: 150.0, SECOND: 30.0, CITY: 5.0, OTHER: 50.0}
_INSIDE = 20.0
_ENTITIES = frozenset({"place", "country", "facility"})
_SURE = 0.6
"""From here on a report's own evidence overrules which place of a name our tables hold for the one meant."""


class Site(Struct, frozen=True):
    """A place name of the report over the words `[first, last)`, and where it is."""

    span: Span
    first: int
    last: int
    located: Located

    @property
    def place(self) -> Candidate | None:
        """The place it stands for."""
        return self.located.place


def sites(page: Page, found: list[Found]) -> list[Site]:
    """All names of places, in text order; those that no gazetteer knows are left out."""
    rows = {one.span: one for one in found if one.of(*KINDS) is not None}
    taken = [one.span for one in found]
    bare = [one for one in found if one.span not in rows and one.of("territory") is not None]
    asked = [(one.span, one.first, one.last) for one in (*rows.values(), *bare)]
    for entity in page.annotated.entities:
        span = (entity.start, entity.end)
        if entity.type in _ENTITIES and not any(s < span[1] and span[0] < e for s, e in taken):
            asked.append((span, entity.first, entity.last))
    if not asked:
        return []
    asked.sort()
    report = page.annotated.report
    names = [Asked(page.text[slice(*span)], span) for span, _, _ in asked]
    located = resolve(names, page.text, report.outlet or report.url)
    return [
        Site(span, first, last, one)
        for (span, first, last), one in zip(asked, located, strict=True)
        if one.place is not None or span in rows
    ]


def widened(found: list[Found], placed: list[Site]) -> list[Found]:
    """
    The names of the tables with those of the gazetteer. Where a report means another place than the tables
    ("Georgia" in America) that place takes the row's; else the row stays and has the gazetteer's degrees.
    """
    by_span = {site.span: site for site in placed}
    out = [_corrected(one, by_span.pop(one.span)) if one.span in by_span else one for one in found]
    out += [Found(s.span, s.first, s.last, (named(s.place),)) for s in by_span.values() if s.place]
    return sorted(out, key=lambda one: one.span)


def named(place: Candidate) -> Name:
    """A place of the gazetteer as a row of a table."""
    kind = "country" if place.kind == COUNTRY else "place"
    return Name(kind, place.country, place.name, lat=place.lat, lon=place.lon)


def _corrected(one: Found, site: Site) -> Found:
    row, place = one.of(*KINDS), site.place
    if row is None and place is not None:
        return structs.replace(one, names=(*one.names, named(place)))
    if row is None or place is None or place.kind == OTHER:
        return one
    if place.country != row.code:
        if site.located.sure < _SURE or not row.code:
            return one
        others = tuple(name for name in one.names if name.kind not in (*KINDS, "adjective", "people"))
        return structs.replace(one, names=(named(place), *others))
    nearer = structs.replace(row, lat=place.lat, lon=place.lon)
    return structs.replace(one, names=tuple(nearer if name is row else name for name in one.names))


def listed(page: Page, found: list[Found], placed: list[Site]) -> tuple[Place, ...]:
    """All names of places as records; what is told by another ("30 km north of Gao") stands where it is."""
    rows = {one.span: one.of(*KINDS) for one in found}
    return tuple(record(page.text, site, rows.get(site.span)) for site in placed)


def record(text: str, site: Site, row: Name | None = None) -> Place:
    """One name of a place as a record; `row` is a table's row for it."""
    located, place = site.located, site.place
    if place is None or (row is not None and place.country != row.code):
        if row is None:
            return Place(site.span, text[slice(*site.span)])
        return Place(site.span, row.name, row.code or None, row.lat, row.lon, via="our table of places")
    words = " ".join(text[slice(*site.span)].split())
    name = words if located.within else row.name if row is not None else place.name
    off = precision(located) or 0.0
    lat, lon, id = place.lat, place.lon, None if located.within else place.id or None
    away = offset(text, site.span[0])
    if away is not None and place.kind in (CITY, SECOND, OTHER):
        (lat, lon), off = away.of((lat, lon)), round(off + away.precision, 1)
        if away.kilometres is not None:
            name, id = " ".join(text[away.start : site.span[1]].split()), None
    return Place(
        site.span, name, place.country or None, round(lat, 4), round(lon, 4), id, KIND_NAMES[place.kind],
        off, disputed(place), located.why,
    )  # fmt: skip


def precision(located: Located) -> float | None:
    """How far off the place may lie from its point, in kilometres: by what kind of place it is."""
    if located.place is None:
        return None
    return _PRECISIONS[located.place.kind] + (_INSIDE if located.within else 0.0)
