"""Hearsay in one word: attributed to nobody, and only its own clause."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.attribute.adverbs import HEARSAY, adverbs, unhedged
from sayso.attribute.lexicon import cue_lexicon


@pytest.mark.parametrize(
    ("name", "cue", "content"),
    [
        ("hearsay", "reportedly", "The convoy was | attacked near the border"),
        ("hearsay_nominal", "allegedly", "Rebels | seized two villages on Sunday"),
    ],
)
def test_the_clause_is_told_by_nobody(tree: Any, words: Any, name: str, cue: str, content: str) -> None:
    read = tree(name)

    (found,) = adverbs(read)

    assert found.source == ()
    assert words(read.annotated, found.cue) == cue
    assert words(read.annotated, found.content) == content


@pytest.mark.parametrize("name", ["passive", "warn_of", "plan", "fear", "report"])
def test_without_such_a_word_nothing_is_proposed(tree: Any, name: str) -> None:
    assert adverbs(tree(name)) == []


def test_the_cue_is_cut_out_of_its_content(tree: Any) -> None:
    for name in ("hearsay", "hearsay_nominal"):
        (found,) = adverbs(tree(name))
        (start, end) = found.cue[0]
        assert all(end <= left or right <= start for left, right in found.content)


def test_the_full_stop_stays_outside(tree: Any) -> None:
    read = tree("hearsay")

    assert not read.text[: adverbs(read)[0].content[-1][1]].endswith(".")


def test_words_that_only_weaken_are_no_hearsay() -> None:
    assert HEARSAY.isdisjoint({"apparently", "possibly", "probably", "likely"})


def test_hearsay_with_a_stance_of_its_own_is_in_the_table() -> None:
    assert {word: cue_lexicon()[word].stance for word in ("reportedly", "allegedly")} == {
        "reportedly": "assert",
        "allegedly": "accuse",
    }


def test_an_adverb_is_no_part_of_another_cue(tree: Any, said: Any, words: Any) -> None:
    read = tree("rep_assured")
    one = said(read, "The federation", "has reportedly assured", "the strike is over")
    alone = said(read, "", "reportedly", "The federation has")

    assert words(read.annotated, unhedged(read, one).cue) == "has | assured"
    assert unhedged(read, alone) == alone
