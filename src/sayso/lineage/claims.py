"""A group of tellings made a claim: what is claimed, who stands behind it, what it is called."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from sayso.lineage.origins import support
from sayso.lineage.told import Told, name
from sayso.records import Claim, DateRange, EventPlace, Telling

_T = TypeVar("_T", bound=Hashable)


def claim(told: Sequence[Told], names: dict[str, str]) -> Claim:
    """
    The claim that tellings of one event make.

    Args:
        told: In order of publication.
        names: What each report is called, by its id.
    """
    stated = [each for each in told if each.stance == "for"] or list(told)
    against = [each for each in told if each.stance == "against"]
    retracted = frozenset(each.path[0].name for each in told if each.voice == "retraction")
    status = _most(each.event.status for each in stated) or ""
    behind = support([each for each in told if each.stance == "for"], retracted)
    return Claim(
        id=_id(told[0]),
        type=_most(each.event.type for each in stated) or "",
        status="denied" if retracted and not behind.paths else status,
        spans=tuple(telling(each, names) for each in told),
        newsrooms=behind.newsrooms,
        origins=behind.origins,
        independent=behind.independent,
        depends_on=behind.depends_on,
        contested=bool(behind.paths and support(against).paths),
        reports=len({each.report.id for each in told}),
        actor=_parties(each.event.actor for each in stated),
        recipient=_parties(each.event.recipient for each in stated),
        date=_date(stated),
        place=_place(stated),
        title=_title(stated),
    )


def _id(first: Told) -> str:
    """Made of the earliest telling's words alone, so that later reports do not change it."""
    words = f"{first.report.id}|{first.event.type}|{first.event.status}|{first.span[0]}"
    return "c-" + hashlib.sha256(words.encode()).hexdigest()[:10]


def telling(told: Told, names: dict[str, str]) -> Telling:
    """A telling as a ledger's rows show it."""
    return Telling(
        report=names[told.report.id],
        start=told.span[0],
        end=told.span[1],
        stance=told.stance,
        outlet=told.report.outlet,
        published=told.report.published,
        event=told.id,
        chain=told.chain,
        sentence=told.sentence,
        copy_of=told.copy_of,
    )


def _most(values: Iterable[_T]) -> _T | None:
    """The commonest value; of equals, the one told first."""
    counted = Counter(values)
    return counted.most_common(1)[0][0] if counted else None


def _parties(told: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The fullest answer that is told most often; an unnamed party gives way to a named one."""
    every = [codes for codes in told if codes]
    named = [codes for codes in every if any(code != "---" for code in codes)]
    return _most(named or every) or ()


def _date(told: Sequence[Told]) -> DateRange | None:
    """The days most often told; of equals the narrowest, then the first."""
    counted = Counter(each.days for each in told if each.days)
    if not counted:
        return None
    first, last = min(counted, key=lambda days: (-counted[days], days[1] - days[0], days))
    return first.isoformat(), last.isoformat()


def _place(told: Sequence[Told]) -> EventPlace | None:
    return _most(each.event.place for each in told if each.event.place)


def _title(told: Sequence[Told]) -> str:
    """The first sentence that tells it; headlines only where there is no other."""
    body = [each for each in told if not each.in_title]
    return (body or told)[0].sentence


def report_names(told: Iterable[Told]) -> dict[str, str]:
    """What each report is called: its URL or key where no other report bears it, else its id."""
    reports = {each.report.id: each.report for each in told}
    borne = Counter(name(report) for report in reports.values())
    return {key: name(report) if borne[name(report)] == 1 else key for key, report in reports.items()}
