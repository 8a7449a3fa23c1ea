"""A quick look at dev while training: word by word, at gold cues, from the unexported model."""

from __future__ import annotations

from collections.abc import Iterable

import torch

from training.batches import Batch
from training.model import FAR, Engine, Heads

STATS = ("upos", "xpos", "head", "deprel", "entity")


@torch.no_grad()
def glance(model: Engine, batches: Iterable[Batch], half: bool = True) -> dict[str, float]:
    """Return accuracies of the flat heads and F1 of cues and of linked words, in 0..1."""
    model.eval()
    hits: dict[str, int] = {}
    total: dict[str, int] = {}
    counts = {name: [0, 0, 0] for name in ("cue", "link1", "link2", "predicate", "role", "antecedent")}
    values: dict[str, list[torch.Tensor]] = {}
    for batch in batches:
        with torch.autocast("cpu", torch.bfloat16, enabled=half):
            heads = model(*batch.inputs())
            links = model.link(heads.attribution, batch.rows, batch.sentence)
            _acts(model, heads, batch, counts, values)
        for name in ("upos", "xpos", "entity", "nominal"):
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
    found |= {f"{name} r": _correlation(pairs) for name, pairs in values.items()}
    return {name: round(value, 4) for name, value in found.items()}


def _acts(
    model: Engine,
    heads: Heads,
    batch: Batch,
    counts: dict[str, list[int]],
    values: dict[str, list[torch.Tensor]],
) -> None:
    """Add up predicates, roles and antecedents found; gather factuality values, own and gold."""
    if "predicate" in batch.flat:
        gold = batch.flat["predicate"]
        _count(counts["predicate"], heads.predicate > 0, gold > 0, gold >= 0)
    if len(batch.pairs):
        best = model.roles_of(heads, batch.pairs).argmax(-1)
        hit, own, gold = counts["role"], best > 0, batch.pair_roles > 0
        hit[0] += int(((best == batch.pair_roles) & gold).sum())
        hit[1] += int(own.sum())
        hit[2] += int(gold.sum())
    if "factuality" in batch.real:
        kept = ~torch.isnan(batch.real["factuality"])
        pair = torch.stack([heads.factuality[kept].float(), batch.real["factuality"][kept]])
        values.setdefault(batch.corpus, []).append(pair)
    if batch.chains is not None:
        chains = batch.chains
        states = heads.mentions[chains.words[:, 0], chains.words[:, 1]]
        scores = model.coreference(states, chains.likeness, chains.distance)
        best = torch.nn.functional.pad(scores.masked_fill(~chains.before, FAR), (1, 0)).argmax(1)
        linked = torch.nn.functional.pad(chains.same, (1, 0)).gather(1, best[:, None])[:, 0]
        hit = counts["antecedent"]
        hit[0] += int(linked.sum())
        hit[1] += int((best > 0).sum())
        hit[2] += int(chains.same.any(1).sum())


def _correlation(pairs: list[torch.Tensor]) -> float:
    return float(torch.corrcoef(torch.cat(pairs, dim=1))[0, 1])


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
