"""The room's door: what is checked at once, what is lazy, and how fast it is."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sayso.acquire import Sandbox, acquire
from sayso.errors import InputError
from sayso.records import Acquired, Refused

REPORT = {
    "outlet": "AP",
    "published": "2020-11-20T20:05:00Z",
    "title": "Iran tells allies",
    "text": "Officials say so. " * 150,
}


def test_an_unreadable_date_is_an_error_at_once():
    with pytest.raises(InputError, match=r"\[S100\].*'20 Nov'.*2020-11-20T20:05:00\+02:00"):
        acquire("-", published="20 Nov", stdin=io.BytesIO(b"Body."))


def test_the_callers_words_are_told_as_such():
    (found,) = acquire("-", outlet="Arutz Sheva", published="2020-11-20", stdin=io.BytesIO(b"Body."))

    assert isinstance(found, Acquired)
    assert found.report.published_from == "--published (day only, noon Asia/Jerusalem)"


def test_importing_the_room_does_not_import_what_is_slow():
    program = (
        "import sys, sayso.acquire\n"
        "slow = ('trafilatura', 'httpx2', 'httpcore2', 'lxml', 'htmldate', 'numpy')\n"
        "print([name for name in slow if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"


def test_text_alone_needs_no_slow_library_and_no_worker():
    program = (
        "import io, sys\nfrom sayso.acquire import acquire\n"
        "list(acquire('-', stdin=io.BytesIO(b'{\"text\": \"Body.\"}')))\n"
        "print([name for name in ('trafilatura', 'httpx2', 'lxml') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"


def test_a_worker_ends_with_the_reading(tmp_path, page_of):
    (tmp_path / "1.html").write_text(page_of())
    (tmp_path / "2.html").write_text(page_of())
    with Sandbox() as own:
        found = acquire(str(tmp_path), sandbox=own)
        next(found)
        process = own._process
        assert process is not None
        found.close()  # type: ignore[attr-defined]
        assert process.poll() is None, "a sandbox that was given is left to its owner"
        (again,) = acquire(str(tmp_path / "1.html"), sandbox=own)
        assert own._process is process

    assert isinstance(again, Acquired)
    assert process.returncode is not None


def test_thousands_of_lines_are_quick(tmp_path):
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps({**REPORT, "id": number}) + "\n" for number in range(1000)))
    began = time.process_time()
    found = list(acquire(str(path)))

    assert [item.report.key for item in found] == [str(number) for number in range(1000)]  # type: ignore[union-attr]
    assert time.process_time() - began < 6


def test_no_module_of_the_room_is_left_without_its_test():
    room = Path(sys.modules["sayso.acquire"].__file__ or "").parent
    tests = {path.name for path in Path(__file__).parent.glob("test_*.py")}

    assert {f"test_{path.stem}.py" for path in room.glob("[a-z]*.py")} <= tests


# ------------------------------------------------------------------ bad input, from file to report or refusal
COOKIES = (
    "<!doctype html><html><body><div><h2>We value your privacy</h2><p>We and our partners store and access "
    "information on a device, such as cookies, and process personal data.</p><button>Accept</button></div>"
)
BAD = [
    ("empty", "a.txt", b"", "S101"),
    ("blank", "a.txt", b"\n \n", "S101"),
    ("binary", "a.txt", b"\x7fELF\x02\x01\x01\0", "S103"),
    ("picture called a page", "a.html", b"\x89PNG\r\n\x1a\n\0\0", "S103"),
    ("too long a line", "a.txt", b"x" * 5_000_001, "S102"),
    ("cookie notice", "a.html", COOKIES.encode(), "S111"),
    (
        "menu only",
        "a.html",
        b"<!doctype html><html><body><nav><a href='/'>Home</a></nav></body></html>",
        "S110",
    ),
    ("feed", "a.xml", b"<?xml version='1.0'?><rss version='2.0'><channel/></rss>", "S106"),
    ("crowded tag", "a.html", b"<!doctype html><html><a " + b"x=1 " * 2001 + b">", "S130"),
    ("broken object", "a.json", b'{"text": ', "S104"),
    ("object without text", "a.json", b'{"headline": "x"}', "S105"),
]


@pytest.mark.parametrize(("name", "raw", "code"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_what_cannot_be_read_is_refused_by_code_with_its_bytes(tmp_path, sandbox, name, raw, code):
    (tmp_path / name).write_bytes(raw)
    (found,) = acquire(str(tmp_path), sandbox=sandbox)

    assert isinstance(found, Refused)
    assert found.error.startswith(f"[{code}]")
    assert str(tmp_path / name) in found.error
    assert found.raw == raw


ODD = [
    ("a line of 5 MB", b"x" * 5_000_000, None),
    (
        "invalid UTF-8",
        "Ghaani’s “words”, he s\udcffaid".encode("utf-8", "surrogateescape"),
        "invalid in utf-8",
    ),
    ("not UTF-8", "Ghaani’s words, he said".encode("cp1252"), "Windows-1252"),
    ("mojibake", "Ghaaniâ€™s words, he said".encode(), "UTF-8 read as Windows-1252"),
    ("right to left", "He said \u202eyes\u202c to it".encode(), "hidden characters (2, first U+202E)"),
    ("zero width", "He s\u200baid so".encode(), "hidden characters (1, first U+200B)"),
    ("control characters", b"He said \x1b[2J so\x07", "control characters (2, first U+001B)"),
    ("no date", b"He said so", "no publication date"),
]


@pytest.mark.parametrize(("raw", "why"), [case[1:] for case in ODD], ids=[case[0] for case in ODD])
def test_what_is_odd_is_read_as_it_is_with_a_note(tmp_path, raw, why):
    (tmp_path / "a.txt").write_bytes(raw)
    (found,) = acquire(str(tmp_path))

    assert isinstance(found, Acquired)
    assert found.raw == raw
    assert found.report.text == raw.decode("cp1252" if why == "Windows-1252" else "utf-8", "replace")
    assert why is None or any(why in note.why for note in found.report.notes)


@pytest.mark.parametrize(
    ("published", "expected", "why"),
    [
        (None, None, "no publication date"),
        ("2020-11-20T20:05", "2020-11-20T20:05:00-05:00", "no zone is written; taken as America/New_York"),
        ("2020-11-20", "2020-11-20T12:00:00-05:00", "only the day is known"),
        ("2120-11-20T20:05:00Z", "2120-11-20T20:05:00+00:00", "lies in the future"),
        ("soon", None, "cannot be read"),
    ],
)
def test_a_doubtful_date_never_passes_in_silence(published, expected, why):
    row = json.dumps({"outlet": "AP", "published": published, "text": "He said so."}).encode()
    first, _ = acquire("-", stdin=io.BytesIO(row + b"\n" + row))

    assert isinstance(first, Acquired)
    assert (first.report.published and first.report.published.isoformat()) == expected
    assert any(why in note.why for note in first.report.notes if note.what == "published")


def test_other_languages_are_kept_and_said_to_be_other(tmp_path):
    text = "Der Präsident hat am Montag erklärt, dass die Truppen nicht abgezogen werden."
    (tmp_path / "a.txt").write_text(text)
    (found,) = acquire(str(tmp_path))

    assert isinstance(found, Acquired)
    assert (found.report.language, found.report.text) == ("de", text)
