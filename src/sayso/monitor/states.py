"""How a commitment stands on a day, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from msgspec import Struct

from sayso.monitor.evidence import Seen, Sought, by_whom, matches, seen, sought
from sayso.monitor.issued import Issued
from sayso.monitor.view import View
from sayso.records import Claim

_NEGATION = re.compile(r"n[’']t\b|\b(?:no|not|never|without|fail\w*|refuse\w*|unless|until)\b", re.I)
_OPENERS = re.compile(r"\b(?:unless|until)\W*\Z", re.I)
_NEAR = timedelta(days=2)
_COMING = ("planned", "threatened", "possible")


class State(Struct, frozen=True):
    """One of armed, approaching, tripped, kept, expired, withdrawn; `why` in a sentence."""

    state: str
    why: str


class Board:
    """What is known on a day, sorted by what it says of a deed."""

    def __init__(self, claims: Iterable[Claim], today: date, view: View | None = None) -> None:
        every = tuple(claims)
        self.today = today
        self.view = view
        self.done = seen(claim for claim in every if claim.status == "actual")
        self.coming = seen(claim for claim in every if claim.status in _COMING)
        self.denied = seen((claim for claim in every if claim.status == "denied"), "against")

    def state(self, group: Sequence[Issued], fullest: Issued) -> State:
        """The state of one utterance, by all its tellings."""
        condition = sought(fullest, fullest.commitment.condition)
        consequence = by_whom(sought(fullest, fullest.commitment.consequence), fullest)
        return (
            self._ended(fullest, consequence)
            or self._met(fullest, condition)
            or self._by_time(group, fullest, condition)
        )

    def _ended(self, issued: Issued, consequence: Sought) -> State | None:
        if not consequence.events:
            return None
        done = _first(matches(consequence, issued, self.done))
        if done:
            return State("kept", f"carried out: {_told(done)}")
        dropped = _first(matches(consequence, issued, self.denied))
        return State("withdrawn", f"said not to be so: {_told(dropped)}") if dropped else None

    def _met(self, issued: Issued, condition: Sought) -> State | None:
        if not condition.stems or (negative(issued) and not condition.events):
            return None  # words shared with "does not release" are shared with its contrary too
        met = _first(matches(condition, issued, self.done))
        if met is None:
            return None
        if negative(issued):
            return State("expired", f"what it asked for was done: {_told(met)}")
        return State("tripped", f"its condition was met: {_told(met)}")

    def _by_time(self, group: Sequence[Issued], issued: Issued, condition: Sought) -> State:
        limit = deadline(group)
        if limit and limit < self.today:
            blind = self.view.blind_since(limit) if self.view else ""
            if blind:
                return State("approaching", f"{limit} passed, with no observation since: {blind}")
            if condition.stems and negative(issued):
                return State("tripped", f"{limit} passed, and no report here says that it was done")
            return State("expired", f"{limit} passed, and no report here says that it came about")
        if limit and limit - self.today < _NEAR:
            return State("approaching", f"the time set ends on {limit}")
        own = issued.reading.report.id
        elsewhere = [each for each in matches(condition, issued, self.coming) if not each.only_in(own)]
        coming = _first(elsewhere) if condition.events else None
        if coming and not negative(issued):
            return State("approaching", f"{coming.claim.status}: {_told(coming)}")
        return State("armed", "")


def negative(issued: Issued) -> bool:
    """Is the condition that something is not done ("if X does not", "unless X")?"""
    text = issued.reading.report.text
    return any(
        _NEGATION.search(text, *span) or _OPENERS.search(text[max(0, span[0] - 12) : span[0]])
        for span in issued.commitment.condition
    )


def deadline(group: Sequence[Issued]) -> date | None:
    """The first day told as the last one."""
    days = []
    for each in group:
        try:
            days.append(date.fromisoformat((each.commitment.deadline or "")[:10]))
        except ValueError:
            continue
    return min(days, default=None)


def _first(found: Iterable[Seen]) -> Seen | None:
    return min(found, key=lambda each: (each.day or date.max, each.claim.id), default=None)


def _told(each: Seen) -> str:
    telling = each.tellings[0]
    return f"“{telling.sentence}” ({telling.outlet or telling.report})"
