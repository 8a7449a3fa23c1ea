"""Times that hang on an event: "two days after the raid", "before he leaves office", "since the coup"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import structs

from sayso.ground import days, tables
from sayso.ground.leads import Lead, lead, signals
from sayso.ground.moments import Hanging, Moments
from sayso.ground.names import Found
from sayso.ground.page import FACTS, Page
from sayso.ground.reckon import Bounds, reckoned, undone
from sayso.ground.tense import direction
from sayso.records import Anchor, DateRange, Sentence, Time

_EVENTS = tables.words("anchor-events")
_TERMS = tables.words("anchor-terms") | tables.words("anchor-elections")
_STOPS = frozenset(',.;:!?()"“”—–')
_LATER = frozenset(
    [
        "day-later",
        "days-on",
        "days-later",
        "day-earlier",
        "days-earlier",
        "next-day",
        "next-part",
        "previous-day",
        "the-day-before",
        "the-day-after",
    ]
)
_DAYS = ("day", "night", "morning", "evening")
_TIMED = 5
_SHORT = 14
"""Days up to which a reckoned interval is the time of what happened in it."""


def anchored(page: Page, times: tuple[Time, ...], found: list[Found]) -> tuple[Time, ...]:
    """
    Return the expressions that hang on an event, in text order; their span takes in lead, signal and event.

    `value` is the day in ISO 8601 or the interval "first/last" (".." where open); without any day it is the
    relation and the event's words, and `days` is None.
    """
    moments = Moments(page, times, found)
    out: list[Time] = []
    for sentence in page.sentences:
        if page.annotated.segments[sentence.segment].kind in FACTS:
            out.extend(_time(page, moments, one) for one in _hanging(page, sentence, moments))
    out.extend(_counted(page, times))
    return tuple(sorted(out, key=lambda time: time.span))


def _counted(page: Page, times: tuple[Time, ...]) -> Iterator[Time]:
    """ "Two days later": counted from the day told last, and so from what was told with it."""
    base: Time | None = None
    for time in times:
        if base is not None and time.days and time.rule in _LATER and _is_short(time.days):
            relation = "before" if time.days[1] < (base.days or time.days)[0] else "after"
            sentence = page.sentences[page.words[page.range(base.span)[0]].sentence]
            span = (sentence.start, base.span[1] if time.span[0] < sentence.end else sentence.end)
            way = _seen((date.fromisoformat(time.days[0]), date.fromisoformat(time.days[1])), page.day, 0)
            words = page.text[slice(*span)].rstrip(" .")
            where = (span[0], span[0] + len(words))
            anchor = Anchor(where, words, relation, "report", None, *time.days, way, base.days)
            yield structs.replace(time, rule="anchored-later", anchor=anchor)
        elif time.days and time.days[0] == time.days[1]:
            base = time


def hung(times: tuple[Time, ...], events: tuple[Time, ...]) -> tuple[Time, ...]:
    """Give the time expressions inside anchored ones their anchor, and the days of it where it is short."""
    out = []
    for time in times:
        inside = next(
            (one for one in events if one.span == time.span or _leads(one, time)),
            None,
        )
        if inside is None:
            out.append(time)
            continue
        exact = inside.days if inside.rule in ("anchored", "anchored-later") else None
        out.append(structs.replace(time, anchor=inside.anchor, days=exact))
    return tuple(out)


def _is_short(told: DateRange) -> bool:
    return (date.fromisoformat(told[1]) - date.fromisoformat(told[0])).days < _SHORT


def _leads(one: Time, time: Time) -> bool:
    """Does the time stand in front of the event it hangs on?"""
    return one.anchor is not None and one.span[0] <= time.span[0] and time.span[1] <= one.anchor.span[0]


def _hanging(page: Page, sentence: Sentence, moments: Moments) -> Iterator[Hanging]:
    """The signals of a sentence with what stands before and behind them; no two overlap."""
    at = free = sentence.first
    while at < sentence.last:
        one = _at(page, sentence, at, free, moments)
        at, free = (one.last, one.last) if one else (at + 1, free)
        if one:
            yield one


def _at(page: Page, sentence: Sentence, at: int, free: int, moments: Moments) -> Hanging | None:
    if page.lowers[at] in _DAYS and (named := _bare(page, sentence, at)) is not None:
        return named
    for words, relation, needs in signals().get(page.lowers[at], ()):
        behind = at + len(words)
        if tuple(page.lowers[at:behind]) != words or behind >= sentence.last:
            continue
        front = lead(page, at, free)
        if words == ("following",) and page.deprel(at) not in ("case", "mark"):
            continue  # "the following year"
        if needs == "length" and not front.unit:
            continue
        if needs == "part" and not (
            front.part or front.nth or front.eve or front.limit or _day_of(page, front, at)
        ):
            continue
        one = _event(page, sentence, front, relation, at, behind, moments)
        if one is None or (needs == "clause" and not _is_clause(page, at, one)):
            return None
        if needs == "any" and page.words[behind].upos in ("DET", "PRON"):
            return structs.replace(one, clause=True)
        return one if _is_event(page, one, moments) else None
    return None


def _is_clause(page: Page, at: int, one: Hanging) -> bool:
    """ "Once the war is over", not "once again" or "once invincible"."""
    told = page.kids(one.head, "nsubj") or page.words[one.head].xpos == "VBN"
    return one.clause and page.words[at].head == one.head and bool(told)


def _bare(page: Page, sentence: Sentence, at: int) -> Hanging | None:
    """ "The day the city fell": a clause behind a day, without a signal."""
    if at == sentence.first or page.lowers[at - 1] != "the":
        return None
    for head in page.kids(at, "acl"):
        subjects = page.kids(head, "nsubj")
        if page.words[head].deprel == "acl:relcl" and subjects and at < subjects[0] < head:
            below = [number for number in page.subtree(head) if at < number < sentence.last]
            stop = next((k for k in below if page.lowers[k] in _STOPS), max(below) + 1)
            if page.lowers[subjects[0]] not in ("that", "which") and head < stop:
                return Hanging(Lead(at - 1, 1, "D"), "on", at + 1, stop, head, True)
    return None


def _day_of(page: Page, front: Lead, at: int) -> bool:
    """ "The day of", "the night of": one day of an event."""
    return front.unit == "D" and front.count == 1 and page.lowers[front.first : at].count("the") == 1


def _event(
    page: Page, sentence: Sentence, front: Lead, relation: str, signal: int, behind: int, moments: Moments
) -> Hanging | None:
    """The event behind a signal: to the end of its clause or phrase, or to a mark of punctuation."""
    stop = behind
    while stop < sentence.last and page.lowers[stop] not in _STOPS:
        stop += 1
    if stop == behind:
        return None
    head = page.words[signal].head
    while moments.is_time(head) and behind <= page.words[head].head < stop:
        head = page.words[head].head  # "since last week's election"
    clause = page.deprel(signal) in ("mark", "advmod") and behind <= head < stop
    if not behind <= head < stop:
        head = page.head(behind, stop)
    if page.words[head].upos in ("VERB", "AUX"):
        clause = True
    below = [number for number in page.subtree(head) if behind <= number < stop]
    last = max(below, default=head) + 1 if not clause or below else stop
    if (
        last < stop
        and page.lowers[last] in ("on", "in")
        and moments.is_time(stop - 1)
        and stop - last < _TIMED
    ):
        last = stop  # "since the coup on Friday,"
    return Hanging(front, relation, behind, max(last, head + 1), head, clause)


def _is_event(page: Page, one: Hanging, moments: Moments) -> bool:
    """Is it a happening, and not a day, a place or a person?"""
    if moments.is_time(one.head) and not one.clause:
        return False
    if one.clause:
        subjects = page.kids(one.head, "nsubj")
        if one.relation == "since" and _is_because(page, one.head):
            return False
        if page.words[one.head].xpos == "VBG":
            return bool(one.lead.unit or "office" in page.lowers[one.first : one.last])
        return not subjects or one.first <= subjects[0]
    words = set(page.lowers[one.first : one.last])
    heads = [one.head]
    if page.lowers[one.head] in ("end", "start", "beginning", "outbreak", "eve", "rest"):
        heads += page.kids(one.head, "nmod")
    told = {form for k in heads for form in (page.words[k].lemma.lower(), page.lowers[k])}
    named = bool(told & (_EVENTS | _TERMS)) or bool(words & {"swearing", "election"})
    if one.lead.limit or (one.lead.unit and one.relation in ("before", "after", "since", "into", "upto")):
        return page.words[one.head].upos in ("NOUN", "PROPN")
    return named


def _time(page: Page, moments: Moments, one: Hanging) -> Time:
    """The expression with its days, as far as its event is dated."""
    way = _way(page, one)
    day, via, name = moments.of(one, way)
    beside = moments.beside(one) if one.lead.unit and via != "told" else None
    bounds: Bounds = reckoned(one.lead, one.relation, day, page.day, way) if day else (None, None)
    apposed = beside is not None and moments.is_apposed(one)
    if beside is not None and one.lead.count is not None and (day is None or apposed):
        # "On Tuesday, a day after the talks": that is Tuesday, and the talks were on Monday.
        bounds, via, day = beside, "told", undone(one.lead, one.relation, beside)
    elif beside is not None and one.lead.unit == "H":
        bounds, via, day = beside, "told", beside
    if way < 0 and page.day and bounds[0] and bounds[1] and bounds[0] <= page.day < bounds[1]:
        bounds = bounds[0], page.day
    words = page.text[slice(*page.span(one.first, one.last))]
    earliest, latest = (edge.isoformat() if edge else None for edge in bounds)
    untold = 1 if one.relation.startswith("until") else -1
    seen = _seen(bounds, page.day, way or untold)
    where = page.span(one.first, one.last)
    relation = "within" if one.lead.limit and one.relation in ("of", "after") else one.relation
    anchor = Anchor(where, words, relation, via, name, earliest, latest, seen, days.iso(day))
    span = page.span(one.lead.first, one.last)
    if not any(bounds):
        return Time(span, "DATE", f"{one.relation} {words}", None, "anchored-unknown", anchor)
    return Time(span, "DATE", _value(bounds), _days(bounds), _rule(one, bounds), anchor)


def _days(bounds: Bounds) -> tuple[str, str] | None:
    first, last = bounds
    return days.iso((first, last)) if first and last and first <= last else None


def _value(bounds: Bounds) -> str:
    first, last = (edge.isoformat() if edge else ".." for edge in bounds)
    return first if first == last else f"{first}/{last}"


def _rule(one: Hanging, bounds: Bounds) -> str:
    """ "anchored" where a short time is told, "anchored-vague" where only the frame of one is."""
    first, last = bounds
    short = first is not None and last is not None and (last - first).days <= _SHORT
    told = one.lead.count is not None or one.relation in ("on", "during", "at-end")
    return "anchored" if short and told and not one.lead.limit else "anchored-vague"


def _is_because(page: Page, head: int) -> bool:
    """ "Since it does not back the plan": a reason, and no time."""
    helpers = {page.lowers[k] for k in page.kids(head, "aux", "cop", "advmod")}
    plain = page.words[head].xpos in ("VBZ", "VBP") or bool(helpers & {"is", "are", "does", "do"})
    return plain or bool(helpers & {"not", "n't", "never"})


def _way(page: Page, one: Hanging) -> int:
    """Which way the clause around it looks; the tense of the event's own clause may settle it."""
    if one.relation == "since":
        return -1
    outer = next((k for k in page.climb(one.head)[1:] if not one.lead.first <= k < one.last), None)
    around = direction(page, outer) if outer is not None else 0
    if one.clause and one.relation in ("before", "after", "until"):
        form = page.words[one.head].xpos
        helped = {page.words[k].xpos for k in page.kids(one.head, "aux", "cop")}
        if form in ("VBZ", "VBP") or helped & {"VBZ", "VBP"}:
            return -1 if one.relation == "after" and page.kind(one.head) == "title" else 1
        past = form == "VBD" or "VBD" in helped
        if one.relation != "until" and past and not _is_would(page, outer):
            return -1
        if past and around == 0:
            return -1
    return around


def _is_would(page: Page, number: int | None) -> bool:
    """Is it something that will or would be done?"""
    helpers = {page.lowers[k] for k in page.kids(number, "aux")} if number is not None else set()
    return bool(helpers & {"will", "would", "'ll", "shall", "should"})


def _seen(bounds: Bounds, published: date | None, way: int) -> str | None:
    """Past, present or future: by its days, else by the tense."""
    first, last = bounds
    if published is None or (first is None and last is None):
        return {-1: "past", 1: "future"}.get(way)
    if last is not None and last <= published:
        return "past"
    if first is not None and published <= first:
        return "future"
    if first is None:
        return "future" if way > 0 else "past"
    return "present"
