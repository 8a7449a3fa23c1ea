"""What kind of input some bytes are: markup, JSON, or plain text."""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["html", "json", "lines", "xml", "text"]

BY_SUFFIX: dict[str, Kind] = {
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "lines", ".ndjson": "lines", ".json": "json",
    ".txt": "text", ".text": "text", ".md": "text",
}  # fmt: skip
BY_MEDIA_TYPE: dict[str, Kind] = {
    "text/html": "html", "application/xhtml+xml": "html",
    "application/json": "json", "application/ld+json": "json",
    "application/x-ndjson": "lines", "application/jsonl": "lines", "application/x-jsonlines": "lines",
    "text/plain": "text", "text/markdown": "text",
}  # fmt: skip
HEAD = 4096
HTML_START = re.compile(r"<!doctype\s{1,20}html|<html[\s>]", re.IGNORECASE)
HTML_INSIDE = re.compile(r"<(?:head|body|article|main|title|meta|div|p)[\s>]", re.IGNORECASE)
XML_START = re.compile(r"<\?xml\s|<(?:rss|feed|newsItem|newsMessage|nitf|urlset)[\s>]", re.IGNORECASE)
COMMENT = re.compile(r"<!--.{0,2000}?-->", re.DOTALL)


def sniffed(head: str) -> Kind:
    """The kind, from the first characters alone."""
    start = COMMENT.sub("", head[:HEAD].lstrip("\ufeff \t\r\n")).lstrip()
    if start[:1] in ("{", "["):
        return "json"
    if HTML_START.search(start[:1024]) and start.startswith("<"):
        return "html"
    if XML_START.match(start):
        return "xml"
    if start.startswith("<") and HTML_INSIDE.match(start):
        return "html"
    return "text"


def kind_of(head: str, hint: Kind | None = None) -> Kind:
    """The kind, from a hint (suffix or media type) and the first characters."""
    seen = sniffed(head)
    if hint is None or (hint in ("text", "html") and seen in ("html", "xml")):
        return seen
    return hint
