"""
From bytes to characters, after the order of the WHATWG Encoding Standard: byte order mark, what was
declared, UTF-8, Windows-1252. Whatever was not plain UTF-8 leaves a note.
"""

from __future__ import annotations

import codecs
import re

from msgspec import Struct

from sayso.acquire.tables import table
from sayso.errors import InputError
from sayso.records import Skipped

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
DECLARED = re.compile(rb"(?:charset|encoding)\s?=\s?[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
HEAD = 2048
SAMPLE = 4096
REPLACEMENT = "\ufffd"


class Decoded(Struct, frozen=True):
    """The characters, the codec that gave them, and what had to be done to get them."""

    text: str
    codec: str
    notes: tuple[Skipped, ...] = ()


def decoded(raw: bytes, *, charset: str | None = None, markup: bool = False) -> Decoded:
    """
    The characters of a text file or page.

    Args:
        raw: The bytes.
        charset: The one a server declared; it goes before what the page declares.
        markup: Look for a declaration inside the first bytes, as HTML and XML have it.

    Raises:
        InputError: S101 nothing there, S103 no text.
    """
    if not raw.strip():
        raise InputError("S101", "the input is empty", saw=f"{len(raw)} bytes", do="give a file with text")
    for mark, codec in MARKS:
        if raw.startswith(mark):
            return _replacing(raw[len(mark) :], codec)
    wide = _without_mark(raw)
    if wide:
        return _noted(_replacing(raw, wide), f"no byte order mark; read as {wide}")
    refuse_binary(raw)
    return _narrow(raw, _codec(charset) or (_codec(_declared(raw)) if markup else None))


def refuse_binary(raw: bytes) -> None:
    """
    Lets text pass.

    Raises:
        InputError: S103, the bytes are those of a picture, an archive, a program or the like.
    """
    what = next((what for start, what in table("magic") if raw.startswith(bytes.fromhex(start))), None)
    if what is None and b"\0" in raw:
        what = f"a NUL byte at offset {raw.index(0)}"
    if what:
        raise InputError("S103", "the input is not text", saw=what, do="give text, HTML or JSON Lines")


def _narrow(raw: bytes, codec: str | None) -> Decoded:
    utf8 = _strict(raw, "utf-8")
    if utf8 is not None:
        # Text that is valid UTF-8 beyond ASCII is hardly ever anything else, whatever was declared.
        wrong = codec not in (None, "utf-8") and not utf8.isascii()
        kept = Decoded(utf8, "utf-8")
        return _noted(kept, f"declared as {codec}, yet valid UTF-8; read as UTF-8") if wrong else kept
    if codec and codec != "utf-8":
        return _replacing(raw, codec)
    loose = raw.decode("utf-8", "replace")
    if _mostly_utf8(loose):
        return _replacing(raw, "utf-8")
    return _noted(_replacing(raw, "cp1252"), "not UTF-8; read as Windows-1252")


def _strict(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError:
        return None


def _replacing(raw: bytes, codec: str) -> Decoded:
    text = raw.decode(codec, "replace")
    lost = text.count(REPLACEMENT) - raw.count(REPLACEMENT.encode()) if codec == "utf-8" else 0
    if codec != "utf-8" and _strict(raw, codec) is None:
        lost = text.count(REPLACEMENT)
    kept = Decoded(text, codec)
    return _noted(kept, f"{lost} invalid in {codec}, each shown as U+FFFD") if lost > 0 else kept


def _noted(found: Decoded, why: str) -> Decoded:
    return Decoded(found.text, found.codec, (*found.notes, Skipped("encoding", why)))


def _mostly_utf8(loose: str) -> bool:
    broken = loose.count(REPLACEMENT)
    return sum(character > "\x7f" for character in loose) - broken >= broken


def _declared(raw: bytes) -> str | None:
    found = DECLARED.search(raw[:HEAD])
    return found[1].decode("ascii") if found else None


def _codec(label: str | None) -> str | None:
    wanted = (label or "").strip("\"' ").lower()
    codec = next((codec for name, codec in table("charsets") if name == wanted), None)
    # A page whose ASCII declaration could be read is not in a two-byte charset, whatever it declares.
    return None if codec in ("utf-16-le", "utf-16-be") else codec


def _without_mark(raw: bytes) -> str | None:
    """UTF-16 of a mostly Latin text has a NUL in every other byte."""
    sample = raw[: SAMPLE - SAMPLE % 2]
    even, odd = sample[::2], sample[1::2]
    if len(odd) < 2:
        return None
    if odd.count(0) > 0.4 * len(odd) and even.count(0) < 0.01 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.4 * len(even) and odd.count(0) < 0.01 * len(odd):
        return "utf-16-be"
    return None
