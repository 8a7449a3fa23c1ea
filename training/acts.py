"""Figures of predicates, their roles and their factuality, from the shipped engine."""

from __future__ import annotations

import numpy as np

from sayso.annotate import Engine
from sayso.annotate.engine import Scores
from sayso.annotate.predicates import LEAST, arguments
from sayso.annotate.trees import governor
from sayso.annotate.trees import heads as best_heads
from training.examples import gold_tokens, judged_tokens
from training.factuality import Judged
from training.readers import Tree
from training.score import Tally

Figures = dict[str, float]
Argument = tuple[int, str, int, int]
CORE = ("ARG0", "ARG1")
NAMED_BY = frozenset(("VERB", "NOUN"))


def roles(documents: list[list[Tree]], engine: Engine) -> Figures:
    """Return F1 of predicates, and of arguments at gold predicates: exact spans, and heads of ARG0 and ARG1.

    An argument is right if its role ("R-" and "C-" included) and both its ends are; its head is the
    word of the gold tree that governs the span. Sentences without aligned roles are left out.
    """
    found = {name: Tally() for name in ("predicate", "predicate verbs and nouns", "role", "core head")}
    for document in documents:
        known, gold = _gold(document)
        heads, upos = _arcs(document), [tag for tree in document for tag in tree.upos]
        forms = [form for tree in document for form in tree.forms]
        scores = engine.read(gold_tokens(document))
        own = {s.window.first + int(i) for s in scores for i in np.flatnonzero(s.predicate > LEAST)} & known
        words = set(gold)
        found["predicate"].add(len(own & words), len(own), len(words))
        named = {i for i in known if upos[i] in NAMED_BY}
        a, b = own & named, words & named
        found["predicate verbs and nouns"].add(len(a & b), len(a), len(b))
        told = {x for s in scores for x in _told(s, forms, engine) if x[0] in words}
        right = {(verb, *argument) for verb, given in gold.items() for argument in given}
        found["role"].add(len(told & right), len(told), len(right))
        cores = [{(v, r, governor(heads, s, e)) for v, r, s, e in x if r in CORE} for x in (told, right)]
        found["core head"].add(len(cores[0] & cores[1]), len(cores[0]), len(cores[1]))
    return {f"{name} {key}": value for name, tally in found.items() for key, value in tally.f1().items()}


def _gold(document: list[Tree]) -> tuple[set[int], dict[int, list[tuple[str, int, int]]]]:
    """Return the words of sentences with roles, and the predicates among them with their arguments."""
    known: set[int] = set()
    found = {}
    base = 0
    for tree in document:
        if tree.predicates is not None:
            known.update(range(base, base + len(tree.forms)))
            for verb, given in tree.predicates:
                found[base + verb] = [(role, base + s, base + e) for role, s, e in given]
        base += len(tree.forms)
    return known, found


def _arcs(document: list[Tree]) -> list[int]:
    found: list[int] = []
    for tree in document:
        base = len(found)
        found.extend(base + h - 1 if h else -1 for h in tree.heads)
    return found


def _told(scores: Scores, forms: list[str], engine: Engine) -> set[Argument]:
    base = scores.window.first
    own = forms[base : scores.window.last]
    heads = best_heads(scores.arcs, scores.window.sentence)
    return {
        (base + v, r, base + s, base + e) for v, r, s, e in arguments(scores, heads, own, engine.settings)
    }


def factuality(texts: list[Judged], engine: Engine) -> Figures:
    """Return Pearson's r and the mean absolute error; a target of several words gets their mean."""
    own, gold = [], []
    for text in texts:
        scores = engine.read(judged_tokens(text))
        values = np.concatenate([s.factuality for s in scores])
        for first, last, value in text.targets:
            own.append(float(values[first:last].mean()))
            gold.append(value)
    error = float(np.abs(np.asarray(own) - gold).mean())
    return {"r": float(np.corrcoef(own, gold)[0, 1]), "mae": error}
