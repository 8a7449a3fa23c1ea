"""
Figures of the event coder with their intervals: ``python -m evaluation.intervals DATA`` prints them.

An interval holds 95 of 100 means over sentences drawn anew, with replacement (percentile bootstrap: Efron
1979). What the figure would be on other news it does not say.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from evaluation import leads, plover, subevents, unhappened
from evaluation.halves import HALVES

T = TypeVar("T")
ROUNDS = 1000
SEED = 20201120
TAIL = 0.025
Interval = tuple[float, float, float]
"""A figure, and where its interval begins and ends."""


def bootstrap(
    found: Sequence[T], measure: Callable[[Sequence[T]], dict[str, float]], rounds: int = ROUNDS
) -> dict[str, Interval]:
    """Each figure of ``measure`` over all of ``found``, with its interval."""
    rng = random.Random(SEED)
    drawn = [measure(rng.choices(found, k=len(found))) for _ in range(rounds)]
    out = {}
    for name, value in measure(found).items():
        values = sorted(one.get(name, value) for one in drawn)
        out[name] = (value, values[int(TAIL * rounds)], values[int((1 - TAIL) * rounds) - 1])
    return out


def main(argv: Sequence[str]) -> int:
    """Print a table a set; 2 where no folder is given."""
    if len(argv) != 1:
        sys.stderr.write("usage: python -m evaluation.intervals DATA\n")
        return 2
    gold = plover.outcomes(Path(argv[0]))
    if gold:
        _print("PLOVER gold, dev part", bootstrap(gold, plover.figures))
    for half in HALVES:
        _print(f"leads of our own, {half}", bootstrap(leads.outcomes(half), plover.figures))
    for half in HALVES:
        _print(f"acts that did not happen, {half}", bootstrap(unhappened.outcomes(half), unhappened.figures))
    for name, path in (("work", subevents.WORK), ("kept", subevents.KEPT)):
        _print(f"ACLED sub-events, {name}", bootstrap(subevents.read(path), subevents.scores))
    return 0


def _print(title: str, table: dict[str, Interval]) -> None:
    print(title)
    for name, (value, low, high) in table.items():
        print(f"    {name:44s} {value:7.3f}   {low:.3f} to {high:.3f}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
