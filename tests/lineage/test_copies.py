"""Reused sentences are found; sentences alike by chance are not."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.lineage.copies import Copies, fingerprints

FIRST = "Norland has moved two rocket batteries to the Kell ridge above the river, officials said on Friday."
SECOND = "The batteries arrived by rail on Wednesday night and were set up before dawn, they said."


@pytest.fixture
def pair(hand) -> Any:
    def made(text, outlet="Osk Herald", when="2031-03-07T12:00:00Z") -> Any:
        agency = hand.read("Concord Wire", "2031-03-07T10:00:00Z", f"{FIRST} {SECOND}")
        return Copies([agency, hand.read(outlet, when, text)])

    return made


@pytest.mark.parametrize(
    ("text", "copied"),
    [
        (FIRST, True),
        (FIRST.upper(), True),
        (FIRST.replace("Friday", "Saturday"), True),
        (FIRST.replace("officials said on Friday", "CNA said"), True),
        ("Rockets of Norland now stand above the river on the Kell ridge, a diplomat said on Friday.", False),
        ("A drone strike killed two people at the bus station in Kell on Monday, the mayor said.", False),
        ("Officials said on Friday.", False),
    ],
)
def test_a_sentence_and_its_reprint(pair, text, copied) -> None:
    assert (pair(text).original(1, 3) is not None) == copied


def test_only_the_reused_sentence_is_a_copy(pair) -> None:
    own = "Hundreds of men queued outside the Haske barracks on Monday, our reporter saw there."
    copies = pair(f"{own} {FIRST}")

    assert copies.original(1, 3) is None
    passage = copies.original(1, len(own) + 5)
    assert passage is not None
    assert (passage.reading, passage.span) == (0, (0, len(FIRST)))
    assert copies.pairs() == {1: 0}


def test_an_outlet_does_not_copy_itself_nor_the_distant_past(pair) -> None:
    assert pair(FIRST, "Concord Wire").original(1, 3) is None
    assert pair(FIRST, when="2031-06-07T12:00:00Z").original(1, 3) is None


def test_copies_of_copies_are_copies_of_the_first(hand) -> None:
    readings = [
        hand.read(f"Outlet {n}", f"2031-03-07T{10 + n}:00:00Z", f"{FIRST} {SECOND}") for n in range(5)
    ]

    assert Copies(readings).pairs() == {1: 0, 2: 0, 3: 0, 4: 0}


@settings(max_examples=60)
@given(st.integers(0, 10**6), st.integers(0, 2))
def test_small_edits_leave_most_fingerprints(seed, edits) -> None:
    chance = random.Random(seed)
    words = [f"w{chance.randrange(1000)}" for _ in range(30)]
    edited = list(words)
    for _ in range(edits):
        edited[chance.randrange(30)] = "other"
    before, after = fingerprints(" ".join(words)), fingerprints(" ".join(edited))

    assert len(before & after) >= 0.3 * len(before)
    assert not fingerprints(" ".join(words)) & fingerprints(" ".join(f"v{n}" for n in range(30)))
