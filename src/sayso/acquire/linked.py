"""The article a page describes in JSON-LD (schema.org), read inside the worker."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct, field

MAX_SCRIPT = 2_000_000
MAX_NODES = 5_000
MAX_FIELD = 500
BLOCK_END = re.compile(r"</(?:p|h\d|li|div|blockquote)>|<br\s?/?>", re.IGNORECASE)
TAG = re.compile(r"<[/A-Za-z][^<>]{0,2000}>")
DATES = ("datePublished", "dateCreated", "uploadDate")
# Only these lead to the page's own article; other keys hold related ones.
DOWN = ("@graph", "mainEntity", "mainEntityOfPage")
ENDINGS = ("Article", "BlogPosting", "Posting", "Report")


class Linked(Struct, frozen=True, kw_only=True):
    """The fields of the article's node, HTML entities undone."""

    headline: str | None = None
    dates: dict[str, str] = field(default_factory=dict)
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    dateline: str | None = None
    body: tuple[str, ...] = ()


def linked(tree: Any) -> Linked:
    """The first article among the page's JSON-LD nodes; else the first node with a date; else nothing."""
    nodes = [node for script in _scripts(tree) for node in _nodes(script)]
    articles = [node for node in nodes if _is_article(node)]
    dated = [node for node in nodes if any(node.get(name) for name in DATES)]
    chosen = next(iter(articles or dated), None)
    return _fields(chosen, nodes) if chosen else Linked()


def _scripts(tree: Any) -> Iterator[str]:
    for element in tree.iter("script"):
        kind = (element.get("type") or "").split(";")[0].strip().lower()
        if kind == "application/ld+json" and element.text and len(element.text) <= MAX_SCRIPT:
            yield element.text


def _nodes(script: str) -> Iterator[dict[str, Any]]:
    """The objects that describe the page, outermost first; what is no JSON describes nothing."""
    script = script.replace("<![CDATA[", "").replace("]]>", "")
    start, end = min(_found(script, "{"), _found(script, "[")), max(script.rfind("}"), script.rfind("]"))
    try:
        waiting = [json.loads(script[start : end + 1], strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(MAX_NODES):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value[:MAX_NODES]
        elif isinstance(value, dict):
            yield value
            waiting.extend(value[key] for key in DOWN if key in value)


def _found(script: str, mark: str) -> int:
    place = script.find(mark)
    return place if place >= 0 else len(script)


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.endswith(ENDINGS) for name in names)


def _fields(node: dict[str, Any], nodes: list[dict[str, Any]]) -> Linked:
    dates = {name: told for name in DATES if (told := _words(node.get(name)))}
    page_url = node.get("mainEntityOfPage")
    identifier = page_url.get("@id") if isinstance(page_url, dict) else page_url
    return Linked(
        headline=_words(node.get("headline")) or _words(node.get("name")),
        dates=dates,
        authors=_authors(node.get("author")),
        publisher=_name(node.get("publisher"), nodes),
        url=_words(node.get("url")) or _words(identifier),
        language=_words(node.get("inLanguage")),
        dateline=_words(node.get("dateline")),
        body=_body(node.get("articleBody")),
    )


def _body(value: Any) -> tuple[str, ...]:
    """The paragraphs of an `articleBody`; some sites leave markup in it."""
    if not isinstance(value, str):
        return ()
    plain = html.unescape(TAG.sub("", BLOCK_END.sub("\n", value)))
    return tuple(tidy for line in plain.split("\n") if (tidy := " ".join(line.split())))


def _words(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if not isinstance(value, str):
        return None
    return " ".join(html.unescape(value).split())[:MAX_FIELD] or None


def _name(value: Any, nodes: list[dict[str, Any]]) -> str | None:
    """A publisher's name, where need be by way of its `@id`."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict) and "name" not in value and value.get("@id"):
        value = next((node for node in nodes if node.get("@id") == value["@id"] and node.get("name")), None)
    return _words(value.get("name")) if isinstance(value, dict) else _words(value)


def _authors(value: Any) -> tuple[str, ...]:
    """All names in one string, as a byline has them."""
    people = value if isinstance(value, list) else [value]
    names = [_words(person.get("name") if isinstance(person, dict) else person) for person in people[:20]]
    line = ", ".join(dict.fromkeys(name for name in names if name))
    return (line,) if line else ()
