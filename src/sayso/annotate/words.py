"""Words with character offsets, cut as the UD English treebanks cut them.

Clitics stand alone ("do" + "n't", "Iran" + "'s"), hyphenated compounds are split unless they
start with a bound prefix ("non-commercial"), abbreviations keep their full stop. Every repetition
in the pattern is bounded, so the time is linear in the text whatever the text is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.annotate.abbreviations import ALWAYS, LATE, MONTHS

Span = tuple[int, int]

# Never part of a word and never a word: white space, controls, marks of direction and width.
BLANK = r"\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff"

_PREFIXES = (
    "anti|co|counter|e|ex|extra|inter|intra|mega|micro|mid|mini|multi|neo|non|off|over|pan|para|"
    "post|pre|pro|pseudo|quasi|re|semi|sub|super|trans|ultra|un|under|vice"
)
_STOPPED = "|".join(sorted((re.escape(a) for a in ALWAYS | LATE | MONTHS), key=len, reverse=True))
_LETTERS = r"[^\W\d_]"

_PATTERN = re.compile(
    rf"""
      [A-Za-z]{{1,40}}(?=[ ,])                       # most words, before anything dearer is tried
    | (?i:https?://|www\.)[^{BLANK}<>"“”]{{1,500}}(?<![.,;:!?)\]'’])
    | [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,6}}
    | [@\#]\w{{1,80}}
    | (?:{_LETTERS}\.){{2,8}}(?:[A-Za-z]\b)?
    | (?:{_STOPPED})\.(?!\w)
    | [A-Z]\.(?=[{BLANK}][A-Z“"])
    | \d{{1,40}}(?:[.,:/]\d{{1,40}}){{1,12}}[A-Za-z]{{0,3}}
    | (?i:{_PREFIXES})-\w{{1,80}}(?:['’]\w{{1,80}}){{0,3}}
    | \w{{1,200}}(?:['’`&]\w{{1,80}}){{0,4}}
    | ['’](?i:s|m|d|ll|ve|re|em|til|tis|twas)\b
    | ['’]\d\ds?\b
    | \.{{2,200}} | -{{2,200}} | [!?]{{1,50}} | ={{2,200}} | \*{{2,200}} | _{{2,200}} | ''|``
    | [^{BLANK}]
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?:n['’]t|['’`](?:s|m|d|ll|ve|re))$", re.IGNORECASE)
_FUSED = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3}
_AMPERSAND = re.compile(r"[A-Z]{1,4}&[A-Z]{1,4}")


def words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the ``[start, end)`` character spans of the words of ``text[start:end]``, in order."""
    found: list[Span] = []
    for match in _PATTERN.finditer(text, start, len(text) if end is None else end):
        token = match.group()
        if "'" in token or "’" in token or "`" in token or "&" in token or token.lower() in _FUSED:
            found.extend(_split(token, match.start()))
        else:
            found.append(match.span())
    return found


def _split(token: str, at: int) -> Iterator[Span]:
    """Yield the parts of a token that may hold clitics, an ampersand or a fused pair."""
    cut = _FUSED.get(token.lower())
    if cut is not None:
        yield from ((at, at + cut), (at + cut, at + len(token)))
        return
    if "&" in token and not _AMPERSAND.fullmatch(token):
        yield from _around_ampersand(token, at)
        return
    clitic = _CLITIC.search(token)
    if clitic is None or clitic.start() == 0:
        yield (at, at + len(token))
        return
    yield from _split(token[: clitic.start()], at)
    yield (at + clitic.start(), at + len(token))


def _around_ampersand(token: str, at: int) -> Iterator[Span]:
    for piece in re.finditer(r"&|[^&]+", token):
        yield (at + piece.start(), at + piece.end())
