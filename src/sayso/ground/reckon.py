"""Days reckoned from the days of an event: "two days after", "the last weeks of", "since"."""

from __future__ import annotations

from datetime import date

from sayso.ground import days
from sayso.ground.days import Days
from sayso.ground.leads import Lead

Bounds = tuple[date | None, date | None]
_VAGUE = {"H": 2, "D": 14, "W": 70, "M": 200, "Y": 1500, "DE": 9000, "2W": 84}
"""Days that "days", "weeks", "months" without a number reach at most."""
_LENGTHS = {"H": 1, "D": 1, "W": 7, "2W": 14, "M": 30, "Y": 365, "DE": 3652}


def reckoned(lead: Lead, relation: str, event: Days, published: date | None, way: int = 0) -> Bounds:
    """
    First and last day of an expression; None where it is open on that side.

    Args:
        lead: How long and which part.
        relation: As in `data/signals.tsv`.
        event: First and last day of the event.
        published: The day of publication, at which "since" ends and "until" begins.
        way: Where the clause looks: past (-1), future (1), not told (0).
    """
    start, end = event
    if lead.weekday:
        return _on_weekday(lead, start if relation.startswith("before") else end, relation)
    if relation == "of" or (lead.part and relation != "since"):
        return _part(lead, start, end, published)
    if relation == "since":
        return start, max(start, published) if published else None
    if relation in ("until", "before", "until-end", "before-end"):
        limit = end if relation.endswith("-end") else start
        if lead.unit and not lead.eve:
            return _away(lead, limit, limit if lead.whole else end, -1, published)
        if lead.eve:
            return _shift(limit, -1), _shift(limit, -1)
        return (published if published and published <= limit else None), limit
    if relation == "upto":
        return _shift(start, -_reach(lead)), start
    if relation == "at-end":
        return end, end
    if relation == "into":
        far = _moved(start, lead, 1)
        if far and published and start <= published < far:
            return published, published  # "nearly a year into the war", told before the year was full
        return _shift(_moved(start, lead, 1) or start, -1), _moved(start, lead, 1)
    if relation in ("during", "on"):
        return start, end
    if not lead.unit:
        ahead = published is None or published < end or (published == end and way > 0)
        return (end, None) if ahead else (start, published)
    return _away(lead, start, end, 1, published)


def undone(lead: Lead, relation: str, told: Days) -> Days | None:
    """The event's days where the day so long before or after it is told."""
    if lead.nth:
        begun = _moved(told[0], Lead(0, lead.nth - 1, lead.unit), -1)
        return (begun, told[1]) if begun else None
    sign = {"after": -1, "since": -1, "into": -1, "before": 1}.get(relation)
    if sign is None or lead.count is None or lead.unit not in ("D", "W", "2W"):
        return told if lead.unit == "H" else None
    first, last = _moved(told[0], lead, sign), _moved(told[1], lead, sign)
    return (first, last) if first and last else None


def _part(lead: Lead, start: date, end: date, published: date | None) -> Bounds:
    """ "The last weeks of", "within two days of", "on the eve of", "on the day of"."""
    if lead.eve:
        return _shift(start, -1), _shift(start, -1)
    if lead.nth:
        begun = _moved(start, Lead(0, lead.nth - 1, lead.unit), 1)
        size = _LENGTHS.get(lead.unit, 1) - 1
        return (begun, _shift(begun, size)) if begun else (None, None)
    if lead.limit:
        return start, _moved(end, lead, 1)
    if lead.part == "first":
        return start, min(_shift(start, _reach(lead)), max(start, end)) if start != end else _shift(
            start, _reach(lead)
        )
    if lead.part != "last":
        return start, end
    begun = _shift(end, -_reach(lead) + (1 if lead.count else 0))
    if lead.count is None and published and begun <= published <= end:
        begun = published
    return begun, end


def _on_weekday(lead: Lead, day: date, relation: str) -> Bounds:
    """The Sunday, or the weekend, nearest behind or in front of a day."""
    sign = -1 if relation.startswith("before") else 1
    chosen = days.weekday(_shift(day, sign), lead.weekday, sign)
    return chosen, _shift(chosen, 1) if lead.weekday == 6 and sign > 0 else chosen


def _away(lead: Lead, start: date, end: date, sign: int, published: date | None) -> Bounds:
    """So long before or after; the days in between where those are meant."""
    edge = end if sign > 0 else start
    if lead.count is None:
        far = _shift(edge, sign * _reach(lead))
        if sign > 0 and published and edge <= published:
            far = min(far, published)
        return (edge, far) if sign > 0 else (far, edge)
    first, last = _moved(start, lead, sign), _moved(end, lead, sign)
    if lead.limit:
        return (edge, last) if sign > 0 else (min(published, first) if published and first else None, first)
    if lead.whole:
        return (_shift(edge, 1), last) if sign > 0 else (first, _shift(edge, -1))
    return first, last


def _moved(day: date, lead: Lead, sign: int) -> date | None:
    """A day so many units on."""
    count = round(lead.count if lead.count is not None else 1)
    if lead.unit == "H":
        return _shift(day, sign * -(-count // 24)) if count > 12 else day
    if lead.unit == "2W":
        return days.shifted(day, sign * 2 * count, "W")
    return days.shifted(day, sign * count, lead.unit)


def _reach(lead: Lead) -> int:
    """Days a length comes to at most."""
    if lead.count is None:
        return _VAGUE.get(lead.unit, 14)
    return max(1, round(lead.count * _LENGTHS.get(lead.unit, 1)))


def _shift(day: date, count: int) -> date:
    return days.shifted(day, count, "D") or day
