"""GUM: trees with mentions, chains of coreference and a flat view of what is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from training.kinds import Kinds
from training.readers import Mention, Tree

APART = frozenset(("appos", "cata"))
"""Links that make no chain here: OntoGUM joins appositions to one mention and leaves out cataphora."""


def gum(folder: Path) -> list[list[Tree]]:
    """Read a folder of GUM CoNLL-U files as documents of trees."""
    kinds = Kinds.load()
    return [list(_conllu(path, kinds)) for path in sorted(folder.glob("*.conllu"))]


def _conllu(path: Path, kinds: Kinds) -> Iterator[Tree]:
    rows: list[list[str]] = []
    paragraph = True
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar"):
            paragraph = True
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield _tree(rows, paragraph, path.stem, kinds)
            rows, paragraph = [], False


def _tree(rows: list[list[str]], paragraph: bool, key: str, kinds: Kinds) -> Tree:
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
        key=key,
    )
    tree.mentions = [
        Mention(head, first, last, kind, "" if link in APART else chain)
        for first, last, kind, chain, link in _mentions([r[9] for r in words])
        if (head := head_of(tree, first, last)) is not None
    ]
    tree.entities = named_view(tree, kinds)
    return tree


def _range_glued(key: str) -> range:
    """Return the words of a multi-word token that stand without a space before them."""
    first, last = key.split("-")
    return range(int(first) + 1, int(last) + 1)


def _mentions(misc: list[str]) -> list[tuple[int, int, str, str, str]]:
    """Read one sentence's bracketed entities: (first, last, type, chain, link), words end-exclusive."""
    opened: list[tuple[list[str], int]] = []
    found: list[tuple[int, int, str, str, str]] = []
    for i, cell in enumerate(misc):
        value = next((f[7:] for f in cell.split("|") if f.startswith("Entity=")), "")
        for start, inner, end in re.findall(r"(\()?([^()]+)(\))?", value):
            parts = inner.split("-")
            if start:
                opened.append((parts, i))
            if end:
                match = next((m for m in reversed(opened) if m[0][0] == parts[0]), None)
                if match is not None:
                    opened.remove(match)
                    chain, kind, *rest = [*match[0], "", "", "", "", "", ""]
                    found.append((match[1], i + 1, kind, chain, rest[4]))
    return found


def named_view(tree: Tree, kinds: Kinds) -> list[str]:
    """Return one BIO label a word: the flat named view of GUM's nested mentions, in our classes.

    A mention is named if its head word is a proper noun. It is trimmed to the name: the longest
    run around the head of proper nouns and what binds them (of, the, and, &, -, numbers after a
    proper noun). The outermost name wins. Titles before a person's name stand alone; `Kinds` tells
    countries, outlets, facilities, documents and nationalities. Other capitalised adjectives
    outside a name are "mask": nothing is known of them.
    """
    labels = ["O"] * len(tree.forms)
    for mention in sorted(tree.mentions, key=lambda m: m.first - m.last):
        if tree.upos[mention.head] != "PROPN":
            continue
        start, end = _name(tree, mention.first, mention.last, mention.head)
        if any(label != "O" for label in labels[start:end]):
            continue
        for a, b, kind in kinds.split(tree.forms[start:end], mention.kind):
            labels[start + a : start + b] = [f"B-{kind}"] + [f"I-{kind}"] * (b - a - 1)
    return [
        _adjective(form, kinds) if label == "O" and upos == "ADJ" and form[:1].isupper() else label
        for label, upos, form in zip(labels, tree.upos, tree.forms, strict=True)
    ]


def _adjective(form: str, kinds: Kinds) -> str:
    return "B-nationality" if form in kinds.nationalities else "mask"


def head_of(tree: Tree, first: int, last: int) -> int | None:
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
