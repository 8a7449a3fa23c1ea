"""Times in words that are quoted: counted from the day on which they were said, and not from publication."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct, structs

from sayso.attribute.quotes import quoted
from sayso.ground import happened
from sayso.ground.page import Page
from sayso.ground.times import looking, scan
from sayso.records import Anchor, Attribution, Span, Spans, Time
from sayso.spans import covers, length


class Saying(Struct, frozen=True):
    """Who says what, the words that say so, and the one day on which it was said."""

    content: Spans
    cue: Span
    day: date


def restated(page: Page, told: tuple[Time, ...], attributions: Sequence[Attribution]) -> tuple[Time, ...]:
    """
    Return the expressions with those inside quotation marks counted from the day of the saying.

    "We sail tomorrow", he said on Tuesday: that is Wednesday, whenever it was printed. Who is quoted in
    part, or retold, is counted from publication, since the reporter's are the words.
    """
    hung = happened.dated(page, told)
    sayings = (_saying(page, hung, one) for one in attributions)
    spoken = [one for one in sayings if one is not None and one.day != page.day]
    return tuple(_restated(page, time, spoken) for time in told) if spoken else told


def _saying(page: Page, hung: list[happened.Dated], one: Attribution) -> Saying | None:
    for cue in one.cue:
        found = happened.when(page, hung, cue, "actual")
        if found is not None and found[0][0] == found[0][1]:
            return Saying(one.content, cue, date.fromisoformat(found[0][0]))
    return None


def _restated(page: Page, time: Time, spoken: Sequence[Saying]) -> Time:
    start = time.span[0]
    over = [one for one in spoken if covers(one.content, time.span)]
    around = [one for one in over if quoted(page.text, one.content, start)]
    if not around:
        return time
    one = min(around, key=lambda one: length(one.content))
    found, _ = scan(page.text, *time.span, one.day, None, looking(page))
    fresh = next((each for each in found if (each.span, each.rule) == (time.span, time.rule)), None)
    if fresh is None or fresh.days == time.days:
        return time
    day = one.day.isoformat()
    anchor = Anchor(one.cue, page.text[slice(*one.cue)], happened.SAID, "told", day=(day, day))
    return structs.replace(fresh, anchor=anchor)
