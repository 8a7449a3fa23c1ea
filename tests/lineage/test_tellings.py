"""Every event is told once for each sentence, in order."""

from __future__ import annotations

from sayso.lineage.tellings import Teller


def test_in_order_of_publication_and_place(hand) -> None:
    events = (hand.happens("fell", "RETREAT"), hand.happens("left", "RETREAT"))
    readings = [
        hand.read("Osk Herald", "2031-03-07T09:00:00Z", "Ships left. Kell fell.", events),
        hand.read("Bay Times", "2031-03-07T10:00:00Z", "Ships left. Kell fell silent.", events),
    ]
    told = list(Teller(readings).told())

    assert [(tellings[0].order, tellings[0].event.id) for tellings in told] == [
        (0, "e2"), (0, "e1"), (1, "e2"), (1, "e1"),
    ]  # fmt: skip
    assert told[0][0].id == f"{readings[0].report.id}:e2"


def test_outlets_without_a_name_are_kept_apart(hand) -> None:
    readings = [
        hand.read(None, None, f"Number {n}: ships left.", (hand.happens("left", "RETREAT"),)) for n in (1, 2)
    ]
    assert len({tellings[0].path for tellings in Teller(readings).told()}) == 2
