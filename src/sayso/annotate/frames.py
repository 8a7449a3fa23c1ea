"""From scores to attributions: cues first, then for each cue its source and its content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from sayso.annotate.engine import Scores

Range = tuple[int, int]
Floats = NDArray[np.float32]

NONE, SOURCE, CONTENT = range(3)
_NEVER = -50.0
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
    found = []
    for one in scores:
        words = forms[one.window.first : one.window.last]
        for cue, p in _cues(one.cue, decoder):
            frame = _frame(_odds(one, cue), cue, p, words, decoder, one.window.first)
            if frame.content:
                found.append(frame)
    return found


def _cues(probabilities: Floats, decoder: Decoder) -> Iterator[tuple[Range, float]]:
    """Yield cue spans: runs of likely words, a new one where a first word is likelier."""
    inside = 1.0 - probabilities[:, 0]
    words = np.flatnonzero(inside > decoder.inner).tolist()
    run: list[int] = []
    for word in [*words, -1]:
        if run and (word != run[-1] + 1 or probabilities[word, 1] > probabilities[word, 2]):
            best = float(inside[run[0] : run[-1] + 1].max())
            if best >= decoder.cue:
                yield (run[0], run[-1] + 1), best
            run = []
        run.append(word)


def _odds(scores: Scores, cue: Range) -> Floats:
    """Return the log-odds [words, 2] of source and content for one cue, none of them at the cue."""
    first, last = np.searchsorted(scores.rows, cue)
    odds: Floats = scores.link[first:last].mean(axis=0)
    odds[cue[0] : cue[1]] = _NEVER
    return odds


def _frame(odds: Floats, cue: Range, p: float, words: list[str], decoder: Decoder, first: int) -> Found:
    handicap = np.asarray((decoder.source, decoder.content), dtype=odds.dtype)
    runs = _runs(odds + handicap, decoder.switch)
    source = _best([(a, b) for a, b, role in runs if role == SOURCE], odds[:, 0])
    pieces = [(a, b) for a, b, role in runs if role == CONTENT]
    content = _joined(pieces, words, cue, source, int(decoder.gap))
    trimmed = [t for t in (_trim(words, *c) for c in content) if t[0] < t[1]]

    def moved(ranges: list[Range]) -> tuple[Range, ...]:
        return tuple((a + first, b + first) for a, b in ranges)

    return Found(moved([cue]), moved(source), moved(trimmed), round(p, 4))


def _runs(odds: Floats, price: float) -> list[tuple[int, int, int]]:
    """Return the best roles under a price for every change, as ``(first, last, role)`` runs.

    Where one role is best on every word of a stretch, changing inside it is never better than
    changing at its ends, so the search (Viterbi) is over stretches instead of words.
    """
    table = np.concatenate((np.zeros((len(odds), 1), dtype=odds.dtype), odds), axis=1)
    best = table.argmax(axis=1)
    edges = np.flatnonzero(best[1:] != best[:-1]) + 1
    starts = [0, *edges.tolist()]
    sums = np.add.reduceat(table, starts, axis=0).tolist()
    path = _viterbi(sums, price)
    ends = [*starts[1:], len(odds)]
    found: list[tuple[int, int, int]] = []
    for a, b, role in zip(starts, ends, path, strict=True):
        if role != NONE and found and found[-1][1:] == (a, role):
            found[-1] = (found[-1][0], b, role)
        elif role != NONE:
            found.append((a, b, role))
    return found


def _viterbi(sums: list[list[float]], price: float) -> list[int]:
    """Return the best state of each stretch, given what each state is worth there."""
    total = sums[0]
    back: list[list[int]] = []
    for gains in sums[1:]:
        top = total.index(max(total))
        changed = total[top] - price
        back.append([state if worth >= changed else top for state, worth in enumerate(total)])
        total = [max(worth, changed) + gain for worth, gain in zip(total, gains, strict=True)]
    path = [total.index(max(total))]
    for step in reversed(back):
        path.append(step[path[-1]])
    return path[::-1]


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
