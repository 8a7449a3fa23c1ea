"""Case and quotation features of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.features import (
    CLOSING,
    DIGIT,
    INSIDE,
    LOWER,
    MIXED,
    OPENING,
    OUTSIDE,
    PUNCT,
    QUOTES,
    TITLE,
    UPPER,
    case,
    quotes,
)  # fmt: skip


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("said", LOWER), ("Said", TITLE), ("A", TITLE), ("NATO", UPPER), ("U.S.", UPPER), ("iPhone", MIXED),
        ("McKay", MIXED), ("2020", DIGIT), ("9/11", DIGIT), (",", PUNCT), ("’s", LOWER), ("Iran’s", TITLE),
    ],
)  # fmt: skip
def test_case(form: str, expected: int) -> None:
    assert case(form) == expected


def states(line: str, *, paragraphs: tuple[int, ...] = (0,)) -> list[int]:
    """Read "_" as a missing space before a word."""
    parts = line.split(" ")
    forms = [part.lstrip("_") for part in parts]
    glued = [part.startswith("_") for part in parts]
    return quotes(forms, glued, [i in paragraphs for i in range(len(forms))])


def test_curly_quotes_open_and_close() -> None:
    assert states("“ _No _, _” he") == [OPENING, INSIDE, INSIDE, CLOSING, OUTSIDE]


def test_straight_quotes_open_by_the_space_before_them() -> None:
    assert states('he : " _No _. _" She') == [OUTSIDE, OUTSIDE, OPENING, INSIDE, INSIDE, CLOSING, OUTSIDE]


def test_a_paragraph_closes_what_was_left_open() -> None:
    assert states("“ _We “ _They", paragraphs=(0, 2)) == [OPENING, INSIDE, OPENING, INSIDE]


def test_an_apostrophe_alone_is_no_quotation() -> None:
    assert states("the officials _’ plan") == [OUTSIDE] * 4


def test_single_quotes_close_once_opened() -> None:
    assert states("‘ _unfair _’ duty") == [OPENING, INSIDE, CLOSING, OUTSIDE]


@given(st.lists(st.tuples(st.sampled_from(['"', "“", "”", "'", "‘", "’", "a", ","]), st.booleans())))
def test_every_word_has_a_state(words: list[tuple[str, bool]]) -> None:
    forms = [form for form, _ in words]

    found = quotes(forms, [glued for _, glued in words], [i == 0 for i in range(len(forms))])

    assert len(found) == len(forms)
    assert all(0 <= state < QUOTES for state in found)
