"""
Types of events: sentences of our own with the words marked that tell them (`sentences/told.txt`), and the
head that learns them on the states of an engine that is otherwise left as it is.

``python -m training.deeds --from FOLDER --out FOLDER`` trains the head alone (a minute) and exports; every
other output of the engine stays what it was.
"""

from __future__ import annotations

import argparse
import json
import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from sayso.annotate import annotate
from sayso.annotate.engine import FOLDER
from sayso.annotate.inputs import Window, cut, prepare
from sayso.annotate.pieces import Pieces
from sayso.annotate.sentences import paragraphs
from sayso.annotate.tokens import tokens
from sayso.records import Annotated, Report
from training.encoder import base_weights
from training.export import export
from training.kinds import SENTENCES
from training.labels import IGNORED, Labels
from training.model import Engine, Sizes
from training.train import sample
from training.warm import go_on

log = logging.getLogger("training")

TOLD = SENTENCES / "told.txt"
MARK = re.compile(r"\[([^\[\]|]+)\|([A-Z]+)\]")
HELD = 10  # every tenth sentence is for measuring only
NONE = 0.5  # weight of a word that tells no event: there are twenty of them to each that does
SMOOTH = 0.05
EPOCHS, BATCH, RATE, DECAY = 16, 512, 1e-3, 0.05
Integers = NDArray[np.int64]
Marks = list[tuple[int, int, str]]


@dataclass(frozen=True)
class Told:
    """A sentence and the character spans in it that tell an event, with its type."""

    text: str
    marks: Marks


class BadMark(ValueError):
    """A line of `told.txt` marks a type that PLOVER does not have, or nothing where a bracket is."""


def told(path: Path = TOLD) -> list[Told]:
    """
    Read the marked sentences, one a line.

    Raises:
        BadMark: A bracket is left over once all marks are taken out.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_told(line, f"{path.name}:{number}") for number, line in enumerate(lines, 1) if line.strip()]


def _told(line: str, place: str) -> Told:
    text, marks, at = "", [], 0
    for match in MARK.finditer(line):
        text += line[at : match.start()]
        marks.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        at = match.end()
    text += line[at:]
    if "|" in text or "[" in text:
        raise BadMark(f"{place}: {line}")
    return Told(text, marks)


def targets(one: Told, annotated: Annotated, deeds: Sequence[str]) -> Integers:
    """
    One label a word: of a mark's words the one that governs them bears the type and the others say
    nothing; every other word tells no event.
    """
    out = np.zeros(len(annotated.words), dtype=np.int64)
    for start, end, kind in one.marks:
        inside = [i for i, word in enumerate(annotated.words) if word.start < end and start < word.end]
        if not inside:
            raise BadMark(f"no word at {start}: {one.text}")
        out[inside] = np.where(out[inside] == 0, IGNORED, out[inside])
        out[_governing(annotated, inside)] = deeds.index(kind)
    return out


def _governing(annotated: Annotated, inside: list[int]) -> int:
    """The word whose head lies outside, of several the one that is surest to be a predicate."""
    chance = {one.word: one.score for one in annotated.predicates}
    tops = [i for i in inside if annotated.words[i].head not in inside]
    return max(tops or inside, key=lambda i: (chance.get(i, 0.0), -i))


def windows(given: Sequence[Told], pieces: Pieces, deeds: Sequence[str]) -> Iterator[tuple[Window, Integers]]:
    """Each sentence as one window with its targets, words cut as the engine cuts them."""
    for one in given:
        annotated = annotate(Report(id="told", text=one.text))
        cut_up = tokens(one.text, paragraphs(one.text))
        if len(cut_up) != len(annotated.words):  # set aside as a headline or a notice: nothing is known of it
            continue
        (window,) = cut(prepare(cut_up, pieces))
        yield window, targets(one, annotated, deeds)


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
    weight = torch.ones(model.deeds.label.out_features)
    weight[0] = NONE
    own = [*model.deeds.parameters(), *model.deed_mix.parameters()]
    stepper = torch.optim.AdamW(own, lr=RATE, weight_decay=DECAY)
    model.train()
    for epoch in range(epochs):
        total = 0.0
        for rows in torch.randperm(len(gold)).split(BATCH):
            mixed = model.deed_mix(x[:, rows][:, None])[0]
            loss = functional.cross_entropy(
                model.deeds(mixed, x[0, rows]), gold[rows], weight=weight, label_smoothing=SMOOTH
            )
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
    labels = Labels(**{"deed": Labels.deeds(), **fields})
    model = Engine(Sizes(**{name: len(names) for name, names in labels.as_dict().items()})).eval()
    go_on(model, labels, args.start)
    tokenizer = base_weights().parent / "tokenizer.json"
    pieces = Pieces(tokenizer)
    read = [
        (states(model, window).half(), torch.from_numpy(target))
        for window, target in windows(told(), pieces, labels.deed)
    ]
    fit(model, read, args.epochs)
    kept = {name: value for name, value in known.items() if name not in ("format", "sha256")}
    export(model, {**kept, **labels.as_dict()}, tokenizer, args.out, sample(args.data, pieces))
    if args.full:
        export(model, {**kept, **labels.as_dict()}, tokenizer, args.full)


if __name__ == "__main__":
    main()
