"""Short mentions of actors, country and sector."""

from __future__ import annotations

from pathlib import Path

from evaluation.halves import rows
from evaluation.mentions import SETS, mentions, told


def test_the_bars_are_held() -> None:
    figures = mentions(Path())

    assert figures["work country"] >= 0.9
    assert figures["work sector"] >= 0.9
    assert figures["kept both"] >= 0.9


def test_there_are_enough_and_each_once() -> None:
    given = [row for name in SETS for row in rows("mentions", name)]

    assert len(given) >= 600
    assert len({(row["mention"], row["date"]) for row in given}) == len(given)


def test_an_unknown_country_is_right_where_it_is_not_told() -> None:
    row = {"mention": "local police officers", "date": "2011-10-05", "country": "---", "sector": "COP"}

    assert told(row) == (True, True)
    assert told({**row, "country": None}) == (True, True)
    assert told({**row, "country": "USA"}) == (False, True)


def test_a_wrong_country_counts_as_wrong() -> None:
    assert told(
        {"mention": "Spanish officials", "date": "2019-05-04", "country": "PRT", "sector": "GOV"}
    ) == (False, True)
