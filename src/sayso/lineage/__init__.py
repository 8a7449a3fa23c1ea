"""
Readings compared. In come the readings of any number of reports; out come claims: each event once, with
every telling of it, the sources behind the tellings and how many of them are independent. Reprints fold
under what they reprint (winnowed shingles, Schleimer et al. 2003), re-reports under the newsroom they
name, and the count of independent ways is Menger's: the least number of parties that would all have to
be wrong. A denial is a telling against.
"""

from __future__ import annotations

from collections.abc import Iterable

from sayso.lineage.claims import claim, report_names
from sayso.lineage.grouping import grouped
from sayso.lineage.moment import published_by
from sayso.lineage.tellings import Teller
from sayso.records import Claim, Reading

__all__ = ["lineage"]


def lineage(readings: Iterable[Reading]) -> tuple[Claim, ...]:
    """
    What the reports claim together, oldest claim first.

    Args:
        readings: In any order; the order does not change what comes out.
    """
    told = tuple(Teller(published_by(readings, None)).told())
    names = report_names(each for tellings in told for each in tellings)
    return tuple(claim(group, names) for group in grouped(told))
