"""How far a mention reaches over the tree, as GUM's guidelines have it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.reach import DEEPEST, OF_THE_CLAUSE, OUTSIDE, reaches

# Words as form/upos/relation/head, heads as in CoNLL-U.
KING = "the/DET/det/2 king/NOUN/nmod:poss/4 's/PART/case/2 crown/NOUN/nsubj/5 fell/VERB/root/0"
LEFT = "the/DET/det/2 man/NOUN/nsubj/5 who/PRON/nsubj/4 left/VERB/acl:relcl/2 died/VERB/root/0"
CHEF = "Bob/PROPN/nsubj/6 ,/PUNCT/punct/1 the/DET/det/4 chef/NOUN/appos/1 ,/PUNCT/punct/1 left/VERB/root/0"
BOTH = "Bob/PROPN/nsubj/5 and/CCONJ/cc/4 the/DET/det/4 chef/NOUN/conj/1 left/VERB/root/0"
HOUSE = "the/DET/det/2 house/NOUN/root/0 of/ADP/case/4 Bob/PROPN/nmod/2 and/CCONJ/cc/6 Ann/PROPN/conj/4"
IS = (
    "now/ADV/advmod/4 Bob/PROPN/nsubj/4 is/AUX/cop/4 head/NOUN/root/0 of/ADP/case/6 staff/NOUN/nmod/4 "
    "as/SCONJ/mark/9 she/PRON/nsubj/9 left/VERB/advcl/4"
)
EVEN = "even/ADV/advmod/3 the/DET/det/3 king/NOUN/nsubj/4 left/VERB/root/0"
TALKS = "to/PART/mark/2 leave/VERB/root/0 the/DET/det/4 town/NOUN/obj/2"
THERE = "the/DET/det/2 town/NOUN/root/0 there/ADV/advmod/2 ,/PUNCT/punct/2"


def phrases(line: str) -> dict[str, str]:
    """Every word of a line with the phrase it would head."""
    forms, upos, relations, heads = zip(*(cell.rsplit("/", 3) for cell in line.split()), strict=True)
    spans = reaches([int(head) - 1 for head in heads], relations, upos)
    return {form: " ".join(forms[a:b]) for form, (a, b) in zip(forms, spans, strict=True)}


@pytest.mark.parametrize(
    ("line", "head", "phrase"),
    [
        (KING, "king", "the king 's"),
        (KING, "crown", "the king 's crown"),
        (LEFT, "man", "the man who left"),
        (CHEF, "Bob", "Bob"),
        (CHEF, "chef", "the chef"),
        (BOTH, "Bob", "Bob"),
        (BOTH, "chef", "the chef"),
        (HOUSE, "house", "the house of Bob and Ann"),
        (HOUSE, "Bob", "Bob"),
        (IS, "head", "head of staff"),
        (IS, "staff", "staff"),
        (EVEN, "king", "the king"),
        (THERE, "town", "the town there"),
        (TALKS, "leave", "leave the town"),
    ],
)
def test_a_phrase(line: str, head: str, phrase: str) -> None:
    assert phrases(line)[head] == phrase


def test_a_root_may_be_its_own_head() -> None:
    assert reaches([1, 1], ["det", "root"], ["DET", "NOUN"]) == reaches(
        [1, -1], ["det", "root"], ["DET", "NOUN"]
    )


def test_no_words_reach_nowhere() -> None:
    assert reaches([], [], []) == []


RELATIONS = st.sampled_from(
    ["nmod", "det", "case", "punct", "cop", "conj", "appos", "acl:relcl", "nsubj", "advmod", "mark", "root"]
)
UPOS = st.sampled_from(["NOUN", "VERB", "AUX", "PROPN", "ADP"])


@given(st.lists(st.tuples(st.integers(-2, 14), RELATIONS, UPOS), max_size=12))
def test_whatever_the_arcs_a_span_holds_its_head_and_lies_in_the_text(
    words: list[tuple[int, str, str]],
) -> None:
    spans = reaches([w[0] for w in words], [w[1] for w in words], [w[2] for w in words])

    assert len(spans) == len(words)
    assert all(0 <= a <= i < b <= len(words) for i, (a, b) in enumerate(spans))


@st.composite
def trees(draw: st.DrawFn) -> list[int]:
    """Heads of a random tree, its root anywhere and arcs that may cross; -1 for the root."""
    order = draw(st.permutations(range(draw(st.integers(1, 12)))))
    heads = [-1] * len(order)
    for k in range(1, len(order)):
        heads[order[k]] = order[draw(st.integers(0, k - 1))]
    return heads


@given(trees())
def test_where_all_belongs_a_word_reaches_over_all_that_hangs_on_it(heads: list[int]) -> None:
    below = [{i} for i in range(len(heads))]
    for i in range(len(heads)):
        at = heads[i]
        while at >= 0:
            below[at].add(i)
            at = heads[at]

    spans = reaches(heads, ["nmod"] * len(heads), ["NOUN"] * len(heads))

    assert spans == [(min(words), max(words) + 1) for words in below]


@given(trees(), st.sampled_from(sorted(OUTSIDE - {"case"})))
def test_where_nothing_belongs_a_word_is_alone(heads: list[int], relation: str) -> None:
    spans = reaches(heads, [relation] * len(heads), ["NOUN"] * len(heads))

    assert spans == [(i, i + 1) for i in range(len(heads))]


@pytest.mark.parametrize("relation", sorted(OF_THE_CLAUSE - OUTSIDE))
def test_what_hangs_on_a_clause_is_no_part_of_what_it_says(relation: str) -> None:
    upos = ["NOUN", "AUX", "NOUN", "NOUN"]

    clause = reaches([2, 2, -1, 2], [relation, "cop", "root", relation], upos)
    phrase = reaches([2, 2, -1, 2], [relation, "det", "root", relation], upos)

    assert clause[2] == (2, 3)
    assert phrase[2][1] == 4


def test_a_chain_and_a_ring_of_very_many_words_end() -> None:
    count = 4 * DEEPEST

    for last in (-1, 0):  # a root, or back to the first
        spans = reaches([*range(1, count), last], ["nmod"] * count, ["NOUN"] * count)
        assert all(a <= i < b for i, (a, b) in enumerate(spans))
