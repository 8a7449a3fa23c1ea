"""Whole sentences packed into windows that the encoder reads at once, each word exactly once."""

from __future__ import annotations

from collections.abc import Sequence

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
    found: list[tuple[int, int]] = []
    first, count = 0, len(sizes)
    while first < count:
        full = _fill(sizes, first, room)
        last = full if full == count else _border(sizes, sentence, paragraph, first, full, room)
        found.append((first, last))
        first = last
    return found


def _fill(sizes: Sequence[int], first: int, room: int) -> int:
    """Return the end of the longest run from ``first`` that fits; at least one word."""
    used, last = 0, first
    while last < len(sizes) and (used + sizes[last] <= room or last == first):
        used += sizes[last]
        last += 1
    return last


def _border(
    sizes: Sequence[int],
    sentence: Sequence[int],
    paragraph: Sequence[int],
    first: int,
    full: int,
    room: int,
) -> int:
    """Return the best place at or before ``full`` to end the window that starts at ``first``."""
    used = sum(sizes[first:full])
    best = full
    for last in range(full, first, -1):
        if best == full and sentence[last] != sentence[last - 1]:
            best = last
        if 2 * used >= room and paragraph[last] != paragraph[last - 1]:
            return last
        if 2 * used < room and (best < full or sentence[full] != sentence[full - 1]):
            return best
        used -= sizes[last - 1]
    return best
