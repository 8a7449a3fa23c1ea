"""One saying seen twice."""

from __future__ import annotations

from typing import Any

from sayso.attribute.twins import single


def test_of_two_cues_side_by_side_the_known_one_stays(tree: Any, said: Any) -> None:
    read = tree("unconfirmed")
    adjective = said(read, "the press", "unconfirmed", "the dam had burst", confidence=0.9)
    noun = said(read, "the press", "reports", "the dam had burst", confidence=0.4)

    assert single(read, [adjective, noun]) == [noun]


def test_of_two_unknown_cues_the_surer_one_stays(tree: Any, said: Any) -> None:
    read = tree("unconfirmed")
    one = said(read, "the press", "unconfirmed", "the dam had burst", confidence=0.4)
    other = said(read, "the press", "in", "the dam had burst", confidence=0.6)

    assert single(read, [one, other]) == [other]


def test_a_saying_inside_another_is_no_twin(tree: Any, said: Any) -> None:
    read = tree("nested_that")
    outer = said(read, "The paper", "said", "officials believed that the rebels had attacked the dam")
    inner = said(read, "officials", "believed", "the rebels had attacked the dam")

    assert single(read, [outer, inner]) == [outer, inner]


def test_two_sources_are_no_twins(tree: Any, said: Any) -> None:
    read = tree("unconfirmed")
    one = said(read, "Thousands", "unconfirmed", "the dam had burst")
    other = said(read, "the press", "reports", "the dam had burst")

    assert single(read, [one, other]) == [one, other]
