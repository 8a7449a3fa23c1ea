"""The tables are sound, and a broken one says where."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

import sayso.ground
from sayso.errors import SaysoError
from sayso.ground import tables
from sayso.records import EVENT_TYPES

FOLDER = Path(sayso.ground.__file__).parent / "data"
SECTORS = {
    "GOV",
    "MIL",
    "REB",
    "OPP",
    "PTY",
    "COP",
    "JUD",
    "LEG",
    "SPY",
    "CVL",
    "CRM",
    "BUS",
    "MED",
    "IGO",
    "NGO",
}
LANDS = {row["iso3"] for row in tables.rows("countries")}


def test_a_broken_row_names_file_and_line() -> None:
    with pytest.raises(SaysoError, match=r"\[S501\].*agents\.tsv, line 4: 1 instead of 2"):
        list(tables.parsed("# note\na\tb\n1\t2\nbroken\n", "agents.tsv"))


def test_comments_and_blank_lines_are_no_rows() -> None:
    assert list(tables.parsed("# x\n\na\tb\r\n1\t\n", "x.tsv")) == [{"a": "1", "b": ""}]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.tsv")), ids=lambda path: path.name)
def test_every_table_says_where_it_is_from(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert "Apache-2.0" in text.split("\n\n")[0]
    assert list(tables.rows(path.stem))


@pytest.mark.parametrize("name", ["organisations", "media", "seats", "persons"])
def test_codes_are_a_country_and_a_sector(name: str) -> None:
    for row in tables.rows(name):
        land, _, sector = row["code"].partition(" ")
        assert land == "IGO" or (land in LANDS | {"---"} and sector in SECTORS), row


def test_coordinates_lie_on_the_globe() -> None:
    for name in ("places", "countries"):
        for row in tables.rows(name):
            assert -90 <= float(row["lat"]) <= 90, row
            assert -180 <= float(row["lon"]) <= 180, row
            assert row["iso3"] in LANDS | {""}, row


def test_terms_run_forward() -> None:
    for row in tables.rows("persons"):
        days = [date.fromisoformat(row[edge]) for edge in ("from", "to") if row[edge]]
        assert days == sorted(days), row


def test_roles_have_a_sector_and_a_kind() -> None:
    rows = tables.rows("agents")
    assert len(rows) == len({row["noun"] for row in rows})
    assert {row["kind"] for row in rows} == {"person", "body"}
    assert {row["sector"] for row in rows} <= SECTORS
    assert not {row["noun"].upper() for row in rows} & set(EVENT_TYPES)


def test_size_of_the_register() -> None:
    assert len(tables.rows("persons")) >= 700
    assert len(tables.rows("organisations")) >= 400
    assert len(tables.rows("places")) >= 1400


def test_each_territory_is_ruled_by_one_at_a_time() -> None:
    lands = {row["iso3"] for row in tables.rows("countries")}
    by_name: dict[str, list[tuple[str, str]]] = {}
    for row in tables.rows("territories"):
        land, sector = row["code"].split()
        assert land in lands
        assert sector in ("GOV", "REB")
        assert row["source"]
        by_name.setdefault(row["name"], []).append((row["from"], row["to"] or "9999"))
    for spells in by_name.values():
        told = sorted(spells)
        assert all(first[1] <= second[0] for first, second in pairwise(told))


def test_houses_of_parliament_are_of_countries_that_are_known() -> None:
    lands = {row["iso3"] for row in tables.rows("countries")}

    for row in tables.rows("chambers"):
        assert set(tables.listed(row["countries"])) <= lands
        assert "USA" not in tables.listed(row["countries"])
