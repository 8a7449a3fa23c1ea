"""What a question may ask for, and the conditions it becomes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from sayso.errors import QueryError
from sayso.ledger.packing import Value

_ACTOR = re.compile(r"(?:[A-Z]{3}|---)(?: [A-Z]{3}){0,2}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Filter(Struct, frozen=True, kw_only=True):
    """
    All given conditions must hold.

    Args:
        actor, recipient: `IRN GOV` for exactly this code; `IRN` (or `GOV`) for every code with that
            country (or sector).
        type: PLOVER type of an event, kind of a commitment.
        status: Status of an event.
        since, until: Days, `YYYY-MM-DD`, both included. An event or commitment is taken by its own days,
            or by the day of its report where its words give none; the rest by the day of the report.
        source_type: Type of the innermost source.
        outlet: The outlet's name, in any case.
        report: Id of the report.
        text: Words that the sentence (of a report: the text; of an actor: the name) must hold, in any case.
        limit: At most so many rows; the total is given beside them.
    """

    actor: str | None = None
    recipient: str | None = None
    type: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    source_type: str | None = None
    outlet: str | None = None
    report: str | None = None
    text: str | None = None
    limit: int | None = None


EVERYTHING = Filter()
"""No condition at all."""


class Where:
    """Conditions of fixed words with their values beside them; nothing a user types becomes SQL."""

    def __init__(self) -> None:
        self._conditions: list[str] = []
        self.values: list[Value] = []

    def must(self, condition: str, *values: Value) -> None:
        """Add one condition."""
        self._conditions.append(condition)
        self.values.extend(values)

    def __str__(self) -> str:
        return " WHERE " + " AND ".join(f"({c})" for c in self._conditions) if self._conditions else ""


def only(filter: Filter, allowed: Sequence[str], rows: str) -> None:
    """Refuse conditions that rows of this kind have nothing to hold against. QueryError."""
    for name in _given(filter):
        if name not in allowed:
            raise QueryError(
                "S314",
                f"{rows} cannot be asked for by {name.replace('_', '-')}",
                saw=str(getattr(filter, name)),
                do="allowed: " + ", ".join(sorted(a.replace("_", "-") for a in allowed)),
            )


def _given(filter: Filter) -> Iterator[str]:
    for name in filter.__struct_fields__:
        if name != "limit" and getattr(filter, name) is not None:
            yield name


def one_of(name: str, value: str | None, allowed: Sequence[str]) -> str | None:
    """The allowed value meant, in any case. QueryError with the list, where there is none."""
    if value is None:
        return None
    for item in allowed:
        if item.casefold() == value.strip().casefold():
            return item
    raise QueryError("S311", f"unknown {name}", saw=repr(value), do="allowed: " + ", ".join(allowed))


def day(name: str, value: str | None) -> str | None:
    """A day in ISO form. QueryError where it is none."""
    if value is None:
        return None
    try:
        if _DAY.fullmatch(value.strip()):
            return date.fromisoformat(value.strip()).isoformat()
    except ValueError:
        pass
    raise QueryError("S312", f"--{name} is no day", saw=repr(value), do="give it as YYYY-MM-DD")


def actor(value: str) -> str:
    """An actor code or a part of one. QueryError where it is none."""
    code = " ".join(value.upper().split())
    if _ACTOR.fullmatch(code):
        return code
    raise QueryError(
        "S313",
        "no actor code",
        saw=repr(value),
        do="give a country (IRN), a sector (GOV) or both (IRN GOV); `sayso actors` lists those in the ledger",
    )


def party(code: str, country: str, sector: str, whole: str) -> tuple[str, tuple[str, ...]]:
    """The condition that a coded column is, or belongs to, `code`. Column names are this package's own."""
    code = actor(code)
    if " " in code or code == "---":
        return f"{whole} = ?", (code,)
    return f"({country} = ? OR {sector} = ?)", (code, code)


def holding(text: str) -> str:
    """The LIKE pattern for a text anywhere inside."""
    for sign in ("\\", "%", "_"):
        text = text.replace(sign, "\\" + sign)
    return f"%{text}%"
