"""Our own sentences with the words that tell an event marked (`sentences/told.txt`): "[shelled|ASSAULT]"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.annotate import annotate
from sayso.annotate.inputs import cut, prepare
from sayso.annotate.pieces import Pieces
from sayso.annotate.sentences import paragraphs
from sayso.annotate.tokens import tokens
from sayso.records import Annotated, Report
from training.examples import Example
from training.kinds import SENTENCES
from training.labels import IGNORED

TOLD = SENTENCES / "told.txt"
MARK = re.compile(r"\[([^\[\]|]+)\|([A-Z]+)\]")
Integers = NDArray[np.int64]
Marks = list[tuple[int, int, str]]


@dataclass(frozen=True)
class Told:
    """A sentence and the character spans in it that tell an event, with its type."""

    text: str
    marks: Marks


class BadMark(ValueError):
    """A line of `told.txt` marks a type that PLOVER does not have, or nothing where a bracket is."""


def told(path: Path = TOLD) -> list[Told]:
    """
    Read the marked sentences, one a line.

    Raises:
        BadMark: A bracket is left over once all marks are taken out.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_told(line, f"{path.name}:{number}") for number, line in enumerate(lines, 1) if line.strip()]


def _told(line: str, place: str) -> Told:
    text, marks, at = "", [], 0
    for match in MARK.finditer(line):
        text += line[at : match.start()]
        marks.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        at = match.end()
    text += line[at:]
    if "|" in text or "[" in text:
        raise BadMark(f"{place}: {line}")
    return Told(text, marks)


def targets(one: Told, annotated: Annotated, deeds: Sequence[str]) -> Integers:
    """
    One label a word: of a mark's words the one that governs them bears the type and the others say
    nothing; every other word tells no event.
    """
    out = np.zeros(len(annotated.words), dtype=np.int64)
    for start, end, kind in one.marks:
        inside = [i for i, word in enumerate(annotated.words) if word.start < end and start < word.end]
        if not inside:
            raise BadMark(f"no word at {start}: {one.text}")
        out[inside] = np.where(out[inside] == 0, IGNORED, out[inside])
        out[_governing(annotated, inside)] = deeds.index(kind)
    return out


def _governing(annotated: Annotated, inside: list[int]) -> int:
    """The word whose head lies outside, of several the one that is surest to be a predicate."""
    chance = {one.word: one.score for one in annotated.predicates}
    tops = [i for i in inside if annotated.words[i].head not in inside]
    return max(tops or inside, key=lambda i: (chance.get(i, 0.0), -i))


def examples(given: Sequence[Told], pieces: Pieces, deeds: Sequence[str]) -> Iterator[Example]:
    """Each sentence as one window with its targets, words cut as the engine cuts them."""
    for one in given:
        annotated = annotate(Report(id="told", text=one.text))
        cut_up = tokens(one.text, paragraphs(one.text))
        if len(cut_up) != len(annotated.words):  # set aside as a headline or a notice: nothing is known of it
            continue
        (window,) = cut(prepare(cut_up, pieces))
        yield Example(window, {"deed": targets(one, annotated, deeds)})
