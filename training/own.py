"""Sentences of our own (`sentences/*.jsonl`): slots are filled, phrases become character spans."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.kinds import SENTENCES, names
from training.readers import Article, Attribution, Marks, Spans, rows

HELD = 8  # every eighth line and name is for measuring only
_SLOT = re.compile(r"\{([a-z_]+)(\d?)\}")
_DAYS = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|September|October|November|December)s?\b"
)
Row = dict[str, Any]


class BadSentence(ValueError):
    """A line of our own sentences names a phrase or a class that is not there."""


def own(held_out: bool = False, folder: Path = SENTENCES) -> list[Row]:
    """Read our own sentences in order of file and line: those to learn from, or every eighth, kept apart."""
    return [
        row
        for path in sorted(folder.glob("*.jsonl"))
        for i, row in enumerate(rows(path))
        if (i % HELD == HELD - 1) == held_out
    ]


def lists(held_out: bool = False) -> dict[str, list[str]]:
    """Return the names that may fill a slot, by class; every eighth is kept apart."""
    every: dict[str, list[str]] = {}
    for kind, name in names():
        every.setdefault(kind, []).append(name)
    return {
        kind: [name for i, name in enumerate(given) if (i % HELD == HELD - 1) == held_out]
        for kind, given in every.items()
    }


def articles(
    given: list[Row], fill: dict[str, list[str]], rng: random.Random, most: int = 4
) -> Iterator[Article]:
    """Yield texts of one to ``most`` lines each, in random order; lines of a text know the same things."""
    kinds: dict[bool, list[Row]] = {True: [], False: []}
    for row in given:
        kinds["attributions" in row].append(row)
    for said, pool in kinds.items():
        pool = rng.sample(pool, len(pool))
        while pool:
            size = rng.randint(1, most)
            chosen, pool = pool[:size], pool[size:]
            yield joined([article(row, fill, rng) for row in chosen], said)


def joined(parts: list[Article], said: bool) -> Article:
    """Put texts together as paragraphs of one; without ``said`` nothing is known of attributions."""
    text, marks, entities, happened = "", [], [], []
    for part in parts:
        base = len(text)

        def moved(spans: Spans, by: int = base) -> Spans:
            return [(s + by, e + by) for s, e in spans]

        for mark in part.attributions or []:
            marks.append(Attribution(moved(mark.source), moved(mark.cue), moved(mark.content), wrapped=True))
        entities += [(s + base, e + base, kind) for s, e, kind in part.entities]
        happened += [(s + base, e + base, value) for s, e, value in part.happened]
        text += part.text + "\n\n"
    return Article("said" if said else "own", text.rstrip(), marks if said else None, entities, happened)


def article(row: Row, fill: dict[str, list[str]], rng: random.Random) -> Article:
    """Return one line as a text with spans; raise `BadSentence` where a phrase is not in it."""
    text, entities = filled(row["text"], fill, rng)
    slots = list(entities)
    for phrase, kind in row.get("entities", []):
        found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text)]
        entities += [(s, e, kind) for s, e in found if not _touches(s, e, slots)]
    entities = _unsettled(text, entities)
    marks = [
        Attribution(*(spans(text, a[role]) for role in ("source", "cue", "content")), wrapped=True)
        for a in row.get("attributions", [])
    ]
    happened = [(*place(text, phrase), float(value)) for phrase, value in row.get("factuality", [])]
    return Article("own", text, marks, entities, happened)


def _touches(start: int, end: int, spans: Marks) -> bool:
    return any(s < end and start < e for s, e, _ in spans)


def _unsettled(text: str, entities: Marks) -> Marks:
    """Mask what other corpora mark otherwise: days and months, and offices without a person's name."""
    persons = {s for s, _, kind in entities if kind == "person"}
    kept = [
        (s, e, "mask" if kind == "title" and text[s].islower() and e + 1 not in persons else kind)
        for s, e, kind in entities
    ]
    days = [m.span() for m in _DAYS.finditer(text)]
    return kept + [(s, e, "mask") for s, e in days if not _touches(s, e, entities)]


def filled(text: str, fill: dict[str, list[str]], rng: random.Random) -> tuple[str, Marks]:
    """Fill each slot with a name of its class, the same slot with the same name; return the spans too."""
    chosen: dict[str, str] = {}
    out, entities, done = "", [], 0
    for slot in _SLOT.finditer(text):
        kind = slot[1]
        if kind not in fill:
            raise BadSentence(f"no names of class {kind!r} for {text!r}")
        name = chosen.setdefault(slot[0], rng.choice(fill[kind]))
        out += text[done : slot.start()]
        entities.append((len(out), len(out) + len(name), kind))
        out += name
        done = slot.end()
    return out + text[done:], entities


def spans(text: str, phrases: str | list[str]) -> Spans:
    """Return where one phrase or several stand, as `place` finds them; "" stands nowhere."""
    given = [phrases] if isinstance(phrases, str) else phrases
    return [place(text, phrase) for phrase in given if phrase]


def place(text: str, phrase: str) -> tuple[int, int]:
    """Return where ``phrase`` ("phrase#2": its second occurrence) stands in ``text``, as whole words."""
    bare, _, number = phrase.partition("#")
    nth = int(number) if number.isdigit() else 1
    left = r"(?<!\w)" if bare[:1].isalnum() else ""
    right = r"(?!\w)" if bare[-1:].isalnum() else ""
    found = [m.span() for m in re.finditer(left + re.escape(bare) + right, text)]
    if len(found) < nth:
        raise BadSentence(f"{phrase!r} is not in {text!r}")
    return found[nth - 1]
