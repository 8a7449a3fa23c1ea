"""
The records of time, part of `sayso.records`: time expressions, what they hang on, and what gave an event
its days.
"""

from __future__ import annotations

from msgspec import Struct

Span = tuple[int, int]
Spans = tuple[Span, ...]
DateRange = tuple[str, str]


class Anchor(Struct, frozen=True, gc=False):
    """
    The event a time hangs on ("two days after the raid"). `words` name it as the report does, at `span`;
    `relation` is before, after, within, since, until, during, into, of..., or said, where a quoted time is
    counted from the day of the saying; `via` says what dated it: "told" with
    it, "report" (an earlier sentence), "register" (then `name` is the entry), or "unknown". `earliest` and
    `latest` bound the time, None where open or unknown; `way` is "past", "present" or "future" as seen
    from publication, None where that is not told. `day` is the first and last day of the event itself.
    """

    span: Span
    words: str
    relation: str
    via: str = "unknown"
    name: str | None = None
    earliest: str | None = None
    latest: str | None = None
    way: str | None = None
    day: DateRange | None = None


class Time(Struct, frozen=True, gc=False):
    """
    A TIMEX3 (ISO-TimeML): type DATE, TIME, DURATION or SET; `days` is the interval it covers, `anchor` the
    event it is counted from where that is not the day of publication.
    """

    span: Span
    type: str
    value: str
    days: DateRange | None = None
    rule: str | None = None
    anchor: Anchor | None = None


class When(Struct, frozen=True, gc=False):
    """
    What gave an event or a commitment its days. `rule` names the rule of the time expression ("weekday",
    "anchored"), "going on" where the sentence before it did; `grain` is how fine they are: day, week, month,
    quarter, year or span. `tense` is "happened" or "due"; `said` the days on which it was said, None where
    that is not told. `order` holds (before, after or during; the id of another event) as told.
    """

    rule: str | None = None
    grain: str | None = None
    tense: str = "happened"
    said: DateRange | None = None
    order: tuple[tuple[str, str], ...] = ()
