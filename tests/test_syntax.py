"""Walking the tree: subjects across passives, controls and relative clauses; phrases without asides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.records import Annotated
from sayso.syntax import Tree

Parsed = Callable[[str], Annotated]


def at(tree: Tree, word: str) -> int:
    return next(index for index, one in enumerate(tree.words) if one.text == word)


@pytest.mark.parametrize(
    ("name", "verb", "subject"),
    [
        ("light", "launched", "army"),
        ("passive", "seized", "commandos"),
        ("not_done", "arrest", "Police"),
        ("order", "withdraw", "militias"),
        ("tell", "stand", "allies"),
        ("promise", "send", "France"),
        ("denial", "attacked", "rebels"),
        ("relcl", "refusing", "general"),
        ("unless", "resigned", "president"),
        ("purge", "share", "armies"),
    ],
)
def test_who_does_it(parsed: Parsed, name: str, verb: str, subject: str) -> None:
    tree = Tree(parsed(name))

    found = tree.subject(at(tree, verb))

    assert found is not None
    assert tree.words[found].text == subject


def test_a_passive_without_agent_has_no_subject(parsed: Parsed) -> None:
    tree = Tree(parsed("expected"))

    assert tree.subject(at(tree, "lifted")) is None


def test_a_phrase_keeps_what_belongs_and_leaves_clauses(parsed: Parsed) -> None:
    tree = Tree(parsed("denial"))

    start, end = tree.phrase(at(tree, "rebels"))

    assert tree.text[start:end] == "the rebels"


def test_coordinated_names_are_one_phrase(parsed: Parsed) -> None:
    tree = Tree(parsed("plan"))

    start, end = tree.phrase(at(tree, "Egypt"))

    assert tree.text[start:end] == "Egypt and Sudan"


def test_every_subtree_is_sorted_and_holds_its_root(parsed: Parsed) -> None:
    for name in ("order", "agency", "we", "refuse_if"):
        tree = Tree(parsed(name))
        for index in range(len(tree.words)):
            words = tree.subtree(index)
            assert words == sorted(set(words))
            assert index in words


def test_words_are_found_by_character(parsed: Parsed) -> None:
    tree = Tree(parsed("agency"))
    for index, word in enumerate(tree.words):
        assert tree.within([(word.start, word.end)]) == [index]
        assert tree.at(word.start) == index
    assert Tree(parsed("agency")).at(-1) is None


def test_the_head_of_spans_hangs_outside_them(parsed: Parsed) -> None:
    tree = Tree(parsed("plan"))
    everything = [(0, len(tree.text))]

    head = tree.head_of(everything)

    assert head is not None
    assert tree.words[head].text == "plan"
    assert tree.head_of([]) is None


def test_names_and_mentions_are_those_that_stand_there(kept: Any, tree: Any) -> None:
    for name in kept:
        read = tree(name)
        for word in read.words:
            span = (word.start, word.end)
            there = [one for one in read.annotated.entities if one.start < span[1] and span[0] < one.end]
            assert read.names(span) == there
        for index in range(len(read.words)):
            headed = [one for one in read.annotated.mentions if one.head == index]
            assert read.mention(index) == (headed[-1] if headed else None)
