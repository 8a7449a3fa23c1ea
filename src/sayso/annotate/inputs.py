"""What one window of words looks like to the encoder, as integer arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.annotate import features
from sayso.annotate.pieces import CLS, SEP, Pieces
from sayso.annotate.tokens import Tokens
from sayso.annotate.windows import windows

Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Prepared:
    """A whole text ready to be cut into windows; arrays have one entry a word."""

    pieces: list[list[int]]
    sizes: list[int]
    case: Integers
    quote: Integers
    border: Integers
    sentence: Integers
    paragraph: list[int]


@dataclass(frozen=True)
class Window:
    """Words ``[first, last)`` as the graph's inputs.

    ``ids``, ``case``, ``quote`` and ``border`` run over pieces, with [CLS] and [SEP]; ``index``
    (place of each word's first piece) and ``sentence`` run over words.
    """

    first: int
    last: int
    ids: Integers
    case: Integers
    quote: Integers
    border: Integers
    index: Integers
    sentence: Integers


def prepare(tokens: Tokens, pieces: Pieces) -> Prepared:
    """Look up pieces and work out the features of every word of a text."""
    ids = pieces.ids(tokens.forms)
    paragraph = np.asarray(tokens.paragraph, dtype=np.int64)
    sentence = np.asarray(tokens.sentence, dtype=np.int64)
    opens = _starts(paragraph)
    border = _starts(sentence).astype(np.int64)
    border[opens] = features.PARAGRAPH_START
    known = {form: features.case(form) for form in set(tokens.forms)}
    return Prepared(
        pieces=ids,
        sizes=[len(i) for i in ids],
        case=np.asarray([known[form] for form in tokens.forms], dtype=np.int64),
        quote=np.asarray(features.quotes(tokens.forms, tokens.glued, opens.tolist()), dtype=np.int64),
        border=border,
        sentence=sentence,
        paragraph=tokens.paragraph,
    )


def _starts(numbers: Integers) -> NDArray[np.bool_]:
    """Mark where a number differs from the one before it; the first entry always does."""
    changed: NDArray[np.bool_] = np.diff(numbers, prepend=-1) != 0
    return changed


def cut(prepared: Prepared, ranges: list[tuple[int, int]] | None = None) -> list[Window]:
    """Cut a text into windows, by ``ranges`` where given, else as `windows.windows` packs them."""
    if ranges is None:
        sentence = prepared.sentence.tolist()
        ranges = windows(prepared.sizes, sentence, prepared.paragraph)
    return [_window(prepared, first, last) for first, last in ranges]


def _window(prepared: Prepared, first: int, last: int) -> Window:
    sizes = np.asarray(prepared.sizes[first:last], dtype=np.int64)
    ids = [CLS, *(i for word in prepared.pieces[first:last] for i in word), SEP]

    def spread(values: Integers, special: int) -> Integers:
        return np.concatenate(([special], np.repeat(values[first:last], sizes), [special]))

    sentence = prepared.sentence[first:last]
    return Window(
        first=first,
        last=last,
        ids=np.asarray(ids, dtype=np.int64),
        case=spread(prepared.case, features.CASES),
        quote=spread(prepared.quote, features.QUOTES),
        border=spread(prepared.border, features.BORDERS),
        index=1 + np.cumsum(sizes) - sizes,
        sentence=sentence - sentence[0],
    )
