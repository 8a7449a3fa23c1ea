"""Chains of sources by their names, and the sentence a word stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from sayso.records import UNSURE, Attribution, Reading, Report
from sayso.spans import quoted

UNNAMED = "unnamed source"
_PRONOUNS = frozenset(("he", "she", "they", "it", "we", "i", "you", "who", "which", "that", "this", "those"))


def label(report: Report, attribution: Attribution) -> str:
    """
    What a source is called: a proper name it was resolved to; else the report's own words; for a pronoun
    those that it stands for; `UNNAMED` where there are none.
    """
    name = attribution.source_name or ""
    words = quoted(report.text, attribution.source)
    if any(char.isupper() for char in name) and (name not in words or words.endswith(name)):
        return name  # "Norland" is not who "Norland premier Asta Lund" is
    if words.casefold() in _PRONOUNS:
        words = quoted(report.text, attribution.refers_to) or name or words
    return words or name or UNNAMED


def by_id(reading: Reading) -> dict[str, Attribution]:
    """The attributions of a reading under their ids."""
    return {attribution.id: attribution for attribution in reading.attributions}


def ancestry(attributions: Mapping[str, Attribution], innermost: str | None) -> tuple[Attribution, ...]:
    """From the outermost attribution down to `innermost`; a loop of parents is cut where it closes."""
    path: list[Attribution] = []
    seen: set[str] = set()
    at = innermost
    while at is not None and at in attributions and at not in seen:
        seen.add(at)
        path.append(attributions[at])
        at = attributions[at].parent
    return tuple(reversed(path))


def names(report: Report, attributions: Iterable[Attribution]) -> tuple[str, ...]:
    """The outlet, then each source, outermost first."""
    return (report.outlet or "unknown outlet", *(label(report, item) for item in attributions))


def shown(report: Report, attributions: Iterable[Attribution]) -> tuple[str, ...]:
    """As `names`, for people to read: "(unsure)" behind a source that was read with doubt."""
    path = tuple(attributions)
    outlet, *sources = names(report, path)
    doubts = (" (unsure)" if one.confidence < UNSURE else "" for one in path)
    return (outlet, *(name + doubt for name, doubt in zip(sources, doubts, strict=True)))


def sentence(reading: Reading, start: int) -> str:
    """The sentence that holds the character `start`; the line, where no sentence does."""
    spans = reading.sentences
    at = bisect_right(spans, (start, len(reading.report.text))) - 1
    if at >= 0 and spans[at][0] <= start < spans[at][1]:
        return reading.report.text[spans[at][0] : spans[at][1]]
    return _line(reading.report.text, start)


def _line(text: str, start: int) -> str:
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start)
    return text[first : last if last >= 0 else len(text)].strip()
