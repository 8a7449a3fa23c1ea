"""
What an event is worth on the scales of the field: quad category, PLOVER's score, CAMEO and Goldstein.

Goldstein values come in two tables that differ on 14 codes, GDELT's and ICEWS's; GDELT's is the default.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from msgspec import Struct

from sayso.code.tables import rows
from sayso.records import Codes

Table = Literal["gdelt", "icews"]
NO_MODE = "-"


class Scale(Struct, frozen=True, gc=False):
    """Where a type and mode stand: quad 1 to 4, PLOVER score -10 to 10, and the CAMEO code."""

    quad: int
    score: float
    cameo: str


@cache
def scales() -> dict[tuple[str, str], Scale]:
    """(PLOVER type, mode or "-") -> its place on the scales."""
    return {
        (kind, mode): Scale(quad=int(quad), score=float(score), cameo=cameo)
        for kind, mode, quad, score, cameo in rows("scales.tsv")
    }


@cache
def goldstein(scale: Table = "gdelt") -> dict[str, float]:
    """CAMEO code -> Goldstein value, -10 to 10, in GDELT's table or ICEWS's."""
    return {code: float(gdelt if scale == "gdelt" else icews) for code, gdelt, icews in rows("goldstein.tsv")}


@cache
def _plover() -> dict[str, tuple[str, str | None] | None]:
    return {
        code: None if kind == NO_MODE else (kind, None if mode == NO_MODE else mode)
        for code, kind, mode, _ in rows("cameo.tsv")
    }


def quad(type: str) -> int:
    """
    The quad category of a PLOVER type: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict,
    4 material conflict.

    Raises:
        KeyError: There is no such type.
    """
    return scales()[type, NO_MODE].quad


def codes(type: str, mode: str | None, *, scale: Table = "gdelt") -> Codes:
    """
    An event in other schemes.

    Args:
        type: The PLOVER type.
        mode: The PLOVER mode; one that is None or has no row counts as the type alone.
        scale: Whose Goldstein values, GDELT's or ICEWS's.

    Raises:
        KeyError: There is no such type.
    """
    table = scales()
    found = table.get((type, mode or NO_MODE)) or table[type, NO_MODE]
    return Codes(cameo=found.cameo, goldstein=goldstein(scale)[found.cameo], score=found.score)


def cameo_to_plover(code: str) -> tuple[str, str | None] | None:
    """
    The PLOVER type and mode of a CAMEO code of two to four digits ("16", "161", "1621"); None for what
    PLOVER does not code: statements (01).

    Raises:
        KeyError: CAMEO has no such code.
    """
    return _plover()[code]
