"""The register of actors: rows of the shipped tables, and the user's own file that wins over them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from sayso.errors import TableError
from sayso.ground import tables

VARIABLE = "SAYSO_REGISTER"
"""The environment variable that names the user's register file."""
FILE = "sayso.register.tsv"
"""What the user's register is called where it lies next to a ledger."""
COLUMNS = ("name", "aliases", "kind", "code", "office", "from", "to", "source", "standing")
KINDS = ("person", "organisation", "media", "role")
"""What a row is about; a role is a noun with a sector, for reading "the envoy" (code "--- GOV")."""
YOURS, LEARNED = "yours", "learned"
SHIPPED = ""
_HEAD = "# Actors of your own; a row here wins over those shipped with Sayso. Source: as told in each row.\n"

Stamp = tuple[str, int, int]


class Entry(Struct, frozen=True):
    """
    An actor under one code. `start` and `end` are the first and last day on which the row holds (ISO 8601,
    "" open), `source` where it is from; `standing` is "yours", "learned" (taught by a report, not yet
    confirmed) or "" (shipped). The code "---" says that the name stands for no actor.
    """

    name: str
    kind: str
    code: str
    aliases: tuple[str, ...] = ()
    office: str = ""
    start: str = ""
    end: str = ""
    source: str = ""
    standing: str = SHIPPED
    note: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and its other spellings."""
        return (self.name, *self.aliases)


def shipped() -> list[Entry]:
    """All persons, bodies and media of the package's tables."""
    out = [
        Entry(
            row["name"], "person", row["code"], tables.listed(row["aliases"]), row["office"],
            row["from"], row["to"], row["source"], SHIPPED, row["note"],
        )
        for row in tables.rows("persons")
    ]  # fmt: skip
    for table, kind in (("organisations", "organisation"), ("media", "media")):
        for row in tables.rows(table):
            source, note = row.get("source", ""), row.get("note", "")
            aliases = tables.listed(row["aliases"])
            out.append(Entry(row["name"], kind, row["code"], aliases, source=source, note=note))
    return out


def beside(ledger: Path) -> Path:
    """Where the register of a ledger's user is: `SAYSO_REGISTER`, or a file next to the ledger."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else ledger.absolute().parent / FILE


def stamp() -> Stamp | None:
    """What the register file of `SAYSO_REGISTER` looks like now; None where there is none."""
    named = os.environ.get(VARIABLE)
    if not named or not (path := Path(named)).is_file():
        return None
    seen = path.stat()
    return str(path), seen.st_mtime_ns, seen.st_size


@lru_cache(maxsize=4)
def own(stamp: Stamp | None) -> tuple[Entry, ...]:
    """The rows of the user's register as it was at `stamp`."""
    return tuple(read(Path(stamp[0]))) if stamp else ()


def read(path: Path) -> list[Entry]:
    """
    The rows of a user's register; an empty list where the file is not there.

    Raises:
        TableError: S501 wrong number of columns, S502 a broken cell; file and line are named.
    """
    if not path.exists():
        return []
    text = path.read_text(encoding="utf-8")
    heads = [line for line in text.split("\n") if line.strip() and not line.startswith("#")][:1]
    if heads and heads[0].rstrip("\r").split("\t") != list(COLUMNS):
        raise TableError(
            "S503", "this is no register of actors", saw=f"{path}: {heads[0][:80]!r}",
            do="its first line names the columns: " + ", ".join(COLUMNS),
        )  # fmt: skip
    lines = [n for n, line in enumerate(text.split("\n"), 1) if line.strip() and not line.startswith("#")]
    rows = tables.parsed(text, str(path))
    return [checked(_entry(row), f"{path}, line {line}") for line, row in zip(lines[1:], rows, strict=False)]


def _entry(row: tables.Row) -> Entry:
    return Entry(
        row["name"], row["kind"], row["code"], tables.listed(row["aliases"]), row["office"],
        row["from"], row["to"], row["source"], row["standing"],
    )  # fmt: skip


def checked(entry: Entry, where: str) -> Entry:
    """
    The entry itself.

    Raises:
        TableError: S502, a cell cannot be what its column says; `where` (file and line) is named.
    """
    code = entry.code.split(" ")
    wrong = (
        "no name" if not entry.name.strip() else
        "a name of more than 200 characters" if max(map(len, entry.forms)) > 200 else
        f"kind {entry.kind!r}" if entry.kind not in KINDS else
        f"code {entry.code!r}" if entry.code != "---" and not _is_code(code) else
        f"from {entry.start!r}" if entry.start and not _is_day(entry.start) else
        f"to {entry.end!r}" if entry.end and not _is_day(entry.end) else
        f"to {entry.end!r} before from {entry.start!r}" if entry.end and entry.end < entry.start else
        f"standing {entry.standing!r}" if entry.standing not in (YOURS, LEARNED, SHIPPED) else
        ""
    )  # fmt: skip
    if not wrong:
        return entry
    raise TableError(
        "S502",
        "a row of a register cannot be read",
        saw=f"{where}: {wrong}",
        do="a code is ISO3 and sector ('IRN MIL'), a day 2020-11-20, a kind one of " + ", ".join(KINDS),
    )


def _is_code(parts: list[str]) -> bool:
    return len(parts) == 2 and all(
        part == "---" or (len(part) == 3 and part.isalnum() and part.upper() == part) for part in parts
    )


def _is_day(text: str) -> bool:
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def write(path: Path, entries: Iterable[Entry]) -> None:
    """Write a register, whole: beside the old file first, then in its place."""
    lines = ["\t".join(COLUMNS), *("\t".join(_cells(entry)) for entry in entries)]
    beside = path.with_name(path.name + ".new")
    beside.write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    os.replace(beside, path)


def _cells(entry: Entry) -> list[str]:
    cells = [
        entry.name, "|".join(entry.aliases), entry.kind, entry.code, entry.office,
        entry.start, entry.end, entry.source, entry.standing,
    ]  # fmt: skip
    return [" ".join(cell.split()) for cell in cells]


def merged(old: Iterable[Entry], new: Iterable[Entry]) -> list[Entry]:
    """
    Old and new rows together, without doubles. A new row of the user's takes the place of one with the same
    name, office and first day; a learned one takes nobody's.
    """
    out = {_key(entry): entry for entry in old}
    for entry in new:
        if entry.standing == LEARNED and _key(entry) in out:
            continue
        out[_key(entry)] = entry
    return list(out.values())


def _key(entry: Entry) -> tuple[str, str, str, str]:
    return entry.name, entry.kind, entry.office, entry.start


def contradictions(entries: Iterable[Entry]) -> list[tuple[Entry, Entry]]:
    """Pairs of rows that give one name two codes at the same time; both stand, the user may decide."""
    named: dict[str, list[Entry]] = {}
    for entry in entries:
        named.setdefault(entry.name, []).append(entry)
    return [
        (one, other)
        for rows in named.values()
        for number, one in enumerate(rows)
        for other in rows[number + 1 :]
        if one.code != other.code
        and (not one.end or other.start <= one.end)
        and (not other.end or one.start <= other.end)
        and one.office == other.office
    ]
