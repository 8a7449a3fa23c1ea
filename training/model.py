"""The heads: what is read off each word of a window, and off pairs of words."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.annotate.likeness import DISTANCES, KINDS, LIKENESSES
from sayso.annotate.reference import CLIMB, LEVELS, WAYS
from sayso.records import EVENT_TYPES
from training.encoder import LAYERS, WIDTH, Encoder

ARC, REL, LINK = 256, 96, 192
PAIR, CHAIN, FACT, DEED = 256, 128, 96, 256
NEAR = 24  # words of distance told apart between a predicate and a word, to either side
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
    role: int
    nominal: int
    deed: int = 1 + len(EVENT_TYPES)


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
    predicate: Tensor
    acts: Tensor
    alone: Tensor
    factuality: Tensor
    nominal: Tensor
    mentions: Tensor
    deed: Tensor


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


class Roles(nn.Module):
    """What a word of a sentence is to a predicate in it: no argument, or an argument's role.

    Each pair is scored by itself from both words' states, their distance, and the way in the tree
    from the word up to the predicate, to its head and to that one's head. The predicate is also seen
    alone, before its sentence has been read into it: which roles there are is up to the word.
    """

    def __init__(self, labels: int, relations: int, dropout: float) -> None:
        super().__init__()
        self.predicate = nn.Linear(WIDTH, PAIR)
        self.gate = nn.Linear(WIDTH, PAIR)
        self.lexical = nn.Linear(WIDTH, 2 * PAIR, bias=False)
        self.word = nn.Linear(WIDTH, PAIR)
        self.branch = nn.Linear(WIDTH, PAIR, bias=False)
        self.distance = nn.Embedding(2 * NEAR + 1, PAIR)
        self.path = nn.Embedding(LEVELS * WAYS * (relations + 1), PAIR)
        self.drop = nn.Dropout(dropout)
        self.label = nn.Linear(PAIR, labels)
        self.relations = relations
        nn.init.zeros_(self.distance.weight)
        nn.init.zeros_(self.path.weight)
        nn.init.zeros_(self.branch.weight)
        nn.init.zeros_(self.gate.weight)
        nn.init.zeros_(self.lexical.weight)

    def forward(self, x: Tensor, alone: Tensor, head: Tensor, relation: Tensor, pairs: Tensor) -> Tensor:
        """Score ``pairs`` [k, 3] (window, predicate, word) over trees [b, words]: [k, labels].

        ``x`` [b, words, WIDTH] are the words as read, ``alone`` the same as embedded.
        """
        window, predicate, word = pairs.unbind(dim=1)
        codes, branch = paths(head, relation, pairs, self.relations)
        states = self.word(x)[window, word] + self.branch(x)[window, branch]
        known_gate, known = self.lexical(self.drop(alone)).chunk(2, dim=-1)
        gate = (self.gate(x) + known_gate)[window, predicate]
        own = (self.predicate(x) + known)[window, predicate]
        away = self.distance((word - predicate).clamp(-NEAR, NEAR) + NEAR)
        seen = self.path(codes).sum(dim=1)
        hidden = functional.gelu(states * (1 + gate) + own + away + seen)
        # A leading axis of one: the quantiser cannot take the exporter's products of plain matrices.
        out: Tensor = self.label(self.drop(hidden)[None])[0]
        return out


def paths(head: Tensor, relation: Tensor, pairs: Tensor, relations: int) -> tuple[Tensor, Tensor]:
    """Return codes [k, LEVELS] of the way from a word up to the predicate, its head, and that one's head.

    A code tells how many steps up (none: the word itself; one, two, more, or never within `CLIMB`)
    and by which relation the last one hangs there. Beside it the branch [k] that the word is on: the
    word that hangs on the first of them that is met. ``head`` [b, words] has a root as its own head.
    """
    window, predicate, word = pairs.unbind(dim=1)
    above = [torch.arange(head.shape[1]).expand_as(head)]
    for _ in range(CLIMB):
        above.append(torch.gather(head, 1, above[-1]))
    climbed = torch.stack(above, dim=2)  # [b, words, CLIMB + 1]
    hung = torch.gather(relation[:, :, None].expand_as(climbed), 1, climbed)
    way, by = climbed[window, word], hung[window, word]
    codes = []
    branch = word
    for level in reversed(range(LEVELS)):
        target = climbed[window, predicate, level]
        met = way == target[:, None]
        step = torch.where(met.any(dim=1), met.to(torch.int64).argmax(dim=1), CLIMB + 1)
        last = torch.gather(by, 1, (step - 1).clamp(0, CLIMB)[:, None])[:, 0]
        last = torch.where((step == 0) | (step > CLIMB), relations, last)
        kind = torch.where(step > CLIMB, WAYS - 1, step.clamp(max=WAYS - 2))
        codes.append((level * WAYS + kind) * (relations + 1) + last)
        below = torch.gather(way, 1, (step - 1).clamp(0, CLIMB)[:, None])[:, 0]
        branch = torch.where(step > CLIMB, branch, torch.where(step == 0, word, below))
    return torch.stack(codes, dim=1), branch


class Coreference(nn.Module):
    """Vectors whose product, with codes of likeness and distance, scores an earlier mention.

    Scores are log-odds against "the first of its chain".
    """

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.later = nn.Sequential(nn.Linear(WIDTH, CHAIN), nn.Dropout(dropout))
        self.earlier = nn.Sequential(nn.Linear(WIDTH, CHAIN), nn.Dropout(dropout))
        self.new = nn.Linear(WIDTH, 1)
        self.taken = nn.Linear(WIDTH, 1)
        self.likeness = nn.Embedding(KINDS * KINDS * LIKENESSES, 1)
        self.distance = nn.Embedding(KINDS * KINDS * DISTANCES, 1)
        for table in (self.likeness, self.distance):
            nn.init.zeros_(table.weight)

    def vectors(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Return each word's vector as the later and as the earlier of two: [..., CHAIN + 2]."""
        one = torch.ones_like(x[..., :1])
        later = torch.cat([self.later(x) * CHAIN**-0.5, self.new(x), one], dim=-1)
        earlier = torch.cat([self.earlier(x), one, self.taken(x)], dim=-1)
        return later, earlier

    def forward(self, x: Tensor, likeness: Tensor, distance: Tensor) -> Tensor:
        """Score every earlier mention [m] for every later one [m]: [m, m]; ``x`` is [m, WIDTH]."""
        later, earlier = self.vectors(x)
        known = self.likeness(likeness) + self.distance(distance)
        return (later @ earlier.T).float() + known[..., 0].float()


class Deeds(nn.Module):
    """Which type of event a word tells, from the word as read and, beside it, as embedded alone."""

    def __init__(self, labels: int, dropout: float) -> None:
        super().__init__()
        self.own = nn.Linear(WIDTH, DEED)
        self.known = nn.Linear(WIDTH, DEED, bias=False)
        self.drop = nn.Dropout(dropout)
        self.label = nn.Linear(DEED, labels)

    def forward(self, x: Tensor, alone: Tensor) -> Tensor:
        """Score words ``x`` [batch, words, WIDTH], ``alone`` before they are read: [batch, words, labels]."""
        hidden = functional.gelu(self.own(self.drop(x)) + self.known(self.drop(alone)))
        out: Tensor = self.label(self.drop(hidden))
        return out


class Engine(nn.Module):
    """The encoder with all heads."""

    def __init__(self, sizes: Sizes, dropout: float = 0.1, head_dropout: float = 0.2) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.syntax_mix, self.entity_mix, self.attribution_mix = Mix(), Mix(), Mix()
        self.act_mix, self.mention_mix, self.deed_mix = Mix(), Mix(), Mix()
        self.drop = nn.Dropout(dropout)
        self.upos = nn.Linear(WIDTH, sizes.upos)
        self.xpos = nn.Linear(WIDTH, sizes.xpos)
        self.entity = nn.Linear(WIDTH, sizes.entity)
        self.cue = nn.Linear(WIDTH, 3)
        self.source = nn.Linear(WIDTH, 3)
        self.content = nn.Linear(WIDTH, 3)
        self.syntax = Arcs(sizes.deprel, head_dropout)
        self.link = Link(head_dropout)
        self.predicate = nn.Linear(WIDTH, 1)
        self.roles = Roles(sizes.role, sizes.deprel, head_dropout)
        self.factuality = nn.Sequential(nn.Linear(WIDTH, FACT), nn.GELU(), nn.Linear(FACT, 1))
        self.nominal = nn.Linear(WIDTH, sizes.nominal)
        self.coreference = Coreference(head_dropout)
        self.deeds = Deeds(sizes.deed, head_dropout)

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
        acts = self.drop(self.act_mix(words))
        mentions = self.drop(self.mention_mix(words))
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
            predicate=self.predicate(acts)[..., 0],
            acts=acts,
            alone=words[0],
            factuality=self.factuality(acts)[..., 0],
            nominal=self.nominal(mentions),
            mentions=mentions,
            deed=self.deeds(self.drop(self.deed_mix(words)), words[0]),
        )

    def roles_of(self, heads: Heads, pairs: Tensor) -> Tensor:
        """Score the roles of ``pairs`` [k, 3] over the tree as the model itself sees it: [k, labels]."""
        with torch.no_grad():
            head = heads.arcs.argmax(dim=-1)
            relation = self.relations(heads, head).argmax(dim=-1)
        return self.roles(heads.acts, heads.alone, head, relation, pairs)

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
