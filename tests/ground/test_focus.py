"""The country a report is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.ground.focus import Focus, country_of
from sayso.ground.names import Name, names
from sayso.ground.page import Page
from sayso.records import Span


@pytest.mark.parametrize(("report", "scene"), [("summit", "QAT"), ("coup", "FJI"), ("undated", None)])
def test_the_scene(page: Callable[[str], Page], report: str, scene: str | None) -> None:
    read = page(report)
    assert Focus(read, names(read)).scene == scene


def test_a_dateline_alone_is_not_enough(page: Callable[[str], Page]) -> None:
    read = page("order")
    focus = Focus(read, names(read))
    assert focus.dateline == "IRQ"
    assert focus.scene in ("IRQ", "IRN")


def test_rebels_are_of_the_scene(page: Callable[[str], Page], find: Callable[..., Span]) -> None:
    read = page("summit")
    focus = Focus(read, names(read))
    number = read.at(find(read, "denied")[0])
    assert number is not None
    assert focus.near(number, "GOV") == "EGY"
    assert focus.near(number, "REB") == "QAT"


@pytest.mark.parametrize(
    ("code", "land"), [("IRN GOV", "IRN"), ("IRN", "IRN"), ("IGO UNO", None), ("", None)]
)
def test_country_of_a_row(code: str, land: str | None) -> None:
    assert country_of(Name("x", code, "x")) == land
    assert country_of(None) is None
