"""Edges that the engine cut wrong, mended by syntax."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.attribute.edges import _bare, mended, parted


@pytest.fixture
def told(tree: Any, said: Any, words: Any) -> Any:
    """Name of a kept parse and source, cue, content as seen -> the same as mended, in words."""

    def of(name: str, *seen: str) -> tuple[str, ...]:
        read = tree(name)
        one = mended(read, said(read, *seen))
        return tuple(words(read.annotated, spans) for spans in (one.source, one.cue, one.content))

    return of


MENDED = {
    "vowed_punish": [
        ("The mayor", "vowed to punish", "the thieves"),
        ("The mayor", "vowed", "to punish the thieves"),
    ],
    "begged_her": [
        ("The widow", "begged", "her to forge the will"),
        ("The widow", "begged", "to forge the will"),
    ],
    "poll_of": [("A poll of", "said", "the pay was low"), ("A poll of nurses", "said", "the pay was low")],
    "one_of": [("of the sources", "said", "the attack"), ("One of the sources", "said", "the attack")],
    "official_who": [
        ("an official who", "said", "the minister had left"),
        ("who", "said", "the minister had left"),
    ],
    "pilots": [
        ("the airline", "said", "had landed in fog"),
        ("the airline", "said", "The pilots | had landed in fog"),
    ],
    "official_asked": [
        ("who asked not to be named", "according to", "The port is shut"),
        ("an official, who asked not to be named", "according to", "The port is shut"),
    ],
    "unconfirmed": [
        ("the press", "unconfirmed", "the dam had burst"),
        ("the press", "reports", "the dam had burst"),
    ],
}


@pytest.mark.parametrize("name", sorted(MENDED))
def test_what_breaks_off_is_mended(told: Any, name: str) -> None:
    seen, wanted = MENDED[name]
    assert told(name, *seen) == wanted


@pytest.mark.parametrize(("seen", "wanted"), [("A", "A poll of nurses"), ("of nurses", "nurses")])
def test_a_source_is_a_whole_phrase(told: Any, seen: str, wanted: str) -> None:
    assert told("poll_of", seen, "said", "the pay was low")[0] == wanted


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("poll", ("A poll by the university", "found", "most voters oppose the war")),
        ("named_spokesman", ("Spokesman Daniel Osei", "said", "the port had been closed")),
        ("fuller", ("Gen. Tariq Obeid", "said", "the army had entered the town")),
        ("agency", ("officials", "said", "Ukraine has moved its troops")),
        ("quote_before", ("Amal Haddad, a farmer", "said", '"We will not leave our land,"')),
    ],
)
def test_what_is_whole_stays_as_it_is(told: Any, name: str, seen: Any) -> None:
    assert told(name, *seen) == seen


def test_two_sources_run_together_are_parted(tree: Any, said: Any, words: Any) -> None:
    read = tree("aside_told")
    both = "The general, two of his adjutants"
    outer = said(read, both, "told", "had sworn that the president ordered the raid on the port")
    inner = said(read, both, "had sworn", "the president ordered the raid on the port")

    found = [words(read.annotated, one.source) for one in parted(read, [outer, inner])]

    assert found == ["two of his adjutants", "The general"]
    assert words(read.annotated, parted(read, [outer])[0].content).startswith("The general | had sworn")


def test_a_source_with_an_apposition_is_not_parted(tree: Any, said: Any) -> None:
    read = tree("quote_before")
    one = said(read, "Amal Haddad, a farmer", "said", '"We will not leave our land,"')

    assert parted(read, [one]) == [one]


def test_the_mark_that_opens_a_quotation_is_none_of_the_cue() -> None:
    text = "China voiced “serious concern” on Monday."
    cue = ((6, 14),)  # "voiced “"

    assert _bare(text, cue) == ((6, 12),)
    assert _bare(text, ((6, 12),)) == ((6, 12),)
    assert _bare(text, ((13, 14),)) == ((13, 14),)  # nothing but the mark stays as it is
