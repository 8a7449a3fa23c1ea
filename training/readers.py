"""The corpora as plain documents: text or words, with what each set marks."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Spans = list[tuple[int, int]]

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
    """A news text with one annotator's attributions and the silver entities, if there are any."""

    key: str
    text: str
    attributions: list[Attribution]
    entities: list[tuple[int, int, str]] = field(default_factory=list)


@dataclass
class Tree:
    """One sentence of gold words. ``heads`` are 1-based within the sentence, 0 for the root."""

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


def polnear(path: Path, silver: Path | None = None) -> dict[str, list[Article]]:
    """Read PolNeAR lines, grouped by article; ``silver`` is what `training.teacher` wrote."""
    named = _silver(silver)
    found: dict[str, list[Article]] = defaultdict(list)
    for row in rows(path):
        marks = [
            Attribution(_spans(a["source"]), _spans(a["cue"]), _spans(a["content"]))
            for a in row["attributions"]
        ]
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


def ewt(path: Path) -> list[list[Tree]]:
    """Read UD EWT with PropBank roles as documents of trees."""
    documents: dict[str, list[Tree]] = defaultdict(list)
    for row in rows(path):
        documents[row["id"].rsplit("-", 1)[0]].append(_ewt_tree(row))
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


def gum(folder: Path) -> list[list[Tree]]:
    """Read a folder of GUM CoNLL-U files as documents of trees with named entities."""
    return [list(_conllu(path)) for path in sorted(folder.glob("*.conllu"))]


def _conllu(path: Path) -> Iterator[Tree]:
    rows: list[list[str]] = []
    pending: list[tuple[str, int, int]] = []
    paragraph = True
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar"):
            paragraph = True
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield _gum_tree(rows, paragraph, pending)
            rows, paragraph, pending = [], False, []


def _gum_tree(rows: list[list[str]], paragraph: bool, _: list[tuple[str, int, int]]) -> Tree:
    fused = {i for r in rows if "-" in r[0] for i in _range_glued(r[0])}
    ends = {int(r[0].split("-")[1]): r[9] for r in rows if "-" in r[0]}
    words = [r for r in rows if r[0].isdigit()]
    glued, open_gap = [], False
    for row in words:
        at = int(row[0])
        glued.append(open_gap or at in fused)
        open_gap = "SpaceAfter=No" in ends.get(at, row[9])
    tree = Tree(
        forms=[r[1] for r in words],
        glued=glued,
        upos=[r[3] for r in words],
        xpos=[r[4] for r in words],
        heads=[int(r[6]) for r in words],
        deprels=[r[7] for r in words],
        lemmas=[r[2] for r in words],
        paragraph=paragraph,
    )
    tree.entities = named_view(tree, _mentions([r[9] for r in words]))
    return tree


def _range_glued(key: str) -> range:
    """Return the words of a multi-word token that stand without a space before them."""
    first, last = key.split("-")
    return range(int(first) + 1, int(last) + 1)


def _mentions(misc: list[str]) -> list[tuple[int, int, str]]:
    """Read GUM's bracketed entities of one sentence: (first, last, type), words end-exclusive."""
    opened: list[tuple[str, str, int]] = []
    found: list[tuple[int, int, str]] = []
    for i, cell in enumerate(misc):
        value = next((f[7:] for f in cell.split("|") if f.startswith("Entity=")), "")
        for start, inner, end in re.findall(r"(\()?([^()]+)(\))?", value):
            key, kind = inner.split("-")[0], [*inner.split("-"), ""][1]
            if start:
                opened.append((key, kind, i))
            if end:
                match = next((m for m in reversed(opened) if m[0] == key), None)
                if match is not None:
                    opened.remove(match)
                    found.append((match[2], i + 1, match[1]))
    return found


def named_view(tree: Tree, mentions: list[tuple[int, int, str]]) -> list[str]:
    """Return one BIO label a word: the flat named view of GUM's nested mentions.

    A mention is named if its head word is a proper noun. It is trimmed to the name: the longest
    run around the head of proper nouns and what binds them (of, the, and, &, -, numbers after a
    proper noun). The outermost name wins. Capitalised adjectives outside a name are "mask": other
    data calls them nationalities.
    """
    labels = ["O"] * len(tree.forms)
    for first, last, kind in sorted(mentions, key=lambda m: m[0] - m[1]):
        head = _head(tree, first, last)
        if head is None or tree.upos[head] != "PROPN":
            continue
        start, end = _name(tree, first, last, head)
        if all(label == "O" for label in labels[start:end]):
            labels[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - start - 1)
    return [
        "mask" if label == "O" and upos == "ADJ" and form[:1].isupper() else label
        for label, upos, form in zip(labels, tree.upos, tree.forms, strict=True)
    ]


def _head(tree: Tree, first: int, last: int) -> int | None:
    """Return the word of [first, last) whose own head lies outside."""
    for i in range(first, last):
        if not first <= tree.heads[i] - 1 < last:
            return i
    return None


_BINDERS = frozenset(("of", "the", "and", "&", "-", "for", "de", "la", "'s", "’s", ".", "in", "/"))


def _name(tree: Tree, first: int, last: int, head: int) -> tuple[int, int]:
    """Grow from the head over proper nouns, crossing binders only to reach another one."""

    def proper(i: int) -> bool:
        return tree.upos[i] == "PROPN" or (
            tree.upos[i] in ("ADJ", "NOUN", "VERB", "NUM") and tree.forms[i][:1].isupper()
        )

    start, end = head, head + 1
    for i in range(head - 1, first - 1, -1):
        if proper(i):
            start = i
        elif tree.forms[i].lower() not in _BINDERS:
            break
    for i in range(head + 1, last):
        if proper(i) or (tree.upos[i] == "NUM" and end == i):
            end = i + 1
        elif tree.forms[i].lower() not in _BINDERS:
            break
    return start, end
