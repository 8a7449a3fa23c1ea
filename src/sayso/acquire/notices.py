"""
Notices on a page about the newsroom itself: until when a desk works ("until the start of Shabbat in New
York"), on which days nobody does, and in which zone the page's times are ("Israeli time").
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from sayso.acquire.cities import city, city_names
from sayso.acquire.closings import CLOSED, stretches
from sayso.acquire.spelled import zones_of_words
from sayso.acquire.tables import table
from sayso.moments import Closing, Publication

PARAGRAPH = re.compile(r"[^\n]+")
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[\"'(A-Z])")
DESK = re.compile(r"\b((?:[A-Z]\w+ ){1,3})(desk|bureau|newsroom|office)\b")
# The report's own paragraphs are longer, or have no word of the newsroom in them.
LONGEST = 600
AT_ENDS = 4
LONGEST_OPEN = timedelta(days=8)
PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‑": "-"})


class Notice(Struct, frozen=True):
    """
    What a page's notices tell: closing rules, which of them bound the time of posting, and the IANA zone or
    offset of the page's times, with its words.
    """

    closings: tuple[Closing, ...] = ()
    bounds: tuple[Closing, ...] = ()
    zone: str | None = None


def notices(text: str, outlet: str | None, zone: str | None = None) -> Notice:
    """
    Reads the first and last paragraphs of a page.

    Args:
        text: The page's text.
        outlet: Whose rules they are; "" for an unknown one.
        zone: IANA, the outlet's, for rules that name no place.
    """
    closings: list[Closing] = []
    bounds: list[Closing] = []
    stamped: str | None = None
    for sentence in _sentences(text):
        for what, value, pattern in _patterns():
            hit = pattern.search(sentence.lower())
            if hit is None:
                continue
            if what == "stamp":
                stamped = stamped or _iana(hit["zone"])
                continue
            rule = _rule(what, value, hit, sentence, outlet or "", zone)
            if rule and rule not in closings:
                closings.append(rule)
                bounds += [rule] if what == "bound" else []
    return Notice(tuple(closings), tuple(bounds), stamped)


def end_of_posting(rule: Closing, publication: Publication) -> datetime | None:
    """
    The end of the open time in which a desk posted that works "until" a closing.

    The first closing that begins after the publication may have begun; None where the desk was closed then,
    or the sun does not tell.
    """
    if closed_at(rule, publication.earliest):
        return None
    try:
        ahead = list(stretches(rule, publication.earliest, publication.earliest + LONGEST_OPEN))
    except OverflowError:
        return None
    begun = sorted(each.start for each in ahead if publication.earliest < each.start and each.state == CLOSED)
    return begun[0].replace(microsecond=0) if begun else None


def closed_at(rule: Closing, moment: datetime) -> bool:
    """Does the rule close its desk at that moment?"""
    around = stretches(rule, moment, moment)
    return any(each.start <= moment < each.end and each.state == CLOSED for each in around)


def _sentences(text: str) -> Iterator[str]:
    paragraphs = PARAGRAPH.findall(text[:20_000]) if len(text) < 20_000 else _ends(text)
    kept = paragraphs if len(paragraphs) <= 2 * AT_ENDS else [*paragraphs[:AT_ENDS], *paragraphs[-AT_ENDS:]]
    for paragraph in kept:
        if len(paragraph) <= LONGEST:
            yield from SENTENCE.split(" ".join(paragraph.translate(PLAIN).split()))


def _ends(text: str) -> list[str]:
    return [*PARAGRAPH.findall(text[:10_000])[:-1], *PARAGRAPH.findall(text[-10_000:])[1:]]


def _rule(
    what: str, value: str, hit: re.Match[str], sentence: str, outlet: str, zone: str | None
) -> Closing | None:
    desk = DESK.search(sentence)
    name = f"{desk[1]}{desk[2]}" if desk else ""
    if what == "days":
        return Closing(outlet, name, "days", zone, value, f"notice: {hit[0]}") if zone else None
    where = city(hit["city"])
    return Closing(outlet, name, "shabbat", where.name, "", f"notice: {hit[0]}") if where else None


def _iana(words: str) -> str | None:
    """The IANA zone of a name, where it has one by itself; an offset alone is no clock of a place."""
    known = zones_of_words(words, None, datetime(2000, 1, 1))
    return known[0].key if known and isinstance(known[0], ZoneInfo) else None


@functools.cache
def _patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    cities = "|".join(re.escape(name.lower()) for name in city_names())
    zones = "|".join(
        re.escape(row[0].lower()) for row in sorted(table("zone_names"), key=lambda row: -len(row[0]))
    )
    rows = table("notices")
    return tuple((what, value, re.compile(_slotted(words, cities, zones))) for what, value, words in rows)


def _slotted(pattern: str, cities: str, zones: str) -> str:
    return pattern.replace("CITY", rf"(?P<city>{cities})\b").replace("ZONE", rf"(?P<zone>{zones})\b")
