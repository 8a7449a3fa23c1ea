"""Figures of predicates, roles and factuality, from an engine that says what it is told to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

import numpy as np
import pytest

from sayso.annotate.engine import Engine, Scores, Settings, default_engine
from sayso.annotate.inputs import Window
from sayso.annotate.tokens import Tokens
from training.acts import factuality, roles
from training.factuality import Judged
from training.readers import Predicate, Tree

ROLES = ["O", "ARG0", "ARG1", "R-ARG0"]


class Told(Engine):
    """An engine whose scores were made beforehand, one list a text."""

    def __init__(self, *answers: list[Scores]) -> None:
        nothing: dict[str, Any] = {field.name: [] for field in fields(Settings)}
        self.settings = Settings(**{**nothing, "role": ROLES})
        self.answers = iter(answers)

    def read(self, tokens: Tokens, ranges: Sequence[tuple[int, int]] | None = None) -> list[Scores]:
        """Give the next answer."""
        return next(self.answers)


def scored(tree: Tree, predicates: list[Predicate], first: int = 0) -> Scores:
    """Scores that say exactly these predicates, over the gold tree."""
    count = len(tree.forms)
    none = np.zeros(0, dtype=np.int64)
    pairs = [(verb, word) for verb, _ in predicates for word in range(count)] or [
        (0, i) for i in range(count)
    ]
    role = np.full((len(pairs), len(ROLES)), -9.0, dtype=np.float32)
    role[:, 0] = -1.0
    for k, (_, given) in enumerate(predicates):
        for name, a, b in given:
            role[k * count + a : k * count + b, ROLES.index(name)] = 0.0
    arcs = np.full((count, count), -9.0, dtype=np.float32)
    for i, head in enumerate(tree.heads):
        arcs[i, head - 1 if head else i] = 9.0
    own = np.zeros(count, dtype=np.float32)
    own[[verb for verb, _ in predicates]] = 1.0
    sentence = np.zeros(count, dtype=np.int64)
    known: dict[str, Any] = {
        "window": Window(first, first + count, none, none, none, none, none, sentence),
        "arcs": arcs,
        "predicate": own,
        "pairs": np.asarray(pairs),
        "role": role,
    }
    return Scores(**{**{field.name: none for field in fields(Scores)}, **known})


def sentence(predicates: list[Predicate] | None) -> Tree:
    """The man said it fell today."""
    forms = ["The", "man", "said", "it", "fell", "today"]
    upos = ["DET", "NOUN", "VERB", "PRON", "VERB", "NOUN"]
    relations = ["det", "nsubj", "root", "nsubj", "ccomp", "obl"]
    return Tree(forms, [False] * 6, upos, upos, [2, 3, 0, 5, 3, 5], relations, forms, predicates=predicates)


GOLD: list[Predicate] = [(2, [("ARG0", 0, 2), ("ARG1", 3, 6)]), (4, [("ARG1", 3, 4)])]


def figures(own: list[Predicate], gold: list[Predicate] | None = GOLD) -> dict[str, float]:
    tree = sentence(gold)
    return roles([[tree]], Told([scored(tree, own)]))


def test_the_gold_itself_scores_one() -> None:
    assert set(figures(GOLD).values()) == {1.0}


def test_a_role_of_another_name_is_wrong() -> None:
    found = figures([(2, [("R-ARG0", 0, 2), ("ARG1", 3, 6)]), GOLD[1]])

    assert found["role f1"] == pytest.approx(2 / 3, abs=1e-3)
    assert found["predicate f1"] == 1.0


def test_a_head_may_be_right_where_an_end_is_not() -> None:
    shorter: list[Predicate] = [(2, [("ARG0", 1, 2), ("ARG1", 3, 6)]), GOLD[1]]

    found = figures(GOLD, shorter)

    assert found["core head f1"] == found["predicate f1"] == 1.0
    assert found["role f1"] == pytest.approx(2 / 3, abs=1e-3)


def test_roles_other_than_core_do_not_count_among_heads() -> None:
    gold: list[Predicate] = [(2, [("R-ARG0", 0, 2), ("ARG1", 3, 6)])]

    found = figures([(2, [("ARG1", 3, 6)])], gold)

    assert found["core head recall"] == 1.0
    assert found["role recall"] == 0.5


def test_arguments_are_measured_at_gold_predicates_only() -> None:
    found = figures([*GOLD, (5, [("ARG0", 0, 2)])])

    assert found["role f1"] == 1.0
    assert found["predicate precision"] == pytest.approx(2 / 3, abs=1e-3)
    assert found["predicate recall"] == 1.0


def test_a_predicate_that_is_not_found_costs_recall() -> None:
    found = figures(GOLD[:1])

    assert (found["predicate precision"], found["predicate recall"]) == (1.0, 0.5)
    assert found["role recall"] == pytest.approx(2 / 3, abs=1e-3)


def test_verbs_and_nouns_are_also_counted_by_themselves() -> None:
    found = figures([*GOLD, (3, [])])

    assert found["predicate verbs and nouns f1"] == 1.0
    assert found["predicate precision"] == pytest.approx(2 / 3, abs=1e-3)


def test_sentences_of_which_no_roles_are_known_are_left_out() -> None:
    unknown, known = sentence(None), sentence(GOLD)
    engine = Told([scored(unknown, [(1, [("ARG0", 0, 1)])]), scored(known, GOLD, first=6)])

    assert set(roles([[unknown, known]], engine).values()) == {1.0}


def test_figures_are_summed_over_documents() -> None:
    tree = sentence(GOLD)
    engine = Told([scored(tree, GOLD)], [scored(tree, [])])

    found = roles([[tree], [tree]], engine)

    assert (found["predicate precision"], found["predicate recall"]) == (1.0, 0.5)


# ------------------------------------------------------------------ factuality
def valued(*windows: list[float]) -> list[Scores]:
    """Scores of windows that tell nothing but how surely each word happened."""
    none = np.zeros(0, dtype=np.int64)
    blank: dict[str, Any] = {field.name: none for field in fields(Scores)}
    found, first = [], 0
    for values in windows:
        window = Window(first, first + len(values), none, none, none, none, none, none)
        found.append(
            Scores(**{**blank, "window": window, "factuality": np.asarray(values, dtype=np.float32)})
        )
        first = window.last
    return found


def test_factuality_that_is_right_has_no_error() -> None:
    text = Judged(["It", "fell", ".", "He", "left"], [(1, 2, 3.0), (4, 5, -3.0)])

    assert factuality([text], Told(valued([0, 3, 0], [0, -3]))) == pytest.approx({"r": 1.0, "mae": 0.0})


def test_a_target_of_several_words_gets_their_mean() -> None:
    text = Judged(["It", "may", "fall"], [(1, 3, 1.0), (0, 1, 0.0)])

    assert factuality([text], Told(valued([0.5, 0.5, 2.5])))["mae"] == pytest.approx(0.5)


def test_values_the_wrong_way_round_are_seen() -> None:
    text = Judged(["It", "fell"], [(0, 1, 1.0), (1, 2, -1.0)])

    assert factuality([text], Told(valued([-2, 2]))) == pytest.approx({"r": -1.0, "mae": 3.0})


def test_the_shipped_engine_can_be_measured() -> None:
    texts = [Judged(["It", "fell", "."], [(1, 2, 3.0)]), Judged(["It", "may", "fall"], [(2, 3, 0.0)])]

    found = factuality(texts, default_engine()) | roles([[sentence(GOLD)]], default_engine())

    assert -1.0 <= found["r"] <= 1.0
    assert 0.0 <= found["role f1"] <= 1.0
