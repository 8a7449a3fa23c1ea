"""A commitment over all reports that tell it, as one row of the board."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from sayso.lineage.claims import telling
from sayso.lineage.origins import support
from sayso.monitor.issued import Issued, extent, full
from sayso.monitor.states import Board, deadline
from sayso.records import DateRange, Standing
from sayso.spans import quoted


def standing(group: Sequence[Issued], board: Board, names: dict[str, str]) -> Standing:
    """
    The row for tellings of one utterance.

    Args:
        group: In order of publication.
        board: What is known.
        names: What each report is called, by its id.
    """
    fullest = full(group)
    state = board.state(group, fullest)
    behind = support([each.told for each in group])
    limit = deadline(group)
    text, made = fullest.reading.report.text, fullest.commitment
    return Standing(
        id=_id(group[0]),
        kind=made.kind,
        by=_named(each.commitment.by for each in (fullest, *group)),
        to=_named(each.commitment.to for each in (fullest, *group)),
        state=state.state,
        issued=_issued(group),
        condition=quoted(text, made.condition),
        consequence=quoted(text, made.consequence),
        deadline=limit.isoformat() if limit else None,
        spans=tuple(telling(each.told, names) for each in group),
        independent=behind.independent,
        origins=behind.origins,
        reports=len({each.reading.report.id for each in group}),
        why=state.why,
    )


def _named(codes: Iterable[str]) -> str:
    """The first that names a country, else the first that names anything."""
    told = sorted(codes, key=lambda code: (code.startswith("---"), code == "---"))
    return told[0]


def _id(first: Issued) -> str:
    words = f"{first.reading.report.id}|{first.commitment.kind}|{extent(first.commitment)[0]}"
    return "k-" + hashlib.sha256(words.encode()).hexdigest()[:10]


def _issued(group: Sequence[Issued]) -> DateRange | None:
    """The narrowest days that a telling gives; else the day of the first report."""
    told = [each.told.days for each in group if each.told.days]
    if told:
        first, last = min(told, key=lambda days: (days[1] - days[0], days))
        return first.isoformat(), last.isoformat()
    day = group[0].day
    return (day.isoformat(), day.isoformat()) if day else None
