"""Windows: every word once, none too large, ended at the best border there is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.windows import WORD_PIECES, windows

Text = tuple[list[int], list[int], list[int]]


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """Sizes, sentence numbers and paragraph numbers of some words."""
    words = draw(
        st.lists(st.tuples(st.integers(1, WORD_PIECES), st.sampled_from("  .|")), min_size=1, max_size=200)
    )
    sizes, sentence, paragraph = [], [], []
    s = p = 0
    for size, after in words:
        sizes.append(size)
        sentence.append(s)
        paragraph.append(p)
        s += after in ".|"
        p += after == "|"
    return sizes, sentence, paragraph


@given(texts(), st.integers(WORD_PIECES, 100))
def test_windows_cover_each_word_exactly_once(text: Text, room: int) -> None:
    found = windows(*text, room=room)

    assert [i for first, last in found for i in range(first, last)] == list(range(len(text[0])))


@given(texts(), st.integers(WORD_PIECES, 100))
def test_no_window_holds_more_than_there_is_room_for(text: Text, room: int) -> None:
    assert all(sum(text[0][first:last]) <= room for first, last in windows(*text, room=room))


@given(texts(), st.integers(WORD_PIECES, 100))
def test_a_sentence_is_cut_only_where_it_does_not_fit(text: Text, room: int) -> None:
    sizes, sentence, _ = text
    for first, last in windows(*text, room=room):
        if last < len(sizes) and sentence[last] == sentence[last - 1]:
            assert sentence[first] == sentence[last]


def test_a_window_ends_at_a_paragraph_where_that_leaves_it_half_full() -> None:
    sizes, sentence, paragraph = [1] * 12, [0] * 4 + [1] * 3 + [2] * 5, [0] * 7 + [1] * 5

    assert windows(sizes, sentence, paragraph, room=10) == [(0, 7), (7, 12)]


def test_a_window_ends_at_a_sentence_where_the_paragraph_is_too_short() -> None:
    sizes, sentence, paragraph = [1] * 12, [0] * 3 + [1] * 6 + [2] * 3, [0] * 3 + [1] * 9

    assert windows(sizes, sentence, paragraph, room=10) == [(0, 9), (9, 12)]


def test_no_words_no_windows() -> None:
    assert windows([], [], []) == []
