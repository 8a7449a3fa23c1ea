"""
What a web page says of itself, read inside the worker: the article's paragraphs (by trafilatura,
leaning to precision, since what is left of menus would become false events) and every field that may
hold its title, address, writers or moment of publication. Nothing is decided here.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from sayso.acquire.linked import Linked, linked
from sayso.acquire.moment import written
from sayso.acquire.spelled import spelled
from sayso.acquire.stamps import STAMP, stamps
from sayso.acquire.tables import table

MAX_FIELD = 500
MAX_CANDIDATES = 40
# A line set over the title in an element of its own runs into it: "Lebanon" + "Three held".
RUN_IN = re.compile(r"[^\sA-Z]\x1f(?=[A-Z])")
MISSED = 2
SHORT = 1_500
MUCH_LONGER = 3
RECOGNISED = 60
BLANKS = re.compile(r"[^\S\n]+")
MANY_LINES = re.compile(r"\n\s*\n\s*")
# Two breaks in a row part paragraphs; trafilatura makes one of them, so a break after a full stop does.
ENDED_LINE = re.compile(r"(?<=[.!?”\"]) ?\n")
URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?=[/_.-]|$)")
BLOCKS = frozenset({"p", "head", "item", "quote", "row", "code"})


class Candidate(Struct, frozen=True):
    """Words that may be the moment of publication, and the field they stand in."""

    field: str
    words: str


class Page(Struct, frozen=True, kw_only=True):
    """A page's own words, as they stand; `dates` best field first; `guess` is htmldate's day."""

    paragraphs: tuple[str, ...] = ()
    heading: str | None = None
    titles: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    language: str | None = None
    dateline: str | None = None
    dates: tuple[Candidate, ...] = ()
    guess: str | None = None
    note: str | None = None


def page(html: str, url: str | None = None) -> Page:
    """Reads a page. To be called in the worker only: the parsers below may take their time or crash."""
    from trafilatura import load_html

    # trafilatura takes what does not say so at once for no HTML at all.
    whole = html if "html" in html[:50].lower() else f"<html><body>{html}</body></html>"
    tree = load_html(whole)
    if tree is None:
        _explain(html)
        return Page()
    node = linked(tree)
    metas = _metas(tree)
    dates = tuple(_dates(tree, node, metas, url))[:MAX_CANDIDATES]
    titles = _texts(node.headline, metas, ("og:title", "twitter:title"), tree, ".//title")
    heading = _only_heading(tree)
    body, note = _body(tree, node.body)
    return Page(
        paragraphs=body,
        heading=heading,
        titles=titles,
        sites=tuple(name for name in (metas.get("og:site_name"), node.publisher) if name),
        urls=_urls(tree, node, metas),
        bylines=_bylines(tree, node, metas),
        language=(tree.get("lang") or node.language or metas.get("og:locale") or "")[:20] or None,
        dateline=node.dateline,
        dates=dates,
        guess=None if any(_readable(date) for date in dates) else _guess(tree, url),
        note=note,
    )


def _explain(html: str) -> None:
    """
    Tells a page of nothing from one that libxml2 gave up on.

    Raises:
        MemoryError: It had not enough of it, which it says nowhere but in its log.
    """
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8")  # type: ignore[no-untyped-call]
    with contextlib.suppress(LxmlError, ValueError):
        document_fromstring(html.encode(), parser=parser)  # type: ignore[no-untyped-call]
    if any(entry.type_name == "ERR_NO_MEMORY" for entry in parser.error_log):
        raise MemoryError


def _body(tree: Any, told: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
    """
    The paragraphs, and a note where they could not be had in the ordinary way.

    Where the page tells its text in JSON-LD as well, and that is much longer and has what was found,
    most of the article was missed, and what it tells is taken.
    """
    found = _extracted(tree, precise=True)
    if told and _length(told) > MISSED * _length(found) and _shares(found, told):
        return told, "the running text is the page's JSON-LD articleBody"
    if _length(found) > SHORT:
        return found, None
    loose = _extracted(tree, precise=False)
    if _length(loose) > MUCH_LONGER * _length(found):
        return loose, "precise extraction found too little; menus may be left in"
    return found, None


def _extracted(tree: Any, *, precise: bool) -> tuple[str, ...]:
    from trafilatura import bare_extraction

    found = bare_extraction(tree, favor_precision=precise, include_comments=False, include_tables=False)
    body = getattr(found, "body", None)
    return tuple(_paragraphs(body)) if body is not None else ()


def _length(paragraphs: tuple[str, ...]) -> int:
    return sum(map(len, paragraphs))


def _shares(found: tuple[str, ...], told: tuple[str, ...]) -> bool:
    """Is the longest paragraph found among those told, by its first words? A heading alone is none."""
    longest = max(found, key=len, default="")[:RECOGNISED]
    return _length(found) < RECOGNISED or longest in " ".join(told)


def _paragraphs(body: Any) -> Iterator[str]:
    for element in body.iter(*BLOCKS):
        if any(child.tag in BLOCKS for child in element.iterdescendants()):
            continue
        words = ENDED_LINE.sub("\n\n", "".join(_pieces(element)))
        for piece in MANY_LINES.split(words):
            tidy = "\n".join(BLANKS.sub(" ", line).strip() for line in piece.strip().split("\n"))
            if tidy:
                yield tidy


def _pieces(element: Any) -> Iterator[str]:
    """An element's text, with a line break where the page has one."""
    yield (element.text or "").replace("\n", " ")
    for child in element:
        yield "\n" if child.tag == "lb" else "".join(_pieces(child))
        yield (child.tail or "").replace("\n", " ")


def _metas(tree: Any) -> dict[str, str]:
    """The first content of every `<meta>`, by its name in lower case."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), content.strip()[:MAX_FIELD])
    return found


def _dates(tree: Any, node: Linked, metas: dict[str, str], url: str | None) -> Iterator[Candidate]:
    for where, name in table("date_fields"):
        if where == "linked":
            words = node.dates.get(name)
        elif where == "meta":
            words = metas.get(name)
        else:
            words = _time(tree, name)
        if words and words.strip():
            yield Candidate(f"JSON-LD {name}" if where == "linked" else f"{where} {name}", words.strip()[:64])
    for address in (url, *_urls(tree, node, metas)):
        day = URL_DAY.search(address or "")
        if day:
            yield Candidate("the day in the URL", "-".join(day.groups()))
            break
    words = _time(tree, "page")
    if words and tree.find(".//article//time") is None:
        yield Candidate("time page", words.strip()[:64])
    for words in stamps(tree):
        yield Candidate(STAMP, words)


def _readable(date: Candidate) -> bool:
    return written(date.words) is not None or spelled(date.words) is not None


def _time(tree: Any, mark: str) -> str | None:
    """The `datetime` of the first `<time>` that is marked as the publication, or stands in the article."""
    where = {
        "itemprop": './/time[@itemprop="datePublished"]',
        "pubdate": ".//time[@pubdate]",
        "page": ".//time[@datetime]",
    }
    for element in tree.iterfind(where.get(mark, ".//article//time[@datetime]")):
        words = element.get("datetime") or (element.text or "")
        return str(words)
    return None


def _texts(
    first: str | None, metas: dict[str, str], names: tuple[str, ...], tree: Any, path: str
) -> tuple[str, ...]:
    """What the fields say, best first, each once."""
    found = [first, *(metas.get(name) for name in names)]
    element = tree.find(path)
    if element is not None:
        found.append(element.text_content())
    tidy = (" ".join(words.split())[:MAX_FIELD] for words in found if words)
    return tuple(dict.fromkeys(words for words in tidy if words))


def _only_heading(tree: Any) -> str | None:
    """The `<h1>`, where there is just one; several are sections, or a logo among them."""
    headings = [words for element in tree.iter("h1") if (words := _heading(element))]
    return headings[0][:MAX_FIELD] if len(headings) == 1 else None


def _heading(element: Any) -> str:
    pieces = "\x1f".join(piece for piece in element.itertext())
    apart = RUN_IN.sub(lambda found: f"{found[0][0]} ", pieces)
    return " ".join(apart.replace("\x1f", "").split())


def _urls(tree: Any, node: Linked, metas: dict[str, str]) -> tuple[str, ...]:
    links = [element.get("href") for element in tree.iterfind('.//link[@rel="canonical"]')]
    found = (*links[:1], metas.get("og:url"), node.url)
    return tuple(dict.fromkeys(words.strip() for words in found if words and words.strip()))


def _bylines(tree: Any, node: Linked, metas: dict[str, str]) -> tuple[str, ...]:
    tagged = [element.text_content() for element in tree.iterfind('.//*[@rel="author"]')]
    named = (metas.get(name) for name in ("author", "byl", "parsely-author", "dc.creator", "article:author"))
    tidy = (" ".join(words.split()) for words in (*node.authors[:1], *named, *tagged[:1]) if words)
    return tuple(dict.fromkeys(words for words in tidy if 1 < len(words) <= 200 and "://" not in words))


def _guess(tree: Any, url: str | None) -> str | None:
    from htmldate import find_date

    day = find_date(tree, original_date=True, url=url, deferred_url_extractor=True)
    return str(day) if day else None
