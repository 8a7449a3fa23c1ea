"""Phrases read by a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.ground import actors
from sayso.ground.cast import Cast
from sayso.ground.named import counted, nation, outlet
from sayso.records import Span

Give = Callable[[str], Cast]


@pytest.mark.parametrize(
    ("report", "words", "nth", "codes"),
    [
        ("summit", "Qatar", 2, ("QAT GOV",)),
        ("summit", "Egypt", 3, ("EGY GOV",)),
        ("talks", "Minsk", 1, ("BLR GOV",)),
        ("talks", "The European Union", 1, ("IGO EUU",)),
        ("talks", "Hamas", 1, ("PSE REB",)),
        ("order", "the Quds Force", 1, ("IRN MIL",)),
        ("talks", "Tavares", 2, ("BLR NGO",)),
    ],
)
def test_names_of_tables_and_of_the_report(
    cast: Give, find: Callable[..., Span], report: str, words: str, nth: int, codes: tuple[str, ...]
) -> None:
    read = cast(report)
    assert actors.codes(read, (find(read.page, words, nth),)) == codes


def test_a_place_with_in_is_no_actor(cast: Give, find: Callable[..., Span]) -> None:
    read = cast("summit")
    number = read.page.at(find(read.page, "Washington")[0])
    assert number is not None
    assert nation(read, read.phrase(number)) is None


def test_what_is_counted_is_the_actor(cast: Give, find: Callable[..., Span]) -> None:
    read = cast("summit")
    number = read.page.at(find(read.page, "12 of them")[0])
    assert number is not None
    inner = read.at(number + 2)
    mention = counted(read, read.phrase(number))
    assert (mention.codes if mention else None) == (inner.codes if inner else None)


def test_an_outlet_by_its_name_alone(cast: Give, find: Callable[..., Span]) -> None:
    read = cast("talks")
    number = read.page.at(find(read.page, "Tavares")[0])
    assert number is not None
    assert outlet(read, read.phrase(number)) is None
