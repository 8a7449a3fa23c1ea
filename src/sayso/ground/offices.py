"""Who holds an office on a day: an office under its several names, and the rows of those who held it."""

from __future__ import annotations

from functools import lru_cache

from sayso.ground import register, tables
from sayso.ground.names import Name, as_name
from sayso.ground.register import Stamp

# What of a code tells whose office it is: a country, or for a world body the whole of it.
_BODY = "IGO"
_APART = ("JUD", "BUS", "MED", "NGO", "LEG", "PTY", "REB", "COP", "CVL")
_HEADS = ("president", "prime minister", "king", "supreme leader", "emir", "leader", "paramount leader")
RULERS = 3
"""The rank of those who rule."""


def office(noun: str, land: str = "") -> str:
    """The one name of an office ("foreign secretary" is a foreign minister, "chancellor" not everywhere)."""
    lower = noun.lower().removeprefix("the ")
    known = _nouns()
    return known.get((lower, land)) or known.get((lower, "")) or lower


@lru_cache(maxsize=1)
def _nouns() -> dict[tuple[str, str], str]:
    return {(row["noun"], row["country"]): row["office"].lower() for row in tables.rows("offices")}


def incumbent(code: str, noun: str, day: str) -> Name | None:
    """
    Who held an office on a day (ISO 8601); None where nobody is known or several are.

    Args:
        code: The PLOVER code of the office's country or body: "RUS GOV", "IGO UNO".
        noun: What the office is called.
        day: The day; without one nobody is given.
    """
    if not day:
        return None
    whose = seat(code)
    if whose == "---":
        whose = _only(register.stamp(), office(noun))
    rows = _holders(register.stamp()).get((whose, office(noun, whose)), ())
    sector = code.partition(" ")[2]
    # The president of a court or a firm is not the country's.
    apart = sector in _APART and not code.startswith("---")
    rows = tuple(row for row in rows if not apart or row.code.partition(" ")[2] == sector)
    holding = [row for row in rows if row.start <= day and (not row.end or day <= row.end)]
    if len({row.name for row in holding}) > 1:
        latest = max(row.start for row in holding)
        holding = [row for row in holding if row.start == latest]
    return holding[0] if len({row.name for row in holding}) == 1 else None


def seat(code: str) -> str:
    """Whose an office is: the country of a code, or the world body it names."""
    return code if code.startswith(_BODY) else code.partition(" ")[0]


@lru_cache(maxsize=64)
def _only(stamp: Stamp | None, name: str) -> str:
    """Whose an office is that there is only one of, such as the pope's; "" for others."""
    seats = {whose for whose, told in _holders(stamp) if told == name}
    return seats.pop() if len(seats) == 1 else ""


@lru_cache(maxsize=2)
def _holders(stamp: Stamp | None) -> dict[tuple[str, str], tuple[Name, ...]]:
    out: dict[tuple[str, str], list[Name]] = {}
    for entry in (*register.own(stamp), *register.shipped()):
        if entry.kind == "person" and entry.office:
            whose = seat(entry.code)
            out.setdefault((whose, office(entry.office, whose)), []).append(as_name(entry))
    return {key: tuple(rows) for key, rows in out.items()}


def rank(name: Name) -> int:
    """How likely an office is meant where a name could be several people's: heads of state first."""
    told = office(name.office)
    if told in _HEADS:
        return RULERS
    return 2 if told.endswith(("minister", "leader")) else 1 if name.office else 0
