"""A quick look at dev while training: word by word, at gold cues, from the unexported model."""

from __future__ import annotations

from collections.abc import Iterable

import torch

from training.batches import Batch
from training.model import Engine

STATS = ("upos", "xpos", "head", "deprel", "entity")


@torch.no_grad()
def glance(model: Engine, batches: Iterable[Batch], half: bool = True) -> dict[str, float]:
    """Return accuracies of the flat heads and F1 of cues and of linked words, in 0..1."""
    model.eval()
    hits: dict[str, int] = {}
    total: dict[str, int] = {}
    counts = {"cue": [0, 0, 0], "link1": [0, 0, 0], "link2": [0, 0, 0]}
    for batch in batches:
        with torch.autocast("cpu", torch.bfloat16, enabled=half):
            heads = model(*batch.inputs())
            links = model.link(heads.attribution, batch.rows, batch.sentence)
        for name in ("upos", "xpos", "entity"):
            if name in batch.flat:
                _hit(hits, total, f"{batch.corpus}.{name}", getattr(heads, name).argmax(-1), batch.flat[name])
        if batch.head is not None:
            _hit(hits, total, f"{batch.corpus}.head", heads.arcs.argmax(-1), batch.head)
        elif "cue" in batch.flat:
            _count(counts["cue"], heads.cue.argmax(-1) > 0, batch.flat["cue"] > 0, batch.flat["cue"] >= 0)
            best = torch.nn.functional.pad(links, (1, 0)).argmax(-1)
            for role in (1, 2):
                _count(counts[f"link{role}"], best == role, batch.roles == role, batch.roles >= 0)
    found = {name: hits[name] / max(1, total[name]) for name in sorted(total)}
    found |= {name: 2 * c[0] / max(1, c[1] + c[2]) for name, c in counts.items()}
    return {name: round(value, 4) for name, value in found.items()}


def _hit(
    hits: dict[str, int], total: dict[str, int], name: str, best: torch.Tensor, gold: torch.Tensor
) -> None:
    kept = gold >= 0
    hits[name] = hits.get(name, 0) + int((best == gold)[kept].sum())
    total[name] = total.get(name, 0) + int(kept.sum())


def _count(c: list[int], best: torch.Tensor, gold: torch.Tensor, kept: torch.Tensor) -> None:
    best, gold = best & kept, gold & kept
    c[0] += int((best & gold).sum())
    c[1] += int(best.sum())
    c[2] += int(gold.sum())
