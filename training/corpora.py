"""Which corpora teach, how they are read and how much each weighs."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.annotate.pieces import Pieces
from training import batches, examples, readers
from training.batches import Batch
from training.examples import Example
from training.labels import Labels, collect
from training.nest import compose
from training.readers import Article, Tree

SHARES = {"polnear": 0.62, "ewt": 0.27, "gum": 0.11}  # of the word pieces read
NESTED = 0.10  # of the sentences that can be said at second hand
STEP = 2560  # padded word pieces a step


@dataclass(frozen=True)
class Corpora:
    """The training parts, in memory."""

    polnear: dict[str, list[Article]]
    ewt: list[list[Tree]]
    gum: list[list[Tree]]

    def labels(self) -> Labels:
        """Return the label sets that the trees of both treebanks use."""
        return collect(tree for document in [*self.ewt, *self.gum] for tree in document)


def load(data: Path, silver: Path | None) -> Corpora:
    """Read the training parts below ``data``, which is laid out as its README says."""
    return Corpora(
        readers.polnear(data / "polnear" / "train.jsonl", silver),
        readers.ewt(data / "ewt" / "train.jsonl"),
        readers.gum(data / "gum" / "train"),
    )


def streams(
    corpora: Corpora, pieces: Pieces, labels: Labels, seed: int, step: int = STEP
) -> dict[str, Iterator[Batch]]:
    """Return an endless stream of batches for each corpus."""

    def news(rng: random.Random) -> Iterator[Example]:
        for versions in corpora.polnear.values():
            article = compose(rng.choice(versions), rng, NESTED)
            yield from examples.articles(article, pieces, labels, rng)

    def treebank(documents: list[list[Tree]], rng: random.Random) -> Iterator[Example]:
        for document in documents:
            yield from examples.trees(document, pieces, labels, rng)

    return {
        "polnear": batches.stream("polnear", news, step, seed),
        "ewt": batches.stream("ewt", lambda rng: treebank(corpora.ewt, rng), step, seed),
        "gum": batches.stream("gum", lambda rng: treebank(corpora.gum, rng), step, seed),
    }
