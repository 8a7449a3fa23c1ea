"""How sure a frame is: the chance that its source, cue and content all share half of what an annotator marks.

A logistic model over what the engine's heads say of the frame, in the manner of Platt (1999), fitted on
articles the engine was not trained on. Its few weights lie beside the decoder's thresholds.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Range = tuple[int, int]

FEATURES = (
    "bias", "cue", "content", "source", "content words", "source words", "unsourced", "length", "cue length",
)  # fmt: skip
_FLOOR = 1e-3


def features(
    odds: Floats, cue: Range, chance: float, source: Sequence[Range], content: Sequence[Range]
) -> list[float]:
    """
    What is weighed, in the order of `FEATURES`.

    Args:
        odds: Log-odds [words, 2] that a word is the cue's source or content, against neither.
        cue: The cue's words.
        chance: The probability of the cue.
        source: The words read as its source, if any.
        content: The words read as its content.
    """
    table = np.concatenate((np.zeros((len(odds), 1)), odds.astype(np.float64)), axis=1)
    logs = table - np.log(np.exp(table).sum(axis=1, keepdims=True))
    said, told = _words(source), _words(content)
    shares = np.exp(logs)
    return [
        1.0,
        math.log((chance + _FLOOR) / (1.0 - chance + _FLOOR)),
        math.log(_overlap(shares[:, 2], told) + _FLOOR),
        math.log((_overlap(shares[:, 1], said) if said else max(0.0, 1.0 - shares[:, 1].sum() / 2)) + 1e-2),
        float(logs[told, 2].mean()) if told else -5.0,
        float(logs[said, 1].mean()) if said else 0.0,
        float(not said),
        math.log1p(len(told)),
        float(min(cue[1] - cue[0], 6)),
    ]


def confidence(weights: Sequence[float], weighed: Sequence[float]) -> float:
    """The chance, 0 to 1; weights as many as there are `FEATURES`."""
    score = sum(w * x for w, x in zip(weights, weighed, strict=True))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


def _words(ranges: Sequence[Range]) -> list[int]:
    return [i for first, last in ranges for i in range(first, last)]


def _overlap(shares: NDArray[np.float64], chosen: list[int]) -> float:
    """Intersection over union as it is to be expected, each word being of the role by its share."""
    inside = float(shares[chosen].sum())
    return inside / max(len(chosen) + float(shares.sum()) - inside, _FLOOR)
