"""
Three levels deep: sentences of our own in 32 constructions (`hops.jsonl`), each with a chain of three
attributions, outermost first. The odd ones of a pattern may be worked on; the even ones are kept for
measuring only. `hops_hard.jsonl` has rarer words and looser constructions, all to be worked on.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sayso
from training.own import spans
from training.readers import Spans, rows
from training.score import ROLES, Ruler, Triple, iou

PATH = Path(__file__).with_suffix(".jsonl")
HARD = Path(__file__).with_name("hops_hard.jsonl")
HALF = 0.5
"""Of the words that a role must share, intersection over union."""


def hops(_: Path) -> dict[str, float]:
    """Share of chains of which all three links are right, and of links, in both halves and the hard ones."""
    figures: dict[str, float] = {}
    every = cases()
    halves = ([case for case in every if int(case["id"][1:]) % 2 == left] for left in (1, 0))
    for half, chosen in zip(("dev", "kept", "hard"), (*halves, cases(HARD)), strict=True):
        right = [links(case) for case in chosen]
        figures[f"{half} cases"] = len(chosen)
        figures[f"{half} all three links"] = sum(all(one) for one in right) / max(1, len(right))
        single = [link for one in right for link in one]
        figures[f"{half} links"] = sum(single) / max(1, len(single))
    return figures


def cases(path: Path = PATH) -> list[dict[str, Any]]:
    """The sentences with their chains, phrases as character spans."""
    return [{**one, "chain": [_link(one["text"], link) for link in one["chain"]]} for one in rows(path)]


def _link(text: str, link: dict[str, Any]) -> dict[str, Spans]:
    return {role: spans(text, link[role]) for role in ROLES}


def links(case: dict[str, Any]) -> list[bool]:
    """Which links are right: source, cue and content share half their words, and so all the way up."""
    ruler = Ruler(case["text"])
    read = sayso.read(case["text"]).attributions
    right: list[bool] = []
    above: set[str] | None = None
    for link in case["chain"]:
        want = ruler.triple(link)
        hit = {
            one.id
            for one in read
            if _like(ruler.triple({role: getattr(one, role) for role in ROLES}), want)
            and (above is None or one.parent in above)
        }
        right.append(bool(hit))
        above = hit
    return right


def _like(one: Triple, other: Triple) -> bool:
    return all(iou(getattr(one, role), getattr(other, role)) >= HALF for role in ROLES)
