"""Who is bound to what, on which condition: threats, warnings, promises, orders, demands, refusals."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.attribute import attribute
from sayso.code.commitments import spans_of
from sayso.records import COMMITMENT_KINDS


@pytest.fixture
def bound(coded: Any, words: Any) -> Any:
    """Name of a kept parse -> its only commitment, in words."""

    def of(name: str) -> dict[str, Any]:
        annotated, found = coded(name)
        (one,) = found.commitments
        return {
            "kind": one.kind,
            "by": words(annotated, one.spans.by),
            "to": words(annotated, one.spans.to),
            "if": words(annotated, one.condition),
            "then": words(annotated, one.consequence),
        }

    return of


@pytest.mark.parametrize(
    ("name", "kind", "condition", "consequence"),
    [
        ("kenya_if", "threat", "the militants attack Kenya", "Kenya will close the border"),
        ("if_attacked", "threat", "the rockets continue", "Israel will strike the bases"),
        ("if_not", "threat", "the hostages are not released", "the army will attack the camp"),
        ("if_they", "threat", "they cross the river", "we will stop them"),
        ("unless_own", "threat", "the siege is lifted", "we will attack the port"),
        ("unless_they", "threat", "the siege was lifted", "they would attack the port"),
        ("warn_own", "threat", "the siege continued", "it would attack the port"),
        ("until", "threat", "the government resigns", "Workers will strike"),
        ("would_face", "threat", "Any attack on its ships", "a harsh response"),
        ("plain_warn", "threat", "", "it would attack the rebels"),
        ("threat_to", "threat", "", "close the strait"),
        ("warn_flood", "warning", "the rain continued", "the dam could burst"),
        ("kenya_promise_if", "promise", "the war ends", "Kenya will send food to Somalia"),
        ("kenya_promise2", "promise", "", "Kenya will send food to Somalia"),
        ("promised_aid", "promise", "", "send food to Haiti"),
        ("offer_talks", "promise", "", "hold talks"),
        ("attack_cond", "order", "the rebels returned", "attack"),
        ("until_lift", "refusal", "the siege is lifted", "release the hostages"),
        ("rule_until", "refusal", "the prisoners are freed", "hold talks"),
        ("refuse_said", "refusal", "", "join the government"),
        ("quote_before", "refusal", "", "leave our land"),
        ("refuse_pay", "refusal", "", "pay"),
        ("refused_release", "refusal", "", "release the hostages"),
    ],
)
def test_kind_condition_and_consequence(
    bound: Any, name: str, kind: str, condition: str, consequence: str
) -> None:
    found = bound(name)

    assert (found["kind"], found["if"], found["then"]) == (kind, condition, consequence)


@pytest.mark.parametrize(
    ("name", "by", "to"),
    [
        ("plain_warn", "Turkey", "the rebels"),
        ("promised_aid", "Norway", "Haiti"),
        ("kenya_promise2", "the Kenyan president", "Somalia"),
        ("attack_cond", "The general", "the troops"),
        ("refuse_pay", "Zambia", ""),
        ("until", "the union", "the government"),
        ("refused_release", "The rebels", ""),
        ("order", "A senior general", "the militias"),
    ],
)
def test_who_is_bound_and_to_whom(bound: Any, name: str, by: str, to: str) -> None:
    found = bound(name)

    assert (found["by"], found["to"]) == (by, to)


@pytest.mark.parametrize(
    "name",
    ["hit_by", "newspaper", "believe_it", "threat_noun", "could_strike", "neither", "claimed", "denied_later",
     "accuse_arms", "nested_that", "sanctions", "not_yet", "confirmed_not", "believed"],
)  # fmt: skip
def test_what_binds_nobody(coded: Any, name: str) -> None:
    assert coded(name)[1].commitments == ()


def test_a_condition_is_no_part_of_its_consequence(kept: Any, coded: Any) -> None:
    for name in kept:
        for one in coded(name)[1].commitments:
            for start, end in one.condition:
                assert all(end <= left or right <= start for left, right in one.consequence)


def test_each_is_of_the_contract_and_stands_on_words(kept: Any, parsed: Any, coded: Any) -> None:
    for name in kept:
        annotated, found = coded(name)
        text, ids = annotated.report.text, {one.id for one in attribute(parsed(name))}
        events = {one.id for one in found.events}
        numbered = [f"c{number}" for number in range(1, len(found.commitments) + 1)]
        assert [one.id for one in found.commitments] == numbered
        for one in found.commitments:
            assert one.kind in COMMITMENT_KINDS
            assert one.consequence
            assert one.attribution is None or one.attribution in ids
            assert one.event is None or one.event in events
            for start, end in (*one.condition, *one.consequence, *one.spans.by, *one.spans.to):
                assert 0 <= start < end <= len(text)


def test_the_threat_points_at_the_event_that_makes_it(coded: Any) -> None:
    _, found = coded("kenya_if")
    making = {one.id: one for one in found.events}[found.commitments[0].event]

    assert (making.type, making.status) == ("THREATEN", "actual")


def test_two_threats_are_two(coded: Any, words: Any) -> None:
    annotated, found = coded("two_threats")

    assert [words(annotated, one.consequence) for one in found.commitments] == [
        "close the strait",
        "attack the port",
    ]


@pytest.mark.parametrize("name", ["told_twice", "told_twice2"])
def test_one_told_twice_is_kept_in_its_fullest_telling(bound: Any, name: str) -> None:
    assert bound(name)["if"] == "the siege continued"


def test_a_refusal_told_by_others_rests_on_them(parsed: Any, coded: Any) -> None:
    teller = next(one for one in attribute(parsed("refused_said")) if one.parent is None)

    assert [one.attribution for one in coded("refused_said")[1].commitments] == [teller.id]


def test_a_paper_promises_nothing(coded: Any) -> None:
    for name in ("paper_aid", "bystander"):
        assert coded(name)[1].commitments == ()


def test_one_promise_told_in_a_noun_and_a_verb_is_one(coded: Any) -> None:
    assert len(coded("promised_aid")[1].commitments) == 1


def test_pieces_with_only_punctuation_between_are_one(tree: Any, at: Any, words: Any) -> None:
    read = tree("quote_before")
    first, last = at(read, "We"), at(read, "land")

    whole = spans_of(read, list(range(first, last + 3)))

    assert words(read.annotated, whole) == "We will not leave our land"


def test_a_mark_that_nothing_opened_is_left_out(tree: Any, at: Any, words: Any) -> None:
    read = tree("we")
    start, end = at(read, "we"), at(read, "bases")

    assert words(read.annotated, spans_of(read, list(range(start, end + 3)))).endswith("bases")


def test_gaps_of_words_part_the_spans(tree: Any, at: Any, words: Any) -> None:
    read = tree("kenya_if")

    found = spans_of(read, [at(read, "Kenya"), at(read, "close")])

    assert words(read.annotated, found) == "Kenya | close"
    assert spans_of(read, []) == ()
