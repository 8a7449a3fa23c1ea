"""Figures of places: right over all, right over found, within 161 km."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.parts import PARTS
from evaluation.places import accuracy, articles, places

SET = """<articles><article docid="1"><domain>paper.example</domain>
<text>Clashes in Gao, Zzyzzqx and Paris, and a street.</text><toponyms>
{toponyms}
<toponym><start>40</start><end>47</end><phrase>a street</phrase></toponym>
</toponyms></article></articles>"""
TOPONYM = """<toponym><start>{0}</start><end>{1}</end><phrase>{2}</phrase>
<gaztag geonameid="1"><lat>{3}</lat><lon>{4}</lon></gaztag></toponym>"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "geo").mkdir()
    told = [(11, 14, "Gao", 16.27, -0.04), (16, 23, "Zzyzzqx", 1.0, 1.0), (28, 33, "Paris", 33.66, -95.55)]
    text = SET.format(toponyms="".join(TOPONYM.format(*one) for one in told))
    (tmp_path / "geo" / "lgl.xml").write_text(text, "utf-8")
    return tmp_path


def test_it_is_a_part_of_the_evaluation() -> None:
    assert PARTS["places"] is places


def test_what_is_not_found_counts_among_all_and_what_the_gold_has_nowhere_does_not_count(data: Path) -> None:
    assert accuracy(list(articles(data / "geo" / "lgl.xml"))) == {
        "all": 1 / 3,
        "found": 1 / 2,
        "recall": 2 / 3,
    }


def test_only_sets_that_are_there_are_measured(data: Path, tmp_path: Path) -> None:
    assert set(places(data) or {}) == {"LGL all", "LGL found", "LGL recall"}
    assert places(tmp_path / "nowhere") is None


def test_spans_point_at_the_names(data: Path) -> None:
    (told,) = articles(data / "geo" / "lgl.xml")

    assert [told.text[slice(*one.asked.span)] for one in told.toponyms if one.asked.span] == [
        "Gao",
        "Zzyzzqx",
        "Paris",
    ]
