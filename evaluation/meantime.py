"""
A reader of MEANTIME (NewsReader, CC BY 4.0): news of Wikinews as tokens, with TIMEX3 over them.

The text is set again from its tokens, a line a sentence. Expressions without tokens of their own are
left out, and so is the line that gives the day of the article: it is handed over as publication day. Only
the first sentences of an article are annotated; the rest is not read.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from evaluation.timeml import Gold
from sayso.records import Span, Time

FOLDER = Path("meantime/intra-doc_annotation")
ANNOTATED = 6
"""Headline, date line and the first sentences: where annotation ends."""
_TIGHT = frozenset([",", ".", ";", ":", "?", "!", ")", "]", "%", "'s", "'", "n't", "’s", "’"])
_OPENING = frozenset(["(", "[", "$", "£", "€", "#"])


def documents(data: Path, halves: tuple[int, ...] = (0, 1)) -> Iterator[Gold]:
    """The articles in order of name: 0 those with an even number in front (to tune on), 1 the odd ones."""
    for path in sorted((data / FOLDER).glob("*/*.xml")):
        if int(path.name.partition("_")[0]) % 2 in halves:
            yield read(path)


def read(path: Path) -> Gold:
    """Read one article."""
    root = ET.fromstring(path.read_text(encoding="utf-8"))
    created: datetime | None = None
    dated: set[str] = set()
    for timex in root.iter("TIMEX3"):
        if timex.get("functionInDocument") == "CREATION_TIME":
            created = _day(timex.get("value", ""))
            dated |= _tokens(timex)
    tokens = [(one.get("t_id", ""), one.get("sentence", ""), one.text or "") for one in root.iter("token")]
    text, places = _set([token for token in tokens if token[0] not in dated and int(token[1]) < ANNOTATED])
    told = []
    for timex in root.iter("TIMEX3"):
        spans = [places[name] for name in _tokens(timex) if name in places]
        if spans:
            span = (min(spans)[0], max(spans)[1])
            told.append(Time(span, timex.get("type", ""), timex.get("value", "")))
    return Gold(path.name, text, created, tuple(sorted(told, key=lambda time: time.span)))


def _tokens(timex: ET.Element) -> set[str]:
    return {anchor.get("t_id", "") for anchor in timex.iter("token_anchor")}


def _day(value: str) -> datetime:
    """A day as the corpus writes it: "2009-02-03", once "03-02-2009"."""
    return datetime.strptime(value[:10], "%Y-%m-%d" if value[4:5] == "-" else "%d-%m-%Y").replace(tzinfo=UTC)


def _set(tokens: list[tuple[str, str, str]]) -> tuple[str, dict[str, Span]]:
    """Tokens set as text again, and where each of them stands."""
    text, places, line = "", dict[str, Span](), ""
    for name, sentence, token in tokens:
        if text and sentence != line:
            text += "\n\n"
        elif text and token not in _TIGHT and text[-1] not in _OPENING:
            text += " "
        places[name] = (len(text), len(text) + len(token))
        text, line = text + token, sentence
    return text, places
