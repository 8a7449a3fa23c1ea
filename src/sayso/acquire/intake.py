"""Bytes in, reports out: what kind of input it is, and which reader it goes to."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator
from typing import BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from sayso.acquire.article import parts_of
from sayso.acquire.encoding import Decoded, decoded
from sayso.acquire.refusal import refused
from sayso.acquire.report import Parts, assembled, zone_of
from sayso.acquire.rows import MAX_LINE, Given, bounded, from_lines, from_object, is_object, parses
from sayso.acquire.sandbox import Sandbox
from sayso.acquire.sniffing import Kind, kind_of
from sayso.errors import InputError
from sayso.records import Acquired, Refused, Report

MAX_BYTES = MAX_LINE
MARK = b"\xef\xbb\xbf"
LOOKED_AT = 5


class Origin(Struct, frozen=True):
    """
    Where bytes come from.

    `name` is a path, a URL or "-"; `key` the report's where its content has none; `url` where it was
    fetched, with the `charset` its server declared; `hint` what suffix or media type say it is.
    """

    name: str
    key: str | None = None
    url: str | None = None
    charset: str | None = None
    hint: Kind | None = None


class Intake:
    """Reads one input after another, with the caller's `given` and one sandbox for all their markup."""

    def __init__(self, given: Given, sandbox: Sandbox) -> None:
        self.given = given
        self.sandbox = sandbox

    def stream(self, stream: BinaryIO, origin: Origin) -> Iterator[Acquired | Refused]:
        """The reports of a stream: JSON Lines one at a time as they come, all else as a whole."""
        seen: list[bytes] = []
        lines = bounded(stream)
        if origin.hint == "lines":
            yield from from_lines(lines, origin.name, self.given)
            return
        if origin.hint in (None, "json") and self._starts_lines(lines, seen):
            yield from from_lines(itertools.chain(seen, lines), origin.name, self.given)
            return
        raw = b"".join(seen)
        raw += stream.read(max(MAX_BYTES + 1 - len(raw), 0))
        yield from self.whole(raw, origin)

    def whole(self, raw: bytes, origin: Origin) -> Iterator[Acquired | Refused]:
        """The reports of bytes at hand."""
        if len(raw) > MAX_BYTES:
            saw = f"more than {MAX_BYTES:,} bytes"
            error = InputError("S102", "the input is too long", saw=saw, do="split it, or give JSON Lines")
            yield refused(error, origin.name)
            return
        try:
            found = decoded(raw, charset=origin.charset, markup=origin.hint != "text")
            kind = kind_of(found.text, origin.hint)
            # Text may begin with a bracket too: "[Reuters] ..." is JSON by its look only.
            if kind in ("json", "lines") and (origin.hint or parses(raw) or _has_object_line(raw)):
                yield from self._json(raw, origin)
                return
            yield self._one(raw, found, kind, origin)
        except InputError as error:
            yield refused(error, origin.name, raw)

    def _starts_lines(self, lines: Iterator[bytes], seen: list[bytes]) -> bool:
        """Are the first two lines with something on them JSON objects, each by itself?"""
        objects = 0
        for line in lines:
            seen.append(line)
            if not line.strip():
                continue
            if not _bare(line).startswith(b"{") or not is_object(line):
                return False
            objects += 1
            if objects == 2:
                return True
        return False

    def _json(self, raw: bytes, origin: Origin) -> Iterator[Acquired | Refused]:
        if origin.hint == "lines" or (not parses(raw) and _has_object_line(raw)):
            yield from from_lines(io.BytesIO(raw), origin.name, self.given)
        else:
            yield from from_object(raw, origin.name, self.given)

    def _one(self, raw: bytes, found: Decoded, kind: Kind, origin: Origin) -> Acquired:
        if kind == "xml":
            saw = repr(found.text.lstrip()[:60])
            do = "give the page as HTML, or its text"
            raise InputError("S106", "this kind of XML is not read", saw=f"{origin.name}: {saw}", do=do)
        if kind == "html":
            media_type = f"text/html; charset={origin.charset}" if origin.charset else "text/html"
            return Acquired(self._page(found, origin), raw, media_type, origin.name)
        parts = Parts(text=found.text, url=origin.url, key=origin.key, notes=found.notes)
        return Acquired(assembled(self._told(parts)), raw, "text/plain", origin.name)

    def _page(self, found: Decoded, origin: Origin) -> Report:
        html = found.text.replace("\0", "\ufffd")
        page = self.sandbox.read(html, origin.url)
        parts = parts_of(page, url=origin.url, name=origin.key, zone=zone_of(self.given.outlet))
        return assembled(self._told(replace(parts, notes=(*found.notes, *parts.notes))))

    def _told(self, parts: Parts) -> Parts:
        """What the caller says of a single document goes before what the document says."""
        if self.given.outlet:
            parts = replace(parts, outlet=self.given.outlet)
        if self.given.published:
            parts = replace(parts, published=self.given.published, published_from="--published")
        return parts


def _has_object_line(raw: bytes) -> bool:
    lines = raw.split(b"\n", LOOKED_AT)[:LOOKED_AT]
    return any(_bare(line).startswith(b"{") and is_object(line) for line in lines)


def _bare(line: bytes) -> bytes:
    return line.removeprefix(MARK).lstrip()
