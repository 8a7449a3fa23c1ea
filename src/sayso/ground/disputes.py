"""Territories that more than one side claims."""

from __future__ import annotations

from functools import cache

from sayso.ground import tables
from sayso.ground.gazetteer import Candidate, gazetteer
from sayso.ground.packing import FIRST
from sayso.ground.spelling import folded

Parties = tuple[str, ...]


def disputed(place: Candidate) -> tuple[str, ...]:
    """
    Who claims the territory a place is or lies in, by ISO 3166 alpha-3 code, or by name where it has none;
    none where it is not disputed.
    """
    by_name, by_country, by_division = _table()
    first = place.number if place.kind == FIRST else place.first
    known = by_country.get(place.country) or (by_division.get(first) if first >= 0 else None)
    return (
        known
        or by_name.get((folded(place.name), place.country))
        or by_name.get((folded(place.name), ""))
        or ()
    )


@cache
def _table() -> tuple[
    dict[tuple[str, str], tuple[str, ...]], dict[str, tuple[str, ...]], dict[int, tuple[str, ...]]
]:
    world = gazetteer()
    by_name: dict[tuple[str, str], Parties] = {}
    by_country: dict[str, Parties] = {}
    by_division: dict[int, Parties] = {}
    for row in tables.rows("disputed"):
        parties = tuple(dict.fromkeys((*tables.listed(row["claimed"]), *tables.listed(row["held"]))))
        parties = tuple(one for one in parties if one != "no state")
        for name in tables.listed(row["names"]):
            # Where a party's land has the name it is meant, and so it is where no land does.
            by_name |= {(folded(name), code): parties for code in (*parties, "")}
        by_country |= dict.fromkeys(tables.listed(row["countries"]), parties)
        for told in tables.listed(row["divisions"]):
            code, _, name = told.partition(":")
            found = (one for one in world.named(name) if one.kind == FIRST and one.country == code)
            by_division |= {one.number: parties for one in found}
    return by_name, by_country, by_division
