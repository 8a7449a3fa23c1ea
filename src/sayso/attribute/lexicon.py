"""The tables of cues and of source nouns."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from msgspec import Struct


class Cue(Struct, frozen=True):
    """The stance a cue lemma gives; `syntax` where a complement alone makes an attribution."""

    stance: str
    syntax: bool


@cache
def cue_lexicon() -> dict[str, Cue]:
    """Cue lemma -> Cue; a lemma that is verb and noun has the verb's row."""
    rows = _rows("cues.tsv")
    return {row[0]: Cue(stance=row[1], syntax=row[2] == "yes") for row in reversed(rows)}


@cache
def source_lexicon() -> dict[str, str]:
    """Head noun of a source -> source type."""
    return {row[0]: row[1] for row in _rows("sources.tsv")}


@cache
def offices() -> frozenset[str]:
    """Offices held by one person at a time."""
    return frozenset(row[0] for row in _rows("offices.tsv"))


def _rows(name: str) -> list[list[str]]:
    table = files("sayso.attribute").joinpath("data", name).read_text(encoding="utf-8")
    return [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
