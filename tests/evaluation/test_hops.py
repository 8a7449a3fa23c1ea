"""The chains of three: what is kept for measuring, and when a link counts."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from evaluation.hops import HARD, PATH, cases, links
from sayso.spans import covers_all

TEXT = "The paper said that officials believed that the rebels had denied attacking the dam."


def case(**outer: str) -> dict[str, Any]:
    chain = [
        {"source": "The paper", "cue": "said", "content": TEXT[20:-1], **outer},
        {"source": "officials", "cue": "believed", "content": TEXT[44:-1]},
        {"source": "the rebels", "cue": "had denied", "content": "attacking the dam"},
    ]

    def spans(phrase: str) -> list[list[int]]:
        at = TEXT.index(phrase)
        return [[at, at + len(phrase)]]

    return {"text": TEXT, "chain": [{role: spans(phrase) for role, phrase in link.items()} for link in chain]}


@pytest.mark.parametrize("path", [PATH, HARD])
def test_every_case_is_three_links_one_inside_the_other(path: Path) -> None:
    found = cases(path)

    assert len(found) >= 120
    assert len({one["text"] for one in found}) == len(found)
    for one in found:
        spans = [{role: tuple(map(tuple, link[role])) for role in link} for link in one["chain"]]
        assert len(spans) == 3
        assert all(covers_all(outer["content"], inner["cue"]) for outer, inner in pairwise(spans))
        assert all(link["cue"] and link["content"] for link in spans)


def test_half_of_every_pattern_is_kept() -> None:
    kept = Counter(one["pattern"] for one in cases() if int(one["id"][1:]) % 2 == 0)
    every = Counter(one["pattern"] for one in cases())

    assert len(every) >= 30
    assert all(2 * kept[pattern] == count for pattern, count in every.items())


def test_a_chain_that_is_read_as_marked_has_all_its_links() -> None:
    assert links(case()) == [True, True, True]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [({"source": "the dam"}, [False, False, False]), ({"cue": "attacking"}, [False, False, False])],
)
def test_below_a_wrong_link_none_is_right(wrong: dict[str, str], right: list[bool]) -> None:
    assert links(case(**wrong)) == right
