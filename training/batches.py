"""Examples padded together as tensors."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from sayso.annotate import features
from training.examples import Example
from training.labels import IGNORED

POOL = 256  # windows sorted by length together before they are cut into batches


@dataclass(frozen=True)
class Batch:
    """One step's input: graph inputs, padded targets, and the gold links of its cues."""

    corpus: str
    ids: Tensor
    case: Tensor
    quote: Tensor
    border: Tensor
    mask: Tensor
    index: Tensor
    sentence: Tensor
    flat: dict[str, Tensor]
    head: Tensor | None
    rows: Tensor
    roles: Tensor
    pieces: int

    def inputs(self) -> tuple[Tensor, ...]:
        return (self.ids, self.case, self.quote, self.border, self.mask, self.index, self.sentence)


def collate(corpus: str, examples: list[Example]) -> Batch:
    """Pad examples to one batch."""
    windows = [e.window for e in examples]
    names = {name for e in examples for name in e.flat}
    rows, roles = _links(examples)
    heads = [e.head for e in examples if e.head is not None]
    ids = _pad([w.ids for w in windows], 0)
    return Batch(
        corpus=corpus,
        ids=ids,
        case=_pad([w.case for w in windows], features.CASES),
        quote=_pad([w.quote for w in windows], features.QUOTES),
        border=_pad([w.border for w in windows], features.BORDERS),
        mask=_pad([np.ones_like(w.ids) for w in windows], 0).bool(),
        index=_pad([w.index for w in windows], 0),
        # Padding words are sentences of their own, so that nothing attaches to them.
        sentence=_pad([w.sentence for w in windows], 10_000),
        flat={name: _pad([_target(e, name) for e in examples], IGNORED) for name in sorted(names)},
        head=_pad(heads, IGNORED) if len(heads) == len(examples) else None,
        rows=rows,
        roles=roles,
        pieces=sum(len(w.ids) for w in windows),
    )


def _target(example: Example, name: str) -> NDArray[np.int64]:
    given = example.flat.get(name)
    return np.full(len(example.window.index), IGNORED) if given is None else given


def _pad(arrays: list[NDArray[np.int64]], fill: int) -> Tensor:
    out = np.full((len(arrays), max(map(len, arrays))), fill, dtype=np.int64)
    for i, array in enumerate(arrays):
        out[i, : len(array)] = array
    return torch.from_numpy(out)


def _links(examples: list[Example]) -> tuple[Tensor, Tensor]:
    """Return cue words [batch, n] and roles [batch, n, words], padded with -1 roles."""
    most = max(1, max(sum(len(rows) for rows, _ in e.links) for e in examples))
    width = max(len(e.window.index) for e in examples)
    rows = np.zeros((len(examples), most), dtype=np.int64)
    roles = np.full((len(examples), most, width), IGNORED, dtype=np.int64)
    for b, example in enumerate(examples):
        flat = [(row, target) for words, target in example.links for row in words]
        for n, (row, target) in enumerate(flat):
            rows[b, n] = row
            roles[b, n, : len(target)] = target
    return torch.from_numpy(rows), torch.from_numpy(roles)


def stream(
    corpus: str,
    load: Callable[[random.Random], Iterator[Example]],
    size: int,
    seed: int,
) -> Iterator[Batch]:
    """Yield batches for ever, pass after pass; ``load`` gives one pass's examples.

    ``size`` is the greatest number of padded pieces in a batch. The order depends on nothing but
    ``seed`` and the number of the pass, so that a resumed run goes on where it stopped.
    """
    passes = 0
    while True:
        rng = random.Random(f"{corpus}/{seed}/{passes}")
        examples = list(load(rng))
        rng.shuffle(examples)
        batches: list[list[Example]] = []
        for at in range(0, len(examples), POOL):
            pool = sorted(examples[at : at + POOL], key=lambda e: len(e.window.ids))
            batches.extend(_cut(pool, size))
        rng.shuffle(batches)
        yield from (collate(corpus, batch) for batch in batches)
        passes += 1


def _cut(pool: list[Example], size: int) -> Iterator[list[Example]]:
    batch: list[Example] = []
    for example in pool:
        if batch and (len(batch) + 1) * len(example.window.ids) > size:
            yield batch
            batch = []
        batch.append(example)
    if batch:
        yield batch
