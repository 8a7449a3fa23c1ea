"""From scores to attributions: cues first, then for each cue its source and its content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.annotate.engine import Scores

Range = tuple[int, int]
Floats = NDArray[np.float32]

NONE, SOURCE, CONTENT = range(3)
_MUTE = frozenset((",", ".", ";", ":", "-", "--", "–", "—", "…", "..."))
_THAT = frozenset(("that", "That"))


@dataclass(frozen=True)
class Decoder:
    """Thresholds, tuned on data the model was not trained on.

    ``cue`` is the least probability of a cue, ``inner`` of its further words. ``switch`` is the
    price in log-odds of a role's starting or stopping, ``far`` a handicap of roles against none.
    ``gap`` joins pieces of content no more words apart.
    """

    cue: float = 0.4
    inner: float = 0.35
    switch: float = 1.5
    source: float = 0.0
    content: float = 0.0
    gap: float = 1.0

    @classmethod
    def of(cls, given: dict[str, float]) -> Decoder:
        """Take the settings that are known from ``given``."""
        return cls(**{f.name: given[f.name] for f in fields(cls) if f.name in given})


@dataclass(frozen=True)
class Found:
    """One attribution in word ranges of the whole text; ``score`` is the cue's probability."""

    cue: tuple[Range, ...]
    source: tuple[Range, ...]
    content: tuple[Range, ...]
    score: float


def frames(scores: list[Scores], forms: list[str], decoder: Decoder) -> list[Found]:
    """Decode every window of a text; frames come in the order of their cues."""
    cues = [(s, cue, p) for s in scores for cue, p in _cues(s.cue, decoder)]
    if not cues:
        return []
    roles = _roles([_row(s, cue, decoder) for s, cue, _ in cues], decoder.switch)
    found = []
    for (s, cue, p), role in zip(cues, roles, strict=True):
        frame = _frame(s, cue, p, role, forms, decoder)
        if frame.content:
            found.append(frame)
    return found


def _cues(probabilities: Floats, decoder: Decoder) -> Iterator[tuple[Range, float]]:
    """Yield cue spans: runs of likely words, a new one where a first word is likelier."""
    inside = 1.0 - probabilities[:, 0]
    starts = probabilities[:, 1] > probabilities[:, 2]
    words = np.flatnonzero(inside > decoder.inner).tolist()
    run: list[int] = []
    for word in [*words, -1]:
        if run and (word != run[-1] + 1 or starts[word]):
            best = float(inside[run[0] : run[-1] + 1].max())
            if best >= decoder.cue:
                yield (run[0], run[-1] + 1), best
            run = []
        run.append(word)


def _row(scores: Scores, cue: Range, decoder: Decoder) -> Floats:
    """Return the scores [words, 3] of none, source and content for one cue."""
    odds = scores.link[cue[0] : cue[1]].mean(axis=0)
    row = np.zeros((len(odds), 3), dtype=np.float32)
    row[:, SOURCE] = odds[:, 0] + decoder.source
    row[:, CONTENT] = odds[:, 1] + decoder.content
    row[cue[0] : cue[1], 1:] = -50.0
    return row


def _roles(rows: list[Floats], switch: float) -> list[NDArray[np.int64]]:
    """Return the best role of each word under a price for every change of role (Viterbi).

    All cues run side by side, so the loop is as long as the longest window, not as all of them.
    """
    longest = max(map(len, rows))
    table = np.zeros((len(rows), longest, 3), dtype=np.float32)
    for i, row in enumerate(rows):
        table[i, : len(row)] = row
    price = switch * (1.0 - np.eye(3, dtype=np.float32))
    best = table[:, 0]
    back = np.zeros((longest, len(rows), 3), dtype=np.int64)
    for w in range(1, longest):
        ways = best[:, :, None] - price
        back[w] = ways.argmax(axis=1)
        best = ways.max(axis=1) + table[:, w]
    paths = np.zeros((len(rows), longest), dtype=np.int64)
    paths[:, -1] = best.argmax(axis=1)
    every = np.arange(len(rows))
    for w in range(longest - 1, 0, -1):
        paths[:, w - 1] = back[w][every, paths[:, w]]
    return [path[: len(row)] for path, row in zip(paths, rows, strict=True)]


def _frame(
    scores: Scores, cue: Range, p: float, roles: NDArray[np.int64], forms: list[str], decoder: Decoder
) -> Found:
    first = scores.window.first
    words = forms[first : scores.window.last]
    odds = scores.link[cue[0] : cue[1]].mean(axis=0)
    source = _best(_runs(roles == SOURCE), odds[:, 0])
    content = _joined(_runs(roles == CONTENT), words, cue, source, int(decoder.gap))
    trimmed = [t for t in (_trim(words, *c) for c in content) if t[0] < t[1]]

    def moved(ranges: list[Range]) -> tuple[Range, ...]:
        return tuple((a + first, b + first) for a, b in ranges)

    return Found(moved([cue]), moved(source), moved(trimmed), round(p, 4))


def _runs(mask: NDArray[np.bool_]) -> list[Range]:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], mask, [False]))))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _best(runs: list[Range], odds: Floats) -> list[Range]:
    """Keep the strongest run: sources in two pieces hardly exist."""
    if len(runs) < 2:
        return runs
    return [max(runs, key=lambda run: float(odds[run[0] : run[1]].sum()))]


def _joined(runs: list[Range], words: list[str], cue: Range, source: list[Range], gap: int) -> list[Range]:
    """Join pieces of content with little between them, unless the cue or the source stands there."""
    held = {i for a, b in [cue, *source] for i in range(a, b)}
    out: list[Range] = []
    for a, b in runs:
        between = range(out[-1][1], a) if out else range(0)
        if out and not held.intersection(between) and (
            len(between) <= gap or all(words[i] in _MUTE for i in between)
        ):  # fmt: skip
            out[-1] = (out[-1][0], b)
        else:
            out.append((a, b))
    return out


def _trim(words: list[str], a: int, b: int) -> Range:
    """Drop what stands around a content: stray marks before and after it, "that" before it."""
    while a < b and (words[a] in _MUTE or (words[a] in _THAT and b - a > 1)):
        a += 1
    while a < b and words[b - 1] in _MUTE:
        b -= 1
    return a, b


def as_dict(found: Found, spans: list[Range]) -> dict[str, Any]:
    """Return a frame as character spans, the form that scorers read."""
    return {
        role: [[spans[a][0], spans[b - 1][1]] for a, b in getattr(found, role)]
        for role in ("source", "cue", "content")
    }
