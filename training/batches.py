"""Examples padded together as tensors."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from sayso.annotate import features
from sayso.annotate.likeness import likeness
from training.examples import Example
from training.labels import IGNORED

POOL = 256  # windows sorted by length together before they are cut into batches


@dataclass(frozen=True)
class Chains:
    """The mentions of a batch in reading order.

    ``words`` [m, 2] are window and word; ``before`` [m, m] is true where the second mention comes
    earlier in the same text; ``same`` where both are of one chain; ``likeness`` and ``distance`` are
    `sayso.annotate.likeness` codes.
    """

    words: Tensor
    before: Tensor
    same: Tensor
    likeness: Tensor
    distance: Tensor


@dataclass(frozen=True)
class Batch:
    """One step's input: graph inputs, padded targets, and what is known of pairs of words.

    ``rows`` and ``roles`` are cues and the words they link; ``pairs`` [k, 3] are window, predicate
    and a word of its sentence, ``pair_roles`` [k] what that word is to it. ``real`` holds values.
    """

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
    real: dict[str, Tensor]
    pairs: Tensor
    pair_roles: Tensor
    chains: Chains | None

    def inputs(self) -> tuple[Tensor, ...]:
        return (self.ids, self.case, self.quote, self.border, self.mask, self.index, self.sentence)


def collate(corpus: str, examples: list[Example]) -> Batch:
    """Pad examples to one batch."""
    windows = [e.window for e in examples]
    names = {name for e in examples for name in e.flat}
    rows, roles = _links(examples)
    pairs, pair_roles = _pairs(examples)
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
        real={name: _reals(examples, name) for name in sorted({n for e in examples for n in e.real})},
        pairs=pairs,
        pair_roles=pair_roles,
        chains=_chains(examples),
    )


def _pairs(examples: list[Example]) -> tuple[Tensor, Tensor]:
    """Return every predicate with every word of its sentence, and the word's role."""
    pairs, roles = [], []
    for b, example in enumerate(examples):
        for predicate, target in example.roles:
            words = np.flatnonzero(target >= 0)
            pairs.append(np.stack([np.full_like(words, b), np.full_like(words, predicate), words], axis=1))
            roles.append(target[words])
    if not pairs:
        return torch.zeros((0, 3), dtype=torch.int64), torch.zeros(0, dtype=torch.int64)
    return torch.from_numpy(np.concatenate(pairs)), torch.from_numpy(np.concatenate(roles))


def _reals(examples: list[Example], name: str) -> Tensor:
    width = max(len(e.window.index) for e in examples)
    out = np.full((len(examples), width), np.nan, dtype=np.float32)
    for i, example in enumerate(examples):
        values = example.real.get(name)
        if values is not None:
            out[i, : len(values)] = values
    return torch.from_numpy(out)


def _chains(examples: list[Example]) -> Chains | None:
    held = [(b, named, e.document) for b, e in enumerate(examples) for named in e.mentions]
    if not held:
        return None
    surfaces = [named.surface for _, named, _ in held]
    chains = np.asarray(
        [hash_of((doc, n.chain)) if n.chain else -1 - i for i, (_, n, doc) in enumerate(held)]
    )
    texts = np.asarray([hash_of(document) for _, _, document in held])
    order = np.arange(len(held))
    before = (order[:, None] > order) & (texts[:, None] == texts)
    alike, away = likeness(surfaces, surfaces)
    return Chains(
        torch.tensor([(b, named.word) for b, named, _ in held]),
        torch.from_numpy(before),
        torch.from_numpy(before & (chains[:, None] == chains)),
        torch.from_numpy(alike),
        torch.from_numpy(away),
    )


def hash_of(key: object) -> int:
    """Return a number that is the same in every process, unlike ``hash``."""
    return zlib.crc32(repr(key).encode())


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
    whole: bool = False,
) -> Iterator[Batch]:
    """Yield batches for ever, pass after pass; ``load`` gives one pass's examples.

    With ``whole`` the windows of a text stay together and in order, as far as ``size`` allows.

    ``size`` is the greatest number of padded pieces in a batch. The order depends on nothing but
    ``seed`` and the number of the pass, so that a resumed run goes on where it stopped.
    """
    passes = 0
    while True:
        rng = random.Random(f"{corpus}/{seed}/{passes}")
        examples = list(load(rng))
        batches = list(_whole(examples, size, rng)) if whole else list(_mixed(examples, size, rng))
        rng.shuffle(batches)
        yield from (collate(corpus, batch) for batch in batches)
        passes += 1


def _mixed(examples: list[Example], size: int, rng: random.Random) -> Iterator[list[Example]]:
    rng.shuffle(examples)
    for at in range(0, len(examples), POOL):
        yield from _cut(sorted(examples[at : at + POOL], key=lambda e: len(e.window.ids)), size)


def _whole(examples: list[Example], size: int, rng: random.Random) -> Iterator[list[Example]]:
    texts = [list(own) for _, own in groupby(examples, key=lambda e: e.document)]
    rng.shuffle(texts)
    for text in texts:
        yield from _cut(text, size)


def _cut(pool: list[Example], size: int) -> Iterator[list[Example]]:
    batch: list[Example] = []
    longest = 0
    for example in pool:
        longest = max(longest, len(example.window.ids))
        if batch and (len(batch) + 1) * longest > size:
            yield batch
            batch, longest = [], len(example.window.ids)
        batch.append(example)
    if batch:
        yield batch
