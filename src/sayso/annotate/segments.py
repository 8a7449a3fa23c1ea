"""The parts of a page: title, deck, byline, dateline, caption, paragraphs, notices.

Captions, bylines and notices are no part of what the report tells: nothing is read from them.
The patterns are data; each says what it is looking for.
"""

from __future__ import annotations

import re

from sayso.annotate.sentences import paragraphs
from sayso.records import Report, Segment, SegmentKind, Span

TOLD: frozenset[SegmentKind] = frozenset(("title", "deck", "dateline", "paragraph"))

_NAME = r"(?:[A-Z][\w.’'-]*|de|van|von|bin|al|el|da|du|la|le)"
_ROLE = r"(?i:correspondents?|reporters?|editors?|writers?|staff|desk|agencies|bureau)"
_BYLINE = re.compile(
    rf"""
      (?i:by):?[ ]+{_NAME}(?:[ ,|&]+(?:and[ ]+)?{_NAME}){{0,12}}          # By Mere Tuilagi in Suva
      (?:,?[ ](?:in|for|at)[ ]{_NAME}(?:,?[ ]{_NAME}){{0,5}}|,[ ](?:\w+[ ]){{0,4}}{_ROLE})?[ ,]{{0,2}}
    | (?i:by|from)[ ]+(?:our|the|a)?[ ]*[\w -]{{0,30}}{_ROLE}\b[\w ,-]{{0,60}}  # From our staff in Bonn
    | (?i:staff[ ]and[ ]agencies|agencies|staff[ ](?:writer|reporter)s?) | (?:[A-Z][\w ]{{1,40}}[ ])?[Ss]taff
    | (?i:special[ ]to[ ](?:the[ ])?)[A-Z][\w .’'-]{{1,60}}
    | (?:{_NAME}[ ]){{1,4}}{_NAME}[ ]?[,|][ ](?:[\w]+[ ]){{0,3}}{_ROLE}  # Jane Doe, Foreign Editor
    """,
    re.VERBOSE,
)
_STAMP = re.compile(
    r"(?:published|updated|posted|first published|last updated|last modified)\b[:\s].{0,80}"
    r"|\d{1,2}(?::\d\d)? ?(?:am|pm|GMT|BST|ET|UTC)\b.{0,40}",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:photo|image|picture|pictured|caption|file|file photo|file picture|video|watch|graphic|map"
    r"|photograph|illustration)\s?(?::|–|—| - |/).{0,600}"
    r"|.{0,500}\((?:[^()]{0,60}[/ ])?(?:AP|AFP|Reuters|EPA|Getty|Getty Images|Shutterstock|file)"
    r"(?: photo| images?)?(?:/[^()]{0,60})?\)\.?"
    r"|(?:photo|image|picture|photograph)s? (?:by|credit|courtesy)\b.{0,200}",
    re.IGNORECASE | re.DOTALL,
)
_NOTICE = re.compile(
    r"(?:sign up|subscribe|read more|read also|read the full|related:?|see also|more on this|follow us"
    r"|click here|share this|advertisement|download our|get our|join our|listen to|watch live|most read"
    r"|editor['’]?s note|copyright|all rights reserved|terms of use|cookies?\b|we use cookies"
    r"|the latest news|to receive|support our|become a member|log in|register\b|comments? (?:are|is)"
    r"|this (?:article|story|report|page|post) (?:was|has been|is|will be|originally)"
    r"|(?:additional )?reporting by|(?:writing|editing|compiled|translated) by|correction:)\b.{0,600}"
    r"|©.{0,600}",
    re.IGNORECASE | re.DOTALL,
)
_ASIDE = re.compile(
    r"newsletter|keeping you updated|time posted|our (?:web ?site|app|readers|coverage|newsroom)"
    r"|all times|is published|not responsible|contributed to this (?:report|story|article)"
    r"|\breporting by\b|\bediting by\b|will (?:be updated|resume)|updates? (?:will )?resume",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"""
    (?:[A-Z][A-Z.’'/-]+(?:[ ](?:[A-Z][A-Z.’'/-]+|and|AND)){0,3})              # PORT-AU-PRINCE
    (?:,[ ][A-Z][\w.]+(?:[ ][A-Z][\w.]+){0,2}){0,2}                           # , Haiti
    (?:,?[ ](?:[A-Z][a-z]{2,8}\.?[ ]\d{1,2}|\d{1,2}[ ][A-Z][a-z]{2,8}\.?)(?:,?[ ]\d{4})?)?  # , Aug. 8
    (?:[ ]?\([A-Z][^()\n]{1,40}\))?                                           # (Islands Wire)
    [ ]?(?:--|[-–—:|])[ ]
    """,
    re.VERBOSE,
)
_SPEAKER = re.compile(r"[A-Z][A-Z.’'-]*(?:[ ][A-Z][A-Z.’'-]*){0,4}:[ ]")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]{0,3}$")
_SHORT, _LONG = 60, 120  # characters: a caption may be as short, a body paragraph is as long
_TITLE = 220


def segments(report: Report) -> tuple[Segment, ...]:
    """Return the segments of ``report.text`` in order; between them is only white space."""
    text = report.text
    spans = paragraphs(text)
    kinds = _kinds(report, [text[s:e] for s, e in spans])
    found: list[Segment] = []
    opened = False
    # In an interview "GEN. OBEID: ..." is a speaker, elsewhere "NEW DELHI: ..." is a place.
    talk = sum(_SPEAKER.match(text, start, end) is not None for start, end in spans) > 1
    for (start, end), kind in zip(spans, kinds, strict=True):
        if kind == "paragraph" and not opened:
            opened = True
            start = start if talk else _dateline(text, start, end, found)
        if kind == "byline" and found and found[-1].kind == "byline" and start - found[-1].end == 1:
            start = found.pop().start  # name and desk on two lines are one byline
        found.append(Segment(kind, start, end))
    return tuple(found)


def _dateline(text: str, start: int, end: int, found: list[Segment]) -> int:
    """Cut the dateline off the first body paragraph; return where the rest starts."""
    match = _DATELINE.match(text, start, end)
    if match is None or match.end() >= end:
        return start
    found.append(Segment("dateline", start, start + len(match.group().rstrip())))
    return match.end()


def _kinds(report: Report, lines: list[str]) -> list[SegmentKind]:
    """Classify each paragraph: first by what it is like alone, then by where it stands."""
    kinds = [_alone(report, line) for line in lines]
    title = _has_title(report, lines, kinds)
    if title:
        kinds[0] = "title"
    body = next((i for i, line in enumerate(lines) if _is_body(line, kinds[i])), len(lines))
    for i, line in enumerate(lines):
        if kinds[i] == "paragraph" and _like_caption(lines, i, early=i < body):
            kinds[i] = "caption"
        elif kinds[i] == "paragraph" and i == 1 and title and _before_byline(kinds, line):
            kinds[i] = "deck"
    return kinds


def _alone(report: Report, line: str) -> SegmentKind:
    plain = _bare(line)
    if report.byline and plain == _bare(report.byline):
        return "byline"
    if len(line) <= _LONG and (_BYLINE.fullmatch(line) or _STAMP.fullmatch(line)):
        return "byline"
    if len(line) <= 600 and _CAPTION.fullmatch(line):
        return "caption"
    inner = line[1:].rstrip(".") if line[0] in "([*" else line
    if len(line) <= 600 and _NOTICE.match(inner) and (line[0] in "([*" or len(line) <= 2 * _LONG):
        return "notice"
    if line[0] in "([*" and line.rstrip()[-1] in ")]*" and _ASIDE.search(line):
        return "notice"
    return "paragraph"


def _bare(line: str) -> str:
    """Return a line's letters and digits in lower case, without a leading "by"."""
    words = re.findall(r"\w+", line.lower())
    return " ".join(words[1:] if words[:1] == ["by"] else words)


def _has_title(report: Report, lines: list[str], kinds: list[SegmentKind]) -> bool:
    """Tell whether the first paragraph is the title: the one given, or a line that is like one."""
    if not lines:
        return False
    if report.title:
        return _bare(lines[0]) == _bare(report.title)
    like = len(lines[0]) <= _TITLE and not _SENTENCE_END.search(lines[0])
    return like and len(lines) > 1 and kinds[0] == "paragraph"


def _is_body(line: str, kind: SegmentKind) -> bool:
    return kind == "paragraph" and len(line) >= _LONG


def _like_caption(lines: list[str], i: int, *, early: bool) -> bool:
    """A short line without an end that is told twice running, or is all names above the body."""
    line = lines[i]
    if len(line) > _SHORT or _SENTENCE_END.search(line) or line[-1] in ":?":
        return False
    if line in lines[max(0, i - 1) : i] + lines[i + 1 : i + 2]:
        return True
    return early and i > 0 and all(w[0].isupper() or len(w) <= 3 for w in line.split())


def _before_byline(kinds: list[SegmentKind], line: str) -> bool:
    """A deck stands between the title and a byline or a picture, and is no long paragraph."""
    return kinds[2:3] in (["byline"], ["caption"]) and len(line) <= 350


def boilerplate(parts: tuple[Segment, ...]) -> tuple[Span, ...]:
    """Return the spans from which nothing is read."""
    return tuple((part.start, part.end) for part in parts if part.kind not in TOLD)
