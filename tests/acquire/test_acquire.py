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
from sayso.records import Acquired

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
