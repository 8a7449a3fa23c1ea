"""Is a content quoted word for word, in part, or not at all?"""

from __future__ import annotations

from sayso.records import Span, Spans

OPENING = "\"“„«‘'‚‹"
CLOSING = "\"”“»’'›"
DOUBLE = '"“”„«»'
FEW = 5
"""Words at most of a quoted fragment."""
DIRECT = 0.9
"""Share of a content's characters that must stand in quotation marks for it to be direct."""


def quote(text: str, content: Spans) -> str:
    """ "direct", "indirect" or "mixed" (PolNeAR, quote types)."""
    inside = total = 0
    if content and _single(text[content[0][0] : content[-1][1]]):
        return "direct"
    for start, end in content:
        marked, counted = _counted(text[start:end])
        inside += marked
        total += counted
    if not total or not inside:
        return "indirect"
    return "direct" if inside >= DIRECT * total and not _fragment(text, content) else "mixed"


def _fragment(text: str, content: Spans) -> bool:
    """ "voiced “serious concern”": a few words of a sentence that is not told, with no stop at their end."""
    if len(content) != 1:
        return False
    words = text[slice(*content[0])].strip(OPENING + CLOSING)
    return len(words.split()) <= FEW and words[:1].islower() and words[-1:] not in ".,!?;"


def quoted(text: str, content: Spans, position: int) -> bool:
    """Does a character of a content stand between quotation marks?"""
    return stretch(text, content, position) is not None


def stretch(text: str, content: Spans, position: int) -> Span | None:
    """The characters around one that stand between the same quotation marks, without these; None outside."""
    for start, end in content:
        if not start <= position < end:
            continue
        words = text[start:end]
        states = [True] * len(words) if _single(words) else _states(words)
        first = last = position - start
        while first > 0 and states[first - 1]:
            first -= 1
        while last < len(words) and states[last]:
            last += 1
        marks = OPENING + CLOSING
        while first < last and words[first] in marks:
            first += 1
        while last > first and words[last - 1] in marks:
            last -= 1
        return (start + first, start + last) if first <= position - start < last else None
    return None


def _single(words: str) -> bool:
    """All of it between two straight single marks, the last of them behind a stop: no apostrophes."""
    return len(words) > 3 and words[0] == words[-1] == "'" and words[-2] in ".,!?;" and words[1].isalnum()


def _counted(words: str) -> tuple[int, int]:
    """Letters inside quotation marks, and letters in all."""
    letters = [inside for char, inside in zip(words, _states(words), strict=True) if char.isalnum()]
    return sum(letters), len(letters)


def _states(words: str) -> list[bool]:
    """
    For each character whether it is inside quotation marks; a piece that only closes was opened before it.

    After a low mark („) the high one (“) closes.
    """
    quoting = _starts_inside(words)
    low = False
    out = []
    for at, char in enumerate(words):
        if _is_mark(words, at):
            quoting = not quoting if char == '"' or (low and char == "“") else char not in "”»’"
            low = char == "„"
        out.append(quoting)
    return out


def _starts_inside(words: str) -> bool:
    closing = min((at for at in map(words.find, "”»") if at >= 0), default=-1)
    opening = min((at for at in map(words.find, "“«") if at >= 0), default=-1)
    return closing >= 0 and (opening < 0 or closing < opening)


def _is_mark(words: str, at: int) -> bool:
    """A double mark, or a single one at the edge of a word: apostrophes are none."""
    char = words[at]
    if char in DOUBLE:
        return True
    if char not in "‘’":
        return False
    before = words[at - 1] if at else " "
    after = words[at + 1] if at + 1 < len(words) else " "
    return not (before.isalnum() and after.isalnum()) and (char == "‘" or "‘" in words[:at])
