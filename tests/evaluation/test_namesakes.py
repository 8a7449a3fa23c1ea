"""Namesakes told apart by the day and the words around them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from evaluation.halves import rows
from evaluation.namesakes import SETS, coded, forms, measured, namesakes, same
from sayso.ground.resolution import resolve


def test_the_bar_is_held() -> None:
    figures = namesakes(Path())

    assert figures["work all"] >= 0.9
    assert set(figures) == {
        f"{half} {name}" for half in SETS for name in measured(rows("namesakes", "work")[:1])
    }


def test_spellings_count_as_one_name_and_other_people_do_not() -> None:
    assert same("George H. W. Bush", "George H.W. Bush")
    assert same("Raúl Castro", "Raul Castro")
    assert same("Anwar al-Sadat", "Anwar Sadat")
    assert not same("George H. W. Bush", "George W. Bush")
    assert not same("Raúl Castro", "Fidel Castro")
    assert not same("Raúl Castro", None)


def test_titles_and_other_spellings_of_the_register_are_no_other_person() -> None:
    assert same("Juan Carlos", "King Juan Carlos")
    assert same("Gerhard Schröder", "Gerhard Schroeder")
    assert same("Abdullah II of Jordan", "King Abdullah II")
    assert not same("Abdullah II of Jordan", "King Abdullah")
    found = resolve("President de Klerk", date(1991, 2, 1))
    assert {"F.W. de Klerk", "Frederik de Klerk"} <= set(forms(found))


def test_no_mention_stands_in_two_sets() -> None:
    every = [
        (row["mention"], row["date"], row["context"]) for name in SETS for row in rows("namesakes", name)
    ]

    assert len(every) == len(set(every))


def test_a_row_is_right_only_with_country_and_sector() -> None:
    row = rows("namesakes", "work")[0]

    assert not coded(row, resolve("a stone"))
