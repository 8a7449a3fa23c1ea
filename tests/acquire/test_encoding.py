"""From bytes to characters, with a note wherever it was not plain UTF-8."""

from __future__ import annotations

import contextlib
import gzip
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire.encoding import decoded
from sayso.errors import InputError

WORDS = "Ghaani’s “crushing” response – in Muḥammad’s own words\r\n\r\nзаявил"


def whys(raw: bytes, **options: object) -> str:
    return "; ".join(note.why for note in decoded(raw, **options).notes)  # type: ignore[arg-type]


def code(raw: bytes) -> str:
    with pytest.raises(InputError) as caught:
        decoded(raw)
    return caught.value.code


@given(
    st.text().filter(
        lambda text: text.strip("\t\n\v\f\r ") and "\0" not in text and not text.startswith("\ufeff")
    )
)
def test_utf8_comes_back_character_for_character_without_a_note(text):
    raw = text.encode()
    if raw.startswith((b"\xff", b"%PDF", b"PK", b"GIF8", b"MZ", b"ID3", b"BZh", b"RIFF", b"OggS", b"{\\rtf")):
        return
    found = decoded(raw)

    assert found.text == text
    assert found.notes == ()


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_obeyed_and_left_out(codec):
    assert decoded(WORDS.encode(codec)).text == WORDS


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_seen_by_its_zeros(codec):
    words = "Iran has told its allies, officials said."

    assert decoded(words.encode(codec)).text == words
    assert codec in whys(words.encode(codec))


def test_what_is_not_utf8_is_windows_1252_with_a_note():
    raw = "Ghaani’s “crushing” response".encode("cp1252")

    assert decoded(raw).text == "Ghaani’s “crushing” response"
    assert "Windows-1252" in whys(raw)


def test_utf8_with_a_few_broken_bytes_stays_utf8():
    raw = WORDS.encode().replace(b"own", b"o\xffn")

    assert decoded(raw).text == WORDS.replace("own", "o\ufffdn")
    assert whys(raw) == "1 invalid in utf-8, each shown as U+FFFD"


def test_a_replacement_character_of_the_text_itself_is_not_counted():
    assert whys("a \ufffd in the text".encode()) == ""


@pytest.mark.parametrize("label", ["windows-1251", "WINDOWS-1251", "'windows-1251'"])
def test_a_declared_charset_is_used(label):
    raw = f"<meta charset={label}><p>Президент заявил</p>".encode("cp1251")

    assert "Президент заявил" in decoded(raw, markup=True).text


def test_the_servers_charset_goes_before_the_pages():
    raw = '<meta charset="iso-8859-1"><p>Президент</p>'.encode("koi8-r")

    assert "Президент" in decoded(raw, charset="koi8-r", markup=True).text


def test_valid_utf8_is_utf8_whatever_is_declared():
    raw = '<meta charset="windows-1251"><p>Президент</p>'.encode()

    assert "Президент" in decoded(raw, markup=True).text
    assert "declared as cp1251, yet valid UTF-8" in whys(raw, markup=True)


@pytest.mark.parametrize(
    "label", ["rot13", "zip", "unicode_escape", "idna", "no-such", "utf-16", "utf-7", "punycode"]
)
def test_a_label_that_is_no_web_charset_is_not_tried(label):
    raw = f"<meta charset={label}><p>caf\xe9 +ADw-</p>".encode("cp1252")

    assert "café +ADw-" in decoded(raw, markup=True).text


def test_plain_text_that_talks_of_charsets_declares_none():
    raw = 'He wrote charset="koi8-r" and “left”'.encode("cp1252")

    assert "“left”" in decoded(raw).text


def test_nothing_is_refused_as_empty():
    assert code(b"") == "S101"
    assert code(b" \r\n\t") == "S101"


def packed() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "text")
    return out.getvalue()


@pytest.mark.parametrize(
    "raw",
    [packed(), gzip.compress(b"text"), b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"GIF89a",
     b"\x7fELF", b"SQLite format 3\0", b"plain until\0here", b"{\\rtf1 text}"],
)  # fmt: skip
def test_what_is_no_text_is_refused_and_named(raw):
    assert code(raw) == "S103"


@given(st.binary(min_size=1, max_size=300))
def test_no_bytes_crash_the_reader(raw):
    with contextlib.suppress(InputError):
        decoded(raw, markup=True).text.encode()
