"""What a terminal may be sent."""

from __future__ import annotations

import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.publish.terminal import Style, columns, padded, shortened, style_for, visible, wrapped

ANY_TEXT = st.text(st.characters(), max_size=200)
BIDI = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@given(ANY_TEXT)
def test_no_control_character_and_no_bidi_control_ever_comes_out(text: str) -> None:
    shown = visible(text)

    assert not any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in shown)
    assert not set(BIDI) & set(shown)


@given(ANY_TEXT)
def test_what_is_made_visible_once_stays_as_it_is(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b]0;owned\x07", "␛]0;owned␇"),
        ("\x1b[31mred", "␛[31mred"),
        ("a\u202eb", "a‹U+202E›b"),
        ("zero\u200bwidth", "zero‹U+200B›width"),
        ("tag\U000e0041", "tag‹U+E0041›"),
        ("\x9b31m", "‹U+009B›31m"),
        ("\x7f", "␡"),
        ("half \ud83d pair", "half � pair"),
        ("one\r\ntwo\tthree", "one  two three"),
        ("no\xa0break", "no break"),
    ],
)
def test_hidden_things_are_shown(raw: str, shown: str) -> None:
    assert visible(raw) == shown


@pytest.mark.parametrize("text", ["می‌خواهم", "क्‍ष", "שלום", "Ελλάδα – “quoted”", "日本語", "co\xadoperate"])
def test_letters_of_any_script_and_their_joiners_stay(text: str) -> None:
    assert visible(text) == text


def test_line_breaks_stay_where_they_are_wanted() -> None:
    assert visible("one\ntwo\x1b", keep_lines=True) == "one\ntwo␛"


@given(ANY_TEXT, st.integers(1, 60), st.booleans())
def test_shortened_text_fits_and_is_one_line(text: str, width: int, keep_end: bool) -> None:
    short = shortened(text, width, keep_end=keep_end)

    assert columns(short) <= max(width, 2)
    assert "\n" not in short


def test_shortening_cuts_at_a_word_and_says_so() -> None:
    assert shortened("Norland seized the Osk ferry", 20) == "Norland seized the…"
    assert (
        shortened("Harbour Daily ‹ Norland Wire ‹ officials", 26, keep_end=True)
        == "…Norland Wire ‹ officials"
    )
    assert shortened("short", 20) == "short"


@given(ANY_TEXT, st.integers(20, 80))
def test_wrapping_loses_no_letter_and_keeps_the_width(text: str, width: int) -> None:
    lines = wrapped(text, width, "  ")

    assert "".join("".join(lines).split()) == "".join(visible(text).split())
    assert all(columns(line) <= width for line in lines)


def test_wide_letters_and_marks_are_measured() -> None:
    assert columns("日本") == 4
    assert columns("e\u0301") == 1
    assert padded("日本", 6) == "日本  "
    assert padded("7", 3, right=True) == "  7"


@pytest.mark.parametrize(
    ("stream", "environment", "colour"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {"TERM": "xterm"}, False),
    ],
)
def test_colour_only_where_it_is_welcome(
    stream: io.StringIO, environment: dict[str, str], colour: bool
) -> None:
    assert style_for(stream, environment).colour is colour


@pytest.mark.parametrize(("asked", "width"), [("72", 72), ("9", 60), ("4000", 110), ("wide", 88), ("٩٩", 88)])
def test_width_is_kept_readable(asked: str, width: int) -> None:
    assert style_for(io.StringIO(), {"COLUMNS": asked}).width == width


def test_a_closed_stream_has_no_colour() -> None:
    stream = io.StringIO()
    stream.close()

    assert style_for(stream, {}) == Style(colour=False, width=88)


def test_looks_are_closed_again() -> None:
    assert Style(colour=True).on("now", "bold", "red") == "\x1b[1;31mnow\x1b[0m"
    assert Style().on("now", "bold") == "now"
