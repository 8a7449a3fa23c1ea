"""
Fits the weights by which Sayso tells which place of a name is meant (`sayso/ground/resolve.py`).

A conditional logit: of the candidates of a name, those within 161 km of the gold are right. What depends on
other names is reckoned from the model's own answers, so fitting and answering take turns. Prints accuracy
on articles held out, in five parts, and writes `place_weights.tsv`.

    python -m training.places DATA
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from evaluation.places import NEAR, SETS, Told, articles
from sayso.ground.clues import clues
from sayso.ground.globe import distance
from sayso.ground.resolve import FEATURES, Board, grouped, weights

OUT = Path("src/sayso/ground/data/place_weights.tsv")
TURNS, RIDGE, PARTS = 4, 0.02, 5
Example = tuple[Board, Any, Any]
Array = np.ndarray[Any, np.dtype[np.float64]]


def main() -> int:
    """Fit on all articles; report on those held out."""
    data = Path(sys.argv[1])
    sets = {name: [example(told) for told in articles(data / "geo" / file)] for name, file in SETS.items()}
    examples = [one for name in SETS for one in sets[name]]
    start = weights()
    print("before:", {name: round(right(some, start), 4) for name, some in sets.items()})
    for name, some in sets.items():
        outside = [one for other in SETS if other != name for one in sets[other]]
        hits = [
            right(
                some[part::PARTS],
                fitted(outside + [one for k, one in enumerate(some) if k % PARTS != part], start),
            )
            for part in range(PARTS)
        ]
        print(f"{name}, held out: {np.mean(hits):.4f}")
    found = fitted(examples, start)
    print("after:", {name: round(right(some, found), 4) for name, some in sets.items()})
    head = [line for line in OUT.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    rows = [f"{name}\t{weight:.3f}" for name, weight in zip(FEATURES, found, strict=True)]
    OUT.write_text("\n".join([*head, "feature\tweight", *rows]) + "\n", encoding="utf-8")
    return 0


def example(told: Told) -> Example:
    """An article's board, which of its candidates are right (n), and how often each name is asked (m)."""
    groups = grouped([one.asked for one in told.toponyms], told.text)
    board = Board(
        groups, clues(told.text, told.url, tuple(one.asked.span for one in told.toponyms if one.asked.span))
    )
    good = np.zeros(len(board.places))
    for at, (place, owner) in enumerate(zip(board.places, board.owner, strict=True)):
        golds = [told.toponyms[member] for member in groups[owner].members]
        near = [distance((gold.lat, gold.lon), (place.lat, place.lon)) <= NEAR for gold in golds]
        good[at] = np.mean(near)
    return board, good, np.array([len(group.members) for group in groups], dtype=np.float64)


def right(examples: list[Example], weight: Array) -> float:
    """Share of the names, over those that have candidates, that are put in the right place."""
    hits = total = 0.0
    for board, good, counts in examples:
        if not board.places:
            continue
        chances, _ = board.run(weight)
        for number, start in enumerate(board.starts[:-1]):
            end = board.starts[number + 1]
            if start < end:
                hits += counts[number] * good[start + int(np.argmax(chances[start:end]))]
                total += counts[number]
    return hits / max(1.0, total)


def fitted(examples: list[Example], start: Array) -> Array:
    """Weights that make the right candidates likely, answers and weights taking turns."""
    weight = start
    for _ in range(TURNS):
        feats, goods, owners, shares, base = [], [], [], [], 0
        for board, good, counts in examples:
            if not board.places:
                continue
            _, features = board.run(weight)
            feats.append(features)
            goods.append(good)
            owners.append(board.owner + base)
            shares.append(counts)
            base += len(board.groups)
        x, good, owner = np.concatenate(feats), np.concatenate(goods), np.concatenate(owners)
        share = np.sqrt(np.concatenate(shares))
        # Names none of whose candidates is right teach nothing.
        useful = np.bincount(owner, weights=good, minlength=base) > 0
        weight = minimize(
            loss, weight, args=(x, good, owner, share * useful, base, start), jac=True, method="L-BFGS-B"
        ).x
    return weight


def loss(
    weight: Array, x: Array, good: Array, owner: Any, share: Array, names: int, start: Array
) -> tuple[float, Array]:
    """Negative log chance of the right candidates, and its slope; pulled a little towards the start."""
    score = np.clip(x @ weight, -60, 60)
    raised = np.exp(score)
    every = np.bincount(owner, weights=raised, minlength=names) + 1e-30
    hit = np.bincount(owner, weights=raised * good, minlength=names) + 1e-30
    value = float((share * (np.log(every) - np.log(hit))).sum())
    pull = share[owner] * (raised / every[owner] - raised * good / hit[owner])
    pull[share[owner] == 0] = 0
    strength = RIDGE * len(owner) / 50
    return value + strength * float(((weight - start) ** 2).sum()), x.T @ pull + 2 * strength * (
        weight - start
    )


if __name__ == "__main__":
    sys.exit(main())
