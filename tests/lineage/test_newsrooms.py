"""Newsrooms by the names that others give them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lineage.newsrooms import Newsrooms

ROOMS = Newsrooms(
    [
        "Corvane News Agency",
        "The Lisvane Courier",
        "Harbour Daily",
        "TransWire",
        "The Atlantic Ledger",
        "Osk Times",
    ]
)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Corvane News Agency", "Corvane News Agency"),
        ("CNA", "Corvane News Agency"),
        ("the Courier", "The Lisvane Courier"),
        ("Lisvane Courier", "The Lisvane Courier"),
        ("a TransWire report", "TransWire"),
        ("TransWire’s website", "TransWire"),
        ("Harbour Daily newspaper", "Harbour Daily"),
        ("The Associated Press", "Associated Press"),
        ("an AP report", "Associated Press"),
        ("Courier newspaper", "The Lisvane Courier"),
        ("Courier", None),
        ("Atlantic", None),
        ("the report", None),
        ("the agency", None),
        ("local media", None),
        ("two officials", None),
        ("Daily", None),
        ("", None),
        ("the", None),
    ],
)
def test_who_is_meant(label, expected) -> None:
    assert ROOMS.named(label) == expected


def test_a_name_that_fits_two_names_neither() -> None:
    rooms = Newsrooms(["North Courier", "South Courier"])

    assert rooms.named("the Courier") is None
    assert rooms.named("South Courier") == "South Courier"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OSK (TransWire) - Ships left.", "TransWire"),
        ("DUBAI, July 18 (CNA) – Ships left.", "Corvane News Agency"),
        ("Ships left. (TransWire)", "TransWire"),
        ("Ships left. (With TransWire)", None),
        ("Ships (three of them) - all old - left.", None),
        ("Ships left.", None),
    ],
)
def test_credit_of_a_whole_report(text, expected) -> None:
    assert ROOMS.credited(text) == expected


def test_only_a_whole_name_is_exact() -> None:
    assert ROOMS.exactly("the TransWire") == "TransWire"
    assert ROOMS.exactly("TransWire on") is None
    assert ROOMS.exactly("Reuters") == "Reuters"
    assert ROOMS.exactly("CNA") == "Corvane News Agency"
    assert ROOMS.exactly("the Courier") is None
    assert ROOMS.named("Courier", media=True) == "The Lisvane Courier"
    assert ROOMS.exactly("") is None
    assert ROOMS.within("images obtained by Osk Times") == "Osk Times"
    assert ROOMS.within("images obtained by TransWire and Osk Times") is None


@given(st.text(max_size=60))
def test_no_words_fail(text) -> None:
    for found in (ROOMS.named(text), ROOMS.exactly(text), ROOMS.within(text), ROOMS.credited(text)):
        assert found is None or found
