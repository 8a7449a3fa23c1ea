"""Paragraphs and sentences by rule, as character spans.

A paragraph ends at a line break, except where a block of lines was wrapped by a mail program or
the like. A sentence ends at ``. ! ?`` or an ellipsis with whatever closes after it, if what
follows can start one; the table in ``abbreviations`` says which full stops do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.annotate.abbreviations import ALWAYS, LATE, MONTHS, STARTERS

Span = tuple[int, int]

_BLOCK = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_LINE = re.compile(r"[^\r\n\v\f\u2028\u2029]*[^\s]")
_BREAK = re.compile(r"\r\n?|\v|\f|\u2028|\u2029")
_END = re.compile(r"""(?P<mark>[.!?…]{1,20})(?P<close>['"’”»)\]]{0,4})(?P<gap>\s{1,50})(?=\S)""")
_BEFORE = re.compile(r"[^\s(\[“\"‘—–-]+$")
_OPENERS = "“\"‘'([«@#$£€*•-–—"
_REPORTED = re.compile(
    r"(?:(?:[A-Z][\w.’'-]{0,30}|of|the|a|for|and|de|bin|al)\s){1,6}"
    r"(?:said|says|asked|asks|wrote|writes|added|told|replied|shouted|tweeted|cried|wondered)\b"
)


def paragraphs(text: str) -> list[Span]:
    """Return the spans of the paragraphs of ``text``, white space at their ends left out."""
    plain = _BREAK.sub(lambda m: "\n" * len(m.group()), text) if _BREAK.search(text) else text
    found: list[Span] = []
    for block in _BLOCK.finditer(plain):
        found.extend(_lines(plain, *block.span()))
    return found


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield a wrapped block as one paragraph, any other block line by line."""
    lines = [m.span() for m in re.finditer(r"\S[^\n]*", text[start:end])]
    if _wrapped([text[start + s : start + e] for s, e in lines]):
        lines = [(lines[0][0], lines[-1][1])]
    for s, e in lines:
        yield start + s, start + s + len(text[start + s : start + e].rstrip())


def _wrapped(lines: list[str]) -> bool:
    """Tell whether lines were broken by width: all but the last long, most ending mid-sentence."""
    inner = lines[:-1]
    if not inner or not all(50 <= len(line.rstrip()) <= 100 for line in inner):
        return False
    open_ends = sum(line.rstrip()[-1] not in '.!?:”"' for line in inner)
    return 2 * open_ends > len(inner) or (len(inner) == 1 and open_ends == 1)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the sentence spans within one paragraph ``text[start:end]``; they tile its words."""
    stop = len(text) if end is None else end
    found: list[Span] = []
    begin = start
    for match in _END.finditer(text, start, stop):
        if _ends_sentence(text, begin, match):
            found.append((begin, match.end("close")))
            begin = match.end()
    if begin < stop:
        found.append((begin, stop))
    return found


def _ends_sentence(text: str, begin: int, match: re.Match[str]) -> bool:
    """Decide one candidate end: what stands before the mark, and what follows the gap."""
    mark, close, at = match["mark"], match["close"], match.end()
    following = text[at : at + 200]
    if not _can_start(following):
        return False
    if close and mark[-1] in "!?" and _REPORTED.match(following):
        return False
    if mark != "." or close:
        return True
    return not _abbreviated(text[max(begin, match.start() - 30) : match.start()], following)


def _can_start(following: str) -> bool:
    first = following[0]
    return first.isupper() or first.isdigit() or first in _OPENERS or not first.isascii()


def _abbreviated(before: str, following: str) -> bool:
    """Tell whether the full stop after ``before`` belongs to an abbreviation inside a sentence."""
    match = _BEFORE.search(before)
    word = match.group() if match else ""
    if word in ALWAYS:
        return not (word in {"No", "v"} and not following[0].isdigit() and word == "No")
    if word in MONTHS:
        return following[0].isdigit()
    if len(word) == 1 and word.isalpha() and word.isupper():
        return word != "I"
    if word in LATE or re.fullmatch(r"(?:\w\.)+\w", word):
        opener = re.match(r"[A-Za-z]+", following)
        return opener is not None and opener.group() not in STARTERS
    return False
