"""What the engine's graph works out, written plainly in NumPy: to be read, and to be run where
ONNX Runtime has no build.

Activations stay in float32, where the graph rounds them to 8 bits on the way into each product, so
scores differ by that rounding and decisions seldom do. It takes three times as long as the graph
and 100 MB for the weights.

Every value, hidden or given out, is a step: a function of the window's `Pass`, listed by name in
``STEPS`` at the end, worked out when first asked for. A new head is one more function there.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.annotate.trees import climbed
from sayso.annotate.weights import parameters, unreadable

Array = NDArray[Any]
Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

EPSILON = 1e-12  # BERT's, added to a variance
HEADS = 12  # of attention
FAR = -1e4  # added to the score of an arc out of the sentence
CUE = 0.15  # words less likely in a cue are not asked for their links
ACT = 0.3  # words less likely predicates are not asked for their roles
CLIMB, LEVELS, WAYS = 6, 3, 5  # of the way up the tree from a word to a predicate
MENTION = 0.35  # words less likely heads of a mention are not asked what they refer to


class Reference:
    """Stands in for an ONNX Runtime session.

    Args:
        graph: The bytes of ``engine.onnx``.

    Raises:
        EngineError: S205 if the weights cannot be read out of ``graph``.
    """

    def __init__(self, graph: bytes) -> None:
        self._weights = parameters(graph)

    def run(self, outputs: Sequence[str], feeds: Mapping[str, Array]) -> list[Array]:
        """Return the outputs named, in that order, for one window's inputs.

        Raises:
            KeyError: If there is no such output or input.
            EngineError: S205 if the file lacks a weight that is needed.
        """
        window = Pass(self._weights, feeds)
        return [window[name] for name in outputs]


class Pass:
    """One window on its way through the model: its inputs, and each step's value once it is known."""

    def __init__(self, weights: Mapping[str, Floats], feeds: Mapping[str, Array]) -> None:
        self._weights = weights
        self._known = dict(feeds)

    def __getitem__(self, name: str) -> Array:
        """Return an input or a step's value."""
        if name not in self._known:
            self._known[name] = STEPS[name](self)
        return self._known[name]

    @property
    def layers(self) -> int:
        """How many layers the encoder has."""
        return sum(
            re.fullmatch(r"encoder\.layers\.\d+\.query\.weight", name) is not None for name in self._weights
        )

    def weight(self, name: str) -> Floats:
        """Return a parameter by its name in the state dict; a matrix is [out, in]."""
        if name not in self._weights:
            raise unreadable(f"no {name} in it")
        return self._weights[name]

    def linear(self, name: str, x: Floats) -> Floats:
        """Apply a layer ``name`` to ``x`` [..., in]; it may have no bias."""
        y: Floats = x @ self.weight(f"{name}.weight").T
        bias = self._weights.get(f"{name}.bias")
        return y if bias is None else y + bias

    def norm(self, name: str, x: Floats) -> Floats:
        """Normalise each row of ``x`` to mean 0 and variance 1, then scale and shift."""
        centred = x - x.mean(axis=-1, keepdims=True)
        variance = (centred * centred).mean(axis=-1, keepdims=True)
        scaled: Floats = centred / np.sqrt(variance + EPSILON) * self.weight(f"{name}.weight")
        return scaled + self.weight(f"{name}.bias")

    def narrow(self, name: str, x: Floats) -> Floats:
        """Project ``x`` into the space of one side of a pair."""
        return gelu(self.linear(f"{name}.0", x))

    def apart(self, name: str, distance: Integers) -> Floats:
        """Look up distances to either side in a table whose middle row is 0; far ones are cut off."""
        table = self.weight(f"{name}.weight")
        reach = len(table) // 2
        return table[np.clip(distance, -reach, reach) + reach]


# ------------------------------------------------------------------ functions
def erf(x: Floats) -> Floats:
    """The error function, to 1.5e-7 and float32's own rounding.

    Source: C. Hastings's formula, 7.1.26 in M. Abramowitz and I. A. Stegun, Handbook of
    Mathematical Functions (1964).
    """
    size = np.abs(x)
    t = 1.0 / (1.0 + 0.3275911 * size)
    series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    out: Floats = np.copysign(1.0 - series * np.exp(-size * size), x)
    return out


def gelu(x: Floats) -> Floats:
    """Return x times the share of a normal distribution that lies below it."""
    return 0.5 * x * (1.0 + erf(x * math.sqrt(0.5)))


def softmax(x: Floats) -> Floats:
    """Return shares along the last axis."""
    raised = np.exp(x - x.max(axis=-1, keepdims=True))
    out: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return out


def log_softmax(x: Floats) -> Floats:
    """Return the logarithms of shares along the last axis."""
    lowered = x - x.max(axis=-1, keepdims=True)
    out: Floats = lowered - np.log(np.exp(lowered).sum(axis=-1, keepdims=True))
    return out


def _chosen(likely: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Choose the first word with the likely ones, so that there is one."""
    chosen: NDArray[np.bool_] = likely | (np.arange(len(likely)) == 0)
    return chosen


# ------------------------------------------------------------------ encoder
def _states(window: Pass) -> Floats:
    """Return the hidden states of all layers, embeddings first: [layers + 1, pieces, width]."""
    states = [_embedded(window)]
    for number in range(window.layers):
        states.append(_layer(window, f"encoder.layers.{number}", states[-1]))
    return np.stack(states)


def _embedded(window: Pass) -> Floats:
    x = window.weight("encoder.pieces.weight")[window["ids"]]
    x = x + window.weight("encoder.positions.weight")[: len(x)] + window.weight("encoder.kinds.weight")[0]
    for name in ("case", "quote", "border"):
        x = x + window.weight(f"encoder.{name}.weight")[window[name]]
    return window.norm("encoder.norm", x)


def _layer(window: Pass, name: str, x: Floats) -> Floats:
    x = window.norm(f"{name}.norm_attention", x + window.linear(f"{name}.out", _attended(window, name, x)))
    inner = window.linear(f"{name}.down", gelu(window.linear(f"{name}.up", x)))
    return window.norm(f"{name}.norm_inner", x + inner)


def _attended(window: Pass, name: str, x: Floats) -> Floats:
    def split(part: str) -> Floats:
        return window.linear(f"{name}.{part}", x).reshape(len(x), HEADS, -1).swapaxes(0, 1)

    query, key, value = split("query"), split("key"), split("value")
    scores = query @ key.swapaxes(1, 2) * query.shape[-1] ** -0.5
    mixed: Floats = softmax(scores) @ value
    return mixed.swapaxes(0, 1).reshape(x.shape)


def _encoded(window: Pass) -> Floats:
    last: Floats = window["states"][-1]
    return last


def _words(window: Pass) -> Floats:
    """Return the states of each word's first piece: [layers + 1, words, width]."""
    return window["states"][:, window["index"]]


def _mix(name: str) -> Step:
    """Return the step that mixes the layers for one family of heads: [words, width]."""

    def mixed(window: Pass) -> Floats:
        out: Floats = np.tensordot(softmax(window.weight(f"{name}_mix.weights")), window["words"], 1)
        return out

    return mixed


# ------------------------------------------------------------------ syntax and names
def _tag(name: str) -> Step:
    """Return the step that gives each word its best label of a part of speech set: [words]."""
    return lambda window: window.linear(name, window["for syntax"]).argmax(axis=-1)


def _arcs(window: Pass) -> Floats:
    x, sentence = window["for syntax"], window["sentence"]
    dependent = window.narrow("syntax.arc_dependent", x)
    head = window.narrow("syntax.arc_head", x)
    scores: Floats = window.linear("syntax.arc_pair", dependent) @ head.T * head.shape[1] ** -0.5
    scores = scores + window.linear("syntax.arc_prior", head).T
    np.fill_diagonal(scores, window.linear("syntax.root", dependent)[:, 0])
    scores[sentence[:, None] != sentence[None, :]] += FAR
    return scores


def _relation(window: Pass) -> Integers:
    dependent = window.narrow("syntax.rel_dependent", window["for syntax"])
    head = window.narrow("syntax.rel_head", window["for syntax"])[window["arcs"].argmax(axis=-1)]
    paired = window.linear("syntax.rel_pair", dependent).reshape(len(head), -1, head.shape[1])
    scores = (paired @ head[:, :, None])[:, :, 0] * head.shape[1] ** -0.5
    both = np.concatenate([dependent, head], axis=-1)
    best: Integers = (scores + window.linear("syntax.rel_both", both)).argmax(axis=-1)
    return best


def _entity(window: Pass) -> Floats:
    return log_softmax(window.linear("entity", window["for entity"]))


# ------------------------------------------------------------------ attribution
def _cue(window: Pass) -> Floats:
    return softmax(window.linear("cue", window["for attribution"]))


def _rows(window: Pass) -> Integers:
    return np.flatnonzero(_chosen(1.0 - window["cue"][:, 0] > CUE))


def _link(window: Pass) -> Floats:
    x, rows, sentence = window["for attribution"], window["rows"], window["sentence"]
    role = window.narrow("link.role", x)
    pair = window.linear("link.pair", window.narrow("link.cue", x[rows])).reshape(len(rows), 2, -1)
    scores: Floats = (pair @ role.T * role.shape[1] ** -0.5).swapaxes(1, 2)
    scores = scores + window.linear("link.prior", role)
    scores = scores + window.apart("link.distance", np.arange(len(x)) - rows[:, None])
    return scores + window.apart("link.sentences", sentence - sentence[rows][:, None])


# ------------------------------------------------------------------ predicates
def _predicate(window: Pass) -> Floats:
    odds = window.linear("predicate", window["for act"])[:, 0]
    chance: Floats = 0.5 * (1.0 + np.tanh(0.5 * odds))  # the logistic function, without overflow
    return chance


def _pairs(window: Pass) -> Integers:
    likely, sentence = _chosen(window["predicate"] > ACT), window["sentence"]
    return np.argwhere(likely[:, None] & (sentence[:, None] == sentence[None, :]))


def _role(window: Pass) -> Floats:
    x, (predicate, word) = window["for act"], window["pairs"].T
    head, labels = window["arcs"].argmax(axis=1), len(window.weight("syntax.rel_both.bias"))
    codes, branch = _paths(head, window["relation"], predicate, word, labels)
    known_gate, known = np.split(window.linear("roles.lexical", window["words"][0]), 2, axis=-1)
    gate = (window.linear("roles.gate", x) + known_gate)[predicate]
    own = (window.linear("roles.predicate", x) + known)[predicate]
    away = window.apart("roles.distance", word - predicate)
    seen = window.weight("roles.path.weight")[codes].sum(axis=1)
    states = window.linear("roles.word", x)[word] + (x @ window.weight("roles.branch.weight").T)[branch]
    hidden = states * (1.0 + gate) + own + away + seen
    return log_softmax(window.linear("roles.label", gelu(hidden)))


def _paths(
    head: Integers, relation: Integers, predicate: Integers, word: Integers, labels: int
) -> tuple[Integers, Integers]:
    """Return how a word hangs below a predicate, its head and that one's head, [pairs, 3]; and its branch."""
    above = climbed(head, CLIMB)
    way, by = above[word], relation[above][word]
    every = np.arange(len(word))
    codes, branch = [], word
    for level in reversed(range(LEVELS)):
        met = way == above[predicate, level][:, None]
        step = np.where(met.any(axis=1), met.argmax(axis=1), CLIMB + 1)
        last = by[every, np.clip(step - 1, 0, CLIMB)]
        last = np.where((step == 0) | (step > CLIMB), labels, last)
        kind = np.where(step > CLIMB, WAYS - 1, np.minimum(step, WAYS - 2))
        codes.append((level * WAYS + kind) * (labels + 1) + last)
        below = way[every, np.clip(step - 1, 0, CLIMB)]
        branch = np.where(step > CLIMB, branch, np.where(step == 0, word, below))
    return np.stack(codes, axis=1), branch


def _factuality(window: Pass) -> Floats:
    return window.linear("factuality.2", window.narrow("factuality", window["for act"]))[:, 0]


# ------------------------------------------------------------------ mentions
def _nominal(window: Pass) -> Floats:
    return log_softmax(window.linear("nominal", window["for mention"]))


def _mentions(window: Pass) -> Integers:
    return np.flatnonzero(_chosen(1.0 - np.exp(window["nominal"][:, 0]) > MENTION))


def _later(window: Pass) -> Floats:
    x = window["for mention"][window["mentions"]]
    vector = window.linear("coreference.later.0", x)
    vector = vector * float(vector.shape[1] ** -0.5)
    return np.concatenate([vector, window.linear("coreference.new", x), np.ones_like(x[:, :1])], axis=1)


def _earlier(window: Pass) -> Floats:
    x = window["for mention"][window["mentions"]]
    vector = window.linear("coreference.earlier.0", x)
    return np.concatenate([vector, np.ones_like(x[:, :1]), window.linear("coreference.taken", x)], axis=1)


# ------------------------------------------------------------------ types of events
def _deed(window: Pass) -> Floats:
    own = window.linear("deeds.own", window["for deed"])
    known = window.linear("deeds.known", window["words"][0])
    return log_softmax(window.linear("deeds.label", gelu(own + known)))


Step = Callable[[Pass], Array]
STEPS: dict[str, Step] = {
    "states": _states,
    "encoded": _encoded,
    "words": _words,
    **{f"for {name}": _mix(name) for name in ("syntax", "entity", "attribution", "act", "mention", "deed")},
    "upos": _tag("upos"),
    "xpos": _tag("xpos"),
    "entity": _entity,
    "cue": _cue,
    "arcs": _arcs,
    "relation": _relation,
    "rows": _rows,
    "link": _link,
    "predicate": _predicate,
    "pairs": _pairs,
    "role": _role,
    "factuality": _factuality,
    "nominal": _nominal,
    "mentions": _mentions,
    "later": _later,
    "earlier": _earlier,
    "deed": _deed,
}
