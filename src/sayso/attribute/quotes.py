"""Is a content quoted word for word, in part, or not at all?"""

from __future__ import annotations

from sayso.records import Spans

OPENING = "\"“„«‘'‚‹"
CLOSING = "\"”“»’'›"
DOUBLE = '"“”„«»'
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
    return "direct" if inside >= DIRECT * total else "mixed"


def _single(words: str) -> bool:
    """All of it between two straight single marks, the last of them behind a stop: no apostrophes."""
    return len(words) > 3 and words[0] == words[-1] == "'" and words[-2] in ".,!?;" and words[1].isalnum()


def _counted(words: str) -> tuple[int, int]:
    """
    Letters inside quotation marks, and letters in all; a piece that only closes was opened before it.

    After a low mark („) the high one (“) closes.
    """
    quoting = _starts_inside(words)
    low = False
    inside = total = 0
    for at, char in enumerate(words):
        if _is_mark(words, at):
            quoting = not quoting if char == '"' or (low and char == "“") else char not in "”»’"
            low = char == "„"
        elif char.isalnum():
            total += 1
            inside += quoting
    return inside, total


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
