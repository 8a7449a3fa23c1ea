"""How two mentions look alike: kinds, cores, and the codes of pairs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.likeness import (
    ACRONYM,
    DEFINITE,
    DISTANCES,
    KINDS,
    LIKENESSES,
    NAME,
    OTHER,
    PART,
    PRONOUN,
    SAME,
    SAME_HEAD,
    SPEAKER,
    UNLIKE,
    Surface,
    likeness,
    surface,
)  # fmt: skip

DEAL = "the/DET/DT deal/NOUN/NN"


def look(tagged: str, head: int = -1, sentence: int = 0) -> Surface:
    """The surface of a whole line of word/upos/xpos; the last word is the head if none is told."""
    forms, upos, xpos = zip(*(cell.rsplit("/", 2) for cell in tagged.split()), strict=True)
    return surface(forms, upos, xpos, range(len(forms)), head % len(forms), sentence)


def alike(left: str, right: str) -> int:
    return int(likeness([look(left)], [look(right)])[0][0, 0]) % LIKENESSES


@pytest.mark.parametrize(
    ("tagged", "kind"),
    [
        ("I/PRON/PRP", SPEAKER), ("our/PRON/PRP$", SPEAKER), ("yourselves/PRON/PRP", SPEAKER),
        ("He/PRON/PRP", PRONOUN), ("their/PRON/PRP$", PRONOUN), ("who/PRON/WP", PRONOUN),
        ("That/PRON/DT", PRONOUN), ("Iran/PROPN/NNP", NAME), ("the/DET/DT Hague/PROPN/NNP", NAME),
        (DEAL, DEFINITE), ("these/DET/DT deals/NOUN/NNS", DEFINITE), ("his/PRON/PRP$ deal/NOUN/NN", DEFINITE),
        ("a/DET/DT deal/NOUN/NN", OTHER), ("deals/NOUN/NNS", OTHER), ("someone/PRON/NN", OTHER),
        ("mine/NOUN/NN", OTHER), ("Mine/PRON/PRP", SPEAKER),
    ],
)  # fmt: skip
def test_kind(tagged: str, kind: int) -> None:
    assert look(tagged).kind == kind


@pytest.mark.parametrize(
    ("tagged", "head", "core"),
    [
        ("The/DET/DT two/NUM/CD ministers/NOUN/NNS of/ADP/IN trade/NOUN/NN", 2, ("two", "ministers")),
        ("the/DET/DT king/NOUN/NN 's/PART/POS", 1, ("king",)),
        ("a/DET/DT man/NOUN/NN who/PRON/WP left/VERB/VBD", 1, ("man",)),
        ("Bob/PROPN/NNP ,/PUNCT/, a/DET/DT chef/NOUN/NN", 0, ("bob",)),
        ("this/DET/DT", 0, ("this",)),
        ("about/ADP/IN ten/NUM/CD men/NOUN/NNS", 2, ("about", "ten", "men")),
    ],
)
def test_the_core_ends_at_the_first_preposition_clause_or_comma(
    tagged: str, head: int, core: tuple[str, ...]
) -> None:
    assert look(tagged, head).core == core


def test_a_mention_is_looked_up_in_the_whole_text() -> None:
    forms, upos, xpos = (
        ["It", "hit", "the", "Base"],
        ["PRON", "VERB", "DET", "NOUN"],
        ["PRP", "VBD", "DT", "NN"],
    )

    assert surface(forms, upos, xpos, range(2, 4), 3, 7) == Surface(DEFINITE, "base", ("base",), 7, 3)


@pytest.mark.parametrize(
    ("left", "right", "code"),
    [
        ("Iran/PROPN/NNP", "IRAN/PROPN/NNP", SAME),
        (DEAL, "a/DET/DT deal/NOUN/NN", SAME),
        (DEAL, "the/DET/DT nuclear/ADJ/JJ deal/NOUN/NN", SAME_HEAD),
        ("Obama/PROPN/NNP", "Barack/PROPN/NNP Obama/PROPN/NNP", PART),
        ("Barack/PROPN/NNP", "Barack/PROPN/NNP Obama/PROPN/NNP", PART),
        ("UN/PROPN/NNP", "the/DET/DT United/PROPN/NNP Nations/PROPN/NNPS", ACRONYM),
        ("un/NOUN/NN", "upper/ADJ/JJ north/NOUN/NN", UNLIKE),
        ("Iran/PROPN/NNP", "Iraq/PROPN/NNP", UNLIKE),
        ("Barack/PROPN/NNP Obama/PROPN/NNP", "Michelle/PROPN/NNP Obama/PROPN/NNP", SAME_HEAD),
        ("nuclear/ADJ/JJ deal/NOUN/NN", "nuclear/ADJ/JJ plant/NOUN/NN", UNLIKE),
        ("deal/NOUN/NN", "nuclear/ADJ/JJ deal/NOUN/NN", SAME_HEAD),
        ("His/PRON/PRP$", "he/PRON/PRP", SAME),
        ("themselves/PRON/PRP", "their/PRON/PRP$", SAME),
        ("his/PRON/PRP$", "her/PRON/PRP$", UNLIKE),
        ("mine/NOUN/NN", "I/PRON/PRP", UNLIKE),
    ],
)
def test_likeness_of_two(left: str, right: str, code: int) -> None:
    assert alike(left, right) == alike(right, left) == code


@pytest.mark.parametrize(
    ("apart", "words", "step"),
    [
        (0, 3, 0), (0, 4, 1), (0, 11, 1), (0, 12, 2), (0, 400, 2), (1, 2, 3), (1, 15, 3), (1, 16, 4),
        (2, 3, 5), (2, 90, 5), (3, 40, 6), (4, 40, 6), (5, 70, 7), (8, 90, 7), (9, 90, 8), (4000, 90000, 8),
    ],
)  # fmt: skip
def test_distance_is_told_in_sentences_and_close_by_in_words(apart: int, words: int, step: int) -> None:
    later = replace(look(DEAL, sentence=apart), word=words)

    codes = likeness([later], [replace(look(DEAL), word=0)])[1]

    assert int(codes[0, 0]) % DISTANCES == step


def test_codes_tell_the_kinds_of_the_later_and_the_earlier() -> None:
    he, iran = look("He/PRON/PRP"), look("Iran/PROPN/NNP")

    assert likeness([he], [iran])[0][0, 0] // LIKENESSES == PRONOUN * KINDS + NAME
    assert likeness([iran], [he])[1][0, 0] // DISTANCES == NAME * KINDS + PRONOUN


WORDS = st.sampled_from(["un", "united", "nations", "obama", "barack", "the", "of", ",", "deal", "u"])
SURFACES = st.lists(
    st.builds(
        Surface,
        st.integers(0, KINDS - 1),
        WORDS,
        st.lists(WORDS, min_size=1, max_size=3).map(tuple),
        st.integers(0, 12),
        st.integers(0, 200),
    ),
    min_size=1,
    max_size=6,
)


@given(SURFACES, SURFACES)
def test_codes_are_in_range(later: list[Surface], earlier: list[Surface]) -> None:
    alike, away = likeness(later, earlier)

    assert alike.shape == away.shape == (len(later), len(earlier))
    assert 0 <= alike.min() <= alike.max() < KINDS * KINDS * LIKENESSES
    assert 0 <= away.min() <= away.max() < KINDS * KINDS * DISTANCES


@given(SURFACES, SURFACES)
def test_only_the_kinds_depend_on_which_comes_first(left: list[Surface], right: list[Surface]) -> None:
    there, back = likeness(left, right), likeness(right, left)

    for one, other, size in zip(there, back, (LIKENESSES, DISTANCES), strict=True):
        assert np.array_equal(one % size, (other % size).T)
        later, earlier = np.divmod(one // size, KINDS)
        assert np.array_equal(earlier * KINDS + later, (other // size).T)


@given(SURFACES)
def test_a_mention_is_the_same_as_itself(given: list[Surface]) -> None:
    assert set((np.diag(likeness(given, given)[0]) % LIKENESSES).tolist()) == {SAME}
