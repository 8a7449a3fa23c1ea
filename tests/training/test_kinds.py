"""Classes of names: from the registers, and from what a corpus calls them."""

from __future__ import annotations

from collections import Counter

import pytest

from sayso.records import ENTITY_TYPES
from training.kinds import Kinds, names

KINDS = Kinds.load()
# Classes of our list that fill no slot: what ends a name, and party people.
ASIDE = {"partisan", "word-document", "word-facility"}


@pytest.mark.parametrize(
    ("name", "kind", "found"),
    [
        ("Iran", "place", "country"),
        ("the United States", "place", "country"),
        ("Iran", "organization", "country"),
        ("Iran", "person", "person"),
        ("Basra", "place", "place"),
        ("Germans", "person", "nationality"),
        ("Reuters", "organization", "outlet"),
        ("Reuters", "place", "place"),
        ("Hezbollah", "organization", "armed_group"),
        ("Victoria Air Base", "place", "facility"),
        ("Base", "place", "place"),
        ("Victoria Base", "person", "person"),
        ("Geneva Protocol", "abstract", "document"),
        ("Geneva Protocol", "event", "event"),
        ("Titanic", "object", "other"),
        ("Maize", "plant", "other"),
        ("Something", "unheard of", "other"),
        ("World Cup", "event", "event"),
    ],
)
def test_the_class_of_a_name(name: str, kind: str, found: str) -> None:
    assert KINDS.of(name, kind) == found


@pytest.mark.parametrize(
    ("forms", "words"),
    [
        (["President", "Obama"], 1),
        (["Prime", "Minister", "Theresa", "May"], 2),
        (["PRIME", "MINISTER", "May"], 2),
        (["Minister", "of", "State", "Ann", "Lee"], 3),
        (["Minister", "of", "State"], 1),
        (["President"], 0),
        (["Theresa", "May"], 0),
        (["Minister", "of", "Magic", "Fudge"], 1),
    ],
)
def test_a_title_is_the_longest_that_leaves_a_name(forms: list[str], words: int) -> None:
    assert KINDS.title(forms) == words


def test_only_a_person_has_a_title_split_off() -> None:
    assert list(KINDS.split(["President", "Obama"], "person")) == [(0, 1, "title"), (1, 2, "person")]
    assert list(KINDS.split(["President", "Hotel"], "organization")) == [(0, 2, "facility")]


def test_a_title_alone_is_called_what_the_corpus_calls_it() -> None:
    assert list(KINDS.split(["President"], "person")) == [(0, 1, "person")]


def test_our_names_are_of_classes_we_tell_apart() -> None:
    assert {kind for kind, _ in names()} <= {*ENTITY_TYPES, *ASIDE}


def test_a_name_of_our_list_stands_once() -> None:
    counts = Counter(name for kind, name in names() if kind not in ASIDE)

    assert [name for name, count in counts.items() if count > 1] == []


def test_a_name_of_our_list_has_no_space_at_its_ends() -> None:
    assert [name for _, name in names() if name != " ".join(name.split())] == []
