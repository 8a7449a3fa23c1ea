"""One event or commitment down to the words: the sources it came through, and the sentence as printed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from sayso.ledger.chain import ancestry, by_id, label, sentence
from sayso.publish.branches import Node, drawn
from sayso.publish.dates import moment
from sayso.publish.terminal import PLAIN, Style, columns, shortened, visible, wrapped
from sayso.publish.words import STANCE_WORDS
from sayso.records import UNSURE, Attribution, Reading, Span, Spans
from sayso.spans import quoted


class Step(Struct, frozen=True, kw_only=True):
    """
    One level of a chain: who says, with which words, and what kind of source that is.

    `confidence` in 0..1 is the chance that it was read right.
    """

    attribution: str
    source: str
    cue: str
    source_type: str
    source_actor: str
    stance: str
    quote: str
    confidence: float


class Provenance(Struct, frozen=True, kw_only=True):
    """
    Where one report says it: `steps` from the outermost source to the innermost, `sentence` as printed,
    `words` the text of `spans`, which are offsets into the report's text, `reasons` why an event was coded
    as it was.
    """

    report: str
    outlet: str
    published: datetime | None
    title: str | None
    url: str | None
    key: str | None
    stance: str
    steps: tuple[Step, ...]
    words: str
    spans: Spans
    sentence: str
    sentence_start: int
    reasons: tuple[str, ...] = ()


def provenance(
    reading: Reading,
    innermost: str | None,
    spans: Spans,
    stance: str = "for",
    reasons: tuple[str, ...] = (),
) -> Provenance:
    """
    Who says, in this report, what stands at `spans`.

    Args:
        reading: The reading of the report.
        innermost: Id of the attribution the words are according to; None for the outlet's own voice.
        spans: The words; the first piece decides which sentence is quoted.
        stance: "for", or "against" where the report tells that it is not so.
        reasons: Why an event was coded as it was, a line each.
    """
    report = reading.report
    first = spans[0] if spans else (0, 0)
    words = sentence(reading, first[0])
    return Provenance(
        report=report.id,
        outlet=report.outlet or "unknown outlet",
        published=report.published,
        title=report.title,
        url=report.url,
        key=report.key,
        stance=stance,
        steps=tuple(step(reading, each) for each in ancestry(by_id(reading), innermost)),
        words=quoted(report.text, spans),
        spans=spans,
        sentence=words,
        sentence_start=_start_of(report.text, words, first[0]),
        reasons=reasons,
    )


def _start_of(text: str, words: str, at: int) -> int:
    return max(text.rfind(words, 0, at + len(words)), 0)


def step(reading: Reading, attribution: Attribution) -> Step:
    """An attribution as one level of a chain."""
    return Step(
        attribution=attribution.id,
        source=label(reading.report, attribution),
        cue=quoted(reading.report.text, attribution.cue),
        source_type=attribution.source_type,
        source_actor=attribution.source_actor,
        stance=attribution.stance,
        quote=attribution.quote,
        confidence=attribution.confidence,
    )


# ------------------------------------------------------------------ as text
def chain_text(head: str, found: list[Provenance], style: Style = PLAIN) -> str:
    """The provenances beneath their head; each from the outlet down to the sentence, its words marked."""
    lines = [style.on(visible(head), "bold")]
    for each in found:
        lines += ["", *_report_lines(each, style), *drawn((_nested(each, style),), style.width)]
        lines += [_reason(line, style) for line in each.reasons]
    return "\n".join(lines) + "\n"


def _reason(line: str, style: Style) -> str:
    return style.on("   " + shortened(visible(line), max(style.width - 3, 16)), "dim")


def _report_lines(each: Provenance, style: Style) -> Iterator[str]:
    against = style.on("denies it: ", "red") if each.stance == "against" else ""
    yield against + style.on(visible(each.outlet), "bold") + f" · {moment(each.published)}"
    for line in (each.title or "", each.url or each.key or ""):
        if line:
            yield style.on(shortened(line, style.width), "dim")


def _nested(each: Provenance, style: Style) -> Node:
    node = Node(lambda width: wrapped(marked(each), width))
    for step in reversed(each.steps):
        node = Node(lambda width, step=step: [step_line(step, style, width)], (node,))  # type: ignore[misc]
    return node


def step_line(step: Step, style: Style, width: int) -> str:
    """One level on one line: the source, its cue, its stance, its kind, and whether it is unsure."""
    kind = step.source_type.replace("_", " ")
    actor = "" if step.source_actor == "---" else f", {step.source_actor}"
    stance = STANCE_WORDS.get(step.stance, step.stance)
    parts = (f" · {step.cue}" if step.cue else "", f" · {stance}" if stance else "", f" [{kind}{actor}]")
    tail = visible("".join(parts) + (" (unsure)" if step.confidence < UNSURE else ""))
    name = shortened(step.source, max(width - columns(tail), 16))
    return style.on(name, "bold") + style.on(" " + shortened(tail, max(width - columns(name) - 1, 10)), "dim")


def marked(each: Provenance) -> str:
    """The sentence with the words it is about [so]: marks survive copying, colours do not."""
    out, at = [], 0
    for start, end in sorted(_inside(each)):
        if start >= at:
            out += [each.sentence[at:start], "[", each.sentence[start:end], "]"]
            at = end
    return "“" + "".join((*out, each.sentence[at:])) + "”"


def _inside(each: Provenance) -> Iterator[Span]:
    for start, end in each.spans:
        start, end = start - each.sentence_start, end - each.sentence_start
        if 0 <= start < end <= len(each.sentence):
            yield start, end
