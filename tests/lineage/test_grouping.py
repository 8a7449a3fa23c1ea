"""Which tellings are of one event."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.lineage.grouping import grouped, likeness
from sayso.lineage.tellings import Teller

TEXT = "Norland seized the freighter Alda near the Kell strait on Sunday."


@pytest.fixture
def groups(hand) -> Any:
    """How many groups a first report and a changed second one make."""

    def made(text=TEXT, when="2031-07-01", outlet="Bay Times", **changes) -> Any:
        base = {"words": "seized", "type": "COERCE", "actor": ("NLD MIL",), "days": "2031-06-29"}
        first = hand.read("Osk Herald", "2031-07-01T09:00:00Z", TEXT, (hand.happens(**base),))
        second = hand.read(outlet, f"{when}T10:00:00Z", text, (hand.happens(**{**base, **changes}),))
        return len(grouped(Teller([first, second]).told()))

    return made


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, 1),
        ({"status": "denied"}, 1),
        ({"status": "planned"}, 2),
        ({"actor": ("OSK MIL",)}, 2),
        ({"actor": ()}, 1),
        ({"actor": ("NLD GOV",)}, 1),
        ({"recipient": ("OSK BUS",)}, 1),
        ({"type": "ASSAULT"}, 1),
        ({"type": "AID"}, 2),
        ({"days": "2031-06-30"}, 1),
        ({"days": "2031-07-01"}, 2),
        ({"days": ("2031-06-28", "2031-07-01")}, 1),
        ({"days": None}, 1),
        ({"days": None, "when": "2031-07-20"}, 2),
        ({"text": "The freighter Alda was seized by Norland in the strait."}, 1),
        ({"text": "Norland seized the tanker Mona near the Selvo bank."}, 2),
        ({"text": "Norland seized documents at a customs house."}, 2),
        ({"text": "The freighter Alda was seized.", "actor": ()}, 1),
        ({"text": "A seized freighter sank on its way home.", "actor": ()}, 2),
        ({"text": "A seized freighter sank on its way home."}, 1),
    ],
)
def test_what_joins_and_what_does_not(groups, changes, expected) -> None:
    assert groups(**changes) == expected


def test_two_events_of_one_sentence_are_two(hand) -> None:
    reading = hand.read(
        "Osk Herald", "2031-07-01T09:00:00Z",
        "Norland seized the freighter Alda and seized its freighter crew.",
        (hand.happens("seized the", "COERCE", actor=("NLD MIL",)),
         hand.happens("seized its", "COERCE", actor=("NLD MIL",))),
    )  # fmt: skip
    assert len(grouped(Teller([reading]).told())) == 2


def test_likeness_is_even_handed(hand) -> None:
    readings = [
        hand.read(f"Outlet {n}", "2031-07-01T09:00:00Z", text, (hand.happens("seized", "COERCE"),))
        for n, text in enumerate((TEXT, "The freighter Alda was seized.", "Six men seized a bank."))
    ]
    told = [tellings[0] for tellings in Teller(readings).told()]
    for one in told:
        for two in told:
            assert likeness(one, two) == likeness(two, one)
