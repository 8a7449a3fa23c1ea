"""Going on from an engine that is there: its weights under the model's names, its labels matched."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.labels import Labels
from training.model import Engine

log = logging.getLogger("training.warm")

# What a class of entities was called before it was told apart.
FORMER = {
    "country": "place", "facility": "place", "armed_group": "organization", "outlet": "organization",
    "title": "person", "document": "object", "other": "abstract",
}  # fmt: skip
# A labelled layer and its label set; a layer over relations is taken over only if they are the same.
LABELLED = {"upos": "upos", "xpos": "xpos", "entity": "entity", "roles.label": "role", "nominal": "nominal",
    "deeds.label": "deed",
}  # fmt: skip
BY_RELATION = ("syntax.rel_pair", "syntax.rel_both", "roles.path")


def go_on(model: Engine, labels: Labels, folder: Path) -> frozenset[str]:
    """Load the engine in ``folder`` into ``model``; return the names of the parameters it gave whole.

    A labelled head takes over the rows of the labels that are still there (or of what they were
    called) and learns as a fresh one if any is new.
    """
    given = _weights(folder)
    former = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    own = model.state_dict()
    kept: set[str] = set()
    for name, value in own.items():
        if name not in given:
            continue
        found = torch.from_numpy(np.array(given[name], dtype=np.float32))
        layer = name.rpartition(".")[0]
        if layer in BY_RELATION and labels.deprel != former["deprel"]:
            continue
        if layer in LABELLED and LABELLED[layer] in former:
            head = LABELLED[layer]
            found, whole = _rows(found, value, getattr(labels, head), former[head])
        else:
            whole = found.shape == value.shape
        if found.shape == value.shape:
            own[name] = found
            kept.update([name] if whole else [])
    model.load_state_dict(own)
    log.info("went on from %s: %d of %d parameters", folder, len(kept), len(own))
    return frozenset(kept)


def _weights(folder: Path) -> dict[str, NDArray[np.float32]]:
    """Return full-precision weights where a run left them, else those of the int8 engine."""
    full, checkpoint = folder / "weights.npz", folder / "last.pt"
    if full.exists():
        with np.load(full) as held:
            return {name: held[name] for name in held.files}
    if checkpoint.exists():
        model = torch.load(checkpoint, weights_only=True)["model"]
        return {name: value.numpy() for name, value in model.items()}
    from sayso.annotate.weights import parameters

    return parameters((folder / "engine.onnx").read_bytes())


def _rows(given: Tensor, fresh: Tensor, labels: list[str], former: list[str]) -> tuple[Tensor, bool]:
    """Return the head's rows in the order of ``labels``; true where no label is new."""
    at = {name: i for i, name in enumerate(former)}
    out = fresh.clone()
    for i, name in enumerate(labels):
        mark, _, kind = name.partition("-")
        old = at.get(name, at.get(f"{mark}-{FORMER.get(kind, kind)}"))
        if old is not None:
            out[i] = given[old]
    return out, labels == former
