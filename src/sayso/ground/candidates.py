"""What a name may stand for: places of the gazetteer, and rows of our own tables under all their names."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct, structs

from sayso.ground import tables
from sayso.ground.gazetteer import Candidate, Gazetteer, gazetteer
from sayso.ground.globe import distance
from sayso.ground.packing import FIRST, OTHER, SECOND
from sayso.ground.spelling import LONGEST, folded

SAME = 75.0
"""A table's place this near (in kilometres) to one of the gazetteer under the same name is the same."""

_COUNTY = re.compile(r"\bCo\.?$", re.IGNORECASE)
_OWNER = re.compile(r"['’]s?$")
_BEFORE = tables.words("before-places")
_DIVISIONS = tables.words("division-words")
_AFTER = tables.words("after-places")


class Choice(Struct, frozen=True):
    """
    The places a name may stand for. `within` where it names something in or by a place of that name
    ("Heathrow Airport", "northern Gaza"): then the place alone was found.
    """

    places: tuple[Candidate, ...] = ()
    within: bool = False


@cache
def _table(world: Gazetteer) -> dict[str, list[tuple[str, str, Candidate]]]:
    """Rows of our tables by folded name, with the form as written and how it is used."""
    out: dict[str, list[tuple[str, str, Candidate]]] = {}
    for row in tables.rows("countries"):
        country = world.country(row["iso3"])
        if country is None:
            continue
        known = structs.replace(country, told=True)
        for form in (row["name"], *tables.listed(row["aliases"])):
            _put(out, form, "name", known)
        people = structs.replace(known, main=False)
        for form in (*tables.listed(row["adjectives"]), *tables.listed(row["people"])):
            _put(out, form, "people", people)
            _put(out, f"{form}s", "people", people)
    for row in tables.rows("divisions"):
        for one in world.named(row["name"]):
            if one.kind == FIRST and one.country == row["iso3"]:
                short = structs.replace(one, told=True, main=row["use"] != "people")
                _put(out, row["form"], row["use"], short)
                break
    for number, row in enumerate((*tables.rows("places"), *tables.rows("sites"))):
        place = _site(number, row["name"], row["iso3"], row["lat"], row["lon"])
        for form in (row["name"], *tables.listed(row["aliases"])):
            _put(out, form, "name", place)
    for number, row in enumerate(tables.rows("countries"), start=100_000):
        for name in tables.listed(row["capitals"])[:1]:
            _put(out, name, "name", _site(number, name, row["iso3"], row["capital_lat"], row["capital_lon"]))
    return out


def _site(number: int, name: str, country: str, lat: str, lon: str) -> Candidate:
    return Candidate(-10 - number, 0, name, OTHER, country, -1, -1, float(lat), float(lon), 0, told=True)


def _put(out: dict[str, list[tuple[str, str, Candidate]]], form: str, use: str, place: Candidate) -> None:
    spelt = folded(form)
    if all(known.number != place.number for _, _, known in out.get(spelt, ())):
        out.setdefault(spelt, []).append((form, use, place))


def candidates(name: str, world: Gazetteer | None = None) -> Choice:
    """
    All places that a name may stand for; none for what is too long to be one.

    A name that nothing bears is tried without what is put before or after names of places ("the port of",
    "Township").
    """
    world = world or gazetteer()
    if len(name) > LONGEST:
        return Choice()
    plain = _OWNER.sub("", " ".join(name.split()))
    found = _named(_COUNTY.sub("County", plain), world)
    if found:
        return Choice(tuple(found))
    for shorter in _shortened(plain):
        found = _named(shorter, world)
        divisions = [one for one in found if one.kind in (FIRST, SECOND)]
        if divisions and _DIVISIONS & set(plain.lower().split()):
            return Choice(tuple(divisions))
        if found:
            return Choice(tuple(found), within=True)
    return Choice()


def _named(name: str, world: Gazetteer) -> list[Candidate]:
    found = world.named(name)
    for form, use, place in _table(world).get(folded(name), ()):
        if use == "postal" and name.replace(".", "") != form:
            continue
        numbers = [number for number, one in enumerate(found) if _same(one, place)]
        for number in numbers:
            found[number] = structs.replace(found[number], told=True)
        if not numbers:
            found.append(place)
    return found


def _same(one: Candidate, place: Candidate) -> bool:
    if one.number == place.number:
        return True
    apart = distance((one.lat, one.lon), (place.lat, place.lon))
    return place.kind == OTHER and one.country == place.country and apart <= SAME


def _shortened(name: str) -> list[str]:
    """The name without a word or two that go before or after names of places, the longest first."""
    words = name.replace("-", " ").split()
    out = []
    for size in range(len(words) - 1, 0, -1):
        for start in range(len(words) - size + 1):
            before, after = words[:start], words[start + size :]
            if all(w.lower() in _BEFORE for w in before) and all(
                w.lower().strip(".,") in _AFTER for w in after
            ):
                out.append(" ".join(words[start : start + size]))
    return out
