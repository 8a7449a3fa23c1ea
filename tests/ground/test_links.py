"""Speech acts and the deeds they speak of lend each other their parties."""

from __future__ import annotations

from sayso.ground.links import linked
from sayso.records import Attribution, Event

SAID = Attribution(id="a1", source=((0, 4),), cue=((5, 10),), content=((11, 30),), stance="request")


def speech(kind: str = "REQUEST", **parties: tuple[str, ...]) -> Event:
    return Event(id="e1", mentions=((5, 10),), type=kind, status="actual", **parties)  # type: ignore[arg-type]


def deed(status: str = "requested", **parties: tuple[str, ...]) -> Event:
    return Event(
        id="e2",
        mentions=((15, 20),),
        type="RETREAT",
        status=status,
        according_to="a1",
        **parties,  # type: ignore[arg-type]
    )


def test_who_is_asked_is_who_is_to_do_it() -> None:
    asked, done = linked((speech(recipient=("IRN GOV",)), deed()), (SAID,))

    assert done.actor == ("IRN GOV",)
    assert asked.recipient == ("IRN GOV",)


def test_who_is_to_do_it_is_who_is_asked() -> None:
    asked, _ = linked((speech(actor=("USA GOV",)), deed(actor=("IRN GOV",))), (SAID,))

    assert asked.recipient == ("IRN GOV",)


def test_who_asks_leave_for_himself_asks_nobody_by_that() -> None:
    asked, _ = linked((speech(actor=("USA GOV",)), deed(actor=("USA GOV",))), (SAID,))

    assert asked.recipient == ()


def test_who_promises_is_who_will() -> None:
    promise, done = linked(
        (speech("AGREE", actor=("FRA GOV",)), deed("planned", recipient=("HTI CVL",))), (SAID,)
    )

    assert done.actor == ("FRA GOV",)
    assert promise.recipient == ("HTI CVL",)


def test_what_is_known_stays() -> None:
    events = (speech(recipient=("IRN GOV",)), deed(actor=("IRQ GOV",)))

    assert linked(events, (SAID,)) == events


def test_deeds_told_as_done_or_by_others_lend_nothing() -> None:
    done = (speech(recipient=("IRN GOV",)), deed("actual"))

    assert linked(done, (SAID,)) == done
    assert linked(done, ()) == done
