"""Words made comparable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lineage.stems import content, overlap, stem, without, words


@pytest.mark.parametrize(
    "alike",
    [
        "seize seizes seized seizing",
        "close closes closed closing",
        "ship ships shipped shipping",
        "ally allies allied",
        "threat threats",
    ],
)
def test_forms_of_a_word_come_out_alike(alike) -> None:
    assert len({stem(word) for word in alike.split()}) == 1


@pytest.mark.parametrize(("one", "two"), [("bus", "bush"), ("port", "police"), ("12", "120")])
def test_different_words_stay_different(one, two) -> None:
    assert stem(one) != stem(two)


def test_grammar_days_and_talk_of_talk_are_left_out() -> None:
    told = "On Friday the minister said, according to reports, that Osk’s ferry-men had left the port."

    assert content(told) == {stem(word) for word in ("minister", "osk", "ferry-men", "left", "port")}


def test_holes_are_left_blank() -> None:
    assert content(without("Osk left, Lund said.", (0, 20), [(10, 19)])) == content("Osk left")


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_holes_take_out_just_their_words(text, holes) -> None:
    holes = [(min(h), max(h)) for h in holes]
    kept = [c for i, c in enumerate(text) if not any(a <= i < b for a, b in holes)]

    assert [c for c in without(text, (0, len(text)), holes) if c != " "] == [c for c in kept if c != " "]


@given(st.frozensets(st.sampled_from("abcdef")), st.frozensets(st.sampled_from("abcdef")))
def test_overlap_is_a_share(one, two) -> None:
    assert 0.0 <= overlap(one, two) == overlap(two, one) <= 1.0
    assert overlap(one, one) == (1.0 if one else 0.0)


@given(st.text(max_size=80))
def test_no_text_fails(text) -> None:
    assert all(word == word.lower() for word in words(text))
    assert all(content(text))
