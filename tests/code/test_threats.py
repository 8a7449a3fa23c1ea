"""Threats and refusals by neutral words: by the speaker's own hand, never by a bystander's."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.code.conditions import conditioned
from sayso.code.threats import aimed, is_own, own_hand, spoken, threatened, will_not


@pytest.mark.parametrize(
    ("name", "trigger"),
    [
        ("kenya_if", "close"),
        ("if_attacked", "strike"),
        ("if_not", "attack"),
        ("unless_own", "attack"),
        ("unless_they", "attack"),
        ("warn_own", "attack"),
        ("plain_warn", "attack"),
        ("until", "strike"),
        ("conditional", "close"),
        ("would_face", "response"),
        ("threat", "response"),
        ("we", "pursue"),
        ("unless", "march"),
        ("threat_to", "close"),
    ],
)
def test_hostile_deeds_held_out_are_threatened(statuses: Any, name: str, trigger: str) -> None:
    found = statuses(name)

    assert found[trigger][1] == "threatened"
    assert "THREATEN" in [kind for kind, _ in found.values()]


@pytest.mark.parametrize(
    ("name", "trigger", "status"),
    [
        ("kenya_promise_if", "send", "conditional"),
        ("kenya_promise2", "send", "planned"),
        ("once2", "release", "conditional"),
        ("only_if", "release", "conditional"),
        ("nested_that", "attacked", "possible"),
        ("could_strike", "bomb", "possible"),
        ("bystander", "attack", "planned"),
        ("paper_aid", "sent", "planned"),
        ("two_conditions", "withdraw", "conditional"),
        ("any", "war", "conditional"),
    ],
)
def test_friendly_deeds_and_mere_forecasts_are_not(
    statuses: Any, name: str, trigger: str, status: str
) -> None:
    found = statuses(name)

    assert found[trigger][1] == status
    assert "THREATEN" not in [kind for kind, _ in found.values()]


def test_what_would_set_it_off_is_no_threat_itself(statuses: Any) -> None:
    assert statuses("kenya_if")["attack"] == ("ASSAULT", "possible")
    assert statuses("unless_own")["lifted"] == ("RETREAT", "requested")
    assert statuses("would_face")["attack"] == ("ASSAULT", "possible")


def test_a_threat_is_an_event_beside_what_is_threatened(statuses: Any) -> None:
    assert statuses("kenya_if")["said"] == ("THREATEN", "actual")
    assert statuses("warn_own")["warned"] == ("THREATEN", "actual")


def test_an_analyst_threatens_nobody(statuses: Any) -> None:
    """ "The army will attack, analysts believe" is no threat by analysts."""
    for name in ("believe_it", "warn_flood", "any"):
        assert "THREATEN" not in [kind for kind, _ in statuses(name).values()]


def test_own_deeds_without_an_event_word_threaten_all_the_same(statuses: Any) -> None:
    assert statuses("if_they") == {"said": ("THREATEN", "actual")}


@pytest.mark.parametrize("name", ["will_not", "until_lift", "refuse_said", "quote_before", "refuse_if"])
def test_not_to_be_willing_is_to_reject(statuses: Any, name: str) -> None:
    assert statuses(name)["said"] == ("REJECT", "actual")


@pytest.mark.parametrize("name", ["kenya_promise2", "newspaper", "if_not", "not_yet", "must", "our_not"])
def test_other_negations_and_modals_reject_nothing(statuses: Any, name: str) -> None:
    assert "REJECT" not in [kind for kind, _ in statuses(name).values()]


def test_the_content_must_be_the_speakers_own_not_doing(staged: Any) -> None:
    for name, wanted in (
        ("until_lift", True),
        ("refuse_said", True),
        ("kenya_if", False),
        ("our_not", False),
    ):
        tree, _, attributions, _ = staged(name)
        assert [will_not(tree, one) for one in attributions] == [wanted]


@pytest.mark.parametrize(
    ("name", "actor", "source", "wanted"),
    [
        ("kenya_if", "Kenya", "the Kenyan interior minister", True),
        ("kenya_if", "the militants", "the Kenyan interior minister", False),
        ("unless_they", "they", "The rebels", True),
        ("us", "we", "the minister", True),
        ("us", "The US", "the minister", False),
    ],
)
def test_whose_side_words_stand_for(
    tree: Any, said: Any, name: str, actor: str, source: str, wanted: bool
) -> None:
    read = tree(name)

    assert is_own(read, said(read, actor).source, said(read, source)) is wanted


def test_an_untold_actor_is_the_speaker_but_a_clash_is_nobodys_own(staged: Any) -> None:
    tree, acts, attributions, _ = staged("any")
    war = next(one for one in acts if tree.words[one.trigger.index].text == "war")

    assert war.trigger.frame.both
    assert not own_hand(tree, war, attributions[0])


def test_the_threatened_deed_is_done_by_its_speaker(coded: Any, by_trigger: Any, words: Any) -> None:
    annotated, found = coded("threat")

    assert words(annotated, by_trigger(annotated, found.events, "response").spans.actor) == (
        "Iran's defence minister"
    )


def test_a_warning_aims_at_whom_it_would_hit(coded: Any, by_trigger: Any, words: Any) -> None:
    annotated, found = coded("plain_warn")

    assert words(annotated, by_trigger(annotated, found.events, "warned").spans.recipient) == "the rebels"


def test_threats_never_make_anything_actual(kept: Any, staged: Any) -> None:
    for name in kept:
        tree, acts, attributions, held = staged(name)
        before = conditioned(tree, acts, held)
        after = threatened(tree, before, {one.id: one for one in attributions}, held)
        for one, other in zip(before, after, strict=True):
            assert other.status in (one.status, "threatened")


def test_each_saying_does_at_most_one_act(kept: Any, staged: Any) -> None:
    for name in kept:
        tree, acts, attributions, held = staged(name)
        sayings = spoken(tree, acts, attributions, held)
        ids = [one.spoken.id for one in sayings if one.spoken]
        assert len(ids) == len(set(ids)) == len(sayings)
        assert {one.type for one in sayings} <= {"THREATEN", "REJECT"}
        assert all(one.status == "actual" for one in sayings)


def test_an_act_that_no_saying_answers_stays(staged: Any) -> None:
    _, acts, _, _ = staged("hit_by")

    assert [aimed(one, []) for one in acts] == acts
