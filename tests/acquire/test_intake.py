"""Bytes of every kind find their reader."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.acquire import Sandbox
from sayso.acquire.intake import Intake, Origin
from sayso.acquire.rows import MAX_LINE, Given
from sayso.records import Acquired, Refused

ROW = {
    "id": "r-1",
    "outlet": "AP",
    "published": "2020-11-20T20:05:00Z",
    "title": "Title",
    "text": "Body one.",
}
LINE = json.dumps(ROW).encode() + b"\n"


@pytest.fixture
def read(sandbox):
    def read(raw, *, hint=None, told=Given(), **origin):  # noqa: B008 - a frozen record
        intake = Intake(told, sandbox)
        place = Origin(**{"name": "in", "key": "in", "hint": hint, **origin})
        streamed = list(intake.stream(io.BytesIO(raw), place))
        whole = list(intake.whole(raw, place))
        # From a pipe or from a server, the same bytes are the same reports.
        assert [getattr(item, "report", None) for item in whole] == [
            getattr(item, "report", None) for item in streamed
        ]
        return streamed

    return read


def one(found) -> Acquired:
    (item,) = found
    assert isinstance(item, Acquired), item
    return item


def error(found) -> str:
    (item,) = found
    assert isinstance(item, Refused), item
    return item.error


def test_plain_text_is_kept_with_its_bytes(read):
    raw = "Title\r\n\r\nGhaani’s words.\n".encode()
    found = one(read(raw))

    assert found.report.text.encode() == raw
    assert (found.raw, found.media_type, found.report.key, found.report.title) == (
        raw,
        "text/plain",
        "in",
        "Title",
    )


def test_text_in_another_charset_keeps_its_own_bytes(read):
    raw = "Ghaani’s words.".encode("cp1252")

    assert one(read(raw)).raw == raw
    assert one(read(raw)).report.notes[0].what == "encoding"


def test_a_page_becomes_a_report(read, page_of):
    head = (
        '<meta property="article:published_time" content="2020-11-20T20:05:00+02:00">'
        '<link rel="canonical" href="https://www.israelnationalnews.com/1">'
    )
    found = one(read(page_of(head=head).encode()))

    assert found.report.text.startswith("Iran tells allies to stand down\n\nIran has instructed its allies")
    assert "\n\nThe request was delivered" in found.report.text
    assert (found.report.outlet, found.report.key) == ("Arutz Sheva", "https://www.israelnationalnews.com/1")
    assert found.report.published.isoformat() == "2020-11-20T20:05:00+02:00"
    assert found.report.published_from == "meta article:published_time of the page"
    assert (found.media_type, found.report.language, found.report.notes) == ("text/html", "en", ())


def test_a_page_in_its_declared_charset(read, page_of):
    raw = page_of(head='<meta charset="windows-1252">', title="Ghaani’s “message” to allies").encode("cp1252")

    assert one(read(raw)).report.title == "Ghaani’s “message” to allies"


def test_the_servers_charset_is_kept_with_the_bytes(read, page_of):
    found = one(read(page_of(title="Иран сообщил союзникам").encode("koi8-r", "ignore"), charset="koi8-r"))

    assert found.report.title == "Иран сообщил союзникам"
    assert found.media_type == "text/html; charset=koi8-r"


def test_what_the_caller_says_goes_before_the_page(read, page_of):
    page = page_of(head='<meta property="article:published_time" content="2020-11-21T00:00:00Z">').encode()
    found = one(read(page, told=Given("Arutz Sheva", "2020-11-20T20:05"))).report

    assert found.outlet == "Arutz Sheva"
    assert found.published.isoformat() == "2020-11-20T20:05:00+02:00"
    assert found.published_from == "--published (zone Asia/Jerusalem)"


def test_the_callers_outlet_gives_its_zone_to_the_pages_date(read, page_of):
    page = page_of(head='<meta property="article:published_time" content="2020-11-20T20:05">').encode()

    assert (
        one(read(page, told=Given("Arutz Sheva"))).report.published.isoformat() == "2020-11-20T20:05:00+02:00"
    )


@pytest.mark.parametrize("hint", [None, "json", "lines"])
def test_json_lines_are_seen_whatever_they_are_called(read, hint):
    found = read(LINE + b"\n" + LINE, hint=hint)

    assert [item.line for item in found] == [1, 3]
    assert all(item.report.key == "r-1" for item in found)


@pytest.mark.parametrize(
    "raw",
    [
        json.dumps(ROW, indent=1).encode(),
        LINE,
        b"\xef\xbb\xbf" + LINE,
        b"\n\n" + LINE + b"\n",
        LINE.replace(b"\n", b""),
    ],
)
@pytest.mark.parametrize("hint", [None, "json"])
def test_a_single_object_is_one_report(read, raw, hint):
    found = one(read(raw, hint=hint))

    assert found.report.text == "Title\n\nBody one."
    assert found.line is None


@pytest.mark.parametrize("layout", ["[%s,%s]", "[\n%s,\n%s\n]", " [ %s , %s ] "])
def test_an_array_is_read_as_such_however_it_is_laid_out(read, layout):
    row = json.dumps(ROW)

    assert [item.line for item in read((layout % (row, row)).encode())] == [1, 2]


def test_json_lines_with_a_broken_start_are_still_json_lines(read):
    found = read(b'{"text": "cut\n' + LINE + b"{also broken\n" + LINE)

    assert [type(item) for item in found] == [Refused, Acquired, Refused, Acquired]
    assert [item.line for item in found] == [1, 2, 3, 4]


def test_text_that_begins_with_a_bracket_is_text(read):
    assert one(read(b"[Reuters] - Iran has told its allies.")).media_type == "text/plain"
    assert one(read(b"{Editor's note: corrected}\n\nIran has told its allies.")).media_type == "text/plain"


def test_a_file_called_json_that_is_none_is_refused(read):
    assert "S104" in error(read(b"[Reuters] - Iran has told its allies.", hint="json"))


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "S101"),
        (b" \n", "S101"),
        (b"%PDF-1.4", "S103"),
        (b"text\0text", "S103"),
        (b'<?xml version="1.0"?><rss><channel/></rss>', "S106"),
        (b"<html><body><p>x</p></body></html>", "S110"),
        (b"<!doctype html>" + b"<p>" * 20_001, "S130"),
        (b"x" * 5_000_001, "S102"),
        (b"x" * (MAX_LINE + 1), "S102"),
    ],
    ids=["empty", "blank", "pdf", "binary", "rss", "no article", "paragraphs", "long", "longer"],
)
def test_what_gives_no_report_is_refused_with_code_and_place(read, raw, code):
    words = error(read(raw))

    assert words.startswith(f"[{code}]")
    assert "in" in words


def test_a_quarantined_page_keeps_its_bytes(read):
    raw = b"<!doctype html>" + b"<p>" * 20_001
    (found,) = read(raw)

    assert found.raw == raw


def test_a_line_of_the_longest_length_is_read(read):
    assert len(one(read(b"x" * 5_000_000)).report.text) == 5_000_000


def test_a_hostile_page_in_the_middle_does_not_stop_the_next(page_of):
    with Sandbox() as sandbox:
        intake = Intake(Given(), sandbox)
        pages = [page_of(), "<a " + "x " * 3000 + ">", page_of(), "<html>" + "<div>" * 100_000, page_of()]
        found = [
            item for page in pages for item in intake.whole(b"<!doctype html>" + page.encode(), Origin("p"))
        ]

    assert [type(item) for item in found[::2]] == [Acquired] * 3
    assert [type(item) for item in found[1::2]] == [Refused] * 2


def test_json_lines_come_one_by_one(sandbox):
    class Slow(io.BytesIO):
        read_to = 0

        def readline(self, size=-1):
            line = super().readline(size)
            Slow.read_to = self.tell()
            return line

    stream = Slow(LINE * 1000)
    found = Intake(Given(), sandbox).stream(stream, Origin("-"))
    next(found)

    assert Slow.read_to == 2 * len(LINE)


@given(st.binary(max_size=400) | st.text(alphabet='<>{}[]"a:, \n\\/p!=', max_size=200).map(str.encode))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
def test_every_input_gives_reports_or_refusals(sandbox, raw):
    found = list(Intake(Given(), sandbox).stream(io.BytesIO(raw), Origin("in")))

    assert found or not raw.strip()
    for item in found:
        assert isinstance(item, Refused) or item.report.text.strip()
