"""Filters keep what a user types apart from SQL."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import QueryError
from sayso.ledger import filters

PLAIN = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)


@given(PLAIN, PLAIN, PLAIN)
def test_a_pattern_finds_the_text_itself_and_nothing_else(before, text, after) -> None:
    found = sqlite3.connect(":memory:").execute(
        "SELECT ? LIKE ? ESCAPE '\\', ? LIKE ? ESCAPE '\\'",
        (before + text + after, filters.holding(text), before, filters.holding("%" + text)),
    )
    inside, percent = found.fetchone()

    assert inside == 1
    assert bool(percent) == (("%" + text).lower() in before.lower()) or not text.isascii()


@given(st.text(max_size=12) | st.from_regex(r"[A-Za-z-]{2,4}( [A-Z]{3})?", fullmatch=True))
def test_an_actor_is_a_code_or_refused(text) -> None:
    parts = text.upper().split()
    sound = [len(part) == 3 and part.isascii() and part.isalpha() for part in parts]
    if 1 <= len(parts) <= 3 and all(sound[1:]) and (sound[0] or parts[0] == "---"):
        assert parts == filters.actor(text).split()
    else:
        with pytest.raises(QueryError, match="S313"):
            filters.actor(text)


@given(st.dates())
def test_a_day_is_itself(day) -> None:
    assert day.isoformat() == filters.day("since", f" {day.isoformat()} ")


@pytest.mark.parametrize(
    "wrong", ["", "2031", "2031-1-1", "20310101", "2031-W01-1", "٢٠٣١-٠١-٠١", "2031-01-01T00"]
)
def test_anything_else_is_no_day(wrong) -> None:
    with pytest.raises(QueryError, match="S312"):
        filters.day("until", wrong)


def test_no_condition_is_no_where() -> None:
    where = filters.Where()
    assert str(where) == ""
    where.must("a = ?", 1)
    where.must("b = ? OR c = ?", 2, 3)
    assert (str(where), where.values) == (" WHERE (a = ?) AND (b = ? OR c = ?)", [1, 2, 3])
