"""What an uncased encoder cannot see, as small integers per word: case, quotation, borders."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

LOWER, TITLE, UPPER, MIXED, DIGIT, PUNCT = range(6)
OUTSIDE, OPENING, INSIDE, CLOSING = range(4)
NO_BORDER, SENTENCE_START, PARAGRAPH_START = range(3)

CASES, QUOTES, BORDERS = 6, 4, 3

_OPEN = frozenset(("“", "«", "``", "„"))
_CLOSE = frozenset(("”", "»", "''"))
_SINGLE = frozenset(("'", "’"))
_MARKS = _OPEN | _CLOSE | _SINGLE | {'"', "‘"}


def case(form: str) -> int:
    """Return the case class of one word form."""
    if form.islower():
        return LOWER
    if form.isupper():
        return TITLE if len(form) == 1 else UPPER
    if form.istitle():
        return TITLE
    if any(map(str.isalpha, form)):
        return TITLE if form[0].isupper() and form[1:].islower() else MIXED
    return DIGIT if any(map(str.isdigit, form)) else PUNCT


def quotes(forms: Sequence[str], glued: Sequence[bool], starts: Sequence[bool]) -> list[int]:
    """Return the quotation state of each word.

    ``glued[i]`` is true where no white space stands before word ``i``; ``starts[i]`` where a
    paragraph starts at it, which closes whatever quotation was left open.
    """
    states = [OUTSIDE] * len(forms)
    events = [i for i, form in enumerate(forms) if form in _MARKS or starts[i]]
    double = single = False
    for i, until in pairwise([*events, len(forms)]):
        if starts[i]:
            double = single = False
        state, double, single = _mark(i, forms, glued, double, single)
        states[i] = state
        if double or single:
            states[i + 1 : until] = [INSIDE] * (until - i - 1)
    return states


def _mark(
    i: int, forms: Sequence[str], glued: Sequence[bool], double: bool, single: bool
) -> tuple[int, bool, bool]:
    """Return the state of word ``i`` and whether each kind of quotation is open after it."""
    form = forms[i]
    if form in _OPEN or (form == '"' and _opens(i, glued, double, len(forms))):
        return OPENING, True, single
    if form in _CLOSE or form == '"':
        return CLOSING, False, single
    if form == "‘" or (form == "'" and not single and _opens_single(i, forms, glued)):
        return OPENING, double, True
    if single and form in _SINGLE:
        return CLOSING, double, False
    return (INSIDE if double or single else OUTSIDE), double, single


def _opens(i: int, glued: Sequence[bool], inside: bool, count: int) -> bool:
    """Tell whether a straight double quote opens: by the spaces around it, else by turns."""
    before = glued[i]
    after = i + 1 < count and glued[i + 1]
    if before != after:
        return not before
    return not inside


def _opens_single(i: int, forms: Sequence[str], glued: Sequence[bool]) -> bool:
    """A straight single quote opens where a space stands before it and a word right after."""
    return not glued[i] and i + 1 < len(forms) and glued[i + 1] and forms[i + 1][0].isalpha()
