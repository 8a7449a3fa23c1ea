"""One reading shown whole: who says so as a tree, events with status, commitments, dates, the skipped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.ledger.chain import ancestry, by_id, shown
from sayso.publish.branches import Node, drawn
from sayso.publish.dates import day, days, published
from sayso.publish.parties import parties
from sayso.publish.provenance import step, step_line
from sayso.publish.terminal import PLAIN, Style, columns, hanging, padded, shortened, visible, wrapped
from sayso.publish.words import LOOKS, STATUS_WORDS, counted
from sayso.records import Annotated, Attribution, Commitment, Event, Reading, Report, Skipped, Spans
from sayso.spans import quoted

STATUS_COLUMN, TYPE_COLUMN = 11, 10
HAPPENED, DENIED = ("actual",), ("denied",)
PENDING = ("threatened", "conditional", "requested", "planned", "possible")


def tree(reading: Reading, style: Style = PLAIN) -> str:
    """
    The whole reading as text: head, chains, events, commitments, resolved dates, what was skipped.

    What has happened stands apart from what is only threatened, asked for, planned or possible.
    """
    parts = [_head(reading, style), _chains(reading, style)]
    parts += [
        _events(reading, style),
        _commitments(reading, style),
        _dates(reading, style),
        not_read(reading.report, reading.boilerplate, reading.skipped, style),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def title_of(about: Reading | Annotated) -> str:
    """The report's title, else its first line, else its id."""
    report = about.report
    return report.title or report.text.strip().partition("\n")[0] or report.id


def _head(reading: Reading, style: Style) -> list[str]:
    return head_lines(reading, _counts(reading), style)


def head_lines(about: Reading | Annotated, counts: str, style: Style) -> list[str]:
    """The title, who published it when, and what was counted."""
    report = about.report
    facts = (
        visible(report.outlet or "unknown outlet"),
        published(report),
        visible(report.byline or ""),
    )
    return [
        *(style.on(line, "bold") for line in wrapped(title_of(about), style.width)),
        *wrapped(" · ".join(fact for fact in facts if fact), style.width),
        *(style.on(line, "dim") for line in wrapped(counts, style.width)),
    ]


def _counts(reading: Reading) -> str:
    return ", ".join(
        (
            counted(len(reading.attributions), "attribution"),
            counted(len(reading.events), "event"),
            counted(len(reading.commitments), "commitment"),
        )
    )


def heading(text: str, style: Style) -> str:
    """A section's heading."""
    return style.on(text.upper(), "bold", "blue")


# ------------------------------------------------------------------ who says so
def _chains(reading: Reading, style: Style) -> list[str]:
    if not reading.attributions:
        return []
    nodes = _under(reading, None, style)
    return [
        heading("Who says so", style),
        visible(reading.report.outlet or "unknown outlet"),
        *drawn(nodes, style.width),
    ]


def _under(reading: Reading, parent: str | None, style: Style) -> tuple[Node, ...]:
    known = {attribution.id for attribution in reading.attributions}
    return tuple(
        _node(reading, each, style)
        for each in reading.attributions
        if each.parent == parent or (parent is None and each.parent not in known)
    )


def _node(reading: Reading, attribution: Attribution, style: Style) -> Node:
    children = _under(reading, attribution.id, style)
    content = quoted(reading.report.text, attribution.content)

    def label(width: int) -> list[str]:
        told = [style.on(in_quotes(content, width), "dim")] if content and not children else []
        return [step_line(step(reading, attribution), style, width), *told]

    return Node(label, children)


# ------------------------------------------------------------------ events
def _events(reading: Reading, style: Style) -> list[str]:
    groups = (
        ("Told as having happened", HAPPENED),
        ("Not told as having happened", PENDING),
        ("Denied", DENIED),
    )
    parts = [_group(reading, style, title, statuses) for title, statuses in groups]
    return [line for part in parts if part for line in (*part, "")][:-1]


def _group(reading: Reading, style: Style, title: str, statuses: tuple[str, ...]) -> list[str]:
    found = sorted(
        (event for event in reading.events if event.status in statuses),
        key=lambda event: statuses.index(event.status),
    )
    if not found:
        return []
    return [heading(title, style), *(line for event in found for line in event_lines(reading, event, style))]


def event_lines(reading: Reading, event: Event, style: Style) -> list[str]:
    """An event in two or three lines: status, type, parties; when and where; the words and who says so."""
    word = padded(STATUS_WORDS.get(event.status, event.status), STATUS_COLUMN)
    kind = padded(event.type, TYPE_COLUMN)
    lines = hanging(word + kind, style.width, parties(event.actor, event.recipient))
    rest = lines[0][len(word + kind) :]
    lines[0] = style.on(word, *LOOKS.get(event.status, ())) + style.on(kind, "bold") + rest
    where = event.place.name if event.place else ""
    scene = " · ".join(part for part in (days(event.date), where) if part)
    under = " " * STATUS_COLUMN
    lines += wrapped(scene, style.width, under)
    return [
        *lines,
        under + _trigger(reading, event),
        *chain_lines(_names(reading, event.according_to), style, under),
    ]


def _names(reading: Reading, innermost: str | None) -> tuple[str, ...]:
    return shown(reading.report, ancestry(by_id(reading), innermost))


def chain_lines(chain: tuple[str, ...], style: Style, under: str) -> list[str]:
    """The chain from the outlet inward, `Arutz Sheva ‹ AP ‹ Iraqi officials`, wrapped and never cut."""
    return [style.on(line, "dim") for line in wrapped(" ‹ ".join(chain), style.width, under)]


def in_quotes(words: str, width: int) -> str:
    """The words in quotation marks of a kind they do not hold themselves, on one line of `width`."""
    left, right = "«»" if "“" in words or "”" in words else "“”"
    return f"{left}{shortened(words, width - 2)}{right}"


def _trigger(reading: Reading, event: Event) -> str:
    first = quoted(reading.report.text, event.mentions[:1])
    more = len(event.mentions) - 1
    return in_quotes(first, 60) + (f" and {counted(more, 'more mention')}" if more > 0 else "")


# ------------------------------------------------------------------ commitments
def _commitments(reading: Reading, style: Style) -> list[str]:
    if not reading.commitments:
        return []
    lines = (line for each in reading.commitments for line in commitment_lines(reading, each, style))
    return [heading("Threats, promises, orders", style), *lines]


def commitment_lines(reading: Reading, commitment: Commitment, style: Style) -> list[str]:
    """A commitment as IF ... THEN ..., with speaker, addressee, day and deadline."""
    text = reading.report.text
    who = parties((commitment.by,), () if commitment.to == "---" else (commitment.to,))
    dated = f" · {days(commitment.date)}" if commitment.date else ""
    until = f" · by {day(commitment.deadline)}" if commitment.deadline else ""
    head = padded(commitment.kind, STATUS_COLUMN)
    look = ("yellow",) if commitment.kind in ("threat", "warning") else ()
    under = " " * STATUS_COLUMN
    first, *more = hanging(head, style.width, who + dated + until)
    return [
        style.on(head, *look) + first[len(head) :],
        *more,
        *if_then(quoted(text, commitment.condition), quoted(text, commitment.consequence), style, under),
        *chain_lines(_names(reading, commitment.attribution), style, under),
    ]


def if_then(condition: str, consequence: str, style: Style, under: str) -> Iterator[str]:
    """The IF and THEN lines, wrapped; without a condition only what is said to follow."""
    pairs = (("IF", condition), ("THEN" if condition else "", consequence))
    label_width = 5 if condition else 0
    for label, words in pairs:
        for number, line in enumerate(wrapped(words, style.width - len(under) - label_width)):
            mark = padded(label if number == 0 else "", label_width)
            yield under + style.on(mark, "bold") + line


# ------------------------------------------------------------------ dates, and what was left out
def _dates(reading: Reading, style: Style) -> list[str]:
    text = reading.report.text
    shown: dict[str, str] = {}
    for time in reading.times:
        if time.days:
            shown.setdefault(shortened(text[time.span[0] : time.span[1]], 34), days(time.days))
    if not shown:
        return []
    wide = max(columns(words) for words in shown) + 3
    return [
        heading("Dates", style),
        *(padded(words, wide) + visible(value) for words, value in shown.items()),
    ]


def not_read(report: Report, boilerplate: Spans, skipped: Iterable[Skipped], style: Style) -> list[str]:
    """What was set aside, and what else was not read and why."""
    aside = [
        "set aside: " + in_quotes(report.text[start:end], style.width - 12) for start, end in boilerplate
    ]
    notes = [f"{note.what}: {note.why}" for note in dict.fromkeys((*report.notes, *skipped))]
    lines = [line for note in (*aside, *notes) for line in wrapped(note, style.width)]
    return [heading("Not read", style), *(style.on(line, "dim") for line in lines)] if lines else []
