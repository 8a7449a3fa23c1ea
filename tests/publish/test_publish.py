"""The door of the room: rows in one of four forms."""

from __future__ import annotations

import json

import pytest

from sayso.publish import publish
from sayso.publish.tables import Column
from sayso.records import Skipped

ROWS = [Skipped("picture", "no words"), Skipped("table", "=1+1")]
SHOWN = (Column("what", lambda row: row.what), Column("why", lambda row: row.why))


def test_json_is_one_array_of_whole_rows() -> None:
    assert json.loads(publish(ROWS, "json"))[1] == {"what": "table", "why": "=1+1", "span": None}


def test_json_lines_are_not_guarded_for_spreadsheets() -> None:
    assert [json.loads(line)["why"] for line in publish(ROWS, "jsonl").splitlines()] == ["no words", "=1+1"]


def test_csv_is_guarded() -> None:
    assert publish(ROWS, "csv", columns=SHOWN) == "what,why\r\npicture,no words\r\ntable,'=1+1\r\n"


def test_a_table_is_for_reading() -> None:
    assert publish(ROWS, "table", columns=SHOWN) == "what     why\npicture  no words\ntable    =1+1\n"


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "table"])
def test_every_form_is_the_same_twice(form: str) -> None:
    assert publish(ROWS, form, columns=SHOWN) == publish(ROWS, form, columns=SHOWN)  # type: ignore[arg-type]
