"""Likeness of texts to examples: vectors of words, centres of types."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.acquire import from_text
from sayso.annotate import annotate
from sayso.publish.resemblance import Likeness, centres, vectors
from sayso.publish.subevents import types


def test_every_type_has_a_centre_of_length_one() -> None:
    names, rows = centres()

    assert set(names) == set(types())
    assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-5)


def test_words_of_like_meaning_lie_nearer_than_others() -> None:
    known = vectors()

    assert known.word("cocaine") @ known.word("heroin") > known.word("cocaine") @ known.word("ferry")


def test_no_words_have_no_direction() -> None:
    assert vectors().text([]) is None


def test_a_text_is_most_like_the_type_it_tells() -> None:
    found = Likeness(annotate(from_text("Heavy rain drowned crops and washed away huts along the river.")))

    assert max(found.values, key=lambda name: found.values[name]) == "NAT_DISASTER"


def test_the_nearest_words_are_words_of_the_text() -> None:
    annotated = annotate(from_text("Smugglers hid heroin in crates of fruit."))
    near = {annotated.words[at].text for at in Likeness(annotated).words("ORG_CRIME", 1)}

    assert near <= {"Smugglers", "heroin"}


@pytest.mark.parametrize("text", ["!", "He was there."])
def test_a_text_without_telling_words_is_like_none(text: str) -> None:
    assert set(Likeness(annotate(from_text(text))).values.values()) == {0.0}
