"""Walking the tree: subjects across passives, controls and relative clauses; phrases without asides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from msgspec import structs

from sayso.acquire import from_text
from sayso.annotate import annotate
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


def words(tree: Tree, indices: list[int]) -> list[str]:
    return [tree.words[index].text for index in indices]


def hung(text: str, heads: dict[str, tuple[str, str]]) -> Tree:
    """The tree of a text with some words hung as given: word -> (head, relation)."""
    annotated = annotate(from_text(text))
    place = {one.text: index for index, one in enumerate(annotated.words)}
    changed = tuple(
        structs.replace(one, head=place[heads[one.text][0]], deprel=heads[one.text][1])
        if one.text in heads
        else one
        for one in annotated.words
    )
    return Tree(structs.replace(annotated, words=changed))


def test_of_two_subjects_the_first_is_what_it_is_done_to() -> None:
    tree = hung(
        "Chad accused Sudan, a charge Khartoum rejected.",
        {
            "charge": ("rejected", "nsubj"),
            "Khartoum": ("rejected", "nsubj"),
            "rejected": ("accused", "parataxis"),
        },
    )
    verb = at(tree, "rejected")

    assert tree.subject(verb) == at(tree, "Khartoum")
    assert words(tree, tree.objects(verb)) == ["charge"]


def test_a_list_of_subjects_is_no_object_in_front() -> None:
    tree = hung(
        "Chad, Niger and Mali announced a truce.",
        {"Chad": ("announced", "nsubj"), "Niger": ("announced", "nsubj"), "Mali": ("Niger", "conj")},
    )
    verb = at(tree, "announced")

    assert tree.subject(verb) == at(tree, "Chad")
    assert words(tree, tree.alike(at(tree, "Chad"))) == ["Niger"]
    assert words(tree, tree.objects(verb)) == ["truce"]


def test_a_name_without_a_preposition_behind_a_verb_is_its_object() -> None:
    tree = hung("Chad accused Sudan of arming rebels.", {"Sudan": ("accused", "obl")})
    assert words(tree, tree.objects(at(tree, "accused"))) == ["Sudan"]


def test_which_behind_a_comma_is_the_name_before_it() -> None:
    tree = hung(
        "It was passed on by Kuwait, which is mediating.",
        {"which": ("mediating", "nsubj"), "mediating": ("passed", "conj")},
    )

    assert tree.subject(at(tree, "mediating")) == at(tree, "Kuwait")
