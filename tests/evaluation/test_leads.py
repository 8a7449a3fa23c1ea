"""Leads of our own: the sets, and whose country counts."""

from __future__ import annotations

from collections import Counter

import pytest

from evaluation.halves import HALVES, rows
from evaluation.leads import dyad
from sayso.records import EVENT_TYPES, Event


def event(actor: tuple[str, ...], recipient: tuple[str, ...] = ()) -> Event:
    return Event(
        id="e1", mentions=((0, 1),), type="CONSULT", status="actual", actor=actor, recipient=recipient
    )


@pytest.mark.parametrize("half", HALVES)
def test_every_type_has_ten_leads(half: str) -> None:
    assert Counter(row["type"] for row in rows("leads", half)) == dict.fromkeys(EVENT_TYPES, 10)


def test_no_lead_is_in_both_halves() -> None:
    work, kept = ({row["text"] for row in rows("leads", half)} for half in HALVES)

    assert not work & kept


@pytest.mark.parametrize(
    ("one", "sides"),
    [
        (event(("IRN GOV",), ("GBR BUS",)), ("IRN", "GBR")),
        (event(("ISR GOV", "LBN GOV")), ("ISR", "LBN")),
        (event(("--- REB",), ("MLI MIL",)), (None, "MLI")),
        (event(("IGO UNO",), ("--- NGO",)), ("IGO", "IGO")),
        (None, (None, None)),
    ],
)
def test_the_sides_of_an_act_done_to_each_other_are_its_actors(
    one: Event | None, sides: tuple[str | None, str | None]
) -> None:
    assert dyad(one) == sides
