"""Reads the room's word tables: tab-separated lines, the first cell a class, "#" for remarks."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[list[str]]:
    """Yield the cells of each line of ``data/name``."""
    text = (files("sayso.annotate") / "data" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def words(name: str) -> dict[str, frozenset[str]]:
    """Return the words of each class of a table with lines ``class, words``."""
    found: dict[str, set[str]] = {}
    for kind, listed in rows(name):
        found.setdefault(kind, set()).update(listed.split())
    return {kind: frozenset(members) for kind, members in found.items()}
