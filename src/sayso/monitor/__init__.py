"""
What stands now. In come readings and the claims they make together; out comes a board of commitments -
threats, warnings, promises, orders, demands, refusals - each utterance once, with its state on a day:
armed, approaching, tripped, kept, expired or withdrawn, and why. A tripwire is tripped only by what is
told as having happened after it was laid; plans, denials and look-alikes leave it armed (Schelling,
"Arms and Influence", 1966, for the terms). A day that passed in silence counts only where an outlet was
publishing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from sayso.lineage.claims import report_names
from sayso.lineage.moment import published_by
from sayso.monitor.issued import issued, joined
from sayso.monitor.standings import standing
from sayso.monitor.states import Board
from sayso.monitor.view import View
from sayso.records import Claim, Reading, Standing

__all__ = ["monitor"]


def monitor(
    readings: Iterable[Reading], claims: Iterable[Claim], as_of: datetime | None = None
) -> tuple[Standing, ...]:
    """
    The commitments of all reports and how they stand, oldest first.

    Args:
        readings: In any order.
        claims: What `lineage` made of the readings published by `as_of`.
        as_of: Aware. Only reports published by then are counted, and deadlines are held against its
            day; None counts all reports, and takes the day of the newest.
    """
    known = published_by(readings, as_of)
    moments = [reading.report.published for reading in known if reading.report.published]
    moment = as_of or max(moments, default=None)
    board = Board(claims, moment.date() if moment else date.min, View(known, moment) if moment else None)
    every = tuple(issued(known))
    names = report_names(each.told for each in every)
    return tuple(standing(group, board, names) for group in joined(every))
