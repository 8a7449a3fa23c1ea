"""Which corpora teach, how they are read and how much each weighs."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.annotate.pieces import Pieces
from training import batches, examples, factuality, marked, own, readers
from training.batches import Batch
from training.examples import Example
from training.factuality import Judged
from training.gum import gum
from training.kinds import Kinds
from training.labels import Labels, collect
from training.nest import compose
from training.own import Row
from training.readers import Article, Marks, Tree
from training.silver import refined

SHARES = {  # of the word pieces read
    "polnear": 0.36,
    "ewt": 0.17,
    "gum": 0.16,
    "told": 0.20,
    "own": 0.06,
    "judged": 0.05,
}
NESTED = 0.10  # of the sentences that can be said at second hand
STEP = 2560  # padded word pieces a step


@dataclass(frozen=True)
class Corpora:
    """The training parts, in memory."""

    polnear: dict[str, list[Article]]
    ewt: list[list[Tree]]
    gum: list[list[Tree]]
    judged: list[Judged]
    own: list[Row]

    def labels(self) -> Labels:
        """Return the label sets that the trees of both treebanks use."""
        return collect(tree for document in [*self.ewt, *self.gum] for tree in document)


def load(data: Path, silver: Path | None) -> Corpora:
    """Read the training parts below ``data``, which is laid out as its README says."""
    kinds = Kinds.load()

    def refine(text: str, marks: Marks) -> Marks:
        return refined(text, marks, kinds)

    judged = {name: factuality.judged(data / "factuality" / name / "train.jsonl") for name in factuality.SETS}
    return Corpora(
        readers.polnear(
            data / "polnear" / "train.jsonl", silver, lambda text, marks: refined(text, marks, kinds)
        ),
        readers.ewt(data / "ewt" / "train.jsonl", factuality.by_sentence(judged["uds-ih2"])),
        gum(data / "gum" / "train"),
        # UDS-IH2 joins EWT's documents; a fourth of it is also read sentence by sentence.
        [*judged["cb"] * 2, *judged["mv2"], *judged["rp"], *judged["uds-ih2"][::4]],
        own.own(),
    )


def streams(
    corpora: Corpora, pieces: Pieces, labels: Labels, seed: int, step: int = STEP
) -> dict[str, Iterator[Batch]]:
    """Return an endless stream of batches for each corpus."""
    fill = own.lists()

    def news(rng: random.Random) -> Iterator[Example]:
        for versions in corpora.polnear.values():
            article = compose(rng.choice(versions), rng, NESTED)
            yield from examples.articles(article, pieces, labels, rng)

    def treebank(documents: list[list[Tree]], rng: random.Random) -> Iterator[Example]:
        for document in documents:
            yield from examples.trees(document, pieces, labels, rng)

    def sentences(rng: random.Random) -> Iterator[Example]:
        for article in own.articles(corpora.own, fill, rng):
            yield from examples.articles(article, pieces, labels, None)

    short: list[Example] = []

    def acts(_: random.Random) -> Iterator[Example]:
        if not short:
            short.extend(e for one in corpora.judged for e in examples.judged(one, pieces))
        yield from short

    told: list[Example] = []

    def deeds(_: random.Random) -> Iterator[Example]:
        if not told:
            told.extend(marked.examples(marked.told(), pieces, labels.deed))
        yield from told

    return {
        "polnear": batches.stream("polnear", news, step, seed),
        "ewt": batches.stream("ewt", lambda rng: treebank(corpora.ewt, rng), step, seed),
        "gum": batches.stream("gum", lambda rng: treebank(corpora.gum, rng), step, seed, whole=True),
        "own": batches.stream("own", sentences, step, seed),
        "judged": batches.stream("judged", acts, step, seed),
        "told": batches.stream("told", deeds, step, seed),
    }
