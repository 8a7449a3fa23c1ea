"""
The head for types of events alone, on the states of an engine that is otherwise left as it is.

``python -m training.deeds --data DATA --from FOLDER`` trains it on `sentences/told.txt` (a minute or two) and
exports; every other output of the engine stays what it was, bit by bit.
"""

from __future__ import annotations

import argparse
import json
import logging
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from sayso.annotate.engine import FOLDER
from sayso.annotate.inputs import Window
from sayso.annotate.pieces import Pieces
from training.encoder import base_weights
from training.export import export
from training.labels import IGNORED, Labels
from training.losses import deed_loss
from training.marked import examples, told
from training.model import Engine, Sizes
from training.train import sample
from training.warm import go_on

log = logging.getLogger("training")

EPOCHS, BATCH, RATE, DECAY = 16, 512, 1e-3, 0.05


@torch.no_grad()
def states(model: Engine, window: Window) -> Tensor:
    """The states of a window's words at every layer: [layers, words, width]."""
    given = [torch.from_numpy(getattr(window, name))[None] for name in ("ids", "case", "quote", "border")]
    layers = model.encoder(*given, None)
    return torch.stack([layer[0, torch.from_numpy(window.index)] for layer in layers])


def fit(model: Engine, read: Sequence[tuple[Tensor, Tensor]], epochs: int = EPOCHS) -> None:
    """Train the head of deeds and its mix of layers on fixed states, all else as it is."""
    x = torch.cat([state for state, _ in read], dim=1).float()
    gold = torch.cat([target for _, target in read])
    x, gold = x[:, gold != IGNORED], gold[gold != IGNORED]
    own = [*model.deeds.parameters(), *model.deed_mix.parameters()]
    stepper = torch.optim.AdamW(own, lr=RATE, weight_decay=DECAY)
    model.train()
    for epoch in range(epochs):
        total = 0.0
        for rows in torch.randperm(len(gold)).split(BATCH):
            mixed = model.deed_mix(x[:, rows][:, None])[0]
            loss = deed_loss(model.deeds(mixed, x[0, rows]), gold[rows])
            stepper.zero_grad()
            loss.backward()
            stepper.step()
            total += float(loss.detach()) * len(rows)
        log.info("epoch %d loss %.3f", epoch, total / len(gold))
    model.eval()


def main(given: Sequence[str] | None = None) -> None:
    """Train the head, export the engine with it."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(message)s")
    log.setLevel(logging.INFO)
    parser = argparse.ArgumentParser(prog="python -m training.deeds", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder laid out as the data README says")
    parser.add_argument("--from", dest="start", type=Path, default=FOLDER, help="the engine it is added to")
    parser.add_argument("--out", type=Path, default=FOLDER, help="where the engine is written")
    parser.add_argument("--full", type=Path, help="where it is written in full precision, too")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    args = parser.parse_args(given)
    torch.manual_seed(0)
    known = json.loads((args.out / "labels.json").read_text(encoding="utf-8"))
    fields = {name: known[name] for name in Labels.__dataclass_fields__ if name in known}
    labels = Labels(**fields)
    model = Engine(Sizes(**{name: len(names) for name, names in labels.as_dict().items()})).eval()
    go_on(model, labels, args.start)
    tokenizer = base_weights().parent / "tokenizer.json"
    pieces = Pieces(tokenizer)
    read = [
        (states(model, one.window).half(), torch.from_numpy(one.flat["deed"]))
        for one in examples(told(), pieces, labels.deed)
    ]
    fit(model, read, args.epochs)
    kept = {name: value for name, value in known.items() if name not in ("format", "sha256")}
    export(model, {**kept, **labels.as_dict()}, tokenizer, args.out, sample(args.data, pieces))
    if args.full:
        export(model, {**kept, **labels.as_dict()}, tokenizer, args.full)


if __name__ == "__main__":
    main()
