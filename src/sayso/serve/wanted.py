"""Filters over claims and standing commitments, which are made when asked for and not stored."""

from __future__ import annotations

from sayso.ledger import filters
from sayso.ledger.filters import Filter
from sayso.records import Claim, DateRange, Standing, Telling


def checked(wanted: Filter) -> Filter:
    """
    The filter with its codes and days in their proper form.

    Raises:
        QueryError: A code or a day that cannot be understood.
    """
    return Filter(
        actor=filters.actor(wanted.actor) if wanted.actor else None,
        recipient=filters.actor(wanted.recipient) if wanted.recipient else None,
        type=wanted.type,
        status=wanted.status,
        since=filters.day("since", wanted.since),
        until=filters.day("until", wanted.until),
        outlet=wanted.outlet,
    )


def fits_claim(wanted: Filter, claim: Claim) -> bool:
    """Is this a claim that was asked for?"""
    return (
        _party(wanted.actor, claim.actor)
        and _party(wanted.recipient, claim.recipient)
        and wanted.type in (None, claim.type)
        and wanted.status in (None, claim.status)
        and _period(wanted, claim.date, claim.spans)
        and _told(wanted.outlet, claim.spans)
    )


def fits_standing(wanted: Filter, standing: Standing) -> bool:
    """Is this a commitment that was asked for? `type` is its kind, `status` its state."""
    return (
        _party(wanted.actor, (standing.by,))
        and _party(wanted.recipient, (standing.to,))
        and (wanted.type or standing.kind).casefold() == standing.kind.casefold()
        and wanted.status in (None, standing.state)
        and _period(wanted, standing.issued, standing.spans)
        and _told(wanted.outlet, standing.spans)
    )


def _party(code: str | None, codes: tuple[str, ...]) -> bool:
    """A whole code equals one of them; a country or sector alone is part of one."""
    if code is None:
        return True
    return any(code == each if " " in code else code in each.split() for each in codes)


def _period(wanted: Filter, days: DateRange | None, tellings: tuple[Telling, ...]) -> bool:
    if wanted.since is None and wanted.until is None:
        return True
    told = sorted(each.published.date().isoformat() for each in tellings if each.published)
    if days is None and not told:
        return False
    first, last = days or (told[0], told[-1])
    return last >= (wanted.since or "") and first <= (wanted.until or "9999")


def _told(outlet: str | None, tellings: tuple[Telling, ...]) -> bool:
    return outlet is None or any((each.outlet or "").casefold() == outlet.casefold() for each in tellings)
