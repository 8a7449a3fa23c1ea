"""Actors from tables: CSV with our columns, and UCDP's list of actors."""

from __future__ import annotations

import csv
import io
from functools import cache

from sayso.errors import TableError
from sayso.ground import tables
from sayso.ground.dictionaries import Taken
from sayso.ground.register import YOURS, Entry, checked

_STATE = "Government of "


def sheet(text: str, name: str) -> Taken:
    """
    Read CSV with the columns `name` and `code` (or `country` and `sector`), and if there are any `aliases`
    (split by "|"), `kind`, `office`, `from`, `to`, `source`.
    """
    entries: list[Entry] = []
    faults: list[str] = []
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    columns = set(reader.fieldnames or ())
    if "name" not in columns or not ({"code"} <= columns or {"country"} <= columns):
        return Taken((), (f"{name}, line 1: no columns name and code, but {sorted(columns)[:8]}",))
    for row in reader:
        where = f"{name}, line {reader.line_num}"
        try:
            if None in row or None in row.values():
                raise TableError("S502", "broken", saw=f"{where}: wrong number of columns")
            entries.append(checked(_row(row, where), where))
        except TableError as error:
            faults.append(error.saw)
    return Taken(tuple(entries), tuple(faults))


def _row(row: dict[str, str], where: str) -> Entry:
    code = row.get("code") or f"{row.get('country') or '---'} {row.get('sector') or '---'}"
    return Entry(
        row["name"].strip(), row.get("kind") or "person", code, tables.listed(row.get("aliases") or ""),
        row.get("office") or "", row.get("from") or "", row.get("to") or "", row.get("source") or where,
        YOURS,
    )  # fmt: skip


def ucdp(text: str, name: str) -> Taken:
    """
    Read UCDP's list of actors (CSV; `NameData`, `NameDataFull` or `NameOrig`, `Location`): governments, and
    the rest as rebels of the country they are located in, of none where there are several.
    """
    entries: list[Entry] = []
    faults: list[str] = []
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    columns = {column.lower(): column for column in reader.fieldnames or ()}
    if "namedata" not in columns:
        return Taken((), (f"{name}, line 1: no column NameData, but {sorted(columns)[:8]}",))
    for row in reader:
        where = f"{name}, line {reader.line_num}"
        told = {key: (row.get(column) or "").strip() for key, column in columns.items()}
        if not told["namedata"]:
            faults.append(f"{where}: no name in NameData")
            continue
        entries.append(_actor(told, where))
    return Taken(tuple(entries), tuple(faults))


def _actor(told: dict[str, str], where: str) -> Entry:
    called = told["namedata"]
    if called.startswith(_STATE):
        land = _lands().get(called.removeprefix(_STATE).partition(" (")[0], "---")
        return Entry(called, "organisation", f"{land} GOV", source=where, standing=YOURS)
    land = _lands().get(told.get("location", "").partition(" (")[0], "---")
    more = (told.get("namedatafull", ""), told.get("nameorig", ""), told.get("nameorigfull", ""))
    aliases = tuple(dict.fromkeys(form for form in more if form and form != called))
    return Entry(called, "organisation", f"{land} REB", aliases, source=where, standing=YOURS)


@cache
def _lands() -> dict[str, str]:
    return {
        form: row["iso3"]
        for row in tables.rows("countries")
        for form in (row["name"], *tables.listed(row["aliases"]))
    }
