"""What a text says, beside the names asked for, of where it is set: regions it names, "Paris, Texas"."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from msgspec import Struct

from sayso.acquire.outlets import host, outlet, outlet_at
from sayso.ground.candidates import candidates
from sayso.ground.gazetteer import Candidate
from sayso.ground.packing import CITY, COUNTRY, FIRST, OTHER
from sayso.records import Span

_CAPITALISED = re.compile(r"[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){0,2}")
_AFTER = re.compile(r"\s*[,(]\s*((?:[A-Z]\.?\s?)?[A-Z][\w.]*(?:\s[A-Z][\w]*){0,2})")
_ANYWHERE = (".com", ".net", ".org", ".info", ".us")
_LARGE = 200_000
"""A town of so many people is as likely meant as a division of its name."""
_READ = 20_000
"""So many characters of a text are read for clues."""
# Domains under which papers of these countries appear. Facts; others are told by the table of outlets.
_ENDINGS = {
    "au": "AUS", "ca": "CAN", "cn": "CHN", "de": "DEU", "eg": "EGY", "fr": "FRA", "ge": "GEO", "gh": "GHA",
    "hk": "HKG",
    "ie": "IRL", "il": "ISR", "in": "IND", "ir": "IRN", "it": "ITA", "jo": "JOR", "jp": "JPN", "ke": "KEN",
    "kr": "KOR", "lb": "LBN", "lk": "LKA", "my": "MYS", "ng": "NGA", "nz": "NZL", "ph": "PHL", "pk": "PAK",
    "ru": "RUS", "sg": "SGP", "th": "THA", "tr": "TUR", "tw": "TWN", "ua": "UKR", "uk": "GBR", "za": "ZAF",
    "zw": "ZWE",
}  # fmt: skip


class Clues(Struct, frozen=True):
    """
    Countries and admin-1 divisions named in a text, by how often; `home` the outlet's country, "" where
    unknown; `local` where its domain says nothing: most such papers that
    write English are American ones.
    """

    countries: Counter[str]
    divisions: Counter[int]
    home: str = ""
    local: bool = False


def clues(text: str, outlet_name: str | None, taken: tuple[Span, ...] = ()) -> Clues:
    """
    The regions a text names outside of some spans, and where its outlet is at home.

    Args:
        text: The report.
        outlet_name: Name, domain or URL of the outlet.
        taken: Spans that are asked for themselves.
    """
    lands: Counter[str] = Counter()
    divisions: Counter[int] = Counter()
    held = sorted(taken)
    for match in _CAPITALISED.finditer(text[:_READ]):
        region = _longest(match, held)
        if region is None:
            continue
        lands[region.country] += 1
        if region.kind == FIRST:
            divisions[region.number] += 1
    at_home = home(outlet_name)
    local = not at_home and host(outlet_name).endswith(_ANYWHERE)
    return Clues(lands, divisions, at_home, local)


def _longest(match: re.Match[str], held: list[Span]) -> Candidate | None:
    words = match.group().split()
    for size in range(len(words), 0, -1):
        name = " ".join(words[:size])
        span = (match.start(), match.start() + len(name))
        if any(start < span[1] and span[0] < end for start, end in held):
            continue
        found = region(name)
        if found is not None:
            return found
    return None


@lru_cache(maxsize=4096)
def region(name: str) -> Candidate | None:
    """The country or admin-1 division of this name; None where there is none, or two, or a large town."""
    every = candidates(name)
    if every.within:
        return None
    found = [one for one in every.places if one.kind in (COUNTRY, FIRST) and (one.main or one.told)]
    if len(found) != 1:
        return None
    inside = (found[0].number, found[0].first)
    rivals = (one for one in every.places if one.kind == CITY and one.first not in inside)
    return None if max((one.people for one in rivals), default=0) > _LARGE else found[0]


def capitalised(text: str) -> list[Span]:
    """Runs of words in capitals that are names of places, the longest that are; none of two letters."""
    out = []
    for match in _CAPITALISED.finditer(text[:_READ]):
        words = match.group().split(" ")
        for size in range(len(words), 0, -1):
            name = " ".join(words[:size]).rstrip(".,")
            if len(name) > 2 and (found := candidates(name)).places and not found.within:
                out.append((match.start(), match.start() + len(name)))
                break
    return out


def beside(text: str, span: Span) -> tuple[Candidate, ...]:
    """What stands after a name to tell it from others: the region of "Athens, Ga." or "Paris (Texas)"."""
    match = _AFTER.match(text, span[1], span[1] + 60)
    if not match:
        return ()
    words = match.group(1).split()
    for size in range(len(words), 0, -1):
        name = " ".join(words[:size])
        found = [one for one in candidates(name).places if one.kind != OTHER and one.kind <= 2]
        if found:
            return tuple(found)
    return ()


def home(outlet_name: str | None) -> str:
    """The country of an outlet, by the table of outlets or the ending of its domain."""
    known = outlet(outlet_name) or outlet_at(outlet_name)
    if known is not None and known.country != "---":
        return known.country
    return _ENDINGS.get(host(outlet_name).rpartition(".")[2], "")
