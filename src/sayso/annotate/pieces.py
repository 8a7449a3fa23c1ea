"""Word pieces of the uncased vocabulary the encoder was trained with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tokenizers import Tokenizer

from sayso.annotate.windows import WORD_PIECES

CLS, SEP, UNKNOWN = 101, 102, 100
_LETTERS = 60  # of a word; more than any word has, and a bound on what one can cost
_REMEMBERED = 50_000  # words whose pieces are kept between reports


class Pieces:
    """Turns words into piece ids; ``path`` is a file in the format of ``tokenizers``."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._known: dict[str, list[int]] = {}

    def ids(self, forms: Sequence[str]) -> list[list[int]]:
        """Return the piece ids of each word: at least one, at most ``WORD_PIECES``."""
        new = list({form for form in forms if form not in self._known})
        found = self._look_up(new)
        if len(self._known) + len(new) > _REMEMBERED:
            found |= {form: self._known[form] for form in set(forms) if form in self._known}
            self._known = {}
        self._known |= found
        known = self._known
        return [known[form] for form in forms]

    def _look_up(self, forms: list[str]) -> dict[str, list[int]]:
        encoded = self._tokenizer.encode_batch([form[:_LETTERS] for form in forms], add_special_tokens=False)
        return {
            form: encoding.ids[:WORD_PIECES] or [UNKNOWN]
            for form, encoding in zip(forms, encoded, strict=True)
        }
