"""Acts as told: the attribution each rests on, and what a teller's stance makes of it."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.code.acts import innermost, tell
from sayso.contents import Contents
from sayso.spans import covers


@pytest.fixture
def told(staged: Any) -> Any:
    """Name of a kept parse -> trigger word -> act."""

    def of(name: str) -> dict[str, Any]:
        tree, acts, _, _ = staged(name)
        return {tree.words[one.trigger.index].text: one for one in acts}

    return of


@pytest.mark.parametrize(
    ("name", "trigger", "status"),
    [
        ("deny_sending", "sending", "denied"),
        ("deny_again", "attacking", "denied"),
        ("denial", "arming", "denied"),
        ("press_to", "release", "requested"),
        ("order", "withdraw", "requested"),
        ("promised_aid", "send", "planned"),
        ("accuse_arms", "supplying", "actual"),
        ("acc_bomb", "bombing", "actual"),
        ("claimed", "shot", "actual"),
        ("hit_by", "shelled", "actual"),
    ],
)
def test_what_the_teller_makes_of_it(told: Any, name: str, trigger: str, status: str) -> None:
    assert told(name)[trigger].status == status


def test_the_saying_itself_has_happened(told: Any) -> None:
    """To order, to ask, to accuse and to promise are done in being told."""
    for name, trigger in (
        ("press_to", "urged"),
        ("accuse_arms", "accused"),
        ("promised_aid", "pledged"),
        ("order", "instructed"),
        ("threat_to", "threatened"),
    ):
        assert told(name)[trigger].status == "actual"


@pytest.mark.parametrize(("name", "trigger"), [("denial", "attacked"), ("denied_rel", "killed")])
def test_an_aside_is_not_denied_with_what_it_hangs_on(told: Any, name: str, trigger: str) -> None:
    """ "Denied arming the men who killed the envoy": the killing stands."""
    assert told(name)[trigger].status == "actual"


def test_a_demand_to_admit_a_deed_does_not_ask_for_the_deed(told: Any) -> None:
    assert told("demand")["murdered"].status == "actual"


@pytest.mark.parametrize("name", ["refused_release", "refusal", "refuse_pay"])
def test_what_is_refused_is_told_by_the_refusal(told: Any, name: str) -> None:
    assert [one.type for one in told(name).values()] == ["REJECT"]


@pytest.mark.parametrize(
    ("name", "trigger", "cue"),
    [
        ("nested_that", "attacked", "believed"),
        ("newspaper", "met", "reported"),
        ("order", "withdraw", "instructed"),
        ("sp_conj", "released", None),
        ("hit_by", "shelled", None),
    ],
)
def test_the_innermost_teller(
    told: Any, tree: Any, words: Any, name: str, trigger: str, cue: str | None
) -> None:
    by = told(name)[trigger].by

    assert (words(tree(name).annotated, by.cue) if by else None) == cue


def test_the_innermost_holds_the_word_in_its_smallest_content(kept: Any, staged: Any) -> None:
    for name in kept:
        tree, acts, attributions, _ = staged(name)
        for one in acts:
            word = tree.words[one.trigger.index]
            holders = [each for each in attributions if covers(each.content, (word.start, word.end))]
            assert (one.by is None) == (not holders)
            assert one.by == innermost(tree, one.trigger.index, Contents(attributions))


def test_without_attributions_the_report_says_it_in_its_own_voice(kept: Any, tree: Any) -> None:
    for name in kept:
        assert all(one.by is None and one.spoken is None for one in tell(tree(name), ()))


def test_the_type_is_that_of_the_trigger(told: Any) -> None:
    assert told("expel")["expelled"].type == "SANCTION"
