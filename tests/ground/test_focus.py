"""The country a report is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import sayso
from sayso.ground.focus import Focus, country_of
from sayso.ground.names import Found, Name, names
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


ABROAD = (
    "Britain brushed aside a protest over the arrest of a general in London on Monday. Britain said the "
    "matter was one for British courts.\n\n"
)


@pytest.mark.parametrize(
    ("paragraph", "code"),
    [
        ("In Santiago, police fired tear gas at a crowd. Soldiers arrested three students.", "CHL MIL"),
        ("Chile closed its embassy. Soldiers arrested three students.", "CHL MIL"),
        ("Chile and Peru closed their embassies. Soldiers arrested three students.", "GBR MIL"),
        ("Soldiers arrested three students.", "GBR MIL"),
    ],
)
def test_a_paragraph_set_elsewhere_is_about_that_country(paragraph: str, code: str) -> None:
    reading = sayso.read(ABROAD + paragraph, published="1998-10-20T16:30:00+01:00")
    arrests = [event for event in reading.events if "arrested" in _words(reading, event)]

    assert [event.actor for event in arrests] == [(code,)]


def _words(reading: sayso.Reading, event: sayso.Event) -> list[str]:
    return [reading.report.text[slice(*span)] for span in event.mentions]


def test_a_family_name_alone_sets_no_scene_unless_it_rules(page: Callable[[str], Page]) -> None:
    read = page("undated")
    span, first = (0, 1), 0
    minister = Name("person", "NZL GOV", "Ann Smith", office="health minister")
    ruler = Name("person", "NZL GOV", "Ann Smith", office="prime minister")

    assert Focus(read, [Found(span, first, first + 1, (minister,))]).scene is None
    assert Focus(read, [Found(span, first, first + 1, (ruler,))]).scene == "NZL"
    assert Focus(read, [Found(span, first, first + 2, (minister,))]).scene == "NZL"
