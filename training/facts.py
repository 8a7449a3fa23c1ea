"""
The head for factuality alone, trained on with `sentences/unreal.tsv` beside the judged corpora.

``python -m training.facts --data DATA --from FOLDER`` reads the states of an engine that is otherwise left
as it is, lets the head learn (minutes), and exports; every other output stays what it was, bit by bit.
"""

from __future__ import annotations

import argparse
import json
import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from sayso.annotate.engine import FOLDER
from sayso.annotate.pieces import Pieces
from training import examples, factuality, readers
from training.deeds import states
from training.encoder import base_weights
from training.examples import Example
from training.export import export
from training.labels import Labels
from training.model import Engine, Sizes
from training.train import sample
from training.warm import go_on

log = logging.getLogger("training")

EPOCHS, BATCH, RATE = 8, 256, 3e-4
OURS = 3  # times that a value of our own counts: there are thirty times as many of the others


def read(data: Path, pieces: Pieces, labels: Labels) -> Iterator[tuple[Example, float]]:
    """Every example with values, and what it weighs."""
    judged = {name: factuality.judged(data / "factuality" / name / "train.jsonl") for name in factuality.SETS}
    for document in readers.ewt(data / "ewt" / "train.jsonl", factuality.by_sentence(judged["uds-ih2"])):
        for example in examples.trees(document, pieces, labels, None):
            yield example, 1.0
    for name in ("cb", "mv2", "rp"):
        for one in judged[name]:
            for example in examples.judged(one, pieces):
                yield example, 2.0 if name == "cb" else 1.0
    for one in factuality.ours():
        for example in examples.judged(one, pieces):
            yield example, float(OURS)


@torch.no_grad()
def gathered(model: Engine, given: Iterator[tuple[Example, float]]) -> tuple[Tensor, Tensor, Tensor]:
    """States [n, width], values [n] and weights [n] of all words that have a value."""
    rows, values, weights = [], [], []
    for example, weight in given:
        gold = torch.from_numpy(example.real["factuality"]) if "factuality" in example.real else None
        if gold is None or bool(torch.isnan(gold).all()):
            continue
        kept = ~torch.isnan(gold)
        rows.append(model.act_mix(states(model, example.window)[:, None])[0][kept])
        values.append(gold[kept])
        weights.append(torch.full((int(kept.sum()),), weight))
    return torch.cat(rows), torch.cat(values), torch.cat(weights)


def fit(model: Engine, x: Tensor, gold: Tensor, weight: Tensor, epochs: int = EPOCHS) -> None:
    """Let the head learn on fixed states."""
    steps = epochs * (len(gold) // BATCH + 1)
    stepper = torch.optim.AdamW(model.factuality.parameters(), lr=RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LinearLR(stepper, 1.0, 0.02, total_iters=steps)
    for epoch in range(epochs):
        total = 0.0
        for chosen in torch.randperm(len(gold)).split(BATCH):
            found = model.factuality(x[chosen])[:, 0]
            each = functional.smooth_l1_loss(found, gold[chosen], reduction="none")
            loss = (each * weight[chosen]).mean()
            stepper.zero_grad()
            loss.backward()
            stepper.step()
            schedule.step()
            total += float(loss.detach()) * len(chosen)
        log.info("epoch %d loss %.4f", epoch, total / len(gold))


def main(given: Sequence[str] | None = None) -> None:
    """Train the head, export the engine with it."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(message)s")
    log.setLevel(logging.INFO)
    parser = argparse.ArgumentParser(prog="python -m training.facts", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder laid out as the data README says")
    parser.add_argument(
        "--from", dest="start", type=Path, default=FOLDER, help="the engine it is trained on from"
    )
    parser.add_argument("--out", type=Path, default=FOLDER, help="where the engine is written")
    args = parser.parse_args(given)
    torch.manual_seed(0)
    known = json.loads((args.out / "labels.json").read_text(encoding="utf-8"))
    labels = Labels(**{name: known[name] for name in Labels.__dataclass_fields__})
    model = Engine(Sizes(**{name: len(names) for name, names in labels.as_dict().items()})).eval()
    for folder in dict.fromkeys((args.out, args.start)):  # what the start lacks is the shipped engine's
        go_on(model, labels, folder)
    tokenizer = base_weights().parent / "tokenizer.json"
    pieces = Pieces(tokenizer)
    fit(model, *gathered(model, read(args.data, pieces, labels)))
    kept = {name: value for name, value in known.items() if name not in ("format", "sha256")}
    export(model, {**kept, **labels.as_dict()}, tokenizer, args.out, sample(args.data, pieces))


if __name__ == "__main__":
    main()
