"""Acts that nothing marks as unreal by a negation or a modal, and that are not told as fact all the same."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from sayso.code.doubts import SURE, doubt
from sayso.code.signs import WEAK
from sayso.records import Annotated
from sayso.syntax import Tree


@pytest.mark.parametrize(
    ("name", "word", "rule"),
    [
        ("inverted", "enforced", "inverted condition"),
        ("question", "shell", "question"),
        ("law", "detain", "allowed by a rule"),
        ("anyone", "blocks", "whoever does it"),
        ("whenever", "attacked", "whenever it happens"),
        ("wargame", "invaded", "made up"),
        ("headline_set", "talks", "word behind it"),
    ],
)
def test_each_doubt_is_told_by_its_rule(tree: Any, at: Any, name: str, word: str, rule: str) -> None:
    read = tree(name)
    found = doubt(read, at(read, word))

    assert found is not None
    assert found.rule == rule
    assert found.status in ("possible", "planned")


@pytest.mark.parametrize(
    ("name", "word"), [("plainly", "shelled"), ("accused_of", "accused"), ("facing", "accused")]
)
def test_what_is_plainly_told_is_not_doubted(tree: Any, at: Any, name: str, word: str) -> None:
    read = tree(name)

    assert doubt(read, at(read, word)) is None


@pytest.mark.parametrize(("below", "doubted"), [(0.05, True), (-0.05, False)])
def test_the_engines_own_doubt_begins_at_a_line(parsed: Any, at: Any, below: float, doubted: bool) -> None:
    annotated: Annotated = parsed("plainly")
    index = at(Tree(annotated), "shelled")
    told = tuple(
        msgspec.structs.replace(one, factuality=SURE["VERB"] - below) if one.word == index else one
        for one in annotated.predicates
    )
    found = doubt(Tree(msgspec.structs.replace(annotated, predicates=told)), index)

    assert (found is not None and found.rule.startswith(WEAK)) == doubted
