"""Reports from JSON Lines, objects and arrays."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire.rows import MAX_LINE, Given, bounded, from_lines, from_object, is_object, parses
from sayso.records import Acquired, Refused

ROW = {
    "id": 7, "outlet": "Arutz Sheva", "published": "2020-11-20T20:05:00+02:00", "title": "Iran tells allies",
    "text": "Officials in Iraq say so.", "url": "https://www.israelnationalnews.com/1",
    "byline": "Elad Benari", "dateline": "BAGHDAD", "language": "en",
}  # fmt: skip


def lines(*rows, given=Given()):  # noqa: B008 - a frozen record
    raw = [row if isinstance(row, bytes) else json.dumps(row).encode() + b"\n" for row in rows]
    return list(from_lines(raw, "r.jsonl", given))


def report(*rows, given=Given()):  # noqa: B008
    (found,) = lines(*rows, given=given)
    assert isinstance(found, Acquired), found
    return found.report


def error(row) -> str:
    (found,) = lines(row)
    assert isinstance(found, Refused), found
    return found.error


def test_all_fields_are_read():
    found = report(ROW)

    assert found.text == "Iran tells allies\n\nOfficials in Iraq say so."
    assert (found.key, found.outlet, found.byline) == ("7", "Arutz Sheva", "Elad Benari")
    assert (found.title, found.dateline, found.language) == ("Iran tells allies", "BAGHDAD", "en")
    assert found.url == "https://www.israelnationalnews.com/1"
    assert found.published is not None
    assert found.published.isoformat() == "2020-11-20T20:05:00+02:00"
    assert found.published_from == "published"
    assert found.notes == ()


def test_the_key_is_the_id_or_else_the_url():
    assert report({**ROW, "id": "a-1"}).key == "a-1"
    assert report({**ROW, "id": None}).key == ROW["url"]
    assert report({"text": "T."}).key is None


def test_the_bytes_and_the_line_are_kept():
    raw = json.dumps(ROW).encode()
    first, second = from_lines([b"\n", raw + b"\r\n", raw], "r.jsonl", Given())

    assert isinstance(first, Acquired)
    assert (first.raw, first.line, first.origin, first.media_type) == (raw, 2, "r.jsonl", "application/json")
    assert second.line == 3


def test_broken_lines_are_refused_by_number_and_the_others_go_on():
    found = lines(ROW, b'{"text": "cut off\n', b"[1, 2]\n", {"title": None, "body": "?"}, b"\x89PNG\0\n", ROW)

    assert [type(item) for item in found] == [Acquired, Refused, Refused, Refused, Refused, Acquired]
    assert [item.error[1:5] for item in found if isinstance(item, Refused)] == [
        "S104",
        "S105",
        "S105",
        "S103",
    ]
    assert all(f"r.jsonl, line {item.line}" in item.error for item in found if isinstance(item, Refused))
    assert found[1].raw == b'{"text": "cut off'


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"text": 3}, "the text is not a string; saw: r.jsonl, line 1: int"),
        ({"text": ["a"]}, "not a string"),
        ({"headline": "x", "body": "y"}, "fields 'body', 'headline'"),
        ({}, "an empty object"),
        ({"text": ""}, "no text"),
        ({"text": "  \n"}, "S101"),
        (b'"a string"\n', "not a JSON object"),
        (b"null\n", "NoneType"),
        (b"[" * 100_000 + b"\n", "S104"),
        (b'{"text": "x", "id": ' + b"9" * 5000 + b"}\n", "S104"),
    ],
)
def test_what_a_refusal_says(row, words):
    assert words in error(row)


def test_what_the_caller_says_fills_in_and_does_not_overwrite():
    told = Given("Reuters", "2021-01-01T00:00:00Z")
    bare = report({"text": "T."}, given=told)

    assert (bare.outlet, bare.published_from) == ("Reuters", "--published")
    assert report(ROW, given=told).outlet == "Arutz Sheva"
    assert report(ROW, given=told).published.year == 2020


def test_a_single_object_is_overwritten_like_any_single_document():
    (found,) = from_object(
        json.dumps(ROW, indent=2).encode(), "r.json", Given("Reuters", "2021-01-01T00:00:00Z")
    )

    assert isinstance(found, Acquired)
    assert (found.report.outlet, found.report.published.year, found.line) == ("Reuters", 2021, None)


def test_an_unreadable_date_costs_the_date_only():
    found = report({**ROW, "published": "last Friday"})

    assert found.published is None
    assert any("cannot be read" in note.why and "last Friday" in note.why for note in found.notes)


@pytest.mark.parametrize("seconds", [1605895500, 1605895500000])
def test_seconds_since_1970_are_a_date(seconds):
    assert report({**ROW, "published": seconds}).published.isoformat() == "2020-11-20T18:05:00+00:00"


def test_fields_of_a_wrong_type_are_told():
    found = report(
        {**ROW, "byline": ["A. One", "B. Two"], "outlet": {"name": "AP"}, "published": True, "url": 4}
    )

    assert found.byline == "A. One, B. Two"
    assert found.outlet is None
    assert {note.what for note in found.notes} == {"outlet", "published", "url"}


def test_a_title_alone_is_a_report_with_a_note():
    found = report({"title": "URGENT: ceasefire declared", "published": ROW["published"]})

    assert found.text == "URGENT: ceasefire declared"
    assert [note.why for note in found.notes] == ["there is a title only"]


def test_lone_surrogates_and_zeros_are_replaced_with_a_note():
    found = report(b'{"text": "a\\ud800b\\u0000c \\ud83d\\ude00", "published": "2020-11-20T20:05:00Z"}\n')

    assert found.text == "a\ufffdb\ufffdc \U0001f600"
    assert found.notes[0].what == "characters"


def test_a_line_that_is_not_utf8_is_read_all_the_same():
    assert report('{"text": "Ghaani’s “crushing” response"}'.encode("cp1252")).text.startswith(
        "Ghaani’s “crush"
    )
    assert report(b'\xef\xbb\xbf{"text": "after a mark"}').text == "after a mark"


def test_a_zone_in_the_row_is_used():
    row = {
        "text": "T.",
        "published": "2014-01-05T21:30",
        "outlet": "Delta Times",
        "outlet_timezone": "Asia/Dhaka",
    }

    assert report(row).published.isoformat() == "2014-01-05T21:30:00+06:00"
    assert report({**row, "outlet_timezone": "Nowhere"}).published.isoformat() == "2014-01-05T21:30:00+00:00"


def test_a_reading_gives_back_its_report():
    nested = {"id": "d-001", "report": {key: ROW[key] for key in ("outlet", "title", "text")}, "events": []}

    assert report(nested).key == "d-001"
    assert report(nested).text == "Iran tells allies\n\nOfficials in Iraq say so."
    assert report({"report": {"text": "T.", "key": "k", "id": "0123"}}).key == "k"


@pytest.mark.parametrize("shape", ["[%s, %s]", '{"reports": [%s, %s]}', "[\n%s,\n%s\n]"])
def test_arrays_are_read_item_by_item(shape):
    raw = (shape % (json.dumps(ROW), '{"text": 3}')).encode()
    first, second = from_object(raw, "r.json", Given())

    assert isinstance(first, Acquired)
    assert (first.line, json.loads(first.raw)) == (1, ROW)
    assert isinstance(second, Refused)
    assert "line 2" in second.error


def test_an_empty_array_and_a_broken_file_are_refused():
    assert [item.error[1:5] for item in from_object(b"[]", "r.json", Given())] == ["S105"]
    assert [item.error[1:5] for item in from_object(b'{"text": ', "r.json", Given())] == ["S104"]


def test_a_line_without_end_is_refused_and_the_next_one_read():
    stream = io.BytesIO(b'{"text": "' + b"x" * (2 * MAX_LINE) + b'"}\n{"text": "short"}\n')
    first, second = from_lines(bounded(stream), "r.jsonl", Given())

    assert isinstance(first, Refused)
    assert first.error.startswith("[S102]")
    assert first.raw is None
    assert isinstance(second, Acquired)
    assert second.line == 2


def test_rows_are_read_as_they_come():
    served = []

    def endless():
        while True:
            served.append(1)
            yield b'{"text": "One more."}\n'

    found = from_lines(endless(), "-", Given())
    assert [next(found).line for _ in range(3)] == [1, 2, 3]  # type: ignore[union-attr]
    assert len(served) == 3


def test_what_is_json():
    assert is_object(b' {"a": 1}\n')
    assert not is_object(b"[]")
    assert not is_object(b"{cut")
    assert parses(b"[]")
    assert not parses(b"[Reuters] - text")


@given(st.binary(max_size=200))
def test_no_line_crashes_the_reader(raw):
    for item in from_lines([raw], "r.jsonl", Given()):
        assert isinstance(item, Acquired | Refused)


names = st.sampled_from([*ROW, "report", "reports", "x"])
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec=None), max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=5),
    max_leaves=8,
)


@given(json_values)
def test_no_value_crashes_the_reader(value):
    for item in from_lines([json.dumps(value).encode()], "r.jsonl", Given()):
        assert isinstance(item, Refused) or item.report.text
