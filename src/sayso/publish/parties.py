"""Actor codes in words: `IRN GOV` is the Iranian government, `IGO UNO` the United Nations."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sayso.ground.tables import listed, parsed, rows

UNNAMED = "unnamed"
WORLD_BODY = "IGO"


@cache
def party(code: str) -> str:
    """
    The words for an actor code.

    A code that the tables do not know stays as it is, since a reader can look it up; `---` is "unnamed".
    """
    if code == "---":
        return UNNAMED
    country, _, sector = code.partition(" ")
    if country == WORLD_BODY:
        return _bodies().get(code, code)
    if country == "---":
        return _sectors().get(sector, ("", code))[1]
    name, adjective = _countries().get(country, ("", ""))
    if not sector:
        return name or code
    after = _sectors().get(sector, ("", ""))[0]
    return f"{adjective} {after}" if adjective and after else code


def parties(actor: tuple[str, ...], recipient: tuple[str, ...]) -> str:
    """`Iranian government → British business, American military`; who is not named is said to be unnamed."""
    left = ", ".join(map(party, actor)) or UNNAMED
    right = ", ".join(map(party, recipient))
    return f"{left} → {right}" if right else left


@cache
def _countries() -> dict[str, tuple[str, str]]:
    """By ISO 3166-1 alpha-3 code: name and adjective (the name again, where there is none)."""
    return {
        row["iso3"]: (row["name"], (listed(row["adjectives"]) or (row["name"],))[0])
        for row in rows("countries")
    }


@cache
def _bodies() -> dict[str, str]:
    """World bodies by code; the first name in the table is the body's own, further ones its organs'."""
    return {row["code"]: row["name"] for row in reversed(rows("organisations"))}


@cache
def _sectors() -> dict[str, tuple[str, str]]:
    path = Path(__file__).parent / "data" / "sectors.tsv"
    return {row["code"]: (row["after"], row["alone"]) for row in parsed(path.read_text("utf-8"), path.name)}
