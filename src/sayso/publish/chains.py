"""Who says so, in names: from the outlet down to the innermost source."""

from __future__ import annotations

from sayso.records import Attribution, Reading, Span
from sayso.spans import overlaps, quoted

UNNAMED_OUTLET = "the outlet"
UNNAMED_SOURCE = "no one named"


def outlet_name(reading: Reading) -> str:
    """The report's outlet, or words that say it is not known."""
    return reading.report.outlet or UNNAMED_OUTLET


def source_name(reading: Reading, attribution: Attribution) -> str:
    """The name a source goes by, else its own words, else "no one named"."""
    if attribution.source_name:
        return attribution.source_name
    return " ".join(quoted(reading.report.text, attribution.source).split()) or UNNAMED_SOURCE


def path(reading: Reading, innermost: str | None) -> tuple[Attribution, ...]:
    """The attributions from the outermost down to the one with the id `innermost`; () for None or unknown."""
    known = {attribution.id: attribution for attribution in reading.attributions}
    out: list[Attribution] = []
    at = innermost
    while at is not None and at in known and known[at] not in out:
        out.append(known[at])
        at = known[at].parent
    return tuple(reversed(out))


def names(reading: Reading, innermost: str | None) -> tuple[str, ...]:
    """The outlet's name, then the sources' names down to `innermost`."""
    return (outlet_name(reading), *(source_name(reading, each) for each in path(reading, innermost)))


def sentence(reading: Reading, span: Span) -> str:
    """The sentences of the report that hold the span, as printed; its line where none is known."""
    text = reading.report.text
    held = [each for each in reading.sentences if overlaps(each, span)]
    if held:
        return text[held[0][0] : held[-1][1]].strip()
    start = text.rfind("\n", 0, span[0]) + 1
    end = text.find("\n", span[1])
    return text[start : len(text) if end < 0 else end].strip()
