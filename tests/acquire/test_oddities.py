"""What is odd about characters: told and kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire.oddities import oddities, storable


def whys(text: str) -> str:
    return "; ".join(note.why for note in oddities(text))


def test_ordinary_text_has_none():
    text = "Muḥammad’s “crushing” response – €3m, café, naïve, Œuvre\n\nSão Paulo, Ürümqi, 北京, москва"

    assert oddities(text) == ()
    assert storable(text) == (text, ())


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("zero\u200bwidth", "hidden characters (1, first U+200B)"),
        ("turned \u202egnirts\u202c", "hidden characters (2, first U+202E)"),
        ("soft\u00adhyphen \ufeff", "hidden characters (2, first U+00AD)"),
        ("tagged \U000e0041", "hidden characters (1, first U+E0041)"),
        ("bell \x07 and \x1b[31mred", "control characters (2, first U+0007)"),
        ("Irаn said", "mixes Latin with Greek or Cyrillic"),
        ("Ghaaniâ€™s Â£3 cafÃ©", "UTF-8 read as Windows-1252 in 3 places"),
    ],
)
def test_each_is_told_and_kept(text, what):
    assert what in whys(text)
    assert storable(text) == (text, ())


def test_a_note_points_at_the_first_place():
    text = "one two\u200bthree"

    assert oddities(text)[0].span == (7, 8)


def test_line_ends_and_tabs_are_nothing_odd():
    assert oddities("a\r\nb\tc\n") == ()


def test_what_cannot_be_stored_is_replaced_one_for_one():
    fixed, notes = storable("a\ud800b\0c\udfff")

    assert fixed == "a\ufffdb\ufffdc\ufffd"
    assert notes[0].why == "3 lone surrogates or NULs, each shown as U+FFFD"


@given(st.text(st.characters(codec=None)))
def test_what_is_storable_can_be_written_and_keeps_its_length(text):
    fixed, notes = storable(text)

    fixed.encode()
    assert len(fixed) == len(text)
    assert bool(notes) == (fixed != text)


@pytest.mark.parametrize("piece", ["â€", "\u200b", "aа", "\x07", "Ã", " "])
def test_a_million_of_anything_takes_no_time(piece):
    assert isinstance(oddities(piece * 1_000_000), tuple)
