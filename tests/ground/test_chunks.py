"""A short mention cut into words with plain syntax."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ground.chunks import adjective, chunk, singular
from sayso.ground.names import known_spans
from sayso.records import Annotated


def read(text: str) -> Annotated:
    return chunk(text, None, known_spans(text))


def head(text: str) -> str:
    return next(word.text for word in read(text).words if word.head < 0)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Spanish officials", "officials"),
        ("the head of Iran's Atomic Energy Organization", "head"),
        ("protesters in Hong Kong", "protesters"),
        ("Kenya's Supreme Court", "Court"),
        ("President Yoweri Museveni", "Museveni"),
        ("Doctors Without Borders", "Borders"),
        ("a spokesman for the Chinese foreign ministry", "spokesman"),
        ("officials who had left the army", "officials"),
        ("Gandhi, the leader of the opposition", "Gandhi"),
        ("Martin Luther King Jr.", "King"),
    ],
)
def test_the_head_is_what_the_mention_is_about(text: str, word: str) -> None:
    assert head(text) == word


def test_an_owner_hangs_on_what_it_owns() -> None:
    words = read("Kenya's Supreme Court").words

    assert [(w.text, w.deprel) for w in words][:2] == [("Kenya", "nmod:poss"), ("'s", "case")]


def test_nationalities_share_a_noun_and_other_conjuncts_do_not() -> None:
    assert [w.deprel for w in read("Iranian and Russian officials").words] == [
        "compound",
        "cc",
        "compound",
        "root",
    ]
    assert [w.deprel for w in read("the army and the police").words if w.deprel == "conj"] == ["conj"]


@pytest.mark.parametrize(
    ("word", "one"),
    [
        ("cities", "city"),
        ("churches", "church"),
        ("policemen", "policeman"),
        ("police", "police"),
        ("press", "press"),
    ],
)
def test_a_singular_is_guessed(word: str, one: str) -> None:
    assert singular(word) == one


def test_nationalities_are_known() -> None:
    assert adjective("Iranian")
    assert adjective("Chechen")
    assert not adjective("green")


@given(st.text(max_size=60))
def test_every_word_has_one_governor_and_there_is_one_root(text: str) -> None:
    words = read(text).words

    assert sum(word.head < 0 for word in words) == min(1, len(words))
    for number, word in enumerate(words):
        seen = {number}
        while word.head >= 0:
            assert word.head not in seen
            seen.add(word.head)
            word = words[word.head]
