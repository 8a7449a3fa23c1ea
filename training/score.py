"""Attribution measured: linked triples, spans and words, as PolNeAR work reports them.

Tokens are runs of letters and digits, so punctuation at an edge neither helps nor hurts. A role is
the set of its tokens. Where several annotators read an article, each is a reference of weight 1/k.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

ROLES = ("source", "cue", "content")
_WORD = re.compile(r"\w+")

Span = tuple[int, int]
Spans = Sequence[Sequence[int]]
Tokens = frozenset[int]
Marks = Mapping[str, Any]  # an attribution: role to character spans, and "parent" where that is known


@dataclass(frozen=True)
class Triple:
    """The tokens of one attribution's roles."""

    source: Tokens
    cue: Tokens
    content: Tokens


@dataclass
class Tally:
    """Right among predicted, predicted, right among gold, gold; weights make them fractions."""

    hit: float = 0.0
    predicted: float = 0.0
    gold: float = 0.0

    def add(self, hit: float, predicted: float, gold: float, weight: float = 1.0) -> None:
        self.hit += weight * hit
        self.predicted += weight * predicted
        self.gold += weight * gold

    def f1(self) -> dict[str, float]:
        """Return precision, recall and F1 in 0..1, 0 where undefined."""
        p = self.hit / self.predicted if self.predicted else 0.0
        r = self.hit / self.gold if self.gold else 0.0
        f = 2 * p * r / (p + r) if p + r else 0.0
        return {"precision": round(p, 4), "recall": round(r, 4), "f1": round(f, 4)}


class Ruler:
    """Turns character spans of one text into tokens."""

    def __init__(self, text: str) -> None:
        spans = [m.span() for m in _WORD.finditer(text)]
        self._starts = [s for s, _ in spans]
        self._ends = [e for _, e in spans]

    def tokens(self, spans: Spans) -> Tokens:
        """Return the tokens that share a character with any of the spans."""
        found: set[int] = set()
        for start, end in spans:
            found.update(range(bisect_right(self._ends, start), bisect_left(self._starts, end)))
        return frozenset(found)

    def triple(self, attribution: Marks) -> Triple:
        return Triple(*(self.tokens(attribution.get(role) or []) for role in ROLES))

    def triples(self, attributions: Iterable[Marks]) -> list[Triple]:
        """Return the attributions that have a cue or a content."""
        return [t for t in map(self.triple, attributions) if t.cue or t.content]


def iou(a: Tokens, b: Tokens) -> float:
    """Return intersection over union; two empty sets are equal."""
    if not a and not b:
        return 1.0
    return len(a & b) / len(a | b)


def matched(count: int, others: int, fits: Callable[[int, int], bool]) -> list[tuple[int, int]]:
    """Return a maximum one-to-one matching of ``count`` against ``others`` items."""
    options = [[j for j in range(others) if fits(i, j)] for i in range(count)]
    owner: dict[int, int] = {}

    def place(i: int, tried: set[int]) -> bool:
        for j in options[i]:
            if j not in tried:
                tried.add(j)
                if j not in owner or place(owner[j], tried):
                    owner[j] = i
                    return True
        return False

    for i in range(count):
        place(i, set())
    return [(i, j) for j, i in owner.items()]


def outermost(attributions: Sequence[Marks]) -> list[Marks]:
    """Drop attributions with a parent, and those whose whole cue lies in another's content."""

    def inside(a: Marks, b: Marks) -> bool:
        cue, content = a.get("cue") or [], b.get("content") or []
        return bool(cue) and all(any(s <= x and y <= e for s, e in content) for x, y in cue)

    return [
        a
        for i, a in enumerate(attributions)
        if a.get("parent") is None and not any(i != j and inside(a, b) for j, b in enumerate(attributions))
    ]


def compare(predicted: list[Triple], gold: list[Triple]) -> dict[str, tuple[float, float, float]]:
    """Return (hit, predicted, gold) of each measure for one article and one annotator."""
    found: dict[str, tuple[float, float, float]] = {}
    for role in ROLES:
        found |= _of_role([getattr(t, role) for t in predicted], [getattr(t, role) for t in gold], role)
    found["attr.exact"] = linked(predicted, gold, 1.0)
    found["attr.iou50"] = linked(predicted, gold, 0.5)
    found["pair.iou50"] = linked(predicted, gold, 0.5, ("content", "source"))
    return found


def linked(
    predicted: list[Triple],
    gold: list[Triple],
    least: float,
    roles: Sequence[str] = ("content", "source", "cue"),
) -> tuple[float, float, float]:
    """Return (hit, predicted, gold) of attributions whose ``roles`` all overlap by ``least``."""

    def fits(i: int, j: int) -> bool:
        return all(iou(getattr(predicted[i], r), getattr(gold[j], r)) >= least for r in roles)

    return len(matched(len(predicted), len(gold), fits)), len(predicted), len(gold)


def _of_role(predicted: list[Tokens], gold: list[Tokens], role: str) -> dict[str, tuple[float, float, float]]:
    """Measure one role by itself: words, and distinct spans exactly and by overlap."""
    words = frozenset().union(*predicted), frozenset().union(*gold)
    p, g = sorted({t for t in predicted if t}, key=sorted), sorted({t for t in gold if t}, key=sorted)
    half = matched(len(p), len(g), lambda i, j: iou(p[i], g[j]) >= 0.5)
    return {
        f"tok.{role}": (len(words[0] & words[1]), len(words[0]), len(words[1])),
        f"exact.{role}": (len(set(p) & set(g)), len(p), len(g)),
        f"iou50.{role}": (len(half), len(p), len(g)),
    }


def attribution(
    gold: Mapping[str, Sequence[tuple[str, Sequence[Marks]]]],
    predicted: Mapping[str, Sequence[Marks]],
) -> dict[str, dict[str, float]]:
    """Score predictions of outermost attributions.

    ``gold`` maps an article to (text, attributions) of each of its annotators.
    """
    tallies: dict[str, Tally] = {}
    for key, versions in gold.items():
        ruler = Ruler(versions[0][0])
        own = ruler.triples(outermost(predicted.get(key, [])))
        for _, marks in versions:
            for name, counts in compare(own, ruler.triples(marks)).items():
                tallies.setdefault(name, Tally()).add(*counts, weight=1 / len(versions))
    return {name: tally.f1() for name, tally in tallies.items()}


def polnear(gold: list[dict[str, Any]], read: Mapping[str, Sequence[Marks]]) -> dict[str, float]:
    """Return F1 of each measure, and both sides of the main one, for lines of PolNeAR's format."""
    versions: dict[str, list[tuple[str, Sequence[Marks]]]] = {}
    for row in gold:
        versions.setdefault(row["id"], []).append((row["text"], row["attributions"]))
    figures = attribution(versions, read)
    main = figures["attr.iou50"]
    sides = {f"attr.iou50 {side}": main[side] for side in ("precision", "recall")}
    return {name: sides_of["f1"] for name, sides_of in figures.items()} | sides


def nested(
    cases: list[dict[str, Any]],
    texts: dict[str, str],
    predicted: Mapping[str, Sequence[Marks]],
) -> dict[str, float]:
    """Return the recall of nested attributions: the inner one alone, and under its outer one.

    A prediction's ancestors are those whose content holds its cue.
    """
    inner = chains = 0
    for case in cases:
        key = str(case["id"])
        ruler = Ruler(texts[key])
        own = ruler.triples(predicted.get(key, []))
        want, outer = ruler.triple(case["inner"]), ruler.triple(case["outer"])
        hits = [t for t in own if all(iou(getattr(t, r), getattr(want, r)) >= 0.5 for r in ROLES)]
        inner += bool(hits)
        chains += any(
            t.cue <= a.content and iou(a.source, outer.source) >= 0.5 and iou(a.content, outer.content) >= 0.5
            for t in hits
            for a in own
            if a is not t
        )
    total = max(1, len(cases))
    return {"inner": round(inner / total, 4), "chain": round(chains / total, 4), "cases": len(cases)}
