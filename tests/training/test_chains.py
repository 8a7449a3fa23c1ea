"""Coreference scored: examples worked by hand, and what must hold of any chains."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.engine import default_engine
from training import chains
from training.chains import MEASURES, Chains, b3, ceafe, coreference, marked, muc
from training.readers import Mention, Tree


def split(line: str) -> Chains:
    """Chains as words of letters, one letter a mention."""
    return [frozenset(word) for word in line.split()]


def f1(name: str, gold: Chains, own: Chains) -> float:
    measure = MEASURES[name]
    return chains._f1(*measure(gold, own), *measure(own, gold))


# ------------------------------------------------------------------ by hand
# Pradhan et al. (2014), figure 1: a key of two chains, a response of three, with two mentions (h, i)
# that the key has not and one (e) that the response has not.
KEY, RESPONSE = split("abc defg"), split("ab cd fghi")


def test_muc_of_pradhans_example() -> None:
    # The key's 2 + 3 links: abc falls into ab|c, one kept; defg into d|e|fg, one kept: 2 of 5.
    # The response's 1 + 1 + 3 links: ab whole, 1; c|d, 0; fg|h|i, 1: 2 of 5.
    assert muc(KEY, RESPONSE) == (2, 5)
    assert muc(RESPONSE, KEY) == (2, 5)
    assert f1("muc", KEY, RESPONSE) == 0.4


def test_b3_of_pradhans_example() -> None:
    # Recall: a and b keep 2/3 of their chain, c 1/3, d 1/4, e nothing, f and g 2/4: 35/12 of 7.
    # Precision: a and b 2/2, c and d 1/2, f and g 2/4, h and i nothing: 4 of 8.
    assert b3(KEY, RESPONSE) == pytest.approx((35 / 12, 7))
    assert b3(RESPONSE, KEY) == pytest.approx((4, 8))
    assert f1("b3", KEY, RESPONSE) == pytest.approx(0.4545, abs=1e-4)  # 2RP/(R+P), R 5/12 and P 1/2


def test_ceafe_of_pradhans_example() -> None:
    # abc is most like ab: 2*2/(3+2) = 0.8; defg like fghi: 2*2/(4+4) = 0.5. Together 1.3 of 2, of 3.
    assert ceafe(KEY, RESPONSE) == pytest.approx((1.3, 2))
    assert ceafe(RESPONSE, KEY) == pytest.approx((1.3, 3))
    assert f1("ceafe", KEY, RESPONSE) == pytest.approx(0.52)  # R 0.65, P 0.4333


# Luo (2005), figure 1: twelve mentions in three chains; one response joins the two of five and two, the
# other the two of five. MUC finds both equally good, B3 and CEAF do not.
TRUTH = split("12345 67 89ABC")
LIGHT, GRAVE = split("12345 6789ABC"), split("1234589ABC 67")


@pytest.mark.parametrize(
    ("name", "response", "right"),
    [
        ("muc", LIGHT, 0.9474),  # all 9 links kept, 9 of 10 right: 18/19
        ("muc", GRAVE, 0.9474),
        ("b3", LIGHT, 0.8649),  # R 1; P (5 + 2*2/7 + 5*5/7)/12 = 16/21
        ("b3", GRAVE, 0.7368),  # R 1; P (2 + 10*5/10)/12 = 7/12
        ("ceafe", LIGHT, 0.7333),  # 1 + 2*5/12 = 11/6; R over 3, P over 2
        ("ceafe", GRAVE, 0.6667),  # 1 + 2*5/15 = 5/3; R over 3, P over 2
    ],
)
def test_luos_examples(name: str, response: Chains, right: float) -> None:
    assert f1(name, TRUTH, response) == right


def test_the_matching_of_chains_is_the_best_and_not_the_greediest() -> None:
    # abcd is most like abef, 2*2/8, but then efuvw is left with nothing; the other way round each gets 2*2/9.
    gold, own = split("abcd efuvw"), split("abef cdxyz")

    assert ceafe(gold, own)[0] == pytest.approx(8 / 9)


def test_a_chain_answers_one_only() -> None:
    assert ceafe(split("abcd"), split("ab cd"))[0] == pytest.approx(2 * 2 / (4 + 2))


def test_nothing_found_scores_nothing() -> None:
    for name in MEASURES:
        assert f1(name, KEY, []) == f1(name, [], KEY) == f1(name, [], []) == 0.0


# ------------------------------------------------------------------ any chains
@st.composite
def partitions(draw: st.DrawFn) -> Chains:
    """Chains of two mentions or more, no mention in two."""
    numbers = draw(st.lists(st.integers(0, 4), max_size=10))
    groups = [frozenset(i for i, n in enumerate(numbers) if n == group) for group in range(1, 5)]
    return [group for group in groups if len(group) > 1]


@pytest.mark.parametrize("name", MEASURES)
@given(gold=partitions(), own=partitions())
def test_f1_is_the_same_either_way_round_and_in_bounds(name: str, gold: Chains, own: Chains) -> None:
    assert f1(name, gold, own) == f1(name, own, gold)
    assert 0.0 <= f1(name, gold, own) <= 1.0


@pytest.mark.parametrize("name", MEASURES)
@given(given=partitions(), seed=st.integers(0, 99))
def test_equal_chains_score_one_in_whatever_order(name: str, given: Chains, seed: int) -> None:
    assert f1(name, given, random.Random(seed).sample(given, len(given))) == float(bool(given))


@given(gold=partitions(), own=partitions())
def test_only_equal_chains_score_one(gold: Chains, own: Chains) -> None:
    whole = f1("b3", gold, own) == f1("ceafe", gold, own) == 1.0

    assert whole == (bool(gold) and set(gold) == set(own))


# ------------------------------------------------------------------ documents
def sentence(mentions: list[Mention], key: str = "GUM_news_x") -> Tree:
    """Ann saw Bob: three words."""
    forms = ["Ann", "saw", "Bob"]
    return Tree(
        forms, [False] * 3, ["PROPN", "VERB", "PROPN"], ["NNP", "VBD", "NNP"], [2, 0, 2],
        ["nsubj", "root", "obj"], forms, mentions=mentions, key=key,
    )  # fmt: skip


DOCUMENT = [
    sentence([Mention(0, 0, 1, "person", "7"), Mention(2, 2, 3, "person", "8")]),
    sentence([Mention(0, 0, 1, "person", "7"), Mention(2, 2, 3, "person", "")]),
]


def test_gold_spans_count_through_the_document_and_lone_mentions_make_no_chain() -> None:
    spans, gold = marked(DOCUMENT)

    assert spans == {(0, 1), (2, 3), (3, 4), (5, 6)}
    assert gold == [frozenset({(0, 1), (3, 4)})]


def test_the_gold_itself_scores_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chains, "found", lambda document, engine: marked(document))

    figures = coreference([DOCUMENT], default_engine())

    assert set(figures.values()) == {1.0}
    assert set(figures) == {"conll", *MEASURES, "chained mentions", "mentions"}


def test_counts_are_summed_over_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    """One document right, one with nothing found: recall 1/2, precision 1."""
    answers = iter([marked(DOCUMENT), (set(), [])])
    monkeypatch.setattr(chains, "found", lambda document, engine: next(answers))

    figures = coreference([DOCUMENT, DOCUMENT], default_engine())

    assert set(figures.values()) == {0.6667}


def test_the_shipped_engine_can_be_measured() -> None:
    figures = coreference([DOCUMENT, DOCUMENT], default_engine())

    assert all(0.0 <= value <= 1.0 for value in figures.values())


def test_the_engines_chains_are_spans_of_gold_words() -> None:
    spans, own = chains.found(DOCUMENT, default_engine())

    assert all(0 <= a < b <= 6 for a, b in spans)
    assert all(chain <= spans and len(chain) > 1 for chain in own)
