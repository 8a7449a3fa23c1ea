"""The register of terms of office, elections, inaugurations, summits and games, asked by words and days."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import cache

from msgspec import Struct

from sayso.ground import tables

_NEAR = 800
"""Days on either side of publication within which an election, a summit or an oath is meant."""
_LEAVING = 1500
"""Days for which a term that is over still is what "his presidency" may mean."""


class Entry(Struct, frozen=True):
    """A row of `data/terms.tsv`; `end` is None while a term lasts, `names` are the words of its name."""

    kind: str
    country: str
    name: str
    office: str
    start: date
    end: date | None
    names: frozenset[str]


@cache
def entries() -> tuple[Entry, ...]:
    """All rows, in the order of the table."""
    return tuple(
        Entry(
            row["kind"],
            row["country"],
            row["name"],
            row["office"],
            date.fromisoformat(row["from"]),
            date.fromisoformat(row["to"]) if row["to"] else None,
            frozenset(plain(row["name"]).replace(",", " ").split()),
        )
        for row in tables.rows("terms")
    )


@cache
def families() -> dict[str, tuple[Entry, ...]]:
    """Terms and oaths by the family name of who held them, in plain lower case."""
    out: dict[str, list[Entry]] = {}
    for entry in entries():
        if entry.kind in ("term", "inauguration"):
            for word in _family(entry):
                out.setdefault(word, []).append(entry)
    return {word: tuple(found) for word, found in out.items()}


def _family(entry: Entry) -> set[str]:
    words = [word for word in plain(entry.name).split() if len(word) > 1 and "." not in word]
    # Chinese and Korean names begin with the family's ("Xi Jinping", "Ban Ki-moon").
    if not words:
        return set()
    return {words[0] if entry.country in ("CHN", "KOR") or "-moon" in words[-1] else words[-1]}


def plain(text: str) -> str:
    """Lower case without accents; the dotless i of Turkish is an i."""
    bare = unicodedata.normalize("NFD", text.lower().replace("ı", "i"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def term(holders: Iterable[str], day: date) -> Entry | None:
    """
    The term that is meant of one of the people named (family names in plain lower case, likeliest first):
    the one that runs on the day, else the next, else the one that ended last.
    """
    for holder in holders:
        held = [one for one in families().get(holder, ()) if one.kind == "term"]
        running = [one for one in held if one.start <= day and (one.end is None or day <= one.end)]
        coming = [one for one in held if day < one.start and (one.start - day).days < _NEAR]
        over = [one for one in held if one.end and one.end < day and (day - one.end).days < _LEAVING]
        for found in (running[-1:], coming[:1], over[-1:]):
            if found:
                return found[0]
    return None


def oath(holders: Iterable[str], countries: Iterable[str], day: date, way: int) -> Entry | None:
    """The inauguration of one of the people, else of one of the countries, nearest to the day."""
    for holder in holders:
        sworn = [one for one in families().get(holder, ()) if one.kind == "inauguration"]
        if found := nearest(sworn, day, way):
            return found
        begun = [one for one in families().get(holder, ()) if one.kind == "term"]
        if found := nearest(begun, day, way):
            return found
    return _of(countries, "inauguration", frozenset(), day, way)


def election(words: frozenset[str], countries: Iterable[str], day: date, way: int) -> Entry | None:
    """The election of one of the countries nearest to the day, of the sort the words tell."""
    return _of(countries, "election", words & _SORTS, day, way)


_SORTS = frozenset(
    [
        "presidential",
        "parliamentary",
        "legislative",
        "general",
        "midterm",
        "federal",
        "runoff",
        "referendum",
        "upper",
        "lower",
    ]
)


def _of(countries: Iterable[str], kind: str, sort: frozenset[str], day: date, way: int) -> Entry | None:
    for country in countries:
        rows = [one for one in entries() if one.kind == kind and one.country == country]
        told = [one for one in rows if sort <= one.names] or ([] if "referendum" in sort else rows)
        if found := nearest(told, day, way):
            return found
    return None


def gathering(words: frozenset[str], day: date, way: int) -> Entry | None:
    """The summit or games whose name shares a telling word with the phrase, nearest to the day."""
    wanted = "games" if words & {"games", "olympics", "olympic", "cup"} else "summit"
    scored = [(len(one.names & words - _PLAIN), one) for one in entries() if one.kind == wanted]
    best = max((score for score, _ in scored), default=0)
    alone = wanted == "games" and ({"olympics", "cup"} & words)
    if not best and not alone:
        return None
    return nearest([one for score, one in scored if score == best], day, way)


_PLAIN = frozenset(("summit", "games", "olympics", "olympic", "summer", "winter", "world", "the"))


def nearest(found: list[Entry], day: date, way: int) -> Entry | None:
    """The one nearest to the day: behind it (-1), ahead of it (1), either where that is not told (0)."""
    near = [one for one in found if abs((one.start - day).days) < _NEAR]
    side = [one for one in near if way == 0 or (one.start - day).days * way >= 0]
    return min(side, key=lambda one: abs((one.start - day).days), default=None)
