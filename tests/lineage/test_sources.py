"""Parties told apart, and put together where the words allow it."""

from __future__ import annotations

import itertools

import pytest

from sayso.lineage.newsrooms import Newsrooms
from sayso.lineage.sources import Party, folds, may_be_same, party
from sayso.records import Attribution

ROOM = Party("Concord Wire", "newsroom")
ROOMS = Newsrooms(["Concord Wire", "Osk Herald"])


def anonymous(name, room="Concord Wire", state=None) -> Party:
    return Party(name, "anonymous", state, room)


@pytest.mark.parametrize(
    ("label", "kind", "actor", "expected"),
    [
        ("the Herald", "media", "---", Party("Osk Herald", "newsroom")),
        ("Osk Herald", "organisation", "---", Party("Osk Herald", "newsroom")),
        ("Far Gazette", "media", "---", Party("Far Gazette", "newsroom")),
        ("local media", "media", "---", None),
        ("the report", "media", "---", None),
        ("two officials", "anonymous_official", "OSK GOV", anonymous("two officials", state="OSK")),
        ("the defence ministry", "organisation", "OSK GOV", Party("Government of OSK", "body", "OSK")),
        ("its army", "organisation", "OSK MIL", Party("Government of OSK", "body", "OSK")),
        ("the Red Cross", "organisation", "IGO NGO", Party("Red Cross", "body", None)),
        ("the court", "organisation", "OSK JUD", Party("court", "body", None)),
        ("minister Ida Holm", "named_person", "OSK GOV", Party("minister Ida Holm", "person", "OSK")),
    ],
)
def test_who_stands_behind_an_attribution(label, kind, actor, expected) -> None:
    attribution = Attribution(
        id="a1", source=((0, 3),), cue=(), content=(), source_type=kind, source_actor=actor
    )
    assert party(attribution, label, ROOM, ROOMS) == expected


def test_nobody_is_behind_a_passive() -> None:
    assert party(Attribution(id="a1", source=(), cue=(), content=()), "it", ROOM, ROOMS) is None


@pytest.mark.parametrize(
    ("one", "two", "same", "may_be"),
    [
        (anonymous("two Osk officials"), anonymous("the officials"), True, True),
        (anonymous("two faction members"), anonymous("a harbour official"), False, False),
        (anonymous("two officials"), anonymous("an official", "Osk Herald"), False, True),
        (anonymous("a harbour official"), anonymous("a senior harbour official", "Osk Herald"), False, True),
        (anonymous("a Western diplomat"), anonymous("a rebel commander", "Osk Herald"), False, False),
        (anonymous("officials", state="OSK"), anonymous("officials", "Osk Herald", "NLD"), False, False),
        (Party("minister Ida Holm", "person"), Party("Holm", "person"), True, True),
        (Party("Ida Holm", "person"), Party("Jon Brack", "person"), False, False),
        (Party("Ida Holm", "person", "OSK"), Party("Government of OSK", "body", "OSK"), False, True),
        (Party("Ida Holm", "person", "OSK"), Party("Government of NLD", "body", "NLD"), False, False),
        (Party("Osk interior ministry", "body"), Party("interior ministry", "body"), True, True),
        (Party("Osk Herald", "newsroom"), Party("Herald", "newsroom"), False, False),
    ],
)
def test_one_or_two(one, two, same, may_be) -> None:
    for left, right in itertools.permutations((one, two)):
        assert (folds(left, right), may_be_same(left, right)) == (same, may_be)
    assert folds(one, one)
    assert may_be_same(two, two)


def test_unnamed_people_bear_the_name_of_their_newsroom() -> None:
    assert anonymous("three officials").title == "anon:three officials@Concord Wire"
    assert ROOM.title == "Concord Wire"
