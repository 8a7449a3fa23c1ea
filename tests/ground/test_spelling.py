"""One spelling for all ways to write a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ground.spelling import LONGEST, folded


@pytest.mark.parametrize(
    ("name", "spelt"),
    [
        ("São Paulo", "sao paulo"),
        ("Saint-Denis", "st denis"),
        ("St. Louis", "st louis"),
        ("Sana'a", "sanaa"),
        ("Łódź", "lodz"),
        ("The Hague", "hague"),
        ("Bosnia and Herzegovina", "bosnia herzegovina"),
        ("N.Y.", "ny"),
        ("the", "the"),
        ("", ""),
        ("x" * 10_000, ""),
    ],
)
def test_ways_to_write_a_name_fall_together(name: str, spelt: str) -> None:
    assert folded(name) == spelt


@given(st.text(max_size=LONGEST))
def test_a_folded_name_stays_as_it_is_when_folded_again(name: str) -> None:
    once = folded(name)
    if len(once) <= LONGEST:
        assert folded(once) in (once, folded(folded(once)))


@given(st.text(max_size=200))
def test_a_folded_name_is_one_line_without_gaps_at_its_ends(name: str) -> None:
    spelt = folded(name)

    assert spelt == spelt.strip()
    assert "\n" not in spelt
