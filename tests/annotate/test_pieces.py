"""Word pieces: some for every word, and not too many."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.engine import FOLDER
from sayso.annotate.pieces import UNKNOWN, Pieces
from sayso.annotate.windows import WORD_PIECES

PIECES = Pieces(FOLDER / "pieces.json")


def test_case_makes_no_difference_to_pieces() -> None:
    assert PIECES.ids(["Iran"]) == PIECES.ids(["iran"])


def test_a_rare_word_is_several_pieces() -> None:
    (ids,) = PIECES.ids(["Ghaani"])

    assert len(ids) > 1


def test_a_word_without_letters_that_are_known_is_unknown() -> None:
    assert PIECES.ids(["\u200b", "☃\ufe0f"])[0] == [UNKNOWN]


@given(st.lists(st.text(min_size=1, max_size=200), max_size=20))
def test_every_word_has_pieces_and_few(forms: list[str]) -> None:
    found = PIECES.ids(forms)

    assert len(found) == len(forms)
    assert all(1 <= len(ids) <= WORD_PIECES for ids in found)


def test_what_was_read_before_makes_no_difference() -> None:
    fresh = Pieces(FOLDER / "pieces.json")
    forms = ["Iran", "said", "Ghaani"]

    assert fresh.ids(forms) == fresh.ids(forms) == PIECES.ids(forms)
