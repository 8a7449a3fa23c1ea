"""Where a condition stands, what it brings about, and in whose words."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.code.conditions import condition, conditioned, conditions


@pytest.fixture
def found(staged: Any, words: Any) -> Any:
    """Name of a kept parse -> (words of the condition, head of what it brings about), or None."""

    def of(name: str) -> tuple[str, str] | None:
        tree, _, _, held = staged(name)
        pairs = [(words(tree.annotated, one.spans), tree.words[one.main].text) for one in held.values()]
        return pairs[0] if pairs else None

    return of


@pytest.mark.parametrize(
    ("name", "spans", "main"),
    [
        ("kenya_if", "the militants attack Kenya", "close"),
        ("if_attacked", "the rockets continue", "strike"),
        ("if_not", "the hostages are not released", "attack"),
        ("if_they", "they cross the river", "stop"),
        ("conditional", "the blockade continues", "close"),
        ("unless_own", "the siege is lifted", "attack"),
        ("unless_they", "the siege was lifted", "attack"),
        ("until_lift", "the siege is lifted", "release"),
        ("until", "the government resigns", "strike"),
        ("once2", "the truce is signed", "release"),
        ("only_if", "the army leaves", "release"),
        ("attack_cond", "the rebels returned", "attack"),
        ("warn_flood", "the rain continued", "burst"),
        ("kenya_promise_if", "the war ends", "send"),
        ("unless", "the president resigned", "march"),
        ("would_face", "Any attack on its ships", "meet"),
        ("threat", "any American attack on the country", "face"),
        ("any", "Any further strike", "set"),
    ],
)
def test_condition(found: Any, name: str, spans: str, main: str) -> None:
    assert found(name) == (spans, main)


@pytest.mark.parametrize(
    "name", ["kenya_promise2", "newspaper", "will_not", "tell_that", "believe_it", "plain_warn", "must"]
)
def test_plain_sayings_have_none(found: Any, name: str) -> None:
    assert found(name) is None


def test_a_plain_subject_of_a_modal_is_no_condition(found: Any) -> None:
    """ "Any attack would ..." is one; "Kenya will ..." is not."""
    assert found("would_face") is not None
    assert found("kenya_promise2") is None


def test_a_clause_that_begins_outside_the_content_is_none_of_its_own(tree: Any, said: Any) -> None:
    read = tree("kenya_if")
    part = said(read, "the Kenyan interior minister", "said", "attack Kenya")

    assert condition(read, part) is None


def test_an_empty_content_has_none(tree: Any, said: Any) -> None:
    read = tree("kenya_if")

    assert condition(read, said(read, cue="said")) is None


@pytest.mark.parametrize(
    ("name", "trigger", "status"),
    [
        ("kenya_promise_if", "send", "conditional"),
        ("once2", "release", "conditional"),
        ("once2", "signed", "possible"),
        ("only_if", "release", "conditional"),
        ("unless_own", "lifted", "requested"),
        ("kenya_promise2", "send", "planned"),
        ("offer_if", "send", "conditional"),
    ],
)
def test_what_a_condition_brings_about_is_conditional(
    staged: Any, name: str, trigger: str, status: str
) -> None:
    tree, acts, _, held = staged(name)

    after = {tree.words[one.trigger.index].text: one.status for one in conditioned(tree, acts, held)}

    assert after[trigger] == status


def test_conditioning_twice_changes_nothing(kept: Any, staged: Any) -> None:
    for name in kept:
        tree, acts, _, held = staged(name)
        once = conditioned(tree, acts, held)
        assert conditioned(tree, once, held) == once


def test_conditioning_never_makes_anything_actual(kept: Any, staged: Any) -> None:
    for name in kept:
        tree, acts, _, held = staged(name)
        for before, after in zip(acts, conditioned(tree, acts, held), strict=True):
            assert after.status in (before.status, "conditional")


def test_conditions_are_kept_by_the_saying_they_stand_in(kept: Any, staged: Any) -> None:
    for name in kept:
        tree, _, attributions, held = staged(name)
        assert set(held) <= {one.id for one in attributions}
        assert held == conditions(tree, attributions)
        for one in held.values():
            assert all(0 <= start < end <= len(tree.text) for start, end in one.spans)
