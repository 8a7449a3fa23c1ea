"""When an event happened, or is to happen: the time expression of its own clause, and no other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from sayso.ground import days
from sayso.ground.page import Page
from sayso.records import DateRange, Event, Span, Spans, Time
from sayso.spans import overlaps

PAST = ("actual", "denied")
_ASIDES = ("anchor", "units-ago", "unit-ago", "couple-ago", "half-ago")
_SAYING = frozenset(["say", "tell", "report", "deny", "claim", "accuse", "warn", "confirm", "insist", "add"])
_DOING = frozenset(
    ["announce", "declare", "impose", "launch", "begin", "start", "hold", "sign", "order", "carry"]
)
_PASSING = frozenset(
    [
        "begin",
        "start",
        "end",
        "collapse",
        "fail",
        "resume",
        "open",
        "close",
        "erupt",
        "break",
        "happen",
        "occur",
    ]
)
_LEAD = 2
"""Sentences below a title that may date what it tells."""
_ANCHORS = 31
"""Days that an event may take and still be dated by what is counted from it."""
_COUNTED = ("anchored-later",)
_LONGEST = 366
SAID = "said"
"""Relation of a time to the saying that it is counted from."""
BOUNDING = ("before", "before-end", "until", "until-end", "within")
"""Relations to an event by which something is due."""
_LIMITS = ("by", "until", "till", "before")
_INSIDE = ("compound", "amod", "nummod", "nmod")
_MEANWHILE = frozenset(("as", "when", "while", "hours", "minutes", "moments"))
_AROUND = ("after", "before", "since", "until", "following", "despite", "over")
_RETOLD = frozenset(
    [
        "reject",
        "turn",
        "refuse",
        "deny",
        "dismiss",
        "discuss",
        "ignore",
        "recall",
        "condemn",
        "criticise",
        "criticize",
        "mourn",
        "investigate",
    ]
)
_CALLED = frozenset(("call", "announce", "declare", "plan"))
_ONGOING = frozenset(("ASSAULT", "COERCE"))
_ARGUMENTS = ("nsubj", "obj", "iobj", "obl", "nmod")


class Dated(Struct, frozen=True):
    """A time expression with a place in the syntax: its head, its preposition, the words it may belong to."""

    time: Time
    head: int
    before: str
    path: tuple[int, ...]
    verb: int


def dated(page: Page, times: tuple[Time, ...]) -> list[Dated]:
    """Hang the time expressions into the syntax."""
    out = []
    for time in times:
        first, last = page.range(time.span)
        if first >= last:
            continue
        head = page.head(first, last)
        cases = [page.lowers[k] for k in page.kids(head, "case")]
        before = cases[0] if cases else page.lowers[first - 1] if first else ""
        path = tuple(page.climb(head)[1:])
        if time.anchor is not None and time.anchor.span[0] >= time.span[1]:
            start, end = page.range(time.anchor.span)
            path, before = tuple(k for k in path if not start <= k < end), ""
        elif first and page.lowers[first - 1] == "dated" and page.words[head].head != first - 1:
            path = path[1:]
        elif not cases and page.deprel(head) in _INSIDE and path:
            # "the July attack", "Friday's report": a time inside a phrase dates what the phrase names.
            path = path[:1]
        if len(path) > 2 and page.lowers[path[0]] == "dated" and page.deprel(path[0]) == "acl":
            path = path[2:]  # "in a letter dated Sunday": what is done by letter is done then
        if len(path) > 1 and page.words[path[0]].upos == "ADJ" and page.words[path[1]].upos == "NOUN":
            path = path[:2]  # "a summit due in July"
        verb = next((k for k in path if page.words[k].upos in ("VERB", "AUX")), -1)
        out.append(Dated(time, head, before, path, verb))
    return out


def hanging(page: Page, anchored: tuple[Time, ...]) -> list[Dated]:
    """Events that others are counted from ("on Tuesday, a day after the talks"), with their days."""
    out = []
    for time in anchored:
        if time.anchor is None or time.anchor.day is None or time.rule in _COUNTED:
            continue
        start, end = (date.fromisoformat(day) for day in time.anchor.day)
        if (end - start).days > _ANCHORS:
            continue
        first, last = page.range(time.anchor.span)
        head = page.head(first, last)
        told = Time(time.anchor.span, "DATE", time.anchor.day[0], time.anchor.day, "anchor")
        lemma = page.words[head].lemma
        part = "obj" if lemma in _DOING else "nsubj" if lemma in _PASSING else "none"
        out.append(Dated(told, head, "", (head, *page.kids(head, part)), head))
    return out


def when(
    page: Page, hung: list[Dated], mention: Span, status: str, told: Spans = ()
) -> tuple[DateRange, Span] | None:
    """
    The first and last day of the event with this trigger, and the words that say so.

    `told` are the date phrases found with the event already; without any the expressions of the
    trigger's own clause are asked, the closest first.
    """
    first, last = page.range(mention)
    if first >= last:
        return None
    trigger = page.head(first, last)
    ranked = []
    line = page.words[trigger].sentence
    for one in hung:
        anchor = one.time.anchor
        if anchor is not None and anchor.span[0] <= mention[0] < anchor.span[1]:
            continue  # two days after the attack is not when the attack was
        if any(s <= one.time.span[0] < e for s, e in told):
            rank = 4
        else:
            rank = _rank(page, one, trigger) if page.words[one.head].sentence == line else 0
        if rank:
            ranked.append((-rank, abs(one.head - trigger), one))
    ranked.sort(key=lambda entry: entry[:2])
    for _, _, one in ranked:
        interval = spanned(one, page.day, status)
        if interval is not None:
            return interval, one.time.span
    return None


def narrower(
    one: tuple[DateRange, Span] | None, other: tuple[DateRange, Span] | None
) -> tuple[DateRange, Span] | None:
    """Of two datings of an event the first, or the second that lies within it ("July", "July 15")."""
    if one is None or other is None:
        return one or other
    inside = one[0][0] <= other[0][0] and other[0][1] <= one[0][1]
    return other if inside and one[0] != other[0] else one


def going_on(
    page: Page, hung: list[Dated], mention: Span, kind: str, status: str
) -> tuple[DateRange, Span] | None:
    """
    The day that fighting and force are told on in the sentence itself or the one before: a report goes on
    with the same day until it names another. In a title it is the day of the first sentence that has one.
    """
    first, last = page.range(mention)
    if first >= last or status not in PAST or page.day is None:
        return None
    line = page.words[first].sentence
    heading = page.kind(first) == "title"
    if heading:
        near = [one for one in hung if line < page.words[one.head].sentence <= line + _LEAD]
    elif kind in _ONGOING and _is_told(page, page.head(first, last)):
        near = [one for one in hung if line - _LEAD <= page.words[one.head].sentence <= line]
        near = [one for one in near if one.time.span[0] < mention[0] and not _aside(page, one)][::-1]
    else:
        return None
    over = page.climb(page.head(first, last))
    for one in near:
        if one.time.rule in _ASIDES or one.verb in over or _is_saying(page, one) or _is_dateline(page, one):
            continue
        if one.time.days is not None and one.time.days[0] == one.time.days[1] and one.before not in _AROUND:
            told = spanned(one, page.day, status)
            return (told, one.time.span) if told and told[0] == told[1] else None
    return None


def _is_saying(page: Page, one: Dated) -> bool:
    """Does the time date only that somebody said so?"""
    return one.verb >= 0 and page.words[one.verb].lemma in _SAYING


def _is_dateline(page: Page, one: Dated) -> bool:
    """Does the time stand in front of a dash, as in "OFER, March 10 - "?"""
    behind = page.range(one.time.span)[1]
    return page.lowers[behind : behind + 1] in (["-"], ["–"], ["—"], [")"], ["("], ["--"])


def _aside(page: Page, one: Dated) -> bool:
    """Is it told in a clause behind a noun ("a town that fell three days ago")?"""
    return any(page.deprel(step) == "acl" for step in page.climb(one.head))


def _is_told(page: Page, number: int) -> bool:
    """Is it told as something that happened: in the past tense, not going on?"""
    verb = next((k for k in page.climb(number) if page.words[k].upos in ("VERB", "AUX")), number)
    helped = {page.lowers[k] for k in page.kids(verb, "aux", "cop")}
    form = page.words[verb].xpos
    return form == "VBD" or (form in ("VBN", "VB") and bool(helped & {"was", "were", "had", "did"}))


def _rank(page: Page, one: Dated, trigger: int) -> int:
    """3: on the expression's own path; 2: in the same clause as an argument, or one step of chaining away."""
    if one.time.rule == "anchor":
        return 3 if trigger in one.path else 0
    if one.before == "from" and page.words[trigger].lemma in _CALLED:
        return 0  # "called a strike from Monday"
    upto = one.path.index(one.verb) + 1 if one.verb in one.path else len(one.path)
    if trigger in one.path[:upto]:
        return 3
    if one.verb < 0:
        return 0
    if one.verb > one.head > trigger and _beside(page, trigger, one.head):
        return 2
    word = page.words[trigger]
    if word.upos in ("NOUN", "PROPN"):
        return _named(page, one, trigger)
    if page.deprel(trigger) == "xcomp" and word.head == one.verb:
        return 2
    if page.deprel(trigger) == "conj" and word.head == one.verb:
        return 2 if one.path[0] == one.verb and trigger > one.head else 0
    if one.verb in page.kids(trigger, "conj") and not page.kids(one.verb, "nsubj"):
        return 2
    if one.verb in page.kids(trigger, "conj") and one.head > one.verb and trigger < one.verb:
        return 1  # "stations were torched and 18 people died on Sunday"
    if (
        page.deprel(trigger) == "advcl"
        and word.head == one.verb
        and word.xpos == "VBG"
        and one.head < trigger
    ):
        if page.kids(trigger, "mark"):
            return 0
        return 1  # "went ahead with the vote on May 10, ignoring an appeal"
    marks = {page.lowers[k] for k in page.kids(trigger, "mark", "advmod")}
    if page.deprel(trigger) == "advcl" and word.head == one.verb and marks & _MEANWHILE:
        return 1
    return 1 if one.verb in page.kids(trigger, "xcomp") else 0


def _beside(page: Page, trigger: int, head: int) -> bool:
    """Do a verb and a time stand in one piece ("boarded a ship on Friday, X said")?"""
    if page.words[trigger].upos != "VERB" or page.words[trigger].xpos not in ("VBD", "VBN"):
        return False
    between = range(trigger + 1, head)
    return all(
        page.words[k].upos not in ("VERB", "AUX") and page.lowers[k] not in (",", "that") for k in between
    )


def _named(page: Page, one: Dated, trigger: int) -> int:
    """The same for an act told by a noun: argument of the dated verb, or noun with a dated participle."""
    if one.verb in page.kids(trigger, "acl") and _of_it(page, one.verb):
        return 2
    path = page.climb(trigger)
    verb = next((step for step in path[1:] if page.words[step].upos in ("VERB", "AUX")), -1)
    if verb != one.verb:
        return 0
    branch = path[path.index(verb) - 1]
    if page.words[verb].lemma in _RETOLD and not page.kids(branch, "case") and branch > verb:
        return 0  # a request turned down on Friday was not made on Friday
    around = any(page.lowers[k] in _AROUND for k in page.kids(branch, "case"))
    return 2 if page.deprel(branch) in _ARGUMENTS and not around else 0


def _of_it(page: Page, verb: int) -> bool:
    """Is a clause behind a noun told of that noun ("a raid that shut the port on Friday")?"""
    subjects = page.kids(verb, "nsubj")
    return not subjects or page.lowers[subjects[0]] in ("that", "which")


def ahead(page: Page, hung: list[Dated], event: Event) -> tuple[DateRange, Span] | None:
    """ "The ministers meet in Dublin tomorrow": the days to come of what the present tense tells."""
    unsure = (
        event.status == "possible" and event.why is not None and event.why.status.startswith("factuality")
    )
    if not (event.status == "actual" or unsure) or page.day is None:
        return None
    for mention in event.mentions:
        first, last = page.range(mention)
        verb = page.head(first, last) if first < last else -1
        if verb < 0 or page.words[verb].xpos not in ("VBZ", "VBP", "VBG"):
            continue
        if page.words[verb].xpos == "VBG" and not page.kids(verb, "aux"):
            continue
        helped = {page.words[k].xpos for k in page.kids(verb, "aux")}
        told = when(page, hung, mention, "planned", event.spans.date) if "VBD" not in helped else None
        if told is not None and date.fromisoformat(told[0][0]) > page.day:
            return told
    return None


def spanned(one: Dated, published: date | None, status: str) -> DateRange | None:
    """The days an expression gives an event: "since" and "by" reach to publication, open units end there."""
    if one.time.days is None:
        return None
    start, end = (date.fromisoformat(day) for day in one.time.days)
    past = status in PAST
    if (end - start).days > _LONGEST:
        return None  # "the 11th-century temple", "in the 1990s"
    if past and one.time.rule == "overnight":
        start = days.shifted(start, -1, "D") or start
    if published is None or (one.time.anchor is not None and one.time.anchor.relation == SAID):
        return days.iso((start, end))
    if one.before == "since" and start <= published:
        return days.iso((start, published))
    if one.before in ("by", "until", "till") and end >= published:
        # What has happened is not dated by a limit that lies ahead: that is when something is due.
        return None if past and end > published else days.iso((published, end))
    if one.before == "before":
        return None
    if start < published < end or (start <= published <= end and start != end):
        return days.iso((start, published) if past else (published, end))
    if status == "actual" and start > published:
        return None  # what is denied may be a visit that is called off
    if not past and end < published and status != "planned":
        return None  # what was asked for or threatened on a day is not to come on that day
    return days.iso((start, end))


def deadline(
    page: Page, hung: list[Dated], spans: Spans, said: DateRange | None, hanging: Sequence[Time] = ()
) -> str | None:
    """
    The day by which: "before he takes office" in the words of a commitment, "by X", "before X" near them,
    or "within N days" counted from the day it was made.
    """
    if (limit := _bounded(hanging, spans, said)) is not None:
        return limit
    base = date.fromisoformat(said[1]) if said else page.day
    sentences = {page.words[n].sentence for s in spans for n in [page.at(s[0])] if n is not None}
    for one in hung:
        if page.words[one.head].sentence not in sentences:
            continue
        if one.before in _LIMITS and one.time.days is not None:
            end = date.fromisoformat(one.time.days[1])
            if base is None or end >= base:
                return end.isoformat()
        length = _length(one.time.value) if one.time.type == "DURATION" else None
        if length and base and (one.before == "within" or _to_do(page, one)):
            return (base + length).isoformat()
    return None


def _bounded(hanging: Sequence[Time], spans: Spans, said: DateRange | None) -> str | None:
    """The day of an event that is told as a limit, where that is known and not over when it is said."""
    for time in hanging:
        latest = time.anchor.latest if time.anchor and time.anchor.relation in BOUNDING else None
        near = any(overlaps(span, time.span) for span in spans)
        if latest is not None and near and (said is None or said[1] <= latest):
            return latest
    return None


def _to_do(page: Page, one: Dated) -> bool:
    """Is it a span given for a deed ("24 hours to go", "10 days to shut")?"""
    _, last = page.range(one.time.span)
    return (page.lowers[last : last + 1] == ["to"] and one.before in ("", "of")) or (
        page.lowers[last : last + 1] == ["to"] and page.words[one.head].upos == "NOUN"
    )


def _length(value: str) -> timedelta | None:
    """Whole days of a duration in days, weeks or hours."""
    unit, count = value[-1], value.strip("PTDWH")
    if not count.isdigit():
        return None
    return {
        "D": timedelta(int(count)),
        "W": timedelta(7 * int(count)),
        "H": timedelta(-(-int(count) // 24)),
    }.get(unit)
