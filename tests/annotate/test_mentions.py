"""Mentions and their chains, from made-up scores and vectors."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from sayso.annotate.engine import Scores, Settings
from sayso.annotate.inputs import Window
from sayso.annotate.likeness import (
    DISTANCES,
    KINDS,
    LIKENESSES,
    NAME,
    OTHER,
    PART,
    PRONOUN,
    SAME,
    UNLIKE,
    Surface,
    likeness,
)
from sayso.annotate.mentions import (
    BLOCK,
    LOOK,
    Candidates,
    antecedents,
    candidates,
    chained,
    firmness,
    mentions,
)
from sayso.annotate.tokens import Tokens
from sayso.records import Word

MODULE = importlib.import_module("sayso.annotate.mentions")  # the room has a function of that name
NOTHING: dict[str, object] = {field.name: [] for field in fields(Settings)}
SIZES = {"likeness": KINDS * KINDS * LIKENESSES, "distance": KINDS * KINDS * DISTANCES}


def settings(**bonus: tuple[int, int, int, float]) -> Settings:
    """Settings where a pair of (later kind, earlier kind, code) gets a bonus, and all else nothing."""
    tables = {name: [0.0] * size for name, size in SIZES.items()}
    for name, (later, earlier, code, value) in bonus.items():
        tables[name][(later * KINDS + earlier) * (SIZES[name] // KINDS**2) + code] = value
    known = {**NOTHING, "decoder": {}, "nominal": ["O", "person", "place"], **tables}
    return Settings(**known)  # type: ignore[arg-type]


def made(things: str, kinds: dict[str, int] | None = None, apart: int = 1) -> Candidates:
    """One mention a letter; those of one letter have vectors whose product is 1, others -1.

    Every surface is another word, so that nothing but the vectors tells.
    """
    letters = sorted(set(things))
    own = np.asarray([[letters.index(one) == i for i in range(len(letters))] for one in things])
    vectors = np.concatenate([own * 2**0.5, np.ones((len(things), 1))], axis=1).astype(np.float32)
    earlier = vectors * np.asarray([1.0] * len(letters) + [-1.0], dtype=np.float32)
    looks = [
        Surface((kinds or {}).get(one, OTHER), f"w{i}", (f"w{i}",), i * apart) for i, one in enumerate(things)
    ]
    places = list(range(len(things)))
    return Candidates(places, [(i, i + 1) for i in places], ["person"] * len(places), looks, vectors, earlier)


def named(names: Sequence[str]) -> Candidates:
    """One name a mention; the vectors say nothing."""
    blank = np.zeros((len(names), 1), dtype=np.float32)
    looks = [Surface(NAME, name, (name,), i) for i, name in enumerate(names)]
    places = list(range(len(names)))
    return Candidates(places, [(i, i + 1) for i in places], ["person"] * len(places), looks, blank, blank)


BY_NAME = settings(likeness=(NAME, NAME, SAME, 2.0))


# ------------------------------------------------------------------ chains
@pytest.mark.parametrize(
    ("before", "chains"),
    [
        ([], []),
        ([-1, -1, -1], [None, None, None]),
        ([-1, -1, 0, 1, 2], [0, 1, 0, 1, 0]),
        ([-1, -1, 1, -1, 0], [0, 1, 1, None, 0]),
        ([-1, 0, 1, 2], [0, 0, 0, 0]),
    ],
)
def test_chains_are_numbered_as_they_come(before: list[int], chains: list[int | None]) -> None:
    assert chained(before) == chains


@given(st.lists(st.integers(-1, 20), max_size=20))
def test_a_mention_is_in_the_chain_of_its_antecedent(given: list[int]) -> None:
    before = [min(at, i - 1) for i, at in enumerate(given)]

    chains = chained(before)

    linked = {i for i, at in enumerate(before) if at >= 0} | {at for at in before if at >= 0}
    assert {i for i, chain in enumerate(chains) if chain is not None} == linked
    assert all(chains[i] == chains[at] for i, at in enumerate(before) if at >= 0)
    starts = [chains[i] for i in sorted(linked) if before[i] < 0]
    assert starts == list(range(len(starts)))


# ------------------------------------------------------------------ antecedents
def test_the_first_of_a_thing_has_no_antecedent() -> None:
    assert antecedents(made("abc"), settings()) == [-1, -1, -1]


def test_mentions_of_one_thing_are_chained() -> None:
    found = antecedents(made("abacba"), settings())

    assert chained(found) == [0, 1, 0, None, 1, 0]
    assert all(at < i for i, at in enumerate(found))


def test_the_antecedent_that_scores_most_is_taken() -> None:
    given = made("ab")
    later = np.asarray([[0, 0, 0], [0, 0, 0], [1, 3, 2]], dtype=np.float32)
    both = Candidates(
        [0, 1, 2], [(0, 1), (1, 2), (2, 3)], ["person"] * 3, [*given.surfaces, given.surfaces[0]],
        later, np.eye(3, dtype=np.float32),
    )  # fmt: skip

    assert antecedents(both, settings())[2] == 1


def test_likeness_weighs_beside_the_vectors() -> None:
    names = ["Iran", "Iraq", "Iran"]
    never = settings(likeness=(NAME, NAME, SAME, -2.0))

    assert antecedents(named(names), never) == [-1, -1, -1]
    assert antecedents(named(names), BY_NAME) == [-1, -1, 0]


def test_names_without_a_word_in_common_are_never_one() -> None:
    always = settings(likeness=(NAME, NAME, UNLIKE, 9.0))

    assert antecedents(named(["California", "Texas"]), always) == [-1, -1]


def test_a_name_told_again_is_surer_than_the_vectors_have_it() -> None:
    table = firmness().reshape(KINDS, KINDS, LIKENESSES)

    assert antecedents(named(["Iran", "Iran"]), settings()) == [-1, 0]
    assert table[NAME, NAME, SAME] > 0 > table[OTHER, OTHER, UNLIKE]
    assert not table[PRONOUN].any()


def test_distance_weighs_beside_the_vectors() -> None:
    far = settings(distance=(OTHER, OTHER, DISTANCES - 1, -9.0))

    assert antecedents(made("aa", apart=8), far) == [-1, 0]
    assert antecedents(made("aa", apart=9), far) == [-1, -1]


def test_a_score_of_nothing_links_nothing() -> None:
    assert antecedents(made("a"), settings()) == [-1]
    assert antecedents(named(["Iran", "Iraq"]), settings()) == [-1, -1]


@pytest.mark.parametrize("between", [1, BLOCK - 2, LOOK, LOOK + BLOCK, 2000])
def test_the_same_name_is_found_however_far_away(between: int) -> None:
    names = ["iran", *(f"other{i}" for i in range(between)), "iran"]

    assert antecedents(named(names), BY_NAME)[-1] == 0


def test_part_of_a_name_is_found_far_away() -> None:
    given = named(["obama", *(f"other{i}" for i in range(1000)), "obama"])
    given.surfaces[0] = Surface(NAME, "obama", ("barack", "obama"), 0)

    assert antecedents(given, settings(likeness=(NAME, NAME, PART, 2.0)))[-1] == 0


def test_a_pronoun_looks_back_over_the_last_mentions_only() -> None:
    near, far = "a" + "b" * (LOOK - 1) + "a", "a" + "b" * (LOOK + BLOCK) + "a"
    kinds = {"a": PRONOUN}

    assert antecedents(made(near, kinds), settings())[-1] == 0
    assert antecedents(made(far, kinds), settings())[-1] == -1


def test_blocks_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    things = "abcadbeacf" * 12
    whole = antecedents(made(things), settings())

    monkeypatch.setattr(MODULE, "BLOCK", 7)

    assert chained(antecedents(made(things), settings())) == chained(whole)


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many earlier mentions each block looks at, as it goes."""
    columns: list[int] = []

    def counted(later: Sequence[Surface], earlier: Sequence[Surface]) -> object:
        columns.append(len(earlier))
        return likeness(later, earlier)

    monkeypatch.setattr(MODULE, "likeness", counted)
    return columns


def test_five_thousand_mentions_are_each_held_against_few(looked_at: list[int]) -> None:
    antecedents(named([f"name{i}" for i in range(5000)]), BY_NAME)

    assert len(looked_at) == -(-5000 // BLOCK)
    assert max(looked_at) <= LOOK + BLOCK


def test_names_that_come_again_now_and_then_cost_little(looked_at: list[int]) -> None:
    """A thousand names, each five times: a block looks at its own names and those near it."""
    found = antecedents(named([f"name{i % 1000}" for i in range(5000)]), BY_NAME)

    assert all(at >= 0 for at in found[1000:])
    assert max(looked_at) <= LOOK + BLOCK + 5 * BLOCK


def test_one_name_five_thousand_times_is_held_against_few(looked_at: list[int]) -> None:
    found = antecedents(named(["name"] * 5000), BY_NAME)

    assert chained(found) == [0] * 5000
    assert max(looked_at) <= LOOK + 2 * BLOCK


# ------------------------------------------------------------------ records
TEXT = "Ann saw the old town. She left it."
WORDS = [
    ("Ann", "PROPN", "NNP", 1, "nsubj", 0), ("saw", "VERB", "VBD", -1, "root", 0),
    ("the", "DET", "DT", 4, "det", 0), ("old", "ADJ", "JJ", 4, "amod", 0),
    ("town", "NOUN", "NN", 1, "obj", 0), (".", "PUNCT", ".", 1, "punct", 0),
    ("She", "PRON", "PRP", 7, "nsubj", 1), ("left", "VERB", "VBD", -1, "root", 1),
    ("it", "PRON", "PRP", 7, "obj", 1), (".", "PUNCT", ".", 7, "punct", 1),
]  # fmt: skip


def words() -> list[Word]:
    at, made = 0, []
    for form, upos, xpos, head, relation, sentence in WORDS:
        at = TEXT.index(form, at)
        made.append(Word(at, at + len(form), form, form, upos, xpos, head, relation, sentence))
        at += len(form)
    return made


def scored(first: int, last: int, kinds: dict[int, str], vectors: dict[int, list[float]]) -> Scores:
    """A window where ``kinds`` maps a word to the type of what it heads; all in ``vectors`` may head one."""
    none: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
    chance = np.tile(np.asarray([0.9, 0.05, 0.05], dtype=np.float32), (last - first, 1))
    for word, kind in kinds.items():
        chance[word] = (0.1, 0.8, 0.1) if kind == "person" else (0.1, 0.1, 0.8)
    rows = sorted(vectors)
    own = np.asarray([vectors[row] for row in rows], dtype=np.float32).reshape(len(rows), 2)
    known: dict[str, Any] = {
        "window": Window(first, last, none, none, none, none, none, none),
        "nominal": np.log(chance),
        "mentions": np.asarray(rows, dtype=np.int64),
        "later": own,
        "earlier": own,
    }
    return Scores(**{**{field.name: none for field in fields(Scores)}, **known})


ANN, TOWN = [1.0, 0.0], [0.0, 1.0]
READ = [
    scored(0, 6, {0: "person", 4: "place"}, {0: ANN, 4: TOWN, 5: TOWN}),
    scored(6, 10, {0: "person", 2: "place"}, {0: ANN, 2: TOWN}),
]


def test_mentions_of_a_text_in_order_with_their_spans_and_chains() -> None:
    tokens = Tokens([(w.start, w.end) for w in words()], [w.text for w in words()], [], [], [])

    found = mentions(READ, words(), tokens, settings())

    assert [(TEXT[m.start : m.end], m.first, m.last, m.head, m.type, m.chain) for m in found] == [
        ("Ann", 0, 1, 0, "person", 0),
        ("the old town", 2, 5, 4, "place", 1),
        ("She", 6, 7, 6, "person", 0),
        ("it", 8, 9, 8, "place", 1),
    ]


def test_an_unlikely_mention_is_left_out() -> None:
    assert candidates(READ, words(), settings()).heads == [0, 4, 6, 8]


def test_each_candidate_keeps_its_own_vectors_and_surface() -> None:
    given = candidates(READ, words(), settings())

    assert given.later.tolist() == given.earlier.tolist() == [ANN, TOWN, ANN, TOWN]
    assert [s.head for s in given.surfaces] == ["ann", "town", "she", "it"]
    assert [s.sentence for s in given.surfaces] == [0, 0, 1, 1]


def test_a_text_without_mentions_has_none() -> None:
    tokens = Tokens([(w.start, w.end) for w in words()], [w.text for w in words()], [], [], [])

    assert mentions([scored(0, 10, {}, {3: ANN}), scored(10, 10, {}, {})], words(), tokens, settings()) == ()
