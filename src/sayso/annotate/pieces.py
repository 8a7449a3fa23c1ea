"""
Word pieces of the uncased vocabulary the encoder was trained with.

The greedy longest-match-first split of Wu et al. (2016) over the vocabulary of BERT uncased, with its
normalisation: control characters dropped, accents stripped, lower case, punctuation and CJK apart.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from sayso.annotate.windows import WORD_PIECES

CLS, SEP, UNKNOWN = 101, 102, 100
_LETTERS = 60  # of a word; more than any word has, and a bound on what one can cost
_REMEMBERED = 50_000  # words whose pieces are kept between reports
_CJK = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))


class Pieces:
    """
    Turns words into piece ids.

    ``path`` is a WordPiece vocabulary in the JSON of the ``tokenizers`` library; only its table of
    pieces is read.
    """

    def __init__(self, path: Path) -> None:
        kept = json.loads(path.read_text(encoding="utf-8"))
        self._ids: dict[str, int] = kept["model"]["vocab"]
        self._known: dict[str, list[int]] = {}

    def ids(self, forms: Sequence[str]) -> list[list[int]]:
        """Return the piece ids of each word: at least one, at most ``WORD_PIECES``."""
        distinct = set(forms)
        if len(self._known) + len(distinct) > _REMEMBERED:
            self._known = {form: self._known[form] for form in distinct if form in self._known}
        for form in distinct - self._known.keys():
            self._known[form] = self._word(form[:_LETTERS])[:WORD_PIECES] or [UNKNOWN]
        known = self._known
        return [known[form] for form in forms]

    def _word(self, form: str) -> list[int]:
        whole = self._ids.get(form)
        if whole is not None and form.isascii() and form.isalpha() and form.islower():
            return [whole]
        return [piece for part in _parts(form) for piece in self._split(part)]

    def _split(self, part: str) -> list[int]:
        """Longest known piece first; a part with an unknown stretch is unknown as a whole."""
        found, start = [], 0
        while start < len(part):
            end = next((end for end in range(len(part), start, -1) if self._piece(part, start, end)), start)
            if end == start:
                return [UNKNOWN]
            found.append(self._ids["##" * (start > 0) + part[start:end]])
            start = end
        return found

    def _piece(self, part: str, start: int, end: int) -> bool:
        return "##" * (start > 0) + part[start:end] in self._ids


def _parts(form: str) -> Iterator[str]:
    """Normalised stretches without blanks; each punctuation mark and ideograph by itself."""
    run: list[str] = []
    for char in _plain(form):
        if char.isspace() or _apart(char):
            if run:
                yield "".join(run)
                run = []
            if not char.isspace():
                yield char
        else:
            run.append(char)
    if run:
        yield "".join(run)


def _plain(form: str) -> str:
    if form.isascii() and form.isprintable():
        return form.lower()
    kept = (char for char in form if not _control(char))
    decomposed = unicodedata.normalize("NFD", "".join(kept))
    return "".join(char for char in decomposed if unicodedata.category(char) != "Mn").lower()


def _control(char: str) -> bool:
    if char in "\t\n\r":
        return False
    return char in "\0\ufffd" or unicodedata.category(char)[0] == "C"


def _apart(char: str) -> bool:
    code = ord(char)
    if code < 128:
        return char.isprintable() and not char.isalnum() and char != " "
    return unicodedata.category(char)[0] == "P" or any(low <= code <= high for low, high in _CJK)
