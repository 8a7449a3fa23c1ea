"""What one batch costs, head by head."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch, Chains
from training.labels import IGNORED
from training.model import FAR, Engine, Heads, cross

WEIGHTS = {
    "upos": 1.0, "xpos": 1.0, "arc": 1.0, "rel": 1.0, "entity": 1.0,
    "cue": 3.0, "source": 0.5, "content": 0.5, "link": 1.0,
    "predicate": 1.0, "role": 4.0, "factuality": 1.0, "nominal": 1.0, "chain": 1.0, "deed": 2.0,
}  # fmt: skip
# EWT marks only some cues and no other word as none: a weak hint. Silver entities are weak too.
WEAK = {("ewt", "cue"): 0.1, ("ewt", "link"): 0.4, ("polnear", "entity"): 0.5}
VEILED = {
    "ewt": 0.05,
    "gum": 0.05,
    "judged": 0.05,
    "told": 0.05,
}  # of the pieces: small corpora, read many times over
VEIL = 103  # [MASK]
NONE, SMOOTH = 0.5, 0.05  # of the head for types of events
LINK_WORDS = 40.0  # words of a link row that matter, about; the rest of the window is easy


def losses(model: Engine, batch: Batch) -> dict[str, Tensor]:
    """Return the weighted loss of every head that the batch teaches."""
    ids, *others = batch.inputs()
    share = VEILED.get(batch.corpus, 0.0) if model.training else 0.0
    heads: Heads = model(veiled(ids, share), *others)
    found = {
        name: cross(getattr(heads, name), batch.flat[name])
        for name in ("upos", "xpos", "entity", "cue", "source", "content", "nominal")
        if name in batch.flat
    }
    if "deed" in batch.flat:
        found["deed"] = deed_loss(heads.deed, batch.flat["deed"])
    if batch.head is not None:
        found["arc"] = cross(heads.arcs, batch.head)
        relations = model.relations(heads, batch.head.clamp(min=0))
        gold = torch.where(batch.head >= 0, batch.flat["deprel"], batch.head)
        found["rel"] = cross(relations, gold)
    if bool((batch.roles >= 0).any()):
        found["link"] = link_loss(model.link(heads.attribution, batch.rows, batch.sentence), batch.roles)
    found |= act_losses(model, heads, batch)
    if batch.chains is not None:
        found["chain"] = chain_loss(model, heads, batch.chains)
    return {name: loss * WEIGHTS[name] * WEAK.get((batch.corpus, name), 1.0) for name, loss in found.items()}


def deed_loss(scores: Tensor, gold: Tensor) -> Tensor:
    """Cross-entropy of types of events; a word that tells none counts half, for there are twenty to one."""
    weight = torch.ones(scores.shape[-1])
    weight[0] = NONE
    return functional.cross_entropy(
        scores.float().flatten(0, -2),
        gold.flatten(),
        weight=weight,
        ignore_index=IGNORED,
        label_smoothing=SMOOTH,
    )


def veiled(ids: Tensor, share: float) -> Tensor:
    """Hide a ``share`` of the pieces at random, so that words are also told by what stands around them."""
    return torch.where(torch.rand(ids.shape) < share, VEIL, ids) if share else ids


def act_losses(model: Engine, heads: Heads, batch: Batch) -> dict[str, Tensor]:
    """Return the losses of predicates, their roles and their factuality."""
    found = {}
    if "predicate" in batch.flat:
        gold = batch.flat["predicate"]
        kept = gold >= 0
        if bool(kept.any()):
            found["predicate"] = functional.binary_cross_entropy_with_logits(
                heads.predicate[kept].float(), gold[kept].float()
            )
    if len(batch.pairs):
        scores = model.roles_of(heads, batch.pairs)
        found["role"] = functional.cross_entropy(scores.float(), batch.pair_roles)
    if "factuality" in batch.real:
        gold = batch.real["factuality"]
        kept = ~torch.isnan(gold)
        if bool(kept.any()):
            found["factuality"] = functional.smooth_l1_loss(heads.factuality[kept].float(), gold[kept])
    return found


def chain_loss(model: Engine, heads: Heads, chains: Chains) -> Tensor:
    """Minus log of the chance that a mention's antecedent is one of its chain, or none if it has none."""
    states = heads.mentions[chains.words[:, 0], chains.words[:, 1]]
    scores = model.coreference(states, chains.likeness, chains.distance)
    scores = scores.masked_fill(~chains.before, FAR)
    every = functional.pad(scores, (1, 0))  # none scores 0
    first = ~chains.same.any(dim=1, keepdim=True)
    right = torch.cat([first, chains.same], dim=1)
    gain = torch.logsumexp(every.masked_fill(~right, 10 * FAR), dim=1) - torch.logsumexp(every, dim=1)
    return -gain.mean()


def link_loss(scores: Tensor, roles: Tensor) -> Tensor:
    """Cross-entropy of none/source/content, summed over the words and averaged over the cue rows."""
    rows = (roles >= 0).any(dim=2)
    logits = functional.pad(scores[rows], (1, 0))  # "none" scores 0
    gold = roles[rows]
    loss = functional.cross_entropy(logits.transpose(1, 2), gold.clamp(min=0), reduction="none") * (gold >= 0)
    return loss.sum() / (gold.shape[0] * LINK_WORDS)
