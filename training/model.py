"""The heads: what is read off each word of a window, and off pairs of words."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder import LAYERS, WIDTH, Encoder

ARC, REL, LINK = 256, 96, 192
REACH = 96  # words of distance told apart in the link bias, to either side
SENTENCES = 4  # sentences of distance told apart, to either side
FAR = -1e4


@dataclass(frozen=True)
class Sizes:
    """How many labels each flat head has."""

    upos: int
    xpos: int
    deprel: int
    entity: int


@dataclass(frozen=True)
class Heads:
    """Scores of one batch: [batch, words, labels], arcs [batch, words, words]."""

    upos: Tensor
    xpos: Tensor
    entity: Tensor
    cue: Tensor
    source: Tensor
    content: Tensor
    arcs: Tensor
    head_states: Tensor
    dependent_states: Tensor
    attribution: Tensor


class Mix(nn.Module):
    """A learned weighted sum of the encoder's layers, one per family of heads."""

    def __init__(self) -> None:
        super().__init__()
        self.weights = nn.Parameter(torch.tensor([0.0] * LAYERS + [1.5]))

    def forward(self, states: Tensor) -> Tensor:
        """Mix ``states`` [layers, batch, words, width] into [batch, words, width]."""
        shares = torch.softmax(self.weights, dim=0)
        return (states * shares[:, None, None, None]).sum(dim=0)


class Narrow(nn.Sequential):
    """A projection into the space of one side of a pair."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__(nn.Linear(WIDTH, width), nn.GELU(), nn.Dropout(dropout))


class Arcs(nn.Module):
    """Deep biaffine arcs and relations; a root is its own head."""

    def __init__(self, labels: int, dropout: float) -> None:
        super().__init__()
        self.arc_dependent = Narrow(ARC, dropout)
        self.arc_head = Narrow(ARC, dropout)
        self.arc_pair = nn.Linear(ARC, ARC, bias=False)
        self.arc_prior = nn.Linear(ARC, 1, bias=False)
        self.root = nn.Linear(ARC, 1)
        self.rel_dependent = Narrow(REL, dropout)
        self.rel_head = Narrow(REL, dropout)
        self.rel_pair = nn.Linear(REL, REL * labels, bias=False)
        self.rel_both = nn.Linear(2 * REL, labels)
        nn.init.zeros_(self.rel_pair.weight)
        nn.init.orthogonal_(self.arc_pair.weight)
        self.labels = labels

    def arcs(self, x: Tensor, sentence: Tensor) -> Tensor:
        """Score every word as the head of every word; ``sentence`` [batch, words] bounds them."""
        dependent, head = self.arc_dependent(x), self.arc_head(x)
        scores = self.arc_pair(dependent) @ head.transpose(1, 2) * ARC**-0.5
        scores = scores + self.arc_prior(head).transpose(1, 2)
        diagonal = torch.eye(x.shape[1], dtype=scores.dtype)
        scores = scores * (1 - diagonal) + self.root(dependent) * diagonal
        same = (sentence[:, :, None] == sentence[:, None, :]).to(scores.dtype)
        return scores.float() + (1 - same.float()) * FAR

    def relations(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Score relations of word pairs given both sides' states [..., REL]."""
        paired = self.rel_pair(dependent).unflatten(-1, (self.labels, REL))
        scores = (paired @ head.unsqueeze(-1)).squeeze(-1) * REL**-0.5
        out: Tensor = scores + self.rel_both(torch.cat([dependent, head], dim=-1))
        return out


class Link(nn.Module):
    """For a cue word and every word of the window: none, source or content."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.cue = Narrow(LINK, dropout)
        self.role = Narrow(LINK, dropout)
        self.pair = nn.Linear(LINK, 2 * LINK, bias=False)
        self.prior = nn.Linear(LINK, 2)
        self.distance = nn.Embedding(2 * REACH + 1, 2)
        self.sentences = nn.Embedding(2 * SENTENCES + 1, 2)
        nn.init.zeros_(self.distance.weight)
        nn.init.zeros_(self.sentences.weight)

    def forward(self, x: Tensor, rows: Tensor, sentence: Tensor) -> Tensor:
        """Score words for each of ``rows`` [batch, n] (word indices): [batch, n, words, 2].

        Scores are log-odds against "none", source first.
        """
        batch, n = rows.shape
        cue = self.cue(torch.gather(x, 1, rows[:, :, None].expand(-1, -1, x.shape[2])))
        role = self.role(x)
        pair = self.pair(cue).view(batch, n * 2, LINK)
        scores = (pair @ role.transpose(1, 2)).view(batch, n, 2, -1) * LINK**-0.5
        scores = scores + self.prior(role).transpose(1, 2)[:, None]
        return scores.transpose(2, 3).float() + self._bias(rows, sentence)

    def _bias(self, rows: Tensor, sentence: Tensor) -> Tensor:
        places = torch.arange(sentence.shape[1])
        away = (places[None, None, :] - rows[:, :, None]).clamp(-REACH, REACH) + REACH
        own = torch.gather(sentence, 1, rows)
        lines = (sentence[:, None, :] - own[:, :, None]).clamp(-SENTENCES, SENTENCES) + SENTENCES
        out: Tensor = self.distance(away) + self.sentences(lines)
        return out


class Engine(nn.Module):
    """The encoder with all heads."""

    def __init__(self, sizes: Sizes, dropout: float = 0.1, head_dropout: float = 0.2) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.syntax_mix, self.entity_mix, self.attribution_mix = Mix(), Mix(), Mix()
        self.drop = nn.Dropout(dropout)
        self.upos = nn.Linear(WIDTH, sizes.upos)
        self.xpos = nn.Linear(WIDTH, sizes.xpos)
        self.entity = nn.Linear(WIDTH, sizes.entity)
        self.cue = nn.Linear(WIDTH, 3)
        self.source = nn.Linear(WIDTH, 3)
        self.content = nn.Linear(WIDTH, 3)
        self.syntax = Arcs(sizes.deprel, head_dropout)
        self.link = Link(head_dropout)

    def forward(
        self,
        ids: Tensor,
        case: Tensor,
        quote: Tensor,
        border: Tensor,
        mask: Tensor | None,
        index: Tensor,
        sentence: Tensor,
    ) -> Heads:
        """Read one batch; ``index`` and ``sentence`` are [batch, words], the rest [batch, pieces]."""
        states = self.encoder(ids, case, quote, border, mask)
        spread = index[:, :, None].expand(-1, -1, WIDTH)
        words = torch.stack([torch.gather(s, 1, spread) for s in states])
        syntax = self.drop(self.syntax_mix(words))
        named = self.drop(self.entity_mix(words))
        said = self.drop(self.attribution_mix(words))
        return Heads(
            upos=self.upos(syntax),
            xpos=self.xpos(syntax),
            entity=self.entity(named),
            cue=self.cue(said),
            source=self.source(said),
            content=self.content(said),
            arcs=self.syntax.arcs(syntax, sentence),
            head_states=self.syntax.rel_head(syntax),
            dependent_states=self.syntax.rel_dependent(syntax),
            attribution=said,
        )

    def relations(self, heads: Heads, head: Tensor) -> Tensor:
        """Score relations to the given ``head`` [batch, words]: [batch, words, labels]."""
        spread = head[:, :, None].expand(-1, -1, heads.head_states.shape[2])
        chosen = torch.gather(heads.head_states, 1, spread)
        return self.syntax.relations(heads.dependent_states, chosen)


def cross(scores: Tensor, gold: Tensor, smoothing: float = 0.0) -> Tensor:
    """Mean cross-entropy over the words whose ``gold`` is not negative; 0 where there are none."""
    kept = gold >= 0
    if not bool(kept.any()):
        return scores.sum() * 0.0
    return functional.cross_entropy(scores[kept].float(), gold[kept], label_smoothing=smoothing)
