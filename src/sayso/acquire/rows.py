"""
Reports from JSON: one object a line (JSON Lines), one object, or an array of them.

The fields read are outlet, published, title, text, url, byline, dateline, language, id and timezone
(also as outlet_timezone). An object that holds its report under `report`, as a reading does, is read
from there, with its own `id`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec
from msgspec import Struct

from sayso.acquire.encoding import decoded, refuse_binary
from sayso.acquire.moment import known_zone
from sayso.acquire.refusal import LONGEST_KEPT, refused
from sayso.acquire.report import Parts, assembled
from sayso.errors import InputError
from sayso.records import Acquired, Refused, Report, Skipped

MEDIA_TYPE = "application/json"
MAX_LINE = LONGEST_KEPT
FIELDS = ("outlet", "published", "title", "text", "url", "byline", "dateline", "language")
SHAPE = '{"outlet": "...", "published": "2020-11-20T20:05:00+02:00", "title": "...", "text": "..."}'


class Given(Struct, frozen=True):
    """What the caller says of the input; for rows it fills in what they do not say themselves."""

    outlet: str | None = None
    published: str | None = None


def from_lines(lines: Iterable[bytes], origin: str, given: Given) -> Iterator[Acquired | Refused]:
    """Each line's report; a broken line is refused by its number and the others go on."""
    for number, line in enumerate(lines, 1):
        if line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield _from_line(line, number, origin, given)


def from_object(raw: bytes, origin: str, given: Given) -> Iterator[Acquired | Refused]:
    """The report of one JSON object, or those of an array or of an object's `reports`."""
    try:
        items = _items(raw)
    except InputError as error:
        yield refused(error, origin, raw)
        return
    if items is None:
        yield _from_line(raw, None, origin, given, beats=True)
        return
    for number, item in enumerate(items, 1):
        yield _from_line(bytes(item), number, origin, given)
    if not items:
        yield refused(InputError("S105", "the JSON array is empty", do=f"give [{SHAPE}]"), origin, raw)


def is_object(line: bytes) -> bool:
    """Is the line a JSON object by itself?"""
    return parses(line, (dict,))


def parses(raw: bytes, kinds: tuple[type, ...] = (dict, list)) -> bool:
    """Are the bytes a JSON object or array?"""
    try:
        return isinstance(_parsed(raw), kinds)
    except InputError:
        return False


def bounded(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream; of one longer than MAX_LINE only so much that it is seen to be too long."""
    while line := stream.readline(MAX_LINE + 1):
        yield line
        while len(line) > MAX_LINE and not line.endswith(b"\n"):
            line = stream.readline(MAX_LINE + 1)


def _from_line(
    line: bytes, number: int | None, origin: str, given: Given, *, beats: bool = False
) -> Acquired | Refused:
    line = line.rstrip(b"\r\n") if number else line
    try:
        report = _report(line, given, beats=beats)
    except InputError as error:
        return refused(error, origin, line, number)
    return Acquired(report, line, MEDIA_TYPE, origin, number)


def _report(line: bytes, given: Given, *, beats: bool) -> Report:
    row, notes = _row(_parsed(line))
    cells: dict[str, Any] = {name: _cell(row, name, notes) for name in FIELDS}
    if given.outlet and (beats or not cells["outlet"]):
        cells["outlet"] = given.outlet
    field = "published"
    if given.published and (beats or not cells["published"]):
        cells["published"], field = given.published, "--published"
    text = cells.pop("text")
    if not text and not cells["title"]:
        saw = f"fields {', '.join(sorted(map(repr, row)))[:200]}" if row else "an empty object"
        raise InputError("S105", "the JSON object has no text", saw=saw, do=f"give {SHAPE}")
    if not text:
        notes.append(Skipped("text", "there is a title only"))
    parts = Parts(
        text=text or "", key=_key(row, cells["url"]), zone=_zone(row), published_from=field, **cells
    )
    return _dated(parts, notes, beats or field != "published")


def _dated(parts: Parts, notes: list[Skipped], strict: bool) -> Report:
    """A date the row holds but nobody can read costs the date, not the report."""
    noted = msgspec.structs.replace(parts, notes=tuple(notes))
    try:
        return assembled(noted)
    except InputError as error:
        if error.code != "S100" or strict:
            raise
        why = f"the date cannot be read: {error.saw}"
        undated = msgspec.structs.replace(noted, published=None, notes=(*notes, Skipped("published", why)))
        return assembled(undated)


def _row(value: Any) -> tuple[dict[str, Any], list[Skipped]]:
    if not isinstance(value, dict):
        raise InputError("S105", "not a JSON object", saw=type(value).__name__, do=f"give {SHAPE}")
    inner = value.get("report")
    if isinstance(inner, dict) and "text" not in value:
        return {**inner, "id": value.get("id") or inner.get("key") or inner.get("id")}, []
    return value, []


def _cell(row: dict[str, Any], name: str, notes: list[Skipped]) -> str | None:
    value = row.get(name)
    if value is None or isinstance(value, str):
        return value or None
    if isinstance(value, int) and not isinstance(value, bool) and name == "published":
        return str(value)
    if name == "text":
        raise InputError("S105", "the text is not a string", saw=type(value).__name__, do=f"give {SHAPE}")
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    notes.append(Skipped(name, f"a string was expected, a {type(value).__name__} was found"))
    return None


def _key(row: dict[str, Any], url: str | None) -> str | None:
    key = row.get("id")
    return str(key) if isinstance(key, str | int) and str(key) else url


def _zone(row: dict[str, Any]) -> str | None:
    return known_zone(row.get("timezone") or row.get("outlet_timezone"))


def _parsed(raw: bytes) -> Any:
    """
    The value of a JSON text; the quick strict reader first, then the one that takes lone surrogates.

    Raises:
        InputError: S101, S102, S103 or S104.
    """
    if len(raw) > MAX_LINE:
        raise InputError("S102", "the JSON is too long", saw=f"more than {MAX_LINE:,} bytes", do="split it")
    try:
        return msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        pass
    refuse_binary(raw)
    try:
        return json.loads(decoded(raw).text)
    except (ValueError, RecursionError) as error:
        why = str(error) or type(error).__name__
        raise InputError("S104", "not valid JSON", saw=why, do="mend or remove it") from error


def _items(raw: bytes) -> list[msgspec.Raw] | None:
    """The elements of an array, or of `reports`, each as its own bytes; None for a single object."""
    value = _parsed(raw)
    if isinstance(value, dict) and isinstance(value.get("reports"), list) and "text" not in value:
        value = value["reports"]
    if not isinstance(value, list):
        return None
    try:
        return msgspec.json.decode(raw, type=list[msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError, msgspec.ValidationError):
        return [msgspec.Raw(json.dumps(item).encode()) for item in value]
