"""Where events took place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.ground.names import names
from sayso.ground.page import Page
from sayso.ground.places import listed, scene, spots, where
from sayso.records import Event, Span

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


def test_datelines_are_no_place_of_events(page: Give) -> None:
    read = page("order")
    assert "BAGHDAD" not in {read.text[slice(*one.span)] for one in spots(read, names(read))}
    assert "BAGHDAD" in {read.text[slice(*one.span)] for one in listed(names(read))}


def test_places_come_with_country_and_degrees(page: Give) -> None:
    found = {one.name: one for one in listed(names(page("order")))}
    assert (found["Najaf"].country, found["Najaf"].lat, found["Najaf"].lon) == ("IRQ", 32.0, 44.34)


def event(read: Page, span: Span, kind: str, status: str = "actual") -> Event:
    return Event(id="e1", mentions=(span,), type=kind, status=status)


def test_the_scene_of_a_material_act_is_where_it_befell(page: Give, find: Callable[..., Span]) -> None:
    read = page("coup")
    placed = spots(read, names(read))
    raid = event(read, find(read, "raid"), "COERCE")

    found = scene(read, placed, raid, ("FJI MIL",), ("FJI COP",))
    assert found is not None
    assert (found.name, found.country) == ("Suva", "FJI")

    abroad = scene(read, placed, event(read, find(read, "raid"), "ASSAULT"), ("AUS MIL",), ("NZL GOV",))
    assert abroad is not None
    assert (abroad.name, abroad.country) == ("New Zealand", "NZL")


def test_speech_and_unknown_sides_have_no_scene(page: Give, find: Callable[..., Span]) -> None:
    read = page("coup")
    placed = spots(read, names(read))
    span = find(read, "warned")
    assert scene(read, placed, event(read, span, "THREATEN"), ("AUS GOV",), ("FJI MIL",)) is None
    assert scene(read, placed, event(read, span, "ASSAULT"), ("---",), ()) is None
