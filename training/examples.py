"""Documents as windows with targets: one `Example` is one window of words."""

from __future__ import annotations

import random
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from sayso.annotate.inputs import Window, cut, prepare
from sayso.annotate.likeness import Surface, surface
from sayso.annotate.pieces import Pieces
from sayso.annotate.sentences import paragraphs
from sayso.annotate.tokens import Tokens, tokens
from sayso.annotate.windows import PIECES, windows
from training.factuality import Judged
from training.labels import (
    BIO_B,
    BIO_I,
    BIO_O,
    IGNORED,
    ROLE_CONTENT,
    ROLE_SOURCE,
    Labels,
)
from training.readers import Article, Attribution, Spans, Tree

Integers = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Example:
    """A window and its targets; a target is absent where the corpus says nothing.

    ``flat`` maps a head's name to one label a word, -1 where it is not to be learned from.
    ``head`` holds each word's head as a word of the window, itself for a root.
    ``links`` are (cue words, role of every word) of attributions whose cue lies in the window.
    ``roles`` are (predicate, role of every word), -1 outside its sentence. ``real`` maps a head's
    name to one value a word, NaN where there is none. ``mentions`` are what coreference links.
    """

    window: Window
    flat: dict[str, Integers]
    head: Integers | None = None
    links: list[tuple[list[int], Integers]] = field(default_factory=list)
    roles: list[tuple[int, Integers]] = field(default_factory=list)
    real: dict[str, Floats] = field(default_factory=dict)
    mentions: list[Named] = field(default_factory=list)
    document: str = ""


@dataclass(frozen=True)
class Named:
    """A mention: its head word in the window, its chain ("" for none), and its surface."""

    word: int
    chain: str
    surface: Surface


def articles(article: Article, pieces: Pieces, labels: Labels, rng: random.Random | None) -> list[Example]:
    """Cut an article into examples; with ``rng`` the first window's size varies from pass to pass."""
    cut_up = tokens(article.text, paragraphs(article.text))
    if not len(cut_up):
        return []
    prepared = prepare(cut_up, pieces)
    ranges = _ranges(prepared.sizes, prepared.sentence.tolist(), prepared.paragraph, rng)
    marks = [_by_words(a, cut_up) for a in article.attributions or []]
    flat = {} if article.attributions is None else _flat(marks, len(cut_up))
    if article.entities or article.key == "own":
        flat["entity"] = _entities(article.entities, cut_up, labels)
    real = {}
    if article.happened:
        words = [(words_in(cut_up, s, e), value) for s, e, value in article.happened]
        real["factuality"] = _values(words, len(cut_up))
    return [replace(_example(w, flat, marks), real=_part(real, w)) for w in cut(prepared, ranges)]


def judged(one: Judged, pieces: Pieces) -> list[Example]:
    """Cut a short text with factuality values into examples."""
    prepared = prepare(judged_tokens(one), pieces)
    words = [(range(first, last), value) for first, last, value in one.targets]
    real = {"factuality": _values(words, len(one.forms))}
    return [Example(w, {}, real=_part(real, w)) for w in cut(prepared)]


def judged_tokens(one: Judged) -> Tokens:
    """Return the words of a short text; sentences end at full stops."""
    ends = [form in (".", "?", "!") for form in one.forms]
    sentence = [0, *accumulate(int(end) for end in ends[:-1])]
    found = Tokens([], list(one.forms), one.glued(), sentence, [0] * len(sentence))
    at = 0
    for form, glued in zip(one.forms, found.glued, strict=True):
        at += not glued
        found.spans.append((at, at + len(form)))
        at += len(form)
    return found


def _values(words: list[tuple[range, float]], count: int) -> Floats:
    target = np.full(count, np.nan, dtype=np.float32)
    for covered, value in words:
        target[list(covered)] = value
    return target


def _part(real: dict[str, Floats], window: Window) -> dict[str, Floats]:
    return {name: values[window.first : window.last] for name, values in real.items()}


def _ranges(
    sizes: list[int], sentence: list[int], paragraph: list[int], rng: random.Random | None
) -> list[tuple[int, int]]:
    """Pack windows, after a first one of random size so that borders fall elsewhere each pass."""
    if rng is None:
        return windows(sizes, sentence, paragraph)
    first = windows(sizes, sentence, paragraph, room=rng.randint(60, PIECES - 2))[0]
    at = first[1]
    rest = windows(sizes[at:], sentence[at:], paragraph[at:])
    return [first, *((a + at, b + at) for a, b in rest)]


@dataclass(frozen=True)
class _Mark:
    """One attribution in words."""

    source: list[int]
    cue: list[int]
    content: list[int]
    wrapped: bool


def _by_words(attribution: Attribution, cut_up: Tokens) -> _Mark:
    def covered(spans: Spans) -> list[int]:
        return sorted({i for s, e in spans for i in words_in(cut_up, s, e)})

    return _Mark(
        covered(attribution.source),
        covered(attribution.cue),
        covered(attribution.content),
        attribution.wrapped,
    )


def words_in(cut_up: Tokens, start: int, end: int) -> range:
    """Return the words that share a character with ``[start, end)``."""
    first = bisect_right(cut_up.spans, start, key=lambda span: span[1])
    last = bisect_left(cut_up.spans, end, key=lambda span: span[0])
    return range(first, max(first, last))


def _flat(marks: list[_Mark], count: int) -> dict[str, Integers]:
    """Return BIO targets of cue, source and content.

    Inside a content nothing is known of cues, since only the outermost level is marked; where the
    outer level was composed the inner marks are all there is to know of that sentence.
    """
    cue = np.zeros(count, dtype=np.int64)
    source, content = cue.copy(), cue.copy()
    for mark in marks:
        if not mark.wrapped:
            cue[mark.content] = IGNORED
    for mark in marks:
        _bio(cue, mark.cue)
        _bio(source, mark.source)
    for mark in sorted(marks, key=lambda m: m.wrapped):  # the outer level has the last word
        _bio(content, mark.content)
    return {"cue": cue, "source": source, "content": content}


def _bio(target: Integers, words: list[int]) -> None:
    for k, i in enumerate(words):
        target[i] = BIO_I if k and words[k - 1] == i - 1 else BIO_B


def _entities(spans: list[tuple[int, int, str]], cut_up: Tokens, labels: Labels) -> Integers:
    known = labels.index("entity")
    target = np.full(len(cut_up), known["O"], dtype=np.int64)
    for start, end, kind in spans:
        for k, i in enumerate(words_in(cut_up, start, end)):
            name = "I-" if k else "B-"
            target[i] = IGNORED if kind == "mask" else known[name + kind]
    return target


def _example(window: Window, flat: dict[str, Integers], marks: list[_Mark]) -> Example:
    first, last = window.first, window.last
    links = []
    for mark in marks:
        rows = [i - first for i in mark.cue if first <= i < last]
        if rows and len(rows) == len(mark.cue):
            roles = np.zeros(last - first, dtype=np.int64)
            roles[[i - first for i in mark.content if first <= i < last]] = ROLE_CONTENT
            roles[[i - first for i in mark.source if first <= i < last]] = ROLE_SOURCE
            links.append((rows[:6], roles))
    return Example(window, {k: v[first:last] for k, v in flat.items()}, None, links)


def trees(
    document: Sequence[Tree], pieces: Pieces, labels: Labels, rng: random.Random | None
) -> list[Example]:
    """Cut a document of gold trees into examples."""
    cut_up = gold_tokens(document)
    prepared = prepare(cut_up, pieces)
    ranges = _ranges(prepared.sizes, prepared.sentence.tolist(), prepared.paragraph, rng)
    flat = _tree_labels(document, labels)
    heads = _heads(document)
    links = _frames(document)
    if any(tree.frames for tree in document):
        flat["cue"] = np.full(len(cut_up), IGNORED, dtype=np.int64)
        flat["cue"][[rows[0] for rows, _, _ in links]] = BIO_B
    roles = list(_roles(document, labels))
    real = {"factuality": _happened(document)} if any(tree.happened for tree in document) else {}
    named = list(_named(document))
    made = [_tree_example(w, flat, heads, links) for w in cut(prepared, ranges)]
    return [
        replace(e, roles=_rows(roles, e.window), real=_part(real, e.window),
                mentions=_held(named, e.window), document=document[0].key)
        for e in made
    ]  # fmt: skip


def gold_tokens(document: Sequence[Tree]) -> Tokens:
    """Return the gold words of a document; spans are those of the words put together."""
    found = Tokens([], [], [], [], [])
    at = paragraph = 0
    for number, tree in enumerate(document):
        paragraph += bool(tree.paragraph and number)
        for form, glued in zip(tree.forms, tree.glued, strict=True):
            at += not glued
            found.spans.append((at, at + len(form)))
            at += len(form)
        found.forms.extend(tree.forms)
        found.glued.extend(tree.glued)
        found.sentence.extend([number] * len(tree.forms))
        found.paragraph.extend([paragraph] * len(tree.forms))
    return found


def _roles(document: Sequence[Tree], labels: Labels) -> Iterator[tuple[int, Integers]]:
    """Yield (predicate, role of every word of the document), -1 outside the sentence."""
    known = labels.index("role")
    count = sum(len(tree.forms) for tree in document)
    base = 0
    for tree in document:
        for verb, arguments in tree.predicates or []:
            target = np.full(count, IGNORED, dtype=np.int64)
            target[base : base + len(tree.forms)] = 0
            for role, first, last in arguments:
                target[base + first : base + last] = known.get(role, 0)
            yield base + verb, target
        base += len(tree.forms)


def _rows(roles: list[tuple[int, Integers]], window: Window) -> list[tuple[int, Integers]]:
    first, last = window.first, window.last
    return [(verb - first, target[first:last]) for verb, target in roles if first <= verb < last]


def _happened(document: Sequence[Tree]) -> Floats:
    words, base = [], 0
    for tree in document:
        words += [(range(base + i, base + i + 1), value) for i, value in tree.happened]
        base += len(tree.forms)
    return _values(words, base)


def _named(document: Sequence[Tree]) -> Iterator[Named]:
    """Yield one mention a head word: of several the shortest, for the longer ones are coordinations."""
    base = 0
    for number, tree in enumerate(document):
        by_head = {m.head: m for m in sorted(tree.mentions, key=lambda m: m.first - m.last)}
        for head, mention in sorted(by_head.items()):
            words = range(mention.first, mention.last)
            look = surface(tree.forms, tree.upos, tree.xpos, words, head, number)
            yield Named(base + head, mention.chain, replace(look, word=base + head))
        base += len(tree.forms)


def _held(named: list[Named], window: Window) -> list[Named]:
    first, last = window.first, window.last
    return [replace(n, word=n.word - first) for n in named if first <= n.word < last]


def _tree_labels(document: Sequence[Tree], labels: Labels) -> dict[str, Integers]:
    flat = {}
    for head, values in (
        ("upos", [t.upos for t in document]),
        ("xpos", [t.xpos for t in document]),
        ("deprel", [t.deprels for t in document]),
        ("entity", [t.entities or [] for t in document]),
        ("nominal", [_nominals(t) if t.key else [] for t in document]),
    ):
        known = labels.index(head)
        names = [name for tree in values for name in tree]
        if names:
            flat[head] = np.asarray([known.get(n, IGNORED) for n in names], dtype=np.int64)
    if any(tree.predicates is not None for tree in document):
        flat["predicate"] = np.concatenate([_predicates(tree) for tree in document])
    return flat


def _nominals(tree: Tree) -> list[str]:
    names = ["O"] * len(tree.forms)
    for mention in sorted(tree.mentions, key=lambda m: m.first - m.last):
        names[mention.head] = mention.kind
    return names


def _predicates(tree: Tree) -> Integers:
    if tree.predicates is None:
        return np.full(len(tree.forms), IGNORED, dtype=np.int64)
    target = np.zeros(len(tree.forms), dtype=np.int64)
    target[[verb for verb, _ in tree.predicates]] = 1
    return target


def _heads(document: Sequence[Tree]) -> Integers:
    found: list[int] = []
    for tree in document:
        base = len(found)
        found.extend(base + (h - 1 if h else i) for i, h in enumerate(tree.heads))
    return np.asarray(found, dtype=np.int64)


def _frames(document: Sequence[Tree]) -> list[tuple[list[int], list[int], list[int]]]:
    """Return the document's frames of saying as word numbers: cue, source, content."""
    found, base = [], 0
    for tree in document:
        for verb, source, content in tree.frames:
            found.append(([base + verb], _numbers(source, base), _numbers(content, base)))
        base += len(tree.forms)
    return found


def _numbers(spans: Spans, base: int) -> list[int]:
    return [base + i for s, e in spans for i in range(s, e)]


def _tree_example(
    window: Window,
    flat: dict[str, Integers],
    heads: Integers,
    links: list[tuple[list[int], list[int], list[int]]],
) -> Example:
    first, last = window.first, window.last
    marks = [_Mark(source, cue, content, False) for cue, source, content in links]
    made = _example(window, flat, marks)
    head = heads[first:last] - first
    # A sentence longer than a window leaves heads outside it: nothing to learn there.
    head[(head < 0) | (head >= last - first)] = IGNORED
    return Example(window, made.flat, head, made.links)


__all__ = ["BIO_O", "Example", "articles", "gold_tokens", "trees", "words_in"]
