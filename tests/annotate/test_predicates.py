"""Predicates and their arguments: from made-up scores of pairs to spans with a role."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.engine import Scores, Settings
from sayso.annotate.inputs import Window
from sayso.annotate.predicates import LEAST, arguments, branches, predicates, within
from sayso.records import Word

ROLES = ["O", "ARG0", "ARG1", "ARGM-TMP"]
LETTER = {".": 0, "0": 1, "1": 2, "T": 3}
SETTINGS = Settings(
    **{**{field.name: [] for field in fields(Settings)}, "role": ROLES}  # type: ignore[arg-type]
)
# He said the old bridge fell today: he, bridge and today hang on their verbs, fell on said.
SAID = [1, -1, 4, 4, 5, 1, 5]


def scored(
    roles: dict[int, str], factuality: float = 1.0, first: int = 0, sure: float = 0.9, likely: float = 0.95
) -> Scores:
    """Scores of a window where ``roles`` maps a predicate to one letter a word; x is in doubt, best ARG0."""
    count = len(next(iter(roles.values())))
    none = np.zeros(0, dtype=np.int64)
    role = np.full((len(roles) * count, len(ROLES)), (1 - sure) / (len(ROLES) - 1), dtype=np.float32)
    for i, letter in enumerate("".join(line for _, line in sorted(roles.items()))):
        if letter == "x":
            role[i] = (0.2, 0.35, 0.25, 0.2)
        else:
            role[i, LETTER[letter]] = sure
    predicate = np.full(count, 0.01, dtype=np.float32)
    predicate[list(roles)] = likely
    known: dict[str, Any] = {
        "window": Window(first, first + count, none, none, none, none, none, none),
        "predicate": predicate,
        "pairs": np.asarray([(verb, word) for verb in sorted(roles) for word in range(count)]),
        "role": np.log(role),
        "factuality": np.full(count, factuality, dtype=np.float32),
    }
    return Scores(**{**{field.name: none for field in fields(Scores)}, **known})


def words(heads: list[int], forms: str = "") -> list[Word]:
    """Words with these heads; what they are called says nothing unless ``forms`` are given."""
    called = forms.split() or [f"w{i}" for i in range(len(heads))]
    return [Word(0, 0, form, "", "", "", head, "", 0) for form, head in zip(called, heads, strict=True)]


def found(roles: dict[int, str], heads: list[int] = SAID) -> list[tuple[int, str, int, int]]:
    """Predicate, role and span of all arguments."""
    made = predicates([scored(roles)], words(heads), SETTINGS)
    return [(p.word, a.role, a.first, a.last) for p in made for a in p.arguments]


def test_words_of_one_role_are_one_argument() -> None:
    assert found({1: "0.11111", 5: "..111.T"}) == [
        (1, "ARG0", 0, 1), (1, "ARG1", 2, 7), (5, "ARG1", 2, 5), (5, "ARGM-TMP", 6, 7),
    ]  # fmt: skip


def test_words_of_one_branch_get_the_role_that_is_best_for_all() -> None:
    assert found({5: "..1x1.."}) == found({5: "..1.1.."}) == [(5, "ARG1", 2, 5)]


def test_a_doubtful_word_on_a_branch_of_its_own_keeps_its_best_role() -> None:
    assert found({5: "..111.x"}) == [(5, "ARG1", 2, 5), (5, "ARG0", 6, 7)]


def test_branches_of_one_role_with_another_word_between_are_two_arguments() -> None:
    flat = [1, -1, 1, 1, 1]

    assert found({1: "..T.T"}, flat) == [(1, "ARGM-TMP", 2, 3), (1, "ARGM-TMP", 4, 5)]


def test_of_two_arguments_of_one_number_the_surer_keeps_it() -> None:
    flat = [1, -1, 1, 1, 1]

    assert found({1: "..1.11"}, [*flat, 4]) == [(1, "ARG1", 4, 6)]


def test_an_argument_that_loses_its_role_gets_its_next_best() -> None:
    scores = scored({1: "..1.1"})
    scores.role[2, LETTER["T"]] = np.log(0.8)  # the third word may as well say when

    (made,) = predicates([scores], words([1, -1, 1, 1, 1]), SETTINGS)

    assert [(a.role, a.first) for a in made.arguments] == [("ARGM-TMP", 2), ("ARG1", 4)]


def test_adjectives_side_by_side_are_arguments_each_by_itself() -> None:
    settings = replace(SETTINGS, role=["O", "ARG0", "ARGM-ADJ", "ARGM-TMP"])

    (made,) = predicates([scored({2: "11."})], words([2, 2, -1]), settings)

    assert [(a.role, a.first, a.last) for a in made.arguments] == [("ARGM-ADJ", 0, 1), ("ARGM-ADJ", 1, 2)]


def test_no_predicate_is_part_of_its_own_argument() -> None:
    assert found({5: "..TTTTT"}) == [(5, "ARGM-TMP", 2, 5), (5, "ARGM-TMP", 6, 7)]


def test_two_predicates_side_by_side_share_no_argument() -> None:
    assert found({0: "...", 1: "T.T", 2: "1.."}, [1, -1, 1]) == [
        (1, "ARGM-TMP", 0, 1), (1, "ARGM-TMP", 2, 3), (2, "ARG1", 0, 1),
    ]  # fmt: skip


def test_marks_at_the_edge_are_no_part_of_an_argument() -> None:
    heads = [4, 4, 1, 1, -1, 4, 4, 4]
    given = words(heads, "- Ann , aged20 fell , . today")

    (fell,) = predicates([scored({4: "1111.00T"})], given, SETTINGS)

    assert [(a.role, a.first, a.last) for a in fell.arguments] == [("ARG1", 1, 4), ("ARGM-TMP", 7, 8)]


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ('" we fell " said', 0, 4), ('" we fell today said', 1, 4), ("they really fell ” said", 0, 3),
        ("( we ) fell said", 0, 4), ("we fell ) , said", 0, 2), ('they fell , " said', 0, 2),
    ],
)  # fmt: skip
def test_quotation_marks_and_brackets_are_in_an_argument_in_pairs(line: str, first: int, last: int) -> None:
    (said,) = predicates([scored({4: "1111."})], words([4, 4, 4, 4, -1], line), SETTINGS)

    assert [(a.first, a.last) for a in said.arguments] == [(first, last)]


def test_an_argument_knows_its_head() -> None:
    (said, fell) = predicates([scored({1: "0.11111", 5: "..111.T"})], words(SAID), SETTINGS)

    assert [a.head for a in said.arguments] == [0, 5]
    assert [a.head for a in fell.arguments] == [4, 6]


def test_words_count_from_the_start_of_the_text_and_predicates_stand_in_order() -> None:
    heads = [1, -1, 3, -1]
    windows = [scored({1: "0."}), scored({1: "1."}, first=2)]

    made = predicates(windows, words(heads), SETTINGS)

    assert [(p.word, a.role, a.first, a.last, a.head) for p in made for a in p.arguments] == [
        (1, "ARG0", 0, 1, 0), (3, "ARG1", 2, 3, 2),
    ]  # fmt: skip


def test_an_unlikely_predicate_is_dropped_with_its_arguments() -> None:
    assert predicates([scored({1: "0.11111"}, likely=LEAST)], words(SAID), SETTINGS) == ()


def test_a_predicate_of_which_no_pair_was_scored_has_no_arguments() -> None:
    scores = scored({1: "0.11111"})
    scores.predicate[5] = 0.8

    _, fell = predicates([scores], words(SAID), SETTINGS)

    assert (fell.word, fell.arguments, fell.score) == (5, (), 0.8)


@pytest.mark.parametrize(("given", "told"), [(4.2, 3.0), (-9.0, -3.0), (1.234, 1.23)])
def test_factuality_keeps_to_its_scale(given: float, told: float) -> None:
    (made,) = predicates([scored({1: "0.11111"}, factuality=given)], words(SAID), SETTINGS)

    assert made.factuality == told


def test_a_word_governed_from_outside_its_window_is_a_root_there() -> None:
    none = np.zeros(0, dtype=np.int64)

    own = within([1, -1, 1, 2, 9], Window(2, 5, none, none, none, none, none, none))

    assert own.tolist() == [0, 0, 2]


@st.composite
def trees(draw: st.DrawFn) -> list[int]:
    """Heads of a random tree, -1 for the root, of at least two words."""
    order = draw(st.permutations(range(draw(st.integers(2, 9)))))
    heads = [-1] * len(order)
    for k in range(1, len(order)):
        heads[order[k]] = order[draw(st.integers(0, k - 1))]
    return heads


def way_up(heads: list[int], word: int) -> list[int]:
    """A word and all above it."""
    return [word] if heads[word] < 0 else [word, *way_up(heads, heads[word])]


@given(trees())
def test_a_branch_is_named_by_the_word_that_hangs_on_the_way_up(heads: list[int]) -> None:
    count = len(heads)
    pairs = np.asarray([(p, w) for p in range(count) for w in range(count)])
    looped = np.asarray([i if h < 0 else h for i, h in enumerate(heads)])

    branch = branches(looped, pairs[:, 0], pairs[:, 1])

    for (predicate, word), name in zip(pairs.tolist(), branch.tolist(), strict=True):
        way = way_up(heads, predicate)
        hanging = [w for w in way_up(heads, word) if w not in way]
        assert name == (hanging[-1] if hanging else count + word)


@given(trees(), st.data())
def test_arguments_of_a_predicate_are_apart_in_order_and_not_over_it(
    heads: list[int], data: st.DataObject
) -> None:
    line = st.text("01T.x", min_size=len(heads), max_size=len(heads))
    scores = scored(data.draw(st.dictionaries(st.integers(0, len(heads) - 1), line, min_size=1)))

    made = list(arguments(scores, within(heads, scores.window), ["w"] * len(heads), SETTINGS))

    assert [m[0] for m in made] == sorted(m[0] for m in made)
    assert {role for _, role, _, _ in made} <= set(ROLES[1:])
    for verb in {m[0] for m in made}:
        spans = [(a, b) for v, _, a, b in made if v == verb]
        assert all(a < b for a, b in spans)
        assert all(left[1] <= right[0] for left, right in pairwise(spans))
        assert not any(a <= verb < b for a, b in spans)
        numbered = [role for v, role, _, _ in made if v == verb and role != "ARGM-TMP"]
        assert len(numbered) == len(set(numbered))
