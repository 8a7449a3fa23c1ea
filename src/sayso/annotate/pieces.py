"""Word pieces of the uncased vocabulary the encoder was trained with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tokenizers import Tokenizer

from sayso.annotate.windows import WORD_PIECES

CLS, SEP, UNKNOWN = 101, 102, 100
_LETTERS = 60  # of a word; more than any word has, and a bound on what one can cost


class Pieces:
    """Turns words into piece ids; ``path`` is a file in the format of ``tokenizers``."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()

    def ids(self, forms: Sequence[str]) -> list[list[int]]:
        """Return the piece ids of each word: at least one, at most ``WORD_PIECES``."""
        distinct = list(dict.fromkeys(forms))
        encoded = self._tokenizer.encode_batch(
            [form[:_LETTERS] for form in distinct], add_special_tokens=False
        )
        known = {
            form: encoding.ids[:WORD_PIECES] or [UNKNOWN]
            for form, encoding in zip(distinct, encoded, strict=True)
        }
        return [known[form] for form in forms]
