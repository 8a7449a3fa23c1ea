"""Newsrooms by their names: "the Courier", "CNA", "a New York Times report" - which outlet is meant?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

from sayso.acquire import outlet as known_outlet
from sayso.lineage.stems import words
from sayso.lineage.tables import words as listed

_CAPITALS = re.compile(r"[A-Z]{2,6}")
_DATELINE = re.compile(r"\(([^()\n]{2,40})\)\s*[-–—]")
_SIGNED = re.compile(r"\((?:Source: )?([^()\n]{2,40})\)\s*\Z")
_HEAD = 300
_ARTICLES = frozenset(("the", "a", "an", "this", "that", "its", "their"))


class Newsrooms:
    """
    The outlets of a set of reports, and those of the built-in table.

    Args:
        outlets: Names of outlets that publish the reports at hand.
    """

    def __init__(self, outlets: Iterable[str]) -> None:
        self._names = tuple(sorted(set(outlets)))

    def named(self, label: str, *, media: bool = False) -> str | None:
        """
        The outlet that a source's words stand for; None where they name none, or more than one.

        A part of a name ("the Courier") is taken for the whole after an article, beside a word such as
        "newspaper", or where the source is known to be of the `media`: "Tehran" is no Tehran Morning Post.
        """
        for asked in (_key(label), _trimmed(_key(label))):
            if asked in self._by_key:
                return self._by_key[asked]
        initials = self._by_initials.get(label.strip(), ())
        if initials and _CAPITALS.fullmatch(label.strip()):  # an outlet at hand goes before a far one
            return self._only(initials)
        table = known_outlet(label) or known_outlet(" ".join(_trimmed(_key(label))))
        if table is not None:
            return self._by_key.get(_key(table.name), table.name)
        parts = set(_trimmed(_key(label)))
        if not (media or label.lower().startswith("the ") or parts < set(_key(label))):
            return None
        return self._only(name for key, name in self._by_key.items() if parts and parts < set(key))

    def exactly(self, label: str) -> str | None:
        """The outlet of this very name, or of these initials."""
        here = self._by_key.get(_key(label)) if _key(label) else None
        if here is None and _CAPITALS.fullmatch(label):
            here = self._only(self._by_initials.get(label, ()))
        table = known_outlet(label) if here is None and label[:1].isupper() else None
        return table.name if table else here

    def within(self, label: str) -> str | None:
        """The one outlet whose whole name stands somewhere in the words ("a TransWire report on ships")."""
        asked = _key(label)
        return self._only(name for key, name in self._by_key.items() if _inside(key, asked))

    def credited(self, text: str) -> str | None:
        """
        The agency that a whole report is credited to: `TOWN (Agency) -` at its head, `(Agency)` at its end.

        "With Agency" credits a part only, and is not taken.
        """
        head = _DATELINE.search(text, 0, _HEAD)
        for found in (head, _SIGNED.search(text.rstrip())):
            name = self.named(found.group(1)) if found else None
            if name is not None:
                return name
        return None

    @cached_property
    def _by_initials(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self._names:
            found.setdefault(_initials(name), []).append(name)
        return found

    @cached_property
    def _by_key(self) -> dict[tuple[str, ...], str]:
        return {_key(name): name for name in reversed(self._names) if _key(name)}

    @staticmethod
    def _only(found: Iterable[str]) -> str | None:
        names = set(found)
        return names.pop() if len(names) == 1 else None


@lru_cache(maxsize=1 << 14)
def _key(name: str) -> tuple[str, ...]:
    return tuple(word for word in words(name) if word not in _ARTICLES)


def _trimmed(key: tuple[str, ...]) -> tuple[str, ...]:
    """Without "report", "newspaper" and the like at either end: "the report" is left with nothing."""
    aside = listed("media", "saying", "time")
    while key and key[0] in aside:
        key = key[1:]
    while key and key[-1] in aside:
        key = key[:-1]
    return key


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"[A-Za-z]+", name) if word[0].isupper() and word != "The")


def _inside(key: tuple[str, ...], asked: tuple[str, ...]) -> bool:
    return any(asked[i : i + len(key)] == key for i in range(len(asked) - len(key) + 1))
