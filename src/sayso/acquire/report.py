"""A Report from its parts: text and title joined, the moment read, the language told, oddities noted."""

from __future__ import annotations

import re
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from sayso.acquire.clocks import Clock, clock_of
from sayso.acquire.identity import identity
from sayso.acquire.language import language
from sayso.acquire.moment import Moment, filled, given
from sayso.acquire.notices import Notice, closed_at, end_of_posting, notices
from sayso.acquire.oddities import oddities, storable
from sayso.acquire.outlets import outlet as outlet_named
from sayso.acquire.outlets import outlet_at
from sayso.acquire.publication import bounded, of_written, told
from sayso.errors import InputError
from sayso.moments import Publication
from sayso.records import Report, Skipped

MAX_CHARS = 5_000_000
LONGEST_TITLE = 200
FIRST_LINE = re.compile(r"[^\r\n]{1,200}(?=(?:\r\n|\n|\r)[ \t]{0,200}(?:\r\n|\n|\r))")
# A report without a headline: its first paragraph is long or opens with a dateline, and ends as sentences do.
PARAGRAPH = re.compile(
    r"(?:.{100,}|[A-Z][A-Z.’'/-]+\b.{0,60}?[ )](?:--|[-–—])[ ].+)(?<![A-Z])[.][\"'”’)]{0,2}", re.DOTALL
)


class Parts(Struct, frozen=True, kw_only=True):
    """
    What is known of a report before it is one.

    `published` is None where nothing is known, words still to be read, or a moment with the field
    that gave it in `published_from` and all that is known of it in `publication`; `zone` is the outlet's,
    where the input names it.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | datetime | Moment | None = None
    published_from: str | None = None
    url: str | None = None
    byline: str | None = None
    dateline: str | None = None
    language: str | None = None
    key: str | None = None
    zone: str | None = None
    notes: tuple[Skipped, ...] = ()
    publication: Publication | None = None


def from_text(
    text: str,
    *,
    outlet: str | None = None,
    published: str | datetime | None = None,
    title: str | None = None,
    url: str | None = None,
    byline: str | None = None,
    key: str | None = None,
) -> Report:
    """
    A report from a text at hand.

    Args:
        text: What was published, kept character for character.
        outlet: Who published it; its zone is used for a `published` without one.
        published: ISO-8601, or a datetime.
        title: Where it is not part of the text; text becomes title, blank line, text.
        url: Where it was published.
        byline: Who wrote it.
        key: The caller's own name for it.

    Raises:
        InputError: S100 the date cannot be read, S101 the text is empty, S102 it is too long.
    """
    parts = Parts(text=text, title=title, outlet=outlet, published=published, published_from="published",
                  url=url, byline=byline, key=key)  # fmt: skip
    return assembled(parts)


def assembled(parts: Parts) -> Report:
    """
    The report the parts make.

    Raises:
        InputError: As `from_text`.
    """
    headline, title_notes = storable(parts.title or "")
    title = " ".join(headline.split()) or None
    body, notes = storable(parts.text)
    text = titled(title, body)
    check_length(text)
    spoken, language_notes = language(text, parts.language)
    url = _one_line(parts.url)
    outlet = _one_line(parts.outlet)
    known = outlet_named(outlet) or outlet_at(url)
    notice = notices(text, known.name if known else outlet, parts.zone or (known.zone if known else None))
    clock = clock_of(known, parts.zone or notice.zone)
    when, publication, when_notes = _when(parts, clock, notice)
    return Report(
        id=identity(outlet, when.value, url, text),
        text=text,
        key=_one_line(parts.key),
        outlet=outlet,
        title=title or first_line(text),
        byline=_one_line(parts.byline),
        dateline=_one_line(parts.dateline),
        published=when.value,
        published_from=f"{parts.published_from}{when.told}" if when.value else None,
        publication=publication,
        closings=notice.closings,
        language=spoken,
        url=url,
        notes=(*parts.notes, *title_notes, *notes, *when_notes, *language_notes, *oddities(text)),
    )


def check_length(text: str) -> None:
    """
    Lets texts of 1 to 5,000,000 characters pass.

    Raises:
        InputError: S101 only blanks, S102 too long.
    """
    if not text.strip():
        raise InputError("S101", "the input is empty", saw=f"{len(text)} blanks", do="give a text")
    if len(text) > MAX_CHARS:
        saw = f"{len(text):,} characters"
        raise InputError("S102", f"the text is longer than {MAX_CHARS:,} characters", saw=saw, do="split it")


def titled(title: str | None, body: str) -> str:
    """Title, blank line, body; the body alone where it begins with the title already."""
    if not title:
        return body
    if not body.strip():
        return title
    first = body.lstrip()[: 2 * len(title) + LONGEST_TITLE].split("\n", 1)[0]
    same = _plain(first) == _plain(title)
    return body if same else f"{title}\n\n{body}"


def first_line(text: str) -> str | None:
    """The first line, where a blank line follows, it is short enough for a title and tells like one."""
    found = FIRST_LINE.match(text)
    line = found[0].strip() if found and len(found[0]) < LONGEST_TITLE else ""
    return None if PARAGRAPH.fullmatch(line) else line or None


def zone_of(outlet: str | None, url: str | None = None) -> str | None:
    """The IANA zone of the outlet of that name, or of the one at the URL."""
    known = outlet_named(outlet) or outlet_at(url)
    return known.zone if known else None


def _when(
    parts: Parts, clock: Clock, notice: Notice
) -> tuple[Moment, Publication | None, tuple[Skipped, ...]]:
    """The moment, all that is known of it, and notes; a notice of when posting ends bounds it."""
    if parts.published is None or parts.published == "":
        return Moment(), None, (Skipped("published", "no publication date is given"),)
    if isinstance(parts.published, Moment):
        found, known = parts.published, parts.publication
    else:
        words = given(parts.published)
        found = filled(words, clock.zone)
        field = of_written(parts.published_from or "published", str(parts.published), words, clock.zone)
        best = told([field], clock)
        known = best.publication if best else None
        found = best.moment if best else found
    if known is None:
        return found, None, found.notes
    known, notes = _bounded(known, notice)
    if known.instant != found.value:
        found = replace(found, value=known.instant)
    return found, known, (*found.notes, *notes)


def _bounded(known: Publication, notice: Notice) -> tuple[Publication, tuple[Skipped, ...]]:
    """The publication, before the closing that a notice names; a stamp that lies after it is told."""
    notes: list[Skipped] = []
    for rule in notice.bounds:
        begun = end_of_posting(rule, known)
        if begun is not None:
            why = f"{rule.source}: before {begun.isoformat(timespec='seconds')}"
            known = bounded(known, begun, why)
        elif closed_at(rule, known.earliest):
            why = f"the page is stamped after its newsroom closed ({rule.source})"
            notes.append(Skipped("published", why))
    return known, tuple(notes)


def _one_line(value: str | None) -> str | None:
    """A field shown in one line; blanks at its ends and line breaks carry nothing there."""
    return (" ".join(storable(value)[0].split()) or None) if value else None


def _plain(line: str) -> str:
    return " ".join(line.split()).casefold()
