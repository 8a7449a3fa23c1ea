"""Where acts took place that no word puts anywhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec import structs

from sayso.ground.focus import Focus
from sayso.ground.names import names
from sayso.ground.page import Page
from sayso.ground.places import spots
from sayso.ground.scenes import scene, setting, stage, visited
from sayso.records import Event, EventPlace, EventSpans, Span

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


def test_what_is_threatened_is_not_where_its_sides_are_from(page: Give, find: Callable[..., Span]) -> None:
    read = page("coup")

    assert (
        scene(read, [], event(find(read, "raid"), "ASSAULT", "threatened"), ("AUS MIL",), ("NZL GOV",))
        is None
    )


def test_an_act_on_the_ground_is_set_in_the_country_of_the_report(
    page: Give, find: Callable[..., Span]
) -> None:
    read = page("coup")
    span = find(read, "raid")

    placed = setting(read, [], event(span, "ASSAULT"), "FJI")
    assert placed is not None
    assert placed.country == "FJI"
    assert setting(read, [], event(span, "ASSAULT"), None) is None
    assert setting(read, [], event(span, "ACCUSE"), "FJI") is None
    assert setting(read, [], event(span, "COOPERATE", actor="FJI GOV"), "FJI") is None
    assert setting(read, [], event(span, "COOPERATE", actor="FJI MIL"), "FJI") is not None


def test_a_report_is_set_where_two_acts_are_told_to_be_and_else_in_what_it_is_about(page: Give) -> None:
    read = page("coup")
    focus = Focus(read, names(read))
    told = Event(
        id="e1",
        mentions=((0, 1),),
        type="ASSAULT",
        status="actual",
        place=EventPlace("Osk", "KHM"),
        spans=EventSpans(place=((0, 1),)),
    )
    spoken = structs.replace(told, type="ACCUSE")

    assert stage((), focus) == "FJI"
    assert stage((told, spoken), focus) == "FJI"
    assert stage((told, told), focus) == "KHM"


IRAQ = EventPlace("Baghdad", "IRQ", 33.34, 44.4)
TWO = EventSpans(actor=((0, 4), (6, 9)))


@pytest.mark.parametrize(
    ("mode", "actor", "spans", "told"),
    [
        ("visit", ("IRN GOV",), EventSpans(), (("IRN GOV",), ("IRQ GOV",))),
        (None, ("IRN GOV", "IRQ GOV"), TWO, (("IRN GOV",), ("IRQ GOV",))),
        (None, ("IRQ GOV", "IRN GOV"), TWO, (("IRQ GOV", "IRN GOV"), ())),
        (None, ("IRN GOV", "SYR GOV"), TWO, (("IRN GOV", "SYR GOV"), ())),
        ("visit", ("IRN CVL",), EventSpans(), (("IRN CVL",), ())),
        ("visit", ("IRQ GOV",), EventSpans(), (("IRQ GOV",), ())),
        ("visit", (), EventSpans(), ((), ())),
    ],
)
def test_who_calls_on_whom(
    mode: str | None,
    actor: tuple[str, ...],
    spans: EventSpans,
    told: tuple[tuple[str, ...], tuple[str, ...]],
) -> None:
    met = structs.replace(event((0, 3), "CONSULT", mode=mode), actor=actor, place=IRAQ, spans=spans)
    found = visited(met)

    assert (found.actor, found.recipient) == told


def test_only_meetings_are_paid_to_somebody() -> None:
    struck = structs.replace(event((0, 3), "ASSAULT", actor="IRN GOV"), place=IRAQ)

    assert visited(struck) == struck
