"""Namesakes told apart by the day and the words around them."""

from __future__ import annotations

from pathlib import Path

from evaluation.halves import rows
from evaluation.namesakes import coded, measured, namesakes, same
from sayso.ground.resolution import resolve


def test_the_bar_is_held() -> None:
    figures = namesakes(Path())

    assert figures["work all"] >= 0.9
    assert set(figures) == {
        f"{half} {name}" for half in ("work", "kept") for name in measured(rows("namesakes", "work")[:1])
    }


def test_spellings_count_as_one_name_and_other_people_do_not() -> None:
    assert same("George H. W. Bush", "George H.W. Bush")
    assert same("Raúl Castro", "Raul Castro")
    assert same("Anwar al-Sadat", "Anwar Sadat")
    assert not same("George H. W. Bush", "George W. Bush")
    assert not same("Raúl Castro", "Fidel Castro")
    assert not same("Raúl Castro", None)


def test_a_row_is_right_only_with_country_and_sector() -> None:
    row = rows("namesakes", "work")[0]

    assert not coded(row, resolve("a stone"))
