"""Actors from a slice of Wikidata's JSON dump: people with the positions they held, and bodies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import msgspec

from sayso.ground import tables
from sayso.ground.agents import table as agents
from sayso.ground.dictionaries import Taken
from sayso.ground.register import YOURS, Entry

_HUMAN = "Q5"
_CITIZEN, _COUNTRY, _KIND, _POSITION, _ISO3 = "P27", "P17", "P31", "P39", "P298"
_FROM, _TO = "P580", "P582"
# Kinds of bodies by item: party, armed group, agency, paper, service, ministry, firm and so on.
_BODIES = {
    "Q7278": "PTY", "Q17149090": "REB", "Q192283": "MED", "Q11032": "MED", "Q47913": "SPY", "Q192350": "GOV",
    "Q4830453": "BUS", "Q163740": "NGO", "Q484652": "IGO", "Q176799": "MIL", "Q11204": "LEG", "Q41487": "JUD",
}  # fmt: skip
Item = dict[str, Any]


def wikidata(text: str, name: str) -> Taken:
    """
    Read entities, one JSON object a line (the dump's own brackets and commas do no harm). Positions and
    countries are called by their labels where the slice holds them. Wikidata is CC0.

    Args:
        text: The slice.
        name: The file, for messages and as source.
    """
    items: list[tuple[int, Item]] = []
    faults: list[str] = []
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip().rstrip(",")
        if line in ("", "[", "]"):
            continue
        try:
            item = msgspec.json.decode(line)
            if not isinstance(item, dict) or not isinstance(item.get("id"), str):
                raise ValueError("no object with an id")
        except (msgspec.DecodeError, ValueError) as error:
            faults.append(f"{name}, line {number}: {error}")
            continue
        items.append((number, item))
    known = {item["id"]: item for _, item in items}
    entries = [entry for number, item in items for entry in _entries(item, known, f"{name}, line {number}")]
    return Taken(tuple(entries), tuple(faults))


def _entries(item: Item, known: dict[str, Item], where: str) -> Iterator[Entry]:
    label = _label(item)
    if not label:
        return
    source = f"wikidata.org: {item['id']} ({where})"
    kinds = list(_ids(item, _KIND))
    if _HUMAN in kinds:
        yield from _held(item, known, label, source)
        return
    sector = next((_BODIES[kind] for kind in kinds if kind in _BODIES), None)
    if sector is not None:
        land = next((code for one in _ids(item, _COUNTRY) if (code := _iso3(one, known))), "---")
        yield Entry(label, "organisation", f"{land} {sector}", _aliases(item), source=source, standing=YOURS)


def _held(item: Item, known: dict[str, Item], label: str, source: str) -> Iterator[Entry]:
    land = next((code for one in _ids(item, _CITIZEN) if (code := _iso3(one, known))), "---")
    for claim in _claims(item, _POSITION):
        position = known.get(_value(claim) or "", {})
        office = _label(position).lower()
        whose = next((code for one in _ids(position, _COUNTRY) if (code := _iso3(one, known))), land)
        yield Entry(
            label, "person", f"{whose} {_sector(office)}", _aliases(item), office,
            _edge(claim, _FROM, "-01-01"), _edge(claim, _TO, "-12-31"), source, YOURS,
        )  # fmt: skip


def _sector(office: str) -> str:
    """The sector of an office by its role noun: "President of Chile", "Minister of Health of Peru"."""
    if not office:
        return "---"
    known = agents()
    head = office.partition(" of ")[0].partition(" for ")[0].partition(" in ")[0]
    words = head.split()
    for first in range(len(words)):
        found = known.get(" ".join(words[first:]))
        if found is not None:
            return found[0]
    return "---"


def _label(item: Item) -> str:
    told = item.get("labels", {})
    return str(told.get("en", {}).get("value", "")) if isinstance(told, dict) else ""


def _aliases(item: Item) -> tuple[str, ...]:
    told = item.get("aliases", {})
    return tuple(str(one["value"]) for one in told.get("en", ())) if isinstance(told, dict) else ()


def _claims(item: Item, prop: str) -> Iterable[Item]:
    told = item.get("claims", {})
    return told.get(prop, ()) if isinstance(told, dict) else ()


def _ids(item: Item, prop: str) -> Iterator[str]:
    for claim in _claims(item, prop):
        found = _value(claim)
        if found:
            yield found


def _value(claim: Item) -> str | None:
    value = claim.get("mainsnak", {}).get("datavalue", {}).get("value")
    if isinstance(value, dict):
        return str(value["id"]) if "id" in value else None
    return value if isinstance(value, str) else None


def _iso3(item: str, known: dict[str, Item]) -> str | None:
    told = next(_ids(known.get(item, {}), _ISO3), None)
    return told or _states().get(item)


@cache
def _states() -> dict[str, str]:
    return {row["item"]: row["iso3"] for row in tables.rows("wikidata")}


def _edge(claim: Item, prop: str, rest: str) -> str:
    """A qualifier's day; a year told alone is filled up with its first or its last day."""
    for one in claim.get("qualifiers", {}).get(prop, ()):
        time = str(one.get("datavalue", {}).get("value", {}).get("time", "")).lstrip("+")
        day = time[:10]
        if len(day) == 10 and day[:4].isdecimal():
            return day if "-00" not in day else day[:4] + rest
    return ""
