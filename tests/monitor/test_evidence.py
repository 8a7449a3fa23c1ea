"""What bears on a commitment, and what does not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sayso.lineage import lineage
from sayso.monitor.evidence import by_whom, matches, seen, sought
from sayso.monitor.issued import issued


@pytest.fixture
def threat(hand) -> Any:
    reading = hand.read(
        "Concord Wire", "2031-10-01T09:00:00Z",
        "If Osk shuts the Kell crossing, Norland will cut gas. Rain fell.",
        (
            hand.happens("shuts", "COERCE", "conditional", actor=("OSK GOV",)),
            hand.happens("cut", "SANCTION", "threatened"),
        ),
        (),
        ({"kind": "threat", "by": "NLD GOV", "to": "OSK GOV", "condition": "Osk shuts the Kell crossing",
          "consequence": "Norland will cut gas", "days": "2031-10-01"},),
    )  # fmt: skip
    return next(issued([reading]))


def found(hand, threat, *events, text="Osk shuts the Kell crossing.", when="2031-10-05") -> Any:
    reading = hand.read("Osk Herald", f"{when}T09:00:00Z", text, events)
    what = sought(threat, threat.commitment.condition)
    return list(matches(what, threat, seen(lineage([reading]))))


def test_what_is_sought_are_the_events_in_the_words(threat) -> None:
    condition = sought(threat, threat.commitment.condition)

    assert [event.id for event in condition.events] == ["e1"]
    assert condition.proper == {"kell"}
    assert {"kell", "shut"} <= condition.stems


def test_the_parties_of_the_commitment_fill_in_for_its_consequence(threat) -> None:
    what = by_whom(sought(threat, threat.commitment.consequence), threat)
    assert [(event.actor, event.recipient) for event in what.events] == [(("NLD GOV",), ("OSK GOV",))]


@pytest.mark.parametrize(
    ("event", "report", "expected"),
    [
        ({}, {}, 1),
        ({"days": "2031-10-05"}, {}, 1),
        ({"days": "2031-10-01"}, {}, 1),
        ({"days": "2031-09-30"}, {}, 0),
        ({}, {"when": "2031-10-01"}, 0),
        ({"actor": ("FAR GOV",)}, {}, 0),
        ({"type": "AID"}, {}, 0),
        ({}, {"text": "Osk shuts the Selvo crossing."}, 0),
        ({}, {"text": "Osk shuts the Kell crossing if it must."}, 0),
    ],
)
def test_what_meets_the_condition(hand, threat, event, report, expected) -> None:
    given = {"words": "shuts", "type": "COERCE", "actor": ("OSK GOV",), **event}
    assert len(found(hand, threat, hand.happens(**given), **report)) == expected


def test_a_claim_that_is_only_denied_is_not_seen_as_done(hand) -> None:
    reading = hand.read(
        "Osk Herald",
        "2031-10-05T09:00:00Z",
        "Osk shuts nothing.",
        (hand.happens("shuts", "COERCE", "denied"),),
    )
    claims = lineage([reading])

    assert seen(claims) == []
    assert [each.day for each in seen(claims, "against")] == [date(2031, 10, 5)]
