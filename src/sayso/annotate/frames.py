"""From scores to attributions: cues first, then for each cue its source and its content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from sayso.annotate.confidence import confidence, features
from sayso.annotate.engine import Scores

Range = tuple[int, int]
Floats = NDArray[np.float32]

NONE, SOURCE, CONTENT = range(3)
_NEVER = -50.0
_MUTE = frozenset((",", ".", ";", ":", "-", "--", "–", "—", "…", "..."))
_THAT = frozenset(("that", "That"))
_MARKS = _MUTE | frozenset("!?()[]\"“”‘’'`") | {"``", "''"}
_OPENERS = frozenset(("to", "whether", "if", "how", "why", "what", "when", "where", "who")) | frozenset(
    (
        "a",
        "an",
        "the",
        "any",
        "his",
        "her",
        "its",
        "their",
        "both",
        "all",
        "no",
        "some",
        "every",
        "each",
        "more",
    )
)


@dataclass(frozen=True)
class Decoder:
    """Thresholds, tuned on data the model was not trained on.

    ``cue`` is the least probability of a cue, ``inner`` of its further words. ``switch`` is the
    price in log-odds of changing from role to role; ``hard`` that of changing into or out of a
    content elsewhere than at a mark of punctuation or at the cue. ``source`` and ``content`` are
    added to the log-odds of those roles. ``gap`` joins pieces of content no more words apart.
    ``nested`` is the least probability of a cue inside another attribution's content, and of its
    further words: less, since such cues are taught by few and made-up examples. ``sure`` are the
    weights of `confidence`; without them a frame is as sure as its cue. Outermost frames less sure
    than ``least`` are mostly wrong and dropped.
    """

    cue: float = 0.6
    inner: float = 0.5
    switch: float = 0.25
    hard: float = 4.0
    source: float = 0.4
    content: float = 0.0
    gap: float = 2.0
    nested: float = 0.5
    least: float = 0.0
    sure: tuple[float, ...] = ()

    @classmethod
    def of(cls, given: Mapping[str, float], sure: Sequence[float] = ()) -> Decoder:
        """Take the settings that are known from ``given``, and the weights of confidence."""
        names = [f.name for f in fields(cls) if f.name in given and f.name != "sure"]
        return cls(**{name: given[name] for name in names}, sure=tuple(sure))


@dataclass(frozen=True)
class Found:
    """One attribution in word ranges of the whole text.

    ``score`` is its `confidence`, worked out from what is ``weighed``.
    """

    cue: tuple[Range, ...]
    source: tuple[Range, ...]
    content: tuple[Range, ...]
    score: float
    weighed: tuple[float, ...] = ()

    def moved(self, by: int) -> Found:
        """Return the frame with its words counted from ``by`` words earlier."""

        def shifted(role: tuple[Range, ...]) -> tuple[Range, ...]:
            return tuple((a + by, b + by) for a, b in role)

        return replace(
            self, cue=shifted(self.cue), source=shifted(self.source), content=shifted(self.content)
        )


def frames(
    scores: list[Scores], forms: list[str], decoder: Decoder, fences: Sequence[int] = ()
) -> list[Found]:
    """Decode every window of a text; frames come in the order of their cues.

    No frame reaches across a fence, which stands before the word of that number.
    """
    found: list[Found] = []
    for one in scores:
        first = one.window.first
        text = _Text(one, forms[first : one.window.last], [fence - first for fence in fences], decoder)
        seen = text.frames(_cues(one.cue, decoder.cue, decoder.inner))
        outer = [frame for frame in seen if frame.score >= decoder.least]
        inner = text.frames(_within(outer, _cues(one.cue, decoder.nested, decoder.nested)))
        found.extend(frame.moved(first) for frame in sorted([*outer, *inner], key=_place))
    return found


class _Text:
    """One window's words while it is decoded."""

    def __init__(self, scores: Scores, words: list[str], fences: list[int], decoder: Decoder) -> None:
        self.scores, self.words, self.fences, self.decoder = scores, words, fences, decoder
        self.borders = _borders(words)

    def frames(self, cues: Iterable[tuple[Range, float]]) -> list[Found]:
        """Decode the given cues; those without a content are dropped."""
        found = []
        for cue, p in cues:
            odds = _fenced(_odds(self.scores, cue), cue[0], self.fences)
            frame = _frame(odds, cue, p, self.words, self.borders | {*cue}, self.decoder)
            if frame.content:
                found.append(frame)
        return found


def _place(frame: Found) -> Range:
    return frame.cue[0]


def _within(frames: list[Found], cues: Iterable[tuple[Range, float]]) -> Iterator[tuple[Range, float]]:
    """Yield the cues that lie in a frame's content and touch no frame's cue."""
    taken = {i for frame in frames for i in range(*frame.cue[0])}
    for cue, p in cues:
        inside = any(a <= cue[0] and cue[1] <= b for frame in frames for a, b in frame.content)
        if inside and not taken.intersection(range(*cue)):
            yield cue, p


def _borders(words: list[str]) -> frozenset[int]:
    """Return the places between words where a content may well start or end: beside punctuation."""
    marks = [i for i, word in enumerate(words) if word in _MARKS]
    return frozenset(marks) | {i + 1 for i in marks}


def _cues(probabilities: Floats, least: float, inner: float) -> Iterator[tuple[Range, float]]:
    """Yield cue spans with their probability: runs of words likelier than ``inner``.

    A new one begins where a word is likelier to be a cue's first than a further one; of its words
    one must reach ``least``.
    """
    inside = 1.0 - probabilities[:, 0]
    run: list[int] = []
    for word in [*np.flatnonzero(inside > inner).tolist(), -1]:
        if run and (word != run[-1] + 1 or probabilities[word, 1] > probabilities[word, 2]):
            best = float(inside[run[0] : run[-1] + 1].max())
            if best >= least:
                yield (run[0], run[-1] + 1), best
            run = []
        run.append(word)


def _odds(scores: Scores, cue: Range) -> Floats:
    """Return the log-odds [words, 2] of source and content for one cue, none of them at the cue."""
    first, last = np.searchsorted(scores.rows, cue)
    odds: Floats = scores.link[first:last].mean(axis=0)
    odds[cue[0] : cue[1]] = _NEVER
    return odds


def _fenced(odds: Floats, cue: int, fences: list[int]) -> Floats:
    """Rule out the words beyond the fences to either side of a cue."""
    for fence in fences:
        if fence <= cue:
            odds[: max(0, fence)] = _NEVER
        else:
            odds[fence:] = _NEVER
    return odds


def _frame(
    odds: Floats, cue: Range, p: float, words: list[str], soft: frozenset[int], decoder: Decoder
) -> Found:
    """Decode one cue within its window."""
    handicap = np.asarray((decoder.source, decoder.content), dtype=odds.dtype)
    runs = _runs(odds + handicap, soft, decoder)
    source = _best([(a, b) for a, b, role in runs if role == SOURCE], odds[:, 0])
    pieces = [(a, b) for a, b, role in runs if role == CONTENT]
    held = {i for a, b in [cue, *source] for i in range(a, b)}
    joined = _joined(pieces, words, held, int(decoder.gap))
    held.update(i for a, b in joined for i in range(a, b))
    trimmed = (_trim(words, *_opened(words, piece, held)) for piece in joined)
    content = [(a, b) for a, b in trimmed if a < b]
    weighed = features(odds, cue, p, source, content)
    sure = confidence(decoder.sure, weighed) if decoder.sure else p
    return Found((cue,), tuple(source), tuple(content), round(sure, 4), tuple(weighed))


def _runs(odds: Floats, soft: frozenset[int], decoder: Decoder) -> list[tuple[int, int, int]]:
    """Return the best roles under a price for every change, as ``(first, last, role)`` runs.

    The search (Viterbi) is over stretches on which one role is best on every word; changing inside
    such a stretch hardly ever pays.
    """
    table = np.concatenate((np.zeros((len(odds), 1), dtype=odds.dtype), odds), axis=1)
    best = table.argmax(axis=1)
    starts = [0, *(np.flatnonzero(best[1:] != best[:-1]) + 1).tolist()]
    sums = np.add.reduceat(table, starts, axis=0).tolist()
    path = _viterbi(sums, [start in soft for start in starts], decoder)
    found: list[tuple[int, int, int]] = []
    for a, b, role in zip(starts, [*starts[1:], len(odds)], path, strict=True):
        if role != NONE and found and found[-1][1:] == (a, role):
            found[-1] = (found[-1][0], b, role)
        elif role != NONE:
            found.append((a, b, role))
    return found


def _viterbi(sums: list[list[float]], soft: list[bool], decoder: Decoder) -> list[int]:
    """Return the best state of each stretch, given what each state is worth there."""
    low = decoder.switch
    none, source, content = sums[0]
    back: list[tuple[int, int, int]] = []
    for gains, at_border in zip(sums[1:], soft[1:], strict=True):
        dear = content - (low if at_border else decoder.hard)
        best = NONE if none >= source else SOURCE
        top = none if none >= source else source
        other = max(top - low, dear)
        came = best if top - low >= dear else CONTENT
        into = top - (low if at_border else decoder.hard)
        back.append(
            (
                NONE if none >= other else came,
                SOURCE if source >= other else came,
                CONTENT if content >= into else best,
            )
        )
        none = max(none, other) + gains[NONE]
        source = max(source, other) + gains[SOURCE]
        content = max(content, into) + gains[CONTENT]
    last = [none, source, content]
    path = [last.index(max(last))]
    for step in reversed(back):
        path.append(step[path[-1]])
    return path[::-1]


def _best(runs: list[Range], odds: Floats) -> list[Range]:
    """Keep the strongest run: sources in two pieces hardly exist."""
    if len(runs) < 2:
        return runs
    return [max(runs, key=lambda run: float(odds[run[0] : run[1]].sum()))]


def _joined(runs: list[Range], words: list[str], held: set[int], gap: int) -> list[Range]:
    """Join pieces of content with little between them, unless the cue or the source stands there."""
    out: list[Range] = []
    for a, b in runs:
        between = range(out[-1][1], a) if out else range(0)
        small = len(between) <= gap or all(words[i] in _MUTE for i in between)
        if out and small and not held.intersection(between):
            out[-1] = (out[-1][0], b)
        else:
            out.append((a, b))
    return out


def _opened(words: list[str], piece: Range, held: set[int]) -> Range:
    """Take in the small words that open a clause or a noun phrase: they belong to what follows."""
    a, b = piece
    while a > 0 and a - 1 not in held and words[a - 1].lower() in _OPENERS:
        a -= 1
    return a, b


def _trim(words: list[str], a: int, b: int) -> Range:
    """Drop what stands around a content: stray marks before and after it, "that" before it."""
    while a < b and (words[a] in _MUTE or (words[a] in _THAT and b - a > 1)):
        a += 1
    while a < b and words[b - 1] in _MUTE:
        b -= 1
    return a, b
