"""What one side tells and another denies is denied; what the outlet tells itself stands."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.code.denials import denied


@pytest.mark.parametrize(
    ("name", "trigger"),
    [
        ("denied_later", "armed"),
        ("denied_this", "bombed"),
        ("charge_denied", "shelled"),
        ("reject_charge", "shelling"),
        ("denied_same", "attacked"),
    ],
)
def test_an_answer_denies_what_was_told(statuses: Any, name: str, trigger: str) -> None:
    assert statuses(name)[trigger][1] == "denied"


def test_what_the_outlet_tells_itself_stands(statuses: Any) -> None:
    assert statuses("own_voice_denied")["shelled"] == ("ASSAULT", "actual")


def test_a_confirmation_is_no_denial(statuses: Any) -> None:
    assert statuses("confirmed_not")["bombed"] == ("ASSAULT", "actual")


def test_an_accusation_stands_whatever_is_answered(statuses: Any) -> None:
    """What is denied is the deed; that one side accused the other was so."""
    for name in ("reject_charge", "deny_again"):
        assert statuses(name)["accused"] == ("ACCUSE", "actual")


def test_two_words_that_point_back_at_nothing_answer_nothing(staged: Any, said: Any) -> None:
    """A denial of "a market" is none of the bombing; one of "it" is."""
    tree, acts, (rebels,), _ = staged("confirmed_not")
    other = said(tree, "The general", "confirmed", "a market", id="a2", stance="deny")
    back = said(tree, "The general", "confirmed", "it", id="a2", stance="deny")

    assert denied(tree, acts, (rebels, other)) == acts
    assert [one.status for one in denied(tree, acts, (rebels, back))] == ["denied"]


def test_nobody_denies_himself(staged: Any, said: Any) -> None:
    tree, acts, (rebels,), _ = staged("confirmed_not")
    own = said(tree, "The rebels", "confirmed", "it", id="a2", stance="deny")

    assert denied(tree, acts, (rebels, own)) == acts


def test_without_a_denial_nothing_changes(kept: Any, staged: Any) -> None:
    for name in kept:
        tree, acts, attributions, _ = staged(name)
        if not any(one.stance == "deny" for one in attributions):
            assert denied(tree, acts, attributions) == acts


def test_only_told_deeds_are_answered(kept: Any, staged: Any) -> None:
    """Denials touch neither sayings, nor what is only planned or asked, nor what nobody is named for."""
    for name in kept:
        tree, acts, attributions, _ = staged(name)
        for before, after in zip(acts, denied(tree, acts, attributions), strict=True):
            if before != after:
                assert (before.status, after.status) == ("actual", "denied")
                assert before.by is not None
                assert not before.trigger.frame.speech


def test_denying_twice_changes_nothing(kept: Any, staged: Any) -> None:
    for name in kept:
        tree, acts, attributions, _ = staged(name)
        once = denied(tree, acts, attributions)
        assert denied(tree, once, attributions) == once


def test_a_denial_without_anything_before_it_answers_nothing(statuses: Any) -> None:
    assert statuses("deny_sending") == {"sending": ("MOBILIZE", "denied")}
    assert statuses("dispute") == {}
