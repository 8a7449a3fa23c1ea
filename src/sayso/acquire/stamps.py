"""The line in which a page tells its readers when it was published; looked for in the worker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sayso.acquire.spelled import spelled

STAMP = "page stamp"
MARKS = re.compile(r"date|time|publish|posted|stamp|credit|byline|info|meta|updated", re.IGNORECASE)
TAGS = ("time", "span", "div", "p", "li", "h5", "h6", "small", "em", "strong", "ul", "a")
LONGEST = 200
MOST_LOOKED_AT = 300
MOST = 3
KEPT = 64


def stamps(tree: Any) -> Iterator[str]:
    """
    The words of up to three stamps, in the order of the page, each cut down to the date.

    Args:
        tree: A page as lxml has it.
    """
    looked_at = found = 0
    for element in tree.iter(*TAGS):
        if found == MOST or looked_at > MOST_LOOKED_AT:
            return
        marks = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
        if element.tag != "time" and not MARKS.search(marks):
            continue
        looked_at += 1
        words = _short(element)
        date = spelled(words) if words else None
        if date:
            found += 1
            yield words[slice(*date.span)][:KEPT]


def _short(element: Any) -> str:
    """The element's words on one line; "" where they are too many for a stamp."""
    pieces: list[str] = []
    length = 0
    for piece in element.itertext():
        length += len(piece)
        if length > 4 * LONGEST:
            return ""
        pieces.append(piece)
    words = " ".join(" ".join(pieces).split())
    return words if len(words) <= LONGEST else ""
