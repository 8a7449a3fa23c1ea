"""Whom an act is aimed at where its own words name nobody."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.attribute import attribute
from sayso.code import code
from sayso.ground import ground
from sayso.records import Annotated, Event


@pytest.fixture
def events(parsed: Any) -> Any:
    def of(name: str) -> list[Event]:
        annotated: Annotated = parsed(name)
        said = attribute(annotated)
        return list(ground(annotated, said, code(annotated, said)).events)

    return of


def test_a_refusal_faces_whom_the_actor_has_to_do_with(events: Any) -> None:
    refused = [one for one in events("facing") if one.type == "REJECT" and one.actor == ("TUR GOV",)]

    assert [one.recipient for one in refused] == [("GRC GOV",)]


def test_people_arrested_are_those_of_the_place(events: Any) -> None:
    (arrest,) = [one for one in events("crowd") if one.mode == "arrest"]

    assert arrest.recipient == ("BLR CVL",)


def test_nobody_agrees_with_himself(events: Any) -> None:
    (promise,) = [one for one in events("agree_self") if one.type == "AGREE"]

    assert promise.actor == ("SRB GOV",)
    assert promise.recipient == ()


def test_what_nobody_does_is_no_event(events: Any) -> None:
    assert [one for one in events("mineral") if one.type == "ASSAULT"] == []


def test_people_belong_to_the_country_they_live_in(events: Any) -> None:
    (demand,) = [one for one in events("residents") if one.type == "REQUEST"]

    assert demand.actor == ("SRB CVL",)


def test_against_is_no_nationality(events: Any) -> None:
    (killing,) = [one for one in events("anti") if one.type == "ASSAULT"]

    assert killing.recipient == ("LBN MED",)
