"""The corpora as plain documents: text or words, with what each set marks."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Spans = list[tuple[int, int]]
Marks = list[tuple[int, int, str]]

# Frames of saying, thinking and asking whose ARG1 is what is said.
SAYING = frozenset(
    f"{lemma}.{number:02}"
    for number, lemmas in {
        1: "say tell ask claim warn believe think report announce deny confirm state argue suggest add "
        "note admit acknowledge insist explain write declare predict know hope fear promise agree assert "
        "allege reveal conclude urge threaten vow estimate expect suspect assume reply respond mention "
        "indicate show maintain complain wonder propose recommend doubt demand",
        2: "ask order find recall",
    }.items()
    for lemma in lemmas.split()
)


@dataclass(frozen=True)
class Attribution:
    """Character spans of one gold attribution; ``wrapped`` if training composed it around another."""

    source: Spans
    cue: Spans
    content: Spans
    wrapped: bool = False


@dataclass(frozen=True)
class Article:
    """A news text with one annotator's attributions and the silver entities, if there are any.

    ``attributions`` is None where nothing is known of them; ``happened`` are character spans with
    their factuality.
    """

    key: str
    text: str
    attributions: list[Attribution] | None
    entities: list[tuple[int, int, str]] = field(default_factory=list)
    happened: list[tuple[int, int, float]] = field(default_factory=list)


@dataclass(frozen=True)
class Mention:
    """Words [first, last) that stand for something; ``chain`` is shared by all that stand for it."""

    head: int
    first: int
    last: int
    kind: str
    chain: str


Predicate = tuple[int, list[tuple[str, int, int]]]
"""A predicate's word and its arguments: role, words [first, last)."""


@dataclass
class Tree:
    """One sentence of gold words. ``heads`` are 1-based within the sentence, 0 for the root.

    ``predicates`` is None where nothing is known of roles; ``happened`` holds words with their
    factuality, -3 to 3; ``key`` names the document.
    """

    forms: list[str]
    glued: list[bool]
    upos: list[str]
    xpos: list[str]
    heads: list[int]
    deprels: list[str]
    lemmas: list[str]
    paragraph: bool = False
    frames: list[tuple[int, Spans, Spans]] = field(default_factory=list)
    entities: list[str] | None = None
    predicates: list[Predicate] | None = None
    happened: list[tuple[int, float]] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    key: str = ""


def polnear(
    path: Path, silver: Path | None = None, refine: Callable[[str, Marks], Marks] | None = None
) -> dict[str, list[Article]]:
    """Read PolNeAR lines, grouped by article; ``silver`` is what `training.teacher` wrote.

    ``refine`` brings an article's silver entities into our classes.
    """
    named = _silver(silver)
    found: dict[str, list[Article]] = defaultdict(list)
    for row in rows(path):
        marks = [
            Attribution(_spans(a["source"]), _spans(a["cue"]), _spans(a["content"]))
            for a in row["attributions"]
        ]
        if row["id"] not in found and refine is not None and row["id"] in named:
            named[row["id"]] = refine(row["text"], named[row["id"]])
        found[row["id"]].append(Article(row["id"], row["text"], marks, named.get(row["id"], [])))
    return dict(found)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _spans(pairs: list[list[int]]) -> Spans:
    return [(s, e) for s, e in pairs]


def _silver(path: Path | None) -> dict[str, list[tuple[int, int, str]]]:
    if path is None:
        return {}
    return {row["id"]: [(s, e, kind) for s, e, kind in row["spans"]] for row in rows(path)}


def ewt(
    path: Path, happened: dict[tuple[str, ...], list[tuple[int, float]]] | None = None
) -> list[list[Tree]]:
    """Read UD EWT with PropBank roles as documents of trees.

    ``happened`` maps a sentence, as its words, to numbers of words and their factuality.
    """
    documents: dict[str, list[Tree]] = defaultdict(list)
    for row in rows(path):
        tree = _ewt_tree(row)
        tree.happened.extend((happened or {}).get(tuple(tree.forms), []))
        documents[row["id"].rsplit("-", 1)[0]].append(tree)
    for trees in documents.values():
        trees[0].paragraph = True
    return list(documents.values())


def _ewt_tree(row: dict[str, Any]) -> Tree:
    space = [True, *(bool(s) for s in row["space"])]
    tree = Tree(
        forms=row["form"],
        glued=[not s for s in space[:-1]],
        upos=row["upos"],
        xpos=row["xpos"],
        heads=row["head"],
        deprels=row["deprel"],
        lemmas=row["lemma"],
    )
    tree.frames.extend(_frames(row))
    if row["srl"] is not None:
        tree.predicates = [(p["v"], [(r, s, e) for r, s, e in p["args"]]) for p in row["srl"]]
    return tree


def _frames(row: dict[str, Any]) -> Iterator[tuple[int, Spans, Spans]]:
    """Yield (verb, source, content) of frames of saying with a clause as what is said."""
    for role in row["srl"] or []:
        if role["frame"] not in SAYING:
            continue
        pieces = {k: [(s, e) for r, s, e in role["args"] if r in (k, f"C-{k}")]
                  for k in ("ARG0", "ARG1")}  # fmt: skip
        said = [_unmarked(row["form"], s, e) for s, e in pieces["ARG1"]]
        size = sum(e - s for s, e in said)
        if size >= 3 and any(row["upos"][i] == "VERB" for s, e in said for i in range(s, e)):
            yield role["v"], pieces["ARG0"], said


def _unmarked(forms: list[str], start: int, end: int) -> tuple[int, int]:
    """Drop "that" before a content, as PolNeAR does."""
    return (start + 1, end) if forms[start].lower() == "that" and end - start > 1 else (start, end)
