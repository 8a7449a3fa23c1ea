"""What a terminal may be sent: visible characters only, measured in columns, coloured only when welcome."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Mapping
from typing import IO, Any

from msgspec import Struct

NARROWEST, WIDEST, USUAL = 60, 110, 88

# Joiners that Persian, Arabic and Indic words need, the soft hyphen, and number signs that are seen.
KEPT_FORMATS = frozenset("‌‍­؀؁؂؃؄؅۝܏࣢")
CONTROL_PICTURES = 0x2400
CODES = {"bold": "1", "dim": "2", "italic": "3", "underline": "4", "red": "31", "yellow": "33", "blue": "34"}


def visible(text: str, *, keep_lines: bool = False) -> str:
    """
    The text with everything a terminal would obey made visible instead.

    Control characters become their control pictures (ESC is shown as a small "ESC" sign), bidirectional
    overrides and other hidden characters their code point in angle quotes, tabs and line breaks a space
    (line breaks stay with `keep_lines`), lone surrogates the replacement character.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character, keep_lines) for character in text)


def _shown(character: str, keep_lines: bool) -> str:
    if character.isprintable() or character in KEPT_FORMATS:
        return character
    if character in "\t\n\r\x0b\x0c\x85\u2028\u2029":
        return "\n" if keep_lines and character == "\n" else " "
    return _marked(character)


def _marked(character: str) -> str:
    kind, point = unicodedata.category(character), ord(character)
    if kind == "Zs":
        return " " if point in (0xA0, 0x202F) else character
    if kind == "Cs":
        return "\ufffd"
    if point < 0x20:
        return chr(CONTROL_PICTURES + point)
    if point == 0x7F:
        return "␡"
    return f"‹U+{point:04X}›"


def columns(text: str) -> int:
    """How many terminal columns the text takes: two for wide East Asian characters, none for marks."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def shortened(text: str, width: int, *, keep_end: bool = False) -> str:
    """
    The text on one line in at most `width` columns, with an ellipsis where it is cut.

    It is cut at a word near the end; with `keep_end` at its beginning.
    """
    line = " ".join(visible(text).split())
    if columns(line) <= width:
        return line
    if keep_end:
        return "…" + _cut(line[::-1], max(width - 1, 1))[::-1].lstrip(" ")
    return _cut(line, max(width - 1, 1)).rstrip(" ,;:-–—") + "…"


def _cut(line: str, width: int) -> str:
    taken = 0
    for place, character in enumerate(line):
        taken += _columns(character)
        if taken > width:
            head = line[:place]
            blank = head.rfind(" ")
            return head[:blank] if blank > len(head) * 2 // 3 else head
    return line


def padded(text: str, width: int, *, right: bool = False) -> str:
    """The text with blanks up to `width` columns, before it with `right`."""
    blanks = " " * max(width - columns(text), 0)
    return blanks + text if right else text + blanks


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """Lines of at most `width` columns, broken at blanks, each after `indent`; words too long are cut."""
    room = max(width - columns(indent), 10)
    lines: list[str] = []
    line = ""
    for word in _pieces(" ".join(visible(text).split()).split(" "), room):
        if line and columns(line) + 1 + columns(word) > room:
            lines.append(indent + line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, indent + line] if line else lines


def hanging(head: str, width: int, text: str) -> list[str]:
    """Lines of `text` beginning after `head`, further ones indented to the same column."""
    lines = wrapped(text, width, " " * columns(head))
    return [head + lines[0][columns(head) :], *lines[1:]] if lines else [head.rstrip()]


def _pieces(words: list[str], room: int) -> list[str]:
    out: list[str] = []
    for word in words:
        while columns(word) > room:
            head = _cut(word, room) or word[:1]
            out.append(head)
            word = word[len(head) :]
        out.append(word)
    return out


class Style(Struct, frozen=True):
    """How to write on a terminal: with colour or without, and how wide."""

    colour: bool = False
    width: int = USUAL

    def on(self, text: str, *looks: str) -> str:
        """The text in the given looks (`bold`, `dim`, `red`, ...); the text alone without colour."""
        if not self.colour or not text or not looks:
            return text
        return f"\x1b[{';'.join(CODES[look] for look in looks)}m{text}\x1b[0m"


PLAIN = Style()


def style_for(stream: IO[Any], environment: Mapping[str, str]) -> Style:
    """Colour only on a terminal that is not dumb and with NO_COLOR unset; the width of that terminal."""
    try:
        tty = stream.isatty()
    except ValueError:
        tty = False
    if not tty:
        return Style(colour=False, width=_width(environment, USUAL))
    colour = not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
    return Style(colour=colour, width=_width(environment, shutil.get_terminal_size((USUAL, 24)).columns))


def _width(environment: Mapping[str, str], otherwise: int) -> int:
    asked = environment.get("COLUMNS", "")
    width = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else otherwise
    return min(max(width, NARROWEST), WIDEST)
