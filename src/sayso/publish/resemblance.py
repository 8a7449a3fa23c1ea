"""
How much a text sounds like texts told of a type, also where none of its words stands in a table.

A text is the mean of the vectors of its nouns, verbs and adjectives: of the engine's own table of word
pieces, as its encoder learned it. Each type is the mean of its example texts; likeness is the cosine.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.annotate.engine import FOLDER
from sayso.annotate.pieces import Pieces
from sayso.annotate.weights import tensors
from sayso.ground.tables import parsed
from sayso.records import Annotated

Floats = NDArray[np.float32]

PATH = Path(__file__).parent / "data" / "acled_examples.tsv"
NAME = "engine.encoder.pieces.weight"
COMMON = slice(1000, 30000)
"""Pieces that are words or parts of words, not marks; their mean is taken off each."""
TELLING = ("NOUN", "VERB", "ADJ")
WORD = re.compile(r"(?<![A-Za-z'])[a-z]{3,}")
"""A word of an example that is no name: begins in lower case."""
WIDESPREAD = 8
"""A word that stands in the examples of more types than this tells none of them."""


class Vectors:
    """Vectors of single words, from the engine's table of pieces; each of length one."""

    def __init__(self, folder: Path = FOLDER) -> None:
        held = tensors((folder / "engine.onnx").read_bytes())
        self._table, self._scale, self._zero = _table(held)
        self._pieces = Pieces(folder / "pieces.json")
        self._mean = self._rows(COMMON).mean(axis=0)
        self._known: dict[str, Floats] = {}

    def word(self, word: str) -> Floats:
        """The mean of a word's pieces."""
        if word not in self._known:
            rows = self._rows(self._pieces.ids([word])[0]) - self._mean
            length = np.linalg.norm(rows, axis=1, keepdims=True)
            self._known[word] = (rows / np.maximum(length, 1e-9)).mean(axis=0)
        return self._known[word]

    def text(self, words: Iterable[str]) -> Floats | None:
        """The direction of the mean of several words; None for no words."""
        vectors = [self.word(word) for word in words]
        return _unit(np.mean(vectors, axis=0)) if vectors else None

    def _rows(self, which: Any) -> Floats:
        rows: Floats = (self._table[which].astype(np.float32) - self._zero) * self._scale
        return rows


def _table(held: dict[str, NDArray[Any]]) -> tuple[NDArray[Any], Floats, Floats]:
    """The table with its scale and zero point; a table in full precision has 1 and 0."""
    if NAME in held:
        return held[NAME], np.float32(1) * np.ones(1, np.float32), np.zeros(1, np.float32)
    scale, zero = held[f"{NAME}_scale"], held[f"{NAME}_zero_point"]
    return held[f"{NAME}_quantized"], scale.astype(np.float32), zero.astype(np.float32)


def _unit(vector: Floats) -> Floats:
    return vector / max(float(np.linalg.norm(vector)), 1e-9)


@cache
def vectors() -> Vectors:
    """This process's vectors, loaded on the first call."""
    return Vectors()


@cache
def centres() -> tuple[tuple[str, ...], Floats]:
    """The types, and a row for each: the direction of its example texts."""
    told: dict[str, list[list[str]]] = {}
    for row in parsed(PATH.read_text("utf-8"), PATH.name):
        told.setdefault(row["type"], []).append(WORD.findall(row["text"]))
    spread = Counter(word for texts in told.values() for word in {each for text in texts for each in text})
    rows = []
    for texts in told.values():
        kept = ([word for word in text if spread[word] <= WIDESPREAD] for text in texts)
        directions = [one for words in kept if (one := vectors().text(words)) is not None]
        rows.append(_unit(np.mean(directions, axis=0)))
    return tuple(told), np.stack(rows)


class Likeness:
    """How like one text is to each type, and through which words; nothing where it has no words."""

    def __init__(self, annotated: Annotated) -> None:
        self._words = [at for at, word in enumerate(annotated.words) if word.upos in TELLING]
        lemmas = [annotated.words[at].lemma.lower() for at in self._words]
        names, rows = centres()
        text = vectors().text(lemmas)
        values = np.zeros(len(names)) if text is None else rows @ text
        self.values = {name: float(value) for name, value in zip(names, values, strict=True)}
        self._lemmas = lemmas

    def words(self, name: str, most: int = 2) -> list[int]:
        """The words (indices) that lie nearest to a type."""
        names, rows = centres()
        row = rows[names.index(name)]
        near = [float(row @ vectors().word(lemma)) for lemma in self._lemmas]
        best = sorted(range(len(near)), key=lambda place: -near[place])[:most]
        return sorted(self._words[place] for place in best)
