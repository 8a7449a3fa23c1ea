"""How many people an event killed, hurt, seized and drew, by the words of its report."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sayso.code.sizes import sizes
from sayso.records import Annotated, Sizes
from sayso.syntax import Tree

TESTS = Path(__file__).parents[1]
FILES = ("parses_sizes.json", "parses.json")
NO_HARM = {"dead": (0, 0), "injured": (0, 0)}


def kept(name: str) -> dict[str, Tree]:
    found = json.loads((TESTS / name).read_text("utf-8"))
    return {key: Tree(msgspec.convert(value, Annotated)) for key, value in found.items()}


TREES = [tree for file in FILES for tree in kept(file).values()]
WORDS = [word for tree in TREES for word in tree.words]


@pytest.fixture(scope="session")
def read(at: Callable[..., int]) -> Callable[[str, str], Sizes | None]:
    """Name of a kept parse and a trigger in it -> its sizes."""
    trees = kept(FILES[0])
    return lambda name, trigger: sizes(trees[name], at(trees[name], trigger))


@pytest.mark.parametrize(
    ("name", "trigger", "told"),
    [
        # the trigger's own object, subject or number
        ("object", "killed", {"dead": (12, 12)}),
        ("more_than", "killed", {"dead": (31, None)}),
        ("up_to", "arrested", {"arrested": (1, 20)}),
        ("as_many_as", "wounded", {"injured": (1, 50)}),
        ("about", "detained", {"arrested": (40, 40)}),
        ("nearly", "killed", {"dead": (40, 40)}),
        ("between", "killed", {"dead": (10, 15)}),
        ("hyphen", "detained", {"arrested": (10, 15)}),
        ("two_dozen", "arrested", {"arrested": (24, 24)}),
        ("dozens", "killed", {"dead": (24, 99)}),
        ("couple", "arrested", {"arrested": (2, 2)}),
        ("a_few", "killed", {"dead": (3, 5)}),
        ("family", "killed", {"dead": (5, 5)}),
        ("all", "killed", {"dead": (42, 42)}),
        ("one_of", "killed", {"dead": (1, 1)}),
        ("of_the", "killed", {"dead": (9, 9)}),
        ("of_them", "arrested", {"arrested": (45, None)}),
        ("total", "injured", {"injured": (12, 12)}),
        ("executed", "executed", {"dead": (21, 21)}),
        ("jailed", "jailed", {"arrested": (11, 11)}),
        ("killing_noun", "killing", {"dead": (3, 3)}),
        ("arrest_noun", "arrest", {"arrested": (14, 14)}),
        ("arrests", "arrests", {"arrested": (16, 16)}),
        ("headline", "killed", {"dead": (30, 30)}),
        ("headline_list", "injured", {"injured": (200, 999)}),
        ("eleven_wounded", "wounded", {"injured": (11, 11)}),
        # single people, added up
        ("man", "shot", {"dead": (1, 1)}),
        ("added", "killed", {"dead": (4, 4)}),
        ("wife", "murdered", {"dead": (4, 4)}),
        ("named", "killed", {"dead": (2, 2)}),
        ("singular_name", "assassinated", {"dead": (1, 1)}),
        ("pronoun", "arrested", {"arrested": (1, 1)}),
        ("aides", "killed", {"dead": (6, 6)}),
        ("commander", "wounded", {"dead": (2, 2), "injured": (1, 1)}),
        ("girl", "struck", {"dead": (2, 2)}),
        ("open", "killed", {"dead": (12, None)}),
        ("himself", "killing", {"dead": (12, 12)}),
        # other numbers beside: ages, years, shares, distances, some of those told
        ("age", "killed", {"dead": (1, 1)}),
        ("aged_between", "killed", {"dead": (9, 9)}),
        ("year", "killed", {"dead": (300, 300)}),
        ("percent", "bombardment", {"dead": (6, 6)}),
        ("distance", "killed", {"dead": (25, 25)}),
        ("including", "killed", {"dead": (20, 20)}),
        ("reduced", "wounded", {"injured": (12, None)}),
        ("appos", "killed", {"dead": (2, 2)}),
        ("untold", "killed", {"dead": (4, 10)}),
        # clauses that hang on the trigger, and what is joined to it
        ("at_least", "struck", {"dead": (12, None), "injured": (24, 99)}),
        ("at_least", "wounding", {"dead": (12, None), "injured": (24, 99)}),
        ("strike_market", "killed", {"dead": (9, 9), "injured": (61, None)}),
        ("twelve", "killed", {"dead": (12, 12), "injured": (30, 30)}),
        ("others", "wounded", {"dead": (1, 1), "injured": (4, 4)}),
        ("another", "killing", {"dead": (1, 1), "injured": (1, 1)}),
        ("passive_list", "killed", {"dead": (11, 11), "injured": (30, None)}),
        ("aged", "shot", {"dead": (1, 1)}),
        ("half_dozen", "abducted", {"dead": (6, 6)}),
        ("missiles", "fired", {"dead": (2, 2)}),
        ("custody", "raided", {"arrested": (3, 3)}),
        ("several", "shot", {"dead": (3, 9)}),
        ("comma_died", "attacked", {"dead": (4, 4)}),
        ("bodies", "massacred", {"dead": (14, 14)}),
        ("leaving_dead", "exploded", {"dead": (15, 15)}),
        ("losing", "ambushed", {"dead": (3, 3)}),
        ("climbed", "bombarded", {"dead": (101, None)}),
        # an event noun: the clause below it, the verb it stands by
        ("noun_that", "attack", {"dead": (12, 12), "injured": (40, 40)}),
        ("noun_in_which", "raid", {"dead": (5, 5)}),
        ("relclause_subj", "blast", {"dead": (18, 18)}),
        ("scores", "airstrike", {"dead": (40, 199), "injured": (200, 999)}),
        ("with_dead", "Clashes", {"dead": (3, 3)}),
        ("displaced", "Clashes", {"dead": (400, 400)}),
        ("money", "attack", {"dead": (4, 4)}),
        ("deaths", "clashes", {"dead": (9, None), "injured": (30, 30)}),
        ("lives", "bombing", {"dead": (17, 17)}),
        ("lost_lives", "attack", {"dead": (23, 23)}),
        ("death_toll", "bombing", {"dead": (27, 27)}),
        ("rose_from", "blast", {"dead": (15, 15)}),
        ("toll_of", "shelling", {"dead": (61, None)}),
        ("number_wounded", "attack", {"injured": (85, 85)}),
        ("passive_list", "attack", {"dead": (11, 11), "injured": (30, None)}),
        ("resulted", "raid", {"dead": (16, 16), "arrested": (40, 40)}),
        ("resulted", "arrest", {"arrested": (40, 40)}),
        ("casualties_told", "bombardment", {"dead": (15, 15)}),
        ("dead_number", "bombing", {"dead": (20, 20)}),
        ("over", "riots", {"arrested": (501, None)}),
        ("more_than", "attacked", {"dead": (31, None)}),
        ("within", "attack", {"dead": (11, 11)}),
        ("shot_dead_passive", "shot", {"dead": (2, 2)}),
        ("verbal_noun", "shelling", {"dead": (1, 1)}),
        ("hurt_when", "ambushed", {"dead": (9, 9), "injured": (14, 14)}),
        # nobody
        ("no_one", "hit", {"injured": (0, 0)}),
        ("no_hyphen", "wounded", {"injured": (0, 0)}),
        ("no_casualties", "shelled", NO_HARM),
        ("no_casualties_obj", "shelling", NO_HARM),
        ("killed_or_injured_none", "attack", NO_HARM),
        # the next sentence
        ("next_sentence", "bombed", {"dead": (12, None), "injured": (30, 30)}),
        ("next_several", "stormed", {"dead": (7, 7), "injured": (3, 9)}),
        ("next_none", "shelled", NO_HARM),
        # who takes part
        ("thousands", "marched", {"crowd": (2000, 9999)}),
        ("tens", "protested", {"crowd": (20000, 99999)}),
        ("against_bombing", "rallied", {"crowd": (200, 999)}),
        ("million", "demonstrated", {"crowd": (1000001, None)}),
        ("fewer_than", "protested", {"crowd": (1, 99)}),
        ("crowd_of", "rallied", {"crowd": (3000, 3000)}),
        ("crowd_range", "protest", {"crowd": (2000, 3000)}),
        ("joined", "protest", {"crowd": (2000, 2000)}),
        ("estimated", "rally", {"crowd": (10000, 12000)}),
        ("thousand_three", "rally", {"crowd": (3000, 3000)}),
        ("attended", "march", {"crowd": (20000, 20000)}),
        ("strong", "rally", {"crowd": (5000, 5000)}),
        ("hundreds_of_thousands", "went", {"crowd": (200000, 999999)}),
        ("strike_noun", "joined", {"crowd": (6000, 6000)}),
        ("protest_by", "blocked", {"crowd": (200, 999)}),
        ("some_of", "rally", {"arrested": (200, 999), "crowd": (20000, 99999)}),
    ],
)
def test_numbers_go_to_the_event_that_tells_them(
    read: Callable[[str, str], Sizes | None], name: str, trigger: str, told: dict[str, Any]
) -> None:
    assert read(name, trigger) == Sizes(**told)


@pytest.mark.parametrize(
    ("name", "trigger"),
    [
        ("missiles_plain", "launched"),  # weapons
        ("tank", "killed"),  # nobody human
        ("troops", "deployed"),  # sent, no crowd
        ("strike_obj", "struck"),  # attackers, no crowd
        ("hostages", "abducted"),  # neither hurt nor arrested
        ("housed", "attacked"),  # people who only were there
        ("town_year", "arrested"),  # a year
        ("casualties", "bombardment"),  # dead or hurt?
        ("killed_or_wounded", "killed"),  # dead or hurt?
        ("no_reports", "fired"),  # nothing was told
        ("not_killed", "kill"),  # it did not
        ("critically", "attack"),  # only some of them
        ("noun_that", "condemned"),  # words of saying have no dead
        ("quote_agreed", "met"),
        ("of_whom", "freed"),
        ("arrest_noun", "protests"),  # the arrests came before
        ("after_killing", "arrested"),  # those killed before the arrest
        ("rebels_who", "attacked"),  # whom the attacked had killed
        ("next_other", "bombed"),  # the next sentence tells another event
        ("next_year", "bombed"),  # or another time
        ("next_been", "shelled"),  # or a sum
    ],
)
def test_other_numbers_are_no_size(read: Callable[[str, str], Sizes | None], name: str, trigger: str) -> None:
    assert read(name, trigger) is None


def test_a_joined_clause_with_a_doer_of_its_own_keeps_its_number(at: Callable[..., int]) -> None:
    tree = kept(FILES[0])["army_too"]

    assert [sizes(tree, at(tree, "killed", nth)) for nth in (0, 1)] == [
        Sizes(dead=(4, 4)),
        Sizes(dead=(9, 9)),
    ]


def test_two_events_of_a_sentence_keep_their_dead_apart(
    read: Callable[[str, str], Sizes | None],
) -> None:
    assert read("two_events", "attacked") == Sizes(dead=(4, 4))
    assert read("two_events", "bombed") == Sizes(dead=(9, 9))


def test_why_people_are_arrested_is_not_how_many_were(
    read: Callable[[str, str], Sizes | None],
) -> None:
    assert read("over_killing", "arrested") == Sizes(arrested=(3, 3))


def check(tree: Tree, index: int) -> None:
    """What must hold of any word, whatever it stands in."""
    found = sizes(tree, index)
    for bounds in msgspec.structs.astuple(found) if found is not None else ():
        assert bounds is None or (bounds[0] >= 0 and (bounds[1] is None or bounds[0] <= bounds[1]))


def test_every_word_of_every_kept_parse_gives_ordered_bounds_or_none() -> None:
    for tree in TREES:
        for index in range(len(tree.words)):
            check(tree, index)


@given(tree=st.sampled_from(TREES), data=st.data())
def test_a_parse_that_went_wrong_gives_ordered_bounds_or_none(tree: Tree, data: st.DataObject) -> None:
    """Words keep their heads and have any lemma, class and relation that occur."""
    pool = st.sampled_from(WORDS)
    others = [data.draw(pool) for _ in tree.words]
    mixed = tuple(
        replace(word, lemma=other.lemma, upos=other.upos, deprel=other.deprel)
        for word, other in zip(tree.words, others, strict=True)
    )
    wrong = Tree(replace(tree.annotated, words=mixed))

    check(wrong, data.draw(st.integers(0, len(mixed) - 1)))
