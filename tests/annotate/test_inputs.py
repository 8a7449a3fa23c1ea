"""The arrays a window is made of."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate import features
from sayso.annotate.engine import FOLDER
from sayso.annotate.inputs import Window, cut, prepare
from sayso.annotate.pieces import CLS, SEP, Pieces
from sayso.annotate.sentences import paragraphs
from sayso.annotate.tokens import tokens
from sayso.annotate.windows import PIECES

KNOWN = Pieces(FOLDER / "pieces.json")


def cut_up(text: str) -> list[Window]:
    return cut(prepare(tokens(text, paragraphs(text)), KNOWN))


def test_a_window_stands_between_its_marks() -> None:
    (window,) = cut_up("Iran said no.")

    assert (window.ids[0], window.ids[-1]) == (CLS, SEP)
    assert window.index.tolist() == [1, 2, 3, 4]


def test_the_index_points_at_first_pieces() -> None:
    (window,) = cut_up("Ghaani said no.")

    ids = KNOWN.ids(["Ghaani", "said"])
    assert window.ids[window.index[1]] == ids[1][0]
    assert window.index[1] == 1 + len(ids[0])


def test_features_are_told_of_every_piece() -> None:
    (window,) = cut_up("Ghaani said “no”.")

    assert window.case[1 : window.index[1]].tolist() == [features.TITLE] * (window.index[1] - 1)
    assert window.quote[window.index[2]] == features.OPENING
    assert window.case[0] == features.CASES


def test_borders_are_marked() -> None:
    (window,) = cut_up("One.\n\nTwo came. Three left.")

    first = {0: features.PARAGRAPH_START, 2: features.PARAGRAPH_START, 5: features.SENTENCE_START}
    assert {i: window.border[window.index[i]] for i in first} == first


@given(st.text(alphabet="aB. \n“”x,1", max_size=3000))
def test_windows_cover_each_word_once_and_fit(text: str) -> None:
    windows = cut_up(text)

    count = len(tokens(text, paragraphs(text)))
    assert [i for w in windows for i in range(w.first, w.last)] == list(range(count))
    for window in windows:
        sizes = {len(window.ids), len(window.case), len(window.quote), len(window.border)}
        assert len(sizes) == 1
        assert sizes.pop() <= PIECES
        assert len(window.index) == len(window.sentence) == window.last - window.first
        assert np.all(np.diff(window.index) > 0)
