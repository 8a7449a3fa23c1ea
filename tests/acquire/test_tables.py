"""The room's tables are read whole, comments aside."""

from __future__ import annotations

from importlib import resources

import pytest

from sayso.acquire.tables import table

WIDTHS = {
    "addresses": 3, "charsets": 2, "cities": 7, "clocks": 4, "closings": 6, "consent": 1, "date_fields": 2,
    "magic": 2, "mojibake": 2, "notices": 3, "outlets": 6, "scripts": 3, "stopwords": 4, "zone_names": 2,
}  # fmt: skip


@pytest.mark.parametrize("name", WIDTHS)
def test_every_row_has_all_its_cells(name):
    assert table(name)
    assert {len(row) for row in table(name)} == {WIDTHS[name]}


def test_every_table_is_known_here():
    folder = resources.files("sayso.acquire").joinpath("data")

    assert sorted(path.name for path in folder.iterdir()) == sorted(f"{name}.tsv" for name in WIDTHS)


def test_a_comment_is_no_row():
    assert not any(row[0].startswith("#") for name in WIDTHS for row in table(name))


def test_mojibake_rows_are_what_that_mistake_makes():
    for wrong, meant in table("mojibake"):
        if len(meant) == 1:
            assert meant.encode().decode("cp1252", "replace").replace("\ufffd", "\x9d") == wrong
