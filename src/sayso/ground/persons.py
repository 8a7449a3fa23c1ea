"""Which bearer of a name is meant: by the day, the title before it, and the countries around it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from sayso.ground.names import Found, Name
from sayso.ground.offices import RULERS, office, rank, seat
from sayso.ground.register import YOURS

_LATELY = timedelta(60)
_MINE, _TITLE, _LAND, _NEAR = 40, 9, 6, 2
_PART = 0.8
"""What a title that is a word of an office counts for, against the whole of it."""


class Hints(Struct, frozen=True):
    """
    What the words around a name say of its bearer: the `title` before it with its `sector`, the countries
    the phrase itself names (`lands`), and those its surroundings do (`near`), nearest first.
    """

    title: str = ""
    sector: str = ""
    lands: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


def person_on(found: Found, day: str, hints: Hints | None = None) -> Name | None:
    """
    The row of a person that holds on a day; without a day that of the highest office one person has held,
    else only where all rows agree.
    """
    rows = [name for name in found.names if name.kind == "person"]
    if not day:
        top = [row for row in rows if rank(row) == RULERS] if len({row.name for row in rows}) == 1 else rows
        return (top or rows)[0] if len({row.code for row in top or rows}) == 1 else None
    holding = [row for row in rows if row.start <= day and (not row.end or day <= row.end)]
    if len({row.code for row in holding}) == 1 and len({row.name for row in holding}) == 1:
        return max(holding, key=lambda row: row.start)
    # Two offices at once, or a namesake: who fits best, then the office taken up last.
    best = fitting(holding, hints or Hints())
    if len({row.name for row in best}) > 1:
        best = _ruled(best, rows)
    if len({row.name for row in best}) == 1:
        return max(best, key=lambda row: row.start)
    return best[0] if len({row.code for row in best}) == 1 else None


def _ruled(best: list[Name], rows: Sequence[Name]) -> list[Name]:
    """Of namesakes that fit alike the one who has ruled at some time; all where there is none such."""
    rulers = {row.name for row in rows if rank(row) == RULERS}
    return [row for row in best if row.name in rulers] or best


def fitting(rows: Sequence[Name], hints: Hints) -> list[Name]:
    """The rows that what is told fits best; several where it does not decide."""
    if not rows:
        return []
    scored = [(_score(row, hints), row) for row in rows]
    best = max(score for score, _ in scored)
    return [row for score, row in scored if score == best]


def _score(row: Name, hints: Hints) -> float:
    whose = seat(row.code)
    score = float(rank(row)) + _MINE * (row.standing == YOURS)
    if hints.title:
        score += titled(row, hints) * _TITLE
    if hints.lands:
        score += _LAND if whose in hints.lands else -_LAND
    if whose in hints.near:
        score += _NEAR + 1 / (1 + hints.near.index(whose))
    return score


def titled(row: Name, hints: Hints) -> float:
    """How well a title fits an office: 1 the very one, a half its sector, 0 neither."""
    whose = seat(row.code)
    if office(hints.title, whose) == office(row.office, whose):
        return 1.0
    if hints.title and hints.title in row.office.split():
        return _PART  # "Secretary Clinton" was secretary of state
    return 0.5 if hints.sector and row.code.endswith(hints.sector) and hints.sector != "GOV" else 0.0


def past(found: Found, day: str) -> Name | None:
    """
    The row of a person that ended last before a day, where all rows are one person's, or those are that ended
    in the weeks before.
    """
    rows = [name for name in found.names if name.kind == "person"]
    ended = [row for row in rows if row.end and row.end < day]
    if len({row.name for row in rows}) != 1:
        since = (date.fromisoformat(day) - _LATELY).isoformat()
        ended = [row for row in ended if row.end >= since]
        if len({row.name for row in ended}) != 1:
            return None
    return max(ended, key=lambda row: row.end, default=None)
