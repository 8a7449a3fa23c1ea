"""``python -m training DATA RUN``: train, then export (see CONTRIBUTING)."""

from __future__ import annotations

import argparse
import json
import logging
import random
from pathlib import Path

import torch

from sayso.annotate.pieces import Pieces
from training import corpora, examples, readers
from training.batches import Batch, collate
from training.encoder import base_weights, load_base
from training.glance import glance
from training.labels import Labels
from training.loop import Plan, train
from training.model import Engine, Sizes

log = logging.getLogger("training")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("data", type=Path, help="folder laid out like the project's data folder")
    parser.add_argument("run", type=Path, help="folder for checkpoints; a run in it is resumed")
    parser.add_argument("--pieces", type=int, default=Plan.pieces, help="word pieces to read")
    parser.add_argument("--minutes", type=float, help="end by the clock instead")
    parser.add_argument("--silver", type=Path, help="entities from training.teacher")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=Plan.seed)
    return parser.parse_args()


def sizes(labels: Labels) -> Sizes:
    return Sizes(len(labels.upos), len(labels.xpos), len(labels.deprel), len(labels.entity))


def dev(data: Path, pieces: Pieces, labels: Labels, documents: int = 40) -> list[Batch]:
    """Return a slice of the dev parts for the quick look."""
    news = list(readers.polnear(data / "polnear" / "dev.jsonl").values())[:documents]
    found = [("polnear", e) for a in news for e in examples.articles(a[0], pieces, labels, None)]
    for name, read in (("ewt", readers.ewt(data / "ewt" / "dev.jsonl")),
                       ("gum", readers.gum(data / "gum" / "dev"))):  # fmt: skip
        chosen = random.Random(0).sample(read, min(len(read), documents))
        found += [(name, e) for d in chosen for e in examples.trees(d, pieces, labels, None)]
    return [collate(name, [e]) for name, e in found]


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    args = arguments()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    weights = base_weights()
    pieces = Pieces(weights.parent / "tokenizer.json")
    read = corpora.load(args.data, args.silver)
    labels = read.labels()
    args.run.mkdir(parents=True, exist_ok=True)
    (args.run / "labels.json").write_text(json.dumps(labels.as_dict(), indent=1), encoding="utf-8")
    model = Engine(sizes(labels))
    load_base(model.encoder, weights)
    plan = Plan(pieces=args.pieces, minutes=args.minutes, seed=args.seed)
    held = dev(args.data, pieces, labels)
    streams = corpora.streams(read, pieces, labels, args.seed)
    state = train(model, streams, corpora.SHARES, plan, args.run, lambda m: glance(m, held))
    log.info("done %s dev %s", vars(state), json.dumps(glance(model, held)))


if __name__ == "__main__":
    main()
