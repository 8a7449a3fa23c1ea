"""Coreference scored as CoNLL-2012 does: the mean of MUC, B3 and CEAF-e F1 (Pradhan et al. 2014).

The setting is near OntoGUM's: mentions that stand alone count on neither side, appositions and
cataphora make no links. Mentions are found by the engine, and must match in both ends.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping

import numpy as np
from scipy.optimize import linear_sum_assignment

from sayso.annotate import Engine
from sayso.annotate.mentions import antecedents, candidates, chained
from sayso.annotate.syntax import words_of
from training.examples import gold_tokens
from training.readers import Tree

Figures = dict[str, float]
Span = tuple[int, int]
Chains = list[frozenset[Hashable]]


def coreference(documents: list[list[Tree]], engine: Engine) -> Figures:
    """Return F1 of each measure over all documents, of the spans of chained mentions, and of all mentions."""
    sums: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(4))
    for document in documents:
        own_spans, own = found(document, engine)
        gold_spans, gold = marked(document)
        for name, measure in MEASURES.items():
            sums[name] += [*measure(gold, own), *measure(own, gold)]
        sums["chained mentions"] += _shared({m for c in gold for m in c}, {m for c in own for m in c})
        sums["mentions"] += _shared(gold_spans, own_spans)
    figures = {name: _f1(*values) for name, values in sums.items()}
    return {"conll": sum(figures[name] for name in MEASURES) / 3, **figures}


def found(document: list[Tree], engine: Engine) -> tuple[set[Span], Chains]:
    """Return the engine's mentions and chains over gold words."""
    cut_up = gold_tokens(document)
    scores = engine.read(cut_up)
    given = candidates(scores, words_of(cut_up, scores, engine.settings), engine.settings)
    return set(given.spans), _grouped(
        dict(zip(given.spans, chained(antecedents(given, engine.settings)), strict=True))
    )


def marked(document: list[Tree]) -> tuple[set[Span], Chains]:
    """Return the gold mentions and chains."""
    spans, chains, base = set(), {}, 0
    for tree in document:
        for m in tree.mentions:
            spans.add((base + m.first, base + m.last))
            if m.chain:
                chains[base + m.first, base + m.last] = m.chain
        base += len(tree.forms)
    return spans, _grouped(chains)


def _grouped(numbers: Mapping[Span, Hashable | None]) -> Chains:
    groups: dict[Hashable, set[Span]] = defaultdict(set)
    for span, number in numbers.items():
        if number is not None:
            groups[number].add(span)
    return [frozenset(group) for group in groups.values() if len(group) > 1]


def muc(gold: Chains, own: Chains) -> tuple[float, float]:
    """Return links of ``gold`` kept by ``own``, and all its links (Vilain et al. 1995)."""
    at = {m: i for i, chain in enumerate(own) for m in chain}
    kept = total = 0
    for chain in gold:
        parts = len({at[m] for m in chain if m in at}) + sum(m not in at for m in chain)
        kept += len(chain) - parts
        total += len(chain) - 1
    return kept, total


def b3(gold: Chains, own: Chains) -> tuple[float, float]:
    """Return the sum over mentions of the share of their chain kept, and how many there are."""
    at = {m: chain for chain in own for m in chain}
    shares = sum(
        count * count / len(chain)
        for chain in gold
        for count in Counter(at[m] for m in chain if m in at).values()
    )
    return shares, sum(map(len, gold))


def ceafe(gold: Chains, own: Chains) -> tuple[float, float]:
    """Return the best one-to-one likeness of chains (phi 4), and how many ``gold`` has (Luo 2005)."""
    if not gold or not own:
        return 0.0, len(gold)
    alike = np.asarray([[2 * len(a & b) / (len(a) + len(b)) for b in own] for a in gold])
    rows, columns = linear_sum_assignment(-alike)
    return float(alike[rows, columns].sum()), len(gold)


MEASURES = {"muc": muc, "b3": b3, "ceafe": ceafe}


def _shared(gold: set[Span] | set[Hashable], own: set[Span] | set[Hashable]) -> list[float]:
    both = len(set(gold) & set(own))
    return [both, len(gold), both, len(own)]


def _f1(hit: float, of: float, right: float, told: float) -> float:
    recall, precision = hit / max(of, 1e-9), right / max(told, 1e-9)
    return round(2 * precision * recall / max(precision + recall, 1e-9), 4)
