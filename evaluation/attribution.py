"""Whole readings against PolNeAR: what `sayso read` says, not only what the engine's heads say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sayso
from sayso.records import UNSURE, Attribution
from training import score
from training.readers import Spans, rows
from training.score import Ruler, Triple, iou

Mark = dict[str, Any]
HALF = 0.5
"""Of the words that a role must share, intersection over union."""
THAT = re.compile(r"\bthat\s+$", re.IGNORECASE)
QUOTES = "\"“”‘'«„"
SURE = 0.8
"""Confidence from which on attributions are counted as sure."""


def attribution(data: Path) -> dict[str, float] | None:
    """
    Linked triples and spans over `polnear/{dev,test}.jsonl`, outermost level; recall of nested ones where
    `nested_{dev,test}.jsonl` lists them.
    """
    figures: dict[str, float] = {}
    for part in ("dev", "test"):
        path, nested = (data / "polnear" / f"{name}.jsonl" for name in (part, f"nested_{part}"))
        if path.exists():
            cases = list(rows(nested)) if nested.exists() else []
            figures |= {f"{part} {name}": value for name, value in _score(list(rows(path)), cases).items()}
    return figures or None


def _score(gold: list[Mark], cases: list[Mark]) -> dict[str, float]:
    texts = {one["id"]: one["text"] for one in gold}
    read = {key: [mark(one) for one in sayso.read(text).attributions] for key, text in texts.items()}
    marked = {key: [with_that(texts[key], one) for one in marks] for key, marks in read.items()}
    figures = score.polnear(gold, read)
    figures["exact.content with that"] = score.polnear(gold, marked)["exact.content"]
    figures |= given(gold, marked) | quoted(gold, read) | sure(gold, marked)
    if cases:
        figures |= {f"nested {name}": value for name, value in score.nested(cases, texts, read).items()}
    return figures


def mark(one: Attribution) -> Mark:
    """What is scored of an attribution, by name."""
    names = ("source", "cue", "content", "parent", "id", "confidence")
    return {name: getattr(one, name) for name in names}


def with_that(text: str, mark: Mark) -> Mark:
    """The mark as PolNeAR has it: a "that" before a content belongs to it; Sayso leaves it out."""
    held = [span for role in ("source", "cue") for span in mark[role]]

    def opened(start: int) -> int:
        found = THAT.search(text[max(0, start - 20) : start])
        first = start - len(found[0]) if found else start
        return start if any(a < start and first < b for a, b in held) else first

    return {**mark, "content": [(opened(start), end) for start, end in mark["content"]]}


def _beside(
    gold: list[Mark], read: dict[str, list[Mark]]
) -> Iterator[tuple[Mark, list[Triple], list[score.Marks]]]:
    """Article by article and annotator by annotator: the row, its triples and the outermost marks read."""
    for row in gold:
        ruler = Ruler(row["text"])
        yield row, ruler.triples(row["attributions"]), score.outermost(read[row["id"]])


def given(gold: list[Mark], read: dict[str, list[Mark]]) -> dict[str, float]:
    """Share of the annotators' attributions with a content read right whose source is right too."""
    right = told = 0
    for row, wanted, marks in _beside(gold, read):
        own = Ruler(row["text"]).triples(marks)
        for want in wanted:
            near = [one for one in own if iou(one.content, want.content) >= HALF]
            told += bool(near)
            right += any(iou(one.source, want.source) >= HALF for one in near)
    return {"source given content": round(right / max(1, told), 4)}


def quoted(gold: list[Mark], read: dict[str, list[Mark]]) -> dict[str, float]:
    """F1 of contents that begin with a quotation mark, overlapping by half."""
    tally = score.Tally()
    for row, _, marks in _beside(gold, read):
        text, ruler = row["text"], Ruler(row["text"])
        own, wanted = (
            [ruler.tokens(one["content"]) for one in some if _opens(text, one["content"])]
            for some in (marks, row["attributions"])
        )
        fits = [[iou(a, b) >= HALF for b in wanted] for a in own]
        hits = score.matched(len(own), len(wanted), lambda i, j, fits=fits: fits[i][j])  # type: ignore[misc]
        tally.add(len(hits), len(own), len(wanted))
    return {"quoted content": tally.f1()["f1"]}


def _opens(text: str, content: Spans) -> bool:
    return bool(content) and text[content[0][0]] in QUOTES


def sure(gold: list[Mark], read: dict[str, list[Mark]]) -> dict[str, float]:
    """Share of what was read that an annotator marks too: of the sure, of the rest, of the unsure."""
    right: dict[str, list[float]] = defaultdict(list)
    for row, wanted, marks in _beside(gold, read):
        ruler = Ruler(row["text"])
        for one in marks:
            level = (
                "sure" if one["confidence"] >= SURE else "unsure" if one["confidence"] < UNSURE else "likely"
            )
            right[level].append(score.linked([ruler.triple(one)], wanted, HALF)[0])
    return {
        f"right where {level}": round(sum(found) / len(found), 4) for level, found in sorted(right.items())
    }
