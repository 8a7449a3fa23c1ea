"""Whole sentences packed into windows that the encoder reads at once, each word exactly once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

PIECES = 256  # with [CLS] and [SEP]
WORD_PIECES = 12  # a longer word (a URL, a line of one letter) is cut to its first pieces


def windows(
    sizes: Sequence[int],
    sentence: Sequence[int],
    paragraph: Sequence[int],
    *,
    room: int = PIECES - 2,
) -> list[tuple[int, int]]:
    """Return word ranges ``[first, last)`` that tile the words, each of at most ``room`` pieces.

    ``sizes`` are pieces a word, ``sentence`` and ``paragraph`` the index of the one each word
    stands in. A window ends at the last paragraph border that leaves it at least half full, else
    at the last sentence border, else (a sentence longer than a window) where it is full.
    """
    ends = list(accumulate(sizes, initial=0))
    found: list[tuple[int, int]] = []
    first, count = 0, len(sizes)
    while first < count:
        full = max(first + 1, bisect_right(ends, ends[first] + room) - 1)
        last = full if full >= count else _border(ends, sentence, paragraph, first, full, room)
        found.append((first, last))
        first = last
    return found


def _border(
    ends: Sequence[int],
    sentence: Sequence[int],
    paragraph: Sequence[int],
    first: int,
    full: int,
    room: int,
) -> int:
    """Return the best place at or before ``full`` to end the window that starts at ``first``."""
    best = full
    for last in range(full, first, -1):
        if best == full and sentence[last] != sentence[last - 1]:
            best = last
        half = 2 * (ends[last] - ends[first]) >= room
        if half and paragraph[last] != paragraph[last - 1]:
            return last
        if not half and (best < full or sentence[full] != sentence[full - 1]):
            return best
    return best
