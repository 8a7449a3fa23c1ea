"""``python -m training.train --data DATA``: everything from raw corpora to the shipped model.

Silver entities are made first if the teacher's environment is there (``training.teacher``), then
the engine is trained with checkpoints below ``--run`` (run again to resume), exported and tuned.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

from sayso.annotate.engine import FOLDER
from sayso.annotate.inputs import Window, cut, prepare
from sayso.annotate.pieces import Pieces
from sayso.annotate.sentences import paragraphs
from sayso.annotate.tokens import tokens
from training import corpora, examples, factuality, readers
from training.batches import Batch, collate
from training.encoder import base_weights, load_base
from training.export import export
from training.glance import glance
from training.gum import gum
from training.labels import Labels
from training.loop import Plan, train
from training.model import Engine, Sizes
from training.tune import assured, linking, reading, surest, tuned
from training.warm import go_on

log = logging.getLogger("training")


def arguments(given: Sequence[str] | None = None) -> argparse.Namespace:
    """Parse the command line."""
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder laid out as the data README says")
    parser.add_argument("--run", type=Path, default=Path("runs/engine"), help="checkpoints; resumed if there")
    parser.add_argument("--out", type=Path, default=FOLDER, help="where the model is written")
    parser.add_argument("--pieces", type=int, default=Plan.pieces, help="word pieces to read")
    parser.add_argument("--minutes", type=float, help="end by the clock instead")
    parser.add_argument(
        "--silver", type=Path, help="entities from training.teacher; default RUN/silver.jsonl"
    )
    parser.add_argument("--from", dest="start", type=Path, help="folder of an engine to go on from")
    parser.add_argument("--rate", type=float, default=Plan.encoder_rate, help="peak rate of the encoder")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=Plan.seed)
    parser.add_argument("--export-only", action="store_true", help="export the last checkpoint")
    return parser.parse_args(given)


def sizes(labels: Labels) -> Sizes:
    """Return the sizes of the flat heads."""
    return Sizes(**{name: len(known) for name, known in labels.as_dict().items()})


def held_out(data: Path, pieces: Pieces, labels: Labels, documents: int = 40) -> list[Batch]:
    """Return a slice of the dev parts for the quick look while training."""
    news = list(readers.polnear(data / "polnear" / "dev.jsonl").values())[:documents]
    found = [("polnear", e) for a in news for e in examples.articles(a[0], pieces, labels, None)]
    judged = factuality.judged(data / "factuality" / "uds-ih2" / "dev.jsonl")
    ewt = readers.ewt(data / "ewt" / "dev.jsonl", factuality.by_sentence(judged))
    chosen = random.Random(0).sample(ewt, min(len(ewt), 2 * documents))
    found += [("ewt", e) for d in chosen for e in examples.trees(d, pieces, labels, None)]
    for name in ("cb", "mv2", "rp"):
        for one in factuality.judged(data / "factuality" / name / "dev.jsonl")[:100]:
            found += [(name, e) for e in examples.judged(one, pieces)]
    whole = [examples.trees(d, pieces, labels, None) for d in gum(data / "gum" / "dev")]
    return [*(collate(name, [e]) for name, e in found), *(collate("gum", w) for w in whole)]


def fit(args: argparse.Namespace, pieces: Pieces, weights: Path) -> None:
    """Train from the base weights, or on from the last checkpoint."""
    silver = args.silver or args.run / "silver.jsonl"
    if not silver.exists():
        log.warning("no silver entities at %s: news teaches no entities", silver)
    read = corpora.load(args.data, silver if silver.exists() else None)
    labels = read.labels()
    args.run.mkdir(parents=True, exist_ok=True)
    (args.run / "labels.json").write_text(json.dumps(labels.as_dict(), indent=1), encoding="utf-8")
    model = Engine(sizes(labels))
    load_base(model.encoder, weights)
    kept = go_on(model, labels, args.start) if args.start else frozenset()
    plan = Plan(pieces=args.pieces, minutes=args.minutes, encoder_rate=args.rate, seed=args.seed)
    held = held_out(args.data, pieces, labels)
    streams = corpora.streams(read, pieces, labels, args.seed)
    state = train(model, streams, corpora.SHARES, plan, args.run, lambda m: glance(m, held), kept)
    log.info("done %s dev %s", vars(state), json.dumps(glance(model, held)))


def trained(run: Path) -> tuple[Engine, dict[str, Any], dict[str, Any]]:
    """Load the last checkpoint: the model, its label sets and where the run stood."""
    labels = json.loads((run / "labels.json").read_text(encoding="utf-8"))
    kept = torch.load(run / "last.pt", weights_only=True)
    model = Engine(sizes(Labels(**labels)))
    model.load_state_dict(kept["model"])
    return model, labels, kept["state"]


def sample(data: Path, pieces: Pieces, documents: int = 24) -> list[Window]:
    """Return some news of the train part, by which the encoder is evened out."""
    news = list(readers.polnear(data / "polnear" / "train.jsonl").values())[:documents]
    texts = [tokens(article[0].text, paragraphs(article[0].text)) for article in news]
    return [window for text in texts for window in cut(prepare(text, pieces))]


def ship(args: argparse.Namespace, tokenizer: Path) -> None:
    """Export the last checkpoint with thresholds tuned on PolNeAR dev."""
    model, labels, state = trained(args.run)
    tables = model.coreference
    made = {
        "likeness": [round(float(x), 4) for x in tables.likeness.weight[:, 0]],
        "distance": [round(float(x), 4) for x in tables.distance.weight[:, 0]],
        "trained": {"pieces": state["pieces"], "steps": state["step"], "seed": args.seed},
    }
    texts = sample(args.data, Pieces(tokenizer))
    with tempfile.TemporaryDirectory() as scratch:
        export(model, {**labels, **made, "decoder": {}}, tokenizer, Path(scratch), texts)
        read = reading(Path(scratch), args.data / "polnear" / "dev.jsonl")
        decoder = tuned(read)
        made["confidence"] = assured(read, decoder)
        decoder["least"] = surest(read, decoder, made["confidence"])
        decoder["antecedent"] = linking(Path(scratch), gum(args.data / "gum" / "dev"))
    log.info("decoder %s", decoder)
    export(model, {**labels, **made, "decoder": decoder}, tokenizer, args.out, texts)
    export(model, {**labels, **made, "decoder": decoder}, tokenizer, args.run / "full")


def main(given: Sequence[str] | None = None) -> None:
    """Run the whole of it."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(message)s")
    log.setLevel(logging.INFO)  # the exporter and the quantiser tell everything they do at INFO
    args = arguments(given)
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    weights = base_weights()
    tokenizer = weights.parent / "tokenizer.json"
    if not args.export_only:
        fit(args, Pieces(tokenizer), weights)
    ship(args, tokenizer)


if __name__ == "__main__":
    main()
