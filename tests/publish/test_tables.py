"""Rows as CSV and as tables."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.publish.tables import Column, as_csv, as_table, guarded
from sayso.publish.terminal import Style, columns

ROWS = [
    {"id": "r1", "who": "IRN GOV → USA GOV", "said": "Norland seized the ferry off Osk on Monday", "n": "3"},
    {"id": "r2", "who": "SUN MIL", "said": "nothing", "n": "12"},
]
SHOWN = (
    Column("id", lambda row: row["id"]),
    Column("who", lambda row: row["who"], least=8),
    Column("said", lambda row: row["said"], least=12, rank=1),
    Column("n", lambda row: row["n"], right=True),
    Column("only here", lambda row: "x", only="csv"),
)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_a_spreadsheet_becomes_a_formula(start: str) -> None:
    assert guarded(f"{start}HYPERLINK(1)") == f"'{start}HYPERLINK(1)"


@given(st.text(st.characters(), max_size=40))
def test_a_cell_never_starts_like_a_formula_and_is_otherwise_unchanged(cell: str) -> None:
    safe = guarded(cell)

    assert not safe.startswith(tuple("=+-@\t\r"))
    assert safe in (cell, f"'{cell}")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)))
def test_csv_comes_back_as_it_went_in(cells: list[str]) -> None:
    made = as_csv(cells, (Column("text", lambda row: row), Column("end", lambda row: "!")))
    read = list(csv.reader(io.StringIO(made, newline="")))

    assert read == [["text", "end"], *([guarded(cell), "!"] for cell in cells)]


def test_csv_can_always_be_written_as_utf8() -> None:
    assert as_csv(["half \ud83d, nul \0"], (Column("a", lambda row: row),)).encode()


def test_csv_has_what_the_table_leaves_out() -> None:
    assert as_csv(ROWS, SHOWN).splitlines()[0] == "id,who,said,n,only here"
    assert "only here" not in as_table(ROWS, SHOWN)


def test_a_table_is_aligned() -> None:
    assert as_table(ROWS, SHOWN).splitlines() == [
        "id  who                said                                         n",
        "r1  IRN GOV → USA GOV  Norland seized the ferry off Osk on Monday   3",
        "r2  SUN MIL            nothing                                     12",
    ]


def test_a_table_too_wide_is_cut_in_its_widest_cells() -> None:
    lines = as_table(ROWS, SHOWN, Style(width=60)).splitlines()

    assert max(map(columns, lines)) <= 60
    assert lines[1] == "r1  IRN GOV → USA GOV  Norland seized the ferry off…       3"


def test_a_table_far_too_wide_leaves_out_what_it_may() -> None:
    lines = as_table(ROWS, SHOWN, Style(width=24)).splitlines()

    assert lines == ["id  who                n", "r1  IRN GOV → USA…     3", "r2  SUN MIL           12"]


def test_the_end_of_a_chain_stays() -> None:
    chain = Column(
        "chain", lambda row: "Harbour Daily ‹ Norland Wire ‹ two officials", least=20, keep_end=True
    )

    assert as_table([0], (chain,), Style(width=32)).splitlines()[1] == "…‹ Norland Wire ‹ two officials"


def test_a_column_with_nothing_in_it_is_left_out() -> None:
    shown = (*SHOWN[:1], Column("place", lambda row: ""))

    assert as_table(ROWS, shown).splitlines() == ["id", "r1", "r2"]


def test_no_rows_are_no_table() -> None:
    assert as_table([], SHOWN) == ""


@given(
    st.lists(st.text(st.characters(), min_size=1, max_size=300), min_size=1, max_size=5), st.integers(20, 90)
)
def test_hostile_cells_neither_break_the_table_nor_reach_the_terminal(cells: list[str], width: int) -> None:
    made = as_table(cells, (Column("a", lambda row: row, least=6),), Style(width=width))

    assert len(made.split("\n")) in (1, len(cells) + 2)
    assert "\x1b" not in made
    assert all(columns(line) <= width for line in made.split("\n"))
