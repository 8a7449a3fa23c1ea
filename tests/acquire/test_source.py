"""Paths, folders, addresses and standard input."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import threading

import msgspec
import pytest

from sayso.acquire import acquire
from sayso.records import Acquired, Refused

LINE = json.dumps({"outlet": "AP", "published": "2020-11-20T20:05:00Z", "text": "Body."}).encode() + b"\n"


def test_a_file_is_known_by_its_name(tmp_path):
    path = tmp_path / "one.txt"
    path.write_bytes(b"Body one.\n")
    (found,) = acquire(str(path))

    assert isinstance(found, Acquired)
    assert (found.origin, found.report.key, found.raw) == (str(path), "one.txt", b"Body one.\n")


def test_a_folder_gives_all_in_order_and_refuses_what_it_cannot_read(tmp_path, page_of):
    (tmp_path / "1.txt").write_text("Body one.")
    (tmp_path / "2.html").write_text(page_of())
    (tmp_path / "3.jsonl").write_bytes(LINE + b"broken\n" + LINE)
    (tmp_path / "4.png").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    (tmp_path / "5").write_text("No suffix at all.")
    (tmp_path / "6.html").write_text("<html><body><nav>x</nav></body></html>")
    (tmp_path / "7").symlink_to("nowhere")
    (tmp_path / ".8.txt").write_text("hidden")
    found = list(acquire(str(tmp_path)))

    assert [(os.path.basename(item.origin), type(item).__name__, item.line) for item in found] == [
        ("1.txt", "Acquired", None),
        ("2.html", "Acquired", None),
        ("3.jsonl", "Acquired", 1),
        ("3.jsonl", "Refused", 2),
        ("3.jsonl", "Acquired", 3),
        ("4.png", "Refused", None),
        ("5", "Acquired", None),
        ("6.html", "Refused", None),
        ("7", "Refused", None),
    ]


def test_the_same_folder_twice_gives_the_same(tmp_path, page_of):
    for number in range(5):
        (tmp_path / f"{number}.html").write_text(page_of(title=f"Title {number}"))

    assert list(acquire(str(tmp_path))) == list(acquire(str(tmp_path)))


def error(source, **options) -> str:
    (found,) = acquire(str(source), **options)
    assert isinstance(found, Refused)
    return found.error


def test_what_is_not_there_is_told(tmp_path):
    assert error(tmp_path / "gone.txt").startswith("[S107]")
    assert str(tmp_path / "gone.txt") in error(tmp_path / "gone.txt")
    assert error(tmp_path).startswith("[S108]")


@pytest.mark.parametrize("source", ["", "a\0b", "x" * 5000, "~nobody/x", "C:\\x.txt", "\ud800"])
def test_what_cannot_be_a_path_is_told(source):
    assert error(source).startswith(("[S107]", "[S109]"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_told(tmp_path):
    path = tmp_path / "shut.txt"
    path.write_text("x")
    path.chmod(0)

    assert "[S109]" in error(path)
    assert "Permission denied" in error(path)


def test_a_file_that_cannot_be_read_through_is_told():
    if os.path.exists("/proc/self/mem"):
        assert "[S109]" in error("/proc/self/mem")


def test_a_pipe_that_is_named_is_read(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(LINE + LINE,))
    writer.start()
    found = list(acquire(str(path)))
    writer.join()

    assert [item.line for item in found] == [1, 2]


def test_a_name_that_is_no_utf8_can_be_told_and_stored(tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "wb") as file:
        file.write(b"Body.")
    (found,) = acquire(str(tmp_path))

    assert isinstance(found, Acquired)
    assert found.report.key == "caf\ufffd.txt"
    assert msgspec.json.decode(msgspec.json.encode(found.origin)) == found.origin


def test_standard_input_may_be_text_page_or_lines(page_of):
    text, page, lines = (
        list(acquire("-", stdin=io.BytesIO(raw))) for raw in (b"Body.", page_of().encode(), LINE * 2)
    )

    assert [item.report.text for item in text] == ["Body."]
    assert text[0].report.key is None
    assert text[0].origin == "-"
    assert page[0].report.title == "Iran tells allies to stand down"
    assert [item.line for item in lines] == [1, 2]


def test_the_processs_own_standard_input_is_read():
    program = "from sayso.acquire import acquire\nfor item in acquire('-'): print(item.report.text)"
    done = subprocess.run(
        [sys.executable, "-c", program], input="Héllo.", capture_output=True, encoding="utf-8"
    )

    assert done.stdout == "Héllo.\n", done.stderr


def test_an_address_is_fetched_and_read(site, page_of):
    head = '<link rel="canonical" href="/final">'
    url = site.gives("/start", status=302, location="/page")
    site.gives("/page", page_of(head=head).encode(), content_type="text/html; charset=utf-8")
    (found,) = acquire(url, allow_private=True)

    assert isinstance(found, Acquired)
    assert found.report.url == found.report.key == site.address + "/final"
    assert found.report.outlet == "127.0.0.1"
    assert (found.origin, found.media_type) == (url, "text/html; charset=utf-8")


def test_text_and_lines_at_an_address(site):
    text = site.gives("/text", b"Body of it.", content_type="text/plain")
    lines = site.gives("/lines", LINE * 2, content_type="application/x-ndjson")
    (found,) = acquire(text, allow_private=True, outlet="Reuters")

    assert isinstance(found, Acquired)
    assert (found.report.key, found.report.url, found.report.outlet) == (text, text, "Reuters")
    assert [item.line for item in acquire(lines, allow_private=True)] == [1, 2]


def test_an_address_that_may_not_be_asked_is_refused_without_its_secrets(site):
    url = site.gives("/x", b"x")

    assert error(url).startswith("[S120]")
    assert "secret" not in error("https://u:secret@example.com/?token=secret")
    assert error("http://127.0.0.1/").startswith("[S121]")
    assert error("file:///etc/passwd").startswith("[S120]")
    assert site.asked == []
