"""Where events took place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.ground.names import names
from sayso.ground.page import Page
from sayso.ground.places import spots, where
from sayso.records import Span

Give = Callable[[str], Page]


@pytest.mark.parametrize(
    ("report", "trigger", "kind", "name"),
    [
        ("order", "meeting", "CONSULT", "Najaf"),
        ("order", "warned", "THREATEN", None),
        ("order", "told", "REQUEST", None),
        ("border", "exchanged", "ASSAULT", "Preah Vihear"),
        ("border", "attacked", "ASSAULT", "Pattani"),
        ("border", "arrested", "COERCE", "Pattani"),
        ("border", "talks", "CONSULT", "Paris"),
        ("coup", "seized", "COERCE", "Suva"),
        ("coup", "rejected", "REJECT", None),
    ],
)
def test_the_narrowest_place_told(
    page: Give, find: Callable[..., Span], report: str, trigger: str, kind: str, name: str | None
) -> None:
    read = page(report)
    found = where(read, spots(read, names(read)), find(read, trigger), kind)
    assert name == (found[0].name if found else None)


def test_datelines_are_no_place_of_events(page: Give, find: Callable[..., Span]) -> None:
    read = page("order")
    found = spots(read, names(read))

    assert {read.text[slice(*one.span)] for one in found if one.dateline} == {"BAGHDAD"}
    assert where(read, [one for one in found if one.dateline], find(read, "meeting"), "CONSULT") is None


def test_where_a_source_speaks_is_no_place_of_what_it_tells(page: Give, find: Callable[..., Span]) -> None:
    read = page("border")
    trigger = find(read, "exchanged")
    told = next(one for one in spots(read, names(read)) if one.name.name == "Preah Vihear")
    spoken = spots(read, names(read), (told.span,))

    found = where(read, spoken, trigger, "ASSAULT")
    assert found is None or found[0].name != "Preah Vihear"
