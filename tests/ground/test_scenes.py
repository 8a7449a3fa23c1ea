"""Where acts took place that no word puts anywhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.ground.focus import Focus
from sayso.ground.names import names
from sayso.ground.page import Page
from sayso.ground.places import spots
from sayso.ground.scenes import scene, setting
from sayso.records import Event, Span

Give = Callable[[str], Page]


def event(
    span: Span, kind: str, status: str = "actual", mode: str | None = None, actor: str = "---"
) -> Event:
    return Event(id="e1", mentions=(span,), type=kind, status=status, mode=mode, actor=(actor,))


def test_the_scene_of_a_material_act_is_where_it_befell(page: Give, find: Callable[..., Span]) -> None:
    read = page("coup")
    placed = spots(read, names(read))

    found = scene(read, placed, event(find(read, "raid"), "COERCE"), ("FJI MIL",), ("FJI COP",))
    assert found is not None
    assert (found.name, found.country) == ("Suva", "FJI")

    abroad = scene(read, placed, event(find(read, "raid"), "ASSAULT"), ("AUS MIL",), ("NZL GOV",))
    assert abroad is not None
    assert (abroad.name, abroad.country) == ("New Zealand", "NZL")


@pytest.mark.parametrize(
    ("kind", "mode", "actor", "recipient", "land"),
    [
        ("SANCTION", "expel", "ALB GOV", "IRN GOV", "ALB"),
        ("SANCTION", "discontinue", "ALB GOV", "IRN GOV", None),
        ("ASSAULT", None, "ARG COP", "CHN BUS", "ARG"),
        ("COERCE", None, "USA JUD", "RUS CVL", "USA"),
        ("AID", None, "FRA MIL", "TCD MIL", "TCD"),
        ("RETREAT", None, "THA MIL", "KHM MIL", None),
        ("THREATEN", None, "AUS GOV", "FJI MIL", None),
        ("ASSAULT", None, "---", "---", None),
    ],
)
def test_the_sides_tell_the_country(
    page: Give,
    find: Callable[..., Span],
    kind: str,
    mode: str | None,
    actor: str,
    recipient: str,
    land: str | None,
) -> None:
    read = page("order")
    found = scene(read, [], event(find(read, "warned"), kind, mode=mode), (actor,), (recipient,))

    assert (found.country if found else None) == land


def test_an_act_on_the_ground_is_set_in_the_country_the_report_is_about(
    page: Give, find: Callable[..., Span]
) -> None:
    read = page("coup")
    found = names(read)
    focus, span = Focus(read, found), find(read, "raid")

    placed = setting(read, [], event(span, "ASSAULT"), focus)
    assert placed is not None
    assert placed.country == focus.scene == "FJI"
    assert setting(read, [], event(span, "ACCUSE"), focus) is None
    assert setting(read, [], event(span, "COOPERATE", actor="FJI GOV"), focus) is None
    assert setting(read, [], event(span, "COOPERATE", actor="FJI MIL"), focus) is not None
