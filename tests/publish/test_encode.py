"""JSON in the names of the contract."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from sayso.publish.encode import as_json, as_json_lines
from sayso.records import Reading, Report


def test_a_reading_has_the_names_of_the_contract(reading: Reading) -> None:
    made = json.loads(as_json(reading))

    assert set(made) >= {
        "report", "attributions", "events", "commitments", "times", "places", "actors",
        "boilerplate", "skipped",
    }  # fmt: skip
    assert made["report"]["published"] == "2031-03-04T09:30:00+02:00"
    assert made["report"]["key"] == "harbour/1"
    assert made["events"][0]["actor"] == ["NOR GOV"]
    assert made["events"][0]["date"] == ["2031-03-03", "2031-03-03"]
    assert made["events"][0]["place"] == {"name": "Osk", "country": "NOR", "lat": None, "lon": None}
    assert made["attributions"][1]["parent"] == "a1"


def test_every_span_of_the_json_is_two_offsets_into_its_text(reading: Reading) -> None:
    made = json.loads(as_json(reading))
    ((start, end),) = made["commitments"][0]["consequence"]

    assert made["report"]["text"][start:end] == "will be sunk"


@given(st.text(st.characters()))
def test_any_text_can_be_written_and_comes_back(text: str) -> None:
    made = as_json(Report(id="1", text=text))

    assert json.loads(made)["text"] == text.encode("utf-8", "replace").decode()
    assert made.encode()


def test_letters_are_written_as_they_are() -> None:
    assert as_json({"title": "“Żółć” 日本"}) == '{"title":"“Żółć” 日本"}'


def test_json_lines_are_one_line_each() -> None:
    assert as_json_lines([{"a": "x\ny"}, {"a": 1}]) == '{"a":"x\\ny"}\n{"a":1}\n'


def test_the_same_record_gives_the_same_bytes(reading: Reading) -> None:
    assert as_json(reading) == as_json(reading)
    assert json.loads(as_json(reading, pretty=True)) == json.loads(as_json(reading))
