"""What gave an event its days, when it was said, and what it came before or after."""

from __future__ import annotations

from datetime import date

from msgspec import structs

from sayso.ground import happened
from sayso.ground.happened import Dated
from sayso.ground.page import Page
from sayso.records import Attribution, Commitment, DateRange, Event, Span, Time, When
from sayso.spans import overlaps

GOING_ON = "going on"
_RELATIONS = {
    "before": "before",
    "until": "before",
    "upto": "before",
    "before-end": "before",
    "after": "after",
    "since": "after",
    "within": "after",
    "during": "during",
    "into": "during",
    "on": "during",
}
_GRAINS = ((1, "day"), (2, "span"), (7, "week"), (27, "span"), (31, "month"), (88, "span"), (92, "quarter"))


def grain(days: DateRange) -> str:
    """How fine an interval is: a day, a week, a month, a quarter, a year, or a span of no such length."""
    size = (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days + 1
    if size in (365, 366):
        return "year"
    return next((name for most, name in _GRAINS if size <= most and (name != "week" or size == 7)), "span")


def timed(
    page: Page,
    hung: list[Dated],
    events: tuple[Event, ...],
    sources: dict[str, Attribution],
    anchored: tuple[Time, ...],
) -> tuple[Event, ...]:
    """Give events their `when`: rule and grain of their days, the days they were said on, and their order."""
    rules = {one.time.span: one.time.rule for one in hung}
    order = _order(page, events, anchored)
    out = []
    for event in events:
        source = sources.get(event.according_to or "")
        when = When(
            event.when.rule if event.when else _rule(rules, event.date, event.spans.date),
            grain(event.date) if event.date else None,
            "happened" if event.status in happened.PAST else "due",
            _said(page, hung, source),
            tuple(order.get(event.id, ())),
        )
        out.append(structs.replace(event, when=when))
    return tuple(out)


def committed(page: Page, hung: list[Dated], one: Commitment, source: Attribution | None) -> Commitment:
    """Give a commitment its `when`: it is said on its date, and due by its deadline."""
    said = one.date or _said(page, hung, source)
    rule = None
    for cue in source.cue if source else ():
        found = happened.when(page, hung, cue, "actual")
        if found is not None:
            rule = rule or next((each.time.rule for each in hung if each.time.span == found[1]), None)
    return structs.replace(one, when=When(rule, grain(said) if said else None, "due", said))


def _rule(rules: dict[Span, str | None], days: DateRange | None, spans: tuple[Span, ...]) -> str | None:
    if days is None:
        return None
    return next((rules[span] for span in spans if span in rules), None)


def _said(page: Page, hung: list[Dated], source: Attribution | None) -> DateRange | None:
    """The days of the saying itself: of the cue's own time, as "said on Friday"."""
    for cue in source.cue if source else ():
        if (found := happened.when(page, hung, cue, "actual")) is not None:
            return found[0]
    return None


def _order(
    page: Page, events: tuple[Event, ...], anchored: tuple[Time, ...]
) -> dict[str, list[tuple[str, str]]]:
    """For each event what it is told to come before, after or within, by id."""
    out: dict[str, list[tuple[str, str]]] = {}
    for time in anchored:
        relation = _RELATIONS.get(time.anchor.relation) if time.anchor else None
        if time.anchor is None or relation is None:
            continue
        first, last = page.range(time.span)
        others = [event for event in events if any(overlaps(m, time.anchor.span) for m in event.mentions)]
        mine = _governing(page, events, first, last)
        for other in others:
            if mine is not None and mine.id != other.id:
                out.setdefault(mine.id, []).append((relation, other.id))
    return {name: list(dict.fromkeys(told)) for name, told in out.items()}


def _governing(page: Page, events: tuple[Event, ...], first: int, last: int) -> Event | None:
    """The event whose trigger governs an expression."""
    for step in page.climb(page.head(first, last))[1:]:
        if first <= step < last:
            continue
        word = page.words[step]
        for event in events:
            if any(start <= word.start < end for start, end in event.mentions):
                return event
    return None
