"""
Namesakes and holders of offices told apart by the day and the words around them, 244 mentions of our own.
`namesakes_work.jsonl` was read while the rules were written, `namesakes_more.jsonl` after they had been
measured on it (.71 right then), `namesakes_kept.jsonl` was not.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from evaluation.halves import rows
from sayso.ground import register
from sayso.ground.resolution import Resolved, resolve, slug

SETS = ("work", "more", "kept")
TITLES = ("king", "queen", "emir", "pope", "sheikh", "sultan", "crown", "prince", "ayatollah")


def namesakes(_: Path) -> dict[str, float]:
    """For each part: the share with the right person, and with the right country and sector."""
    figures: dict[str, float] = {}
    for half in SETS:
        figures |= {f"{half} {name}": value for name, value in measured(rows("namesakes", half)).items()}
    return figures


def measured(given: list[dict[str, Any]]) -> dict[str, float]:
    """The figures over some mentions."""
    read = [resolve(row["mention"], date.fromisoformat(row["date"]), row["context"]) for row in given]
    pairs = list(zip(given, read, strict=True))
    person = [any(same(row["name"], form) for form in forms(one)) for row, one in pairs]
    code = [coded(row, one) for row, one in pairs]
    return {
        "person": sum(person) / len(pairs),
        "country and sector": sum(code) / len(pairs),
        "all": sum(a and b for a, b in zip(person, code, strict=True)) / len(pairs),
    }


def forms(one: Resolved) -> tuple[str | None, ...]:
    """What somebody is called: the name given, and other spellings of it that the register has."""
    known = (entry for entry in register.shipped() if entry.kind == "person" and entry.name == one.name)
    return (one.name, *dict.fromkeys(form for entry in known for form in entry.forms))


def coded(row: dict[str, Any], one: Resolved) -> bool:
    """Are country and sector right?"""
    return (one.country, one.sector) == (row["country"], row["sector"])


def same(wanted: str, found: str | None) -> bool:
    """
    Are two spellings one name: the same but for accents and points, titles, or for a middle name or initials
    that one of them leaves out? "George W. Bush" is not "George H. W. Bush".
    """
    if found is None:
        return False
    one, other = (_parts(name) for name in (wanted, found))
    inner = [set(parts[1:-1]) for parts in (one, other)]
    return one == other or ((one[0], one[-1]) == (other[0], other[-1]) and not all(inner))


def _parts(name: str) -> list[str]:
    """The parts of a name in plain letters, without a title or the country a king is told by."""
    bare = name.replace("ö", "oe").replace("ü", "ue").replace("ä", "ae").partition(" of ")[0]
    return [part for part in slug(bare).split("-") if part not in TITLES]
