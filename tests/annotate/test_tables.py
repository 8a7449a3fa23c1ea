"""The room's word tables are read as written."""

from __future__ import annotations

import pytest

from sayso.annotate.tables import rows, words


@pytest.mark.parametrize("name", ["abbreviations.tsv", "irregular.tsv", "stems.tsv"])
def test_each_line_has_its_cells(name: str) -> None:
    widths = {len(cells) for cells in rows(name)}

    assert widths == ({3} if name == "irregular.tsv" else {2})


def test_lines_of_one_class_are_taken_together() -> None:
    found = words("abbreviations.tsv")

    assert {"Mr", "Gen", "Sen"} <= found["always"]
    assert set(found) == {"always", "late", "month", "starter"}


def test_no_abbreviation_is_in_two_classes() -> None:
    found = words("abbreviations.tsv")

    assert found["always"] & found["late"] == frozenset()
    assert found["month"] & (found["always"] | found["late"]) == frozenset()
