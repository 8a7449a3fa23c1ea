"""Text cut for time expressions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ground.pieces import clock, pieces


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("twenty-five", "25"),
        ("two hundred and six", "206"),
        ("three thousand four hundred", "3400"),
        ("1,500", "1500"),
        ("seven", "7"),
    ],
)
def test_numbers_in_words_are_one_piece(text: str, number: str) -> None:
    (one,) = pieces(text, 0, len(text))
    assert number == one.classes["NUM"]


def test_spoken_years() -> None:
    assert [piece.classes.get("YEAR") for piece in pieces("nineteen ninety-seven", 0, 21)] == ["1997"]
    assert [piece.classes.get("YEAR") for piece in pieces("two thousand six", 0, 16)] == ["2006"]


def test_capitals_tell_months_from_verbs() -> None:
    assert "MONTH" in pieces("March", 0, 5)[0].classes
    assert "MONTH" not in pieces("march", 0, 5)[0].classes


@pytest.mark.parametrize(
    ("text", "value"),
    [("10:30", "10:30"), ("6 a.m.", "06:00"), ("12 a.m.", "00:00"), ("4:05pm", "16:05"), ("12pm", "12:00")],
)
def test_clock(text: str, value: str) -> None:
    assert value == clock(text)


@given(st.text(max_size=200))
def test_pieces_lie_in_order_inside_any_text(text: str) -> None:
    end = 0
    for piece in pieces(text, 0, len(text)):
        assert end <= piece.start < piece.end <= len(text)
        end = piece.end
