"""Short mentions of actors, country and sector."""

from __future__ import annotations

from pathlib import Path

from evaluation.mentions import mentions, rows, told


def test_the_bars_are_held() -> None:
    figures = mentions(Path())

    assert figures["work country"] >= 0.9
    assert figures["work sector"] >= 0.9


def test_there_are_enough_and_each_once() -> None:
    given = rows()

    assert len(given) >= 200
    assert len({(row["mention"], row["date"]) for row in given}) == len(given)


def test_a_wrong_country_counts_as_wrong() -> None:
    assert told(
        {"mention": "Spanish officials", "date": "2019-05-04", "country": "PRT", "sector": "GOV"}
    ) == (False, True)
