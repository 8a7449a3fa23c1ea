"""
A scorer for TIMEX3 in TempEval-3 style, and a reader for its files.

Strict: the same span. Relaxed: spans that share a character. Value: relaxed, and the same value (the
share of all gold and all found expressions whose value is right, as F1).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct, structs

from sayso.annotate import annotate
from sayso.ground.page import Page
from sayso.ground.times import times
from sayso.records import Report, Time

_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
_VALUE = re.compile(r'value="([^"]*)"')
_TYPE = re.compile(r'type="([^"]*)"')
_DCT = re.compile(r"<DCT>.*?value=\"([^\"]*)\"", re.DOTALL)


class Gold(Struct, frozen=True):
    """A document: its text, its day of creation, its expressions."""

    name: str
    text: str
    created: datetime | None
    times: tuple[Time, ...]


class Score(Struct, frozen=True):
    """F1 of spans (strict, relaxed) and of values, with what was counted."""

    strict: float
    relaxed: float
    value: float
    gold: int
    found: int


def read(path: Path) -> Gold:
    """Read a TimeML document of TempEval-3."""
    raw = path.read_text(encoding="utf-8", errors="replace")
    created = _DCT.search(raw)
    body = raw[raw.index("<TEXT>") + 6 : raw.index("</TEXT>")]
    text, told, open_at = "", [], []
    at = 0
    for match in _TAG.finditer(body):
        text += html.unescape(body[at : match.start()])
        at = match.end()
        if match[2] != "TIMEX3":
            continue
        if match[1]:
            start, attributes = open_at.pop()
            kind, value = _TYPE.search(attributes), _VALUE.search(attributes)
            told.append(Time((start, len(text)), kind[1] if kind else "", value[1] if value else ""))
        else:
            open_at.append((len(text), match[3]))
    text += html.unescape(body[at:])
    day = datetime.fromisoformat(created[1][:10]).replace(tzinfo=UTC) if created else None
    return Gold(path.name, text, day, tuple(told))


def documents(folder: Path, every: int = 1) -> Iterator[Gold]:
    """The documents of a folder in order of name, or every n-th of them."""
    for path in sorted(folder.glob("[!.]*.tml"))[::every]:
        yield read(path)


def found(gold: Gold) -> tuple[Time, ...]:
    """What Sayso finds in the document; all of it counts as body."""
    annotated = annotate(Report(id=gold.name, text=gold.text, published=gold.created))
    body = tuple(structs.replace(one, kind="paragraph") for one in annotated.segments)
    return times(Page(structs.replace(annotated, segments=body)))


def score(pairs: Iterable[tuple[tuple[Time, ...], tuple[Time, ...]]]) -> Score:
    """Score pairs of gold and found expressions; one found answers one gold at most."""
    strict = relaxed = value = gold_count = found_count = 0
    for gold, got in pairs:
        gold_count, found_count = gold_count + len(gold), found_count + len(got)
        left = list(got)
        for one in gold:
            same = [other for other in left if other.span[0] < one.span[1] and one.span[0] < other.span[1]]
            best = max(same, key=lambda other, one=one: _shared(one, other), default=None)  # type: ignore[misc]
            if best is None:
                continue
            left.remove(best)
            relaxed += 1
            strict += best.span == one.span
            value += best.value == one.value
    total = gold_count + found_count or 1
    return Score(2 * strict / total, 2 * relaxed / total, 2 * value / total, gold_count, found_count)


def _shared(one: Time, other: Time) -> tuple[int, int]:
    return min(one.span[1], other.span[1]) - max(one.span[0], other.span[0]), -abs(
        other.span[0] - one.span[0]
    )
