"""Tables of codes: comments are left out, rows are equally wide."""

from __future__ import annotations

import pytest

from sayso.code.tables import parsed, rows
from sayso.errors import TableError


def test_comments_and_empty_lines_are_no_rows() -> None:
    assert list(parsed("# head\na\tb\n\n  \n# between\nc\td\n", "t.tsv")) == [("a", "b"), ("c", "d")]


def test_a_row_of_another_width_is_told_with_its_line() -> None:
    with pytest.raises(TableError, match=r"\[S501\].*t\.tsv:3: 1 cells where 2 were due"):
        list(parsed("# head\na\tb\nc\n", "t.tsv"))


@pytest.mark.parametrize(
    "name", ["scales.tsv", "goldstein.tsv", "cameo.tsv", "contexts.tsv", "codebook.tsv", "rules.tsv"]
)
def test_no_row_stands_twice_in_a_table(name: str) -> None:
    assert 0 < len(set(rows(name))) == len(rows(name))
