"""
Markup that is refused before any parser sees it: libxml2 takes time in the square of the attributes of
one tag, and of the paragraphs left open. The worker's limits stand behind this.
"""

from __future__ import annotations

import re

from sayso.errors import QuarantineError

MAX_CHARS = 5_000_000
MAX_ATTRIBUTES = 2_000
MAX_PARAGRAPHS = 20_000
TAG = re.compile(r"<[A-Za-z]")
VALUE_OR_END = re.compile(r"=\s*(?P<quote>[\"'])|>")
PARAGRAPH = re.compile(r"<[pP](?![A-Za-z])")
RAW_TEXT = re.compile(r"<(?:script|(style))\b", re.IGNORECASE)
CLOSING = {None: re.compile("</script", re.IGNORECASE), "style": re.compile("</style", re.IGNORECASE)}
DO = "its bytes are kept; look at the page by hand"


def screen(html: str) -> None:
    """
    Lets ordinary pages pass.

    Raises:
        QuarantineError: S130, the page is too long or made of too many attributes or paragraphs.
    """
    if len(html) > MAX_CHARS:
        raise QuarantineError("S130", "the page is too long to parse", saw=f"{len(html):,} characters", do=DO)
    paragraphs = sum(1 for _ in PARAGRAPH.finditer(html))
    if paragraphs > MAX_PARAGRAPHS:
        raise QuarantineError("S130", "the page has too many paragraphs", saw=f"{paragraphs:,} <p>", do=DO)
    place = _crowded_tag(html)
    if place is not None:
        saw = f"more than {MAX_ATTRIBUTES:,} attributes in the tag at character {place:,}"
        raise QuarantineError("S130", "a tag of the page has too many attributes", saw=saw, do=DO)


def _crowded_tag(html: str) -> int | None:
    place = 0
    while found := TAG.search(html, place):
        start = found.start()
        place, attributes = _tag_end(html, start)
        if attributes > MAX_ATTRIBUTES:
            return start
        raw = RAW_TEXT.match(html, start)
        if raw:
            closing = CLOSING["style" if raw[1] else None].search(html, place)
            place = closing.start() if closing else len(html)
    return None


def _tag_end(html: str, start: int) -> tuple[int, int]:
    """Where the tag ends, and how many attributes it may have at most."""
    place, attributes = start + 1, 0
    while found := VALUE_OR_END.search(html, place):
        attributes += _pieces(html, place, found.start())
        if found[0] == ">":
            return found.end(), attributes
        closing = html.find(found["quote"], found.end())
        if closing < 0:
            return len(html), attributes
        attributes += 1
        place = closing + 1
    return len(html), attributes + _pieces(html, place, len(html))


def _pieces(html: str, start: int, end: int) -> int:
    return len(html[start:end].split()) if end - start > 1 else 0
