"""Spans keep to the text they point into."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.spans import covers, covers_all, joined, length, meet, overlaps, quoted, shared, trimmed, without

SPAN = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: (pair[0], pair[0] + pair[1]))
SPANS = st.lists(SPAN, max_size=8)


def test_overlap_needs_a_shared_character() -> None:
    assert overlaps((0, 5), (4, 9))
    assert not overlaps((0, 5), (5, 9))


def test_nothing_is_not_covered() -> None:
    assert not covers_all([(0, 9)], [])
    assert covers_all([(0, 9)], [(1, 2), (8, 9)])
    assert not covers_all([(0, 4), (5, 9)], [(3, 6)])


@given(SPANS)
def test_joining_keeps_every_character_and_leaves_no_overlap(spans: list[tuple[int, int]]) -> None:
    pieces = joined(spans)

    assert {at for start, end in spans for at in range(start, end)} == {
        at for start, end in pieces for at in range(start, end)
    }
    assert all(left[1] < right[0] for left, right in pairwise(pieces))
    assert length(pieces) == len({at for start, end in spans for at in range(start, end)})


def test_joining_over_blanks_wants_the_text() -> None:
    assert joined([(0, 3), (4, 7)], "one two") == ((0, 7),)
    assert joined([(0, 3), (4, 7)], "one,two") == ((0, 3), (4, 7))


@given(st.text(max_size=40), st.data())
def test_trimming_never_leaves_the_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    low, high = trimmed(text, (start, end))

    assert start <= low <= high <= end
    assert text[low:high] == text[low:high].strip(" \t\r\n,;")


def test_quoting_joins_pieces_with_an_ellipsis() -> None:
    assert quoted("he said no", [(0, 2), (8, 10)]) == "he … no"
    assert covers([(0, 4)], (1, 2))


@given(SPANS, SPANS)
def test_what_lies_in_a_zone_and_what_lies_outside_are_all_of_it(spans, zone) -> None:
    spans, zone = joined(spans), joined(zone)
    inside, outside = meet(spans, zone), without(spans, zone)

    assert length(inside) + length(outside) == length(spans)
    assert all(covers(zone, span) for span in inside)
    assert not any(overlaps(span, hole) for span in outside for hole in zone)
    assert shared(spans, zone) == length(inside) / max(length(spans), length(zone), 1)
