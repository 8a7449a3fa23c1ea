"""The reader of MEANTIME."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.meantime import FOLDER, documents, read
from evaluation.times import times
from sayso.records import Time

ARTICLE = """<?xml version="1.0" ?><Document doc_id="{number}">
<token number="0" sentence="0" t_id="1">Boeing</token>
<token number="1" sentence="0" t_id="2">loses</token>
<token number="2" sentence="1" t_id="3">March</token>
<token number="3" sentence="1" t_id="4">1</token>
<token number="4" sentence="2" t_id="5">It</token>
<token number="5" sentence="2" t_id="6">lost</token>
<token number="6" sentence="2" t_id="7">(</token>
<token number="7" sentence="2" t_id="8">on</token>
<token number="8" sentence="2" t_id="9">Friday</token>
<token number="9" sentence="2" t_id="10">)</token>
<token number="10" sentence="2" t_id="11">.</token>
<token number="11" sentence="6" t_id="12">Today</token>
<Markables>
<TIMEX3 functionInDocument="CREATION_TIME" m_id="1" type="DATE" value="{day}">
<token_anchor t_id="3"/><token_anchor t_id="4"/></TIMEX3>
<TIMEX3 functionInDocument="NONE" m_id="2" type="DATE" value="2008-02-29"><token_anchor t_id="9"/></TIMEX3>
<TIMEX3 functionInDocument="NONE" m_id="3" type="DATE" value="2058"/>
<TIMEX3 functionInDocument="NONE" m_id="4" type="DATE" value="2008-03-01"><token_anchor t_id="12"/></TIMEX3>
</Markables></Document>
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / FOLDER / "corpus_airbus"
    folder.mkdir(parents=True)
    for number, day in ((12, "2008-03-01"), (13, "01-03-2008")):
        (folder / f"{number}_Boeing.xml").write_text(ARTICLE.format(number=number, day=day))
    return tmp_path


def test_text_is_set_from_tokens_without_the_date_line_and_what_is_not_annotated(data: Path) -> None:
    gold = read(next((data / FOLDER).glob("*/12_*.xml")))

    assert gold.text == "Boeing loses\n\nIt lost (on Friday)."
    assert gold.times == (Time((26, 32), "DATE", "2008-02-29"),)


def test_the_day_in_both_ways_of_writing(data: Path) -> None:
    assert {gold.created.date().isoformat() for gold in documents(data) if gold.created} == {"2008-03-01"}


def test_halves_by_the_number_in_front(data: Path) -> None:
    assert [gold.name for gold in documents(data, (0,))] == ["12_Boeing.xml"]
    assert [gold.name for gold in documents(data, (1,))] == ["13_Boeing.xml"]


def test_figures_for_the_halves_that_are_there(data: Path, tmp_path: Path) -> None:
    figures = times(data)

    assert figures is not None
    assert figures["meantime even strict"] == 1.0
    assert figures["meantime odd value"] == 1.0
    assert times(tmp_path / "none") is None
