"""Words made comparable: lower case, without the commonest English endings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from sayso.lineage.tables import words as listed
from sayso.records import Span

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*(?:-[^\W_]+)*")
_ENDINGS = ("ingly", "edly", "ings", "ing", "ied", "ies", "ed", "es", "ly", "s", "e")
_SHORTEST = 3


def words(text: str) -> list[str]:
    """The words of a text in lower case; possessive endings dropped."""
    return [_bare(found.group().lower()) for found in _WORD.finditer(text)]


def _bare(word: str) -> str:
    word = word.replace("’", "'")
    return word[:-2] if word.endswith("'s") else word.rstrip("'")


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """`seized`, `seizes`, `seizing` and `seize` come out alike; numbers stay."""
    if word.isdigit():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST and not word.endswith("ss"):
            word = word[: -len(ending)] + ("y" if ending in ("ied", "ies") else "")
            break
    return word[:-1] if len(word) > _SHORTEST + 1 and word[-1] == word[-2] else word


@lru_cache(maxsize=1 << 14)
def content(text: str) -> frozenset[str]:
    """The stems of a text's words that carry meaning: no grammar, no days, no talk of talk."""
    aside = listed("stop", "time", "saying")
    return frozenset(stem(word) for word in words(text) if word not in aside and len(word) > 1)


def without(text: str, span: Span, holes: Iterable[Span]) -> str:
    """The text of `span` with the `holes` in it left blank."""
    out, at = [], span[0]
    for start, end in sorted(holes):
        if end > at and start < span[1]:
            out.append(text[at : max(at, start)])
            at = max(at, end)
    out.append(text[at : span[1]] if at < span[1] else "")
    return " ".join(out)


def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """Shared stems as a share of the smaller set, 0 to 1."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0
