"""Parties left unsaid."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.ground.cast import Cast
from sayso.ground.parties import conditioned, known, unsaid
from sayso.records import Attribution, Commitment, Event, Span

Give = Callable[[str], Cast]
Find = Callable[..., Span]


def event(cast: Cast, find: Find, words: str, kind: str, status: str = "actual", **parts: str) -> Event:
    return Event(id="e1", mentions=(find(cast.page, words),), type=kind, status=status, **parts)  # type: ignore[arg-type]


@pytest.fixture
def threat(cast: Give, find: Find) -> tuple[Cast, dict[str, Attribution], tuple[Commitment, ...]]:
    read = cast("order")
    source = Attribution(
        id="a1", source=(find(read.page, "An adviser"),), cue=(find(read.page, "warned"),), content=(),
        source_actor="IRN GOV",
    )  # fmt: skip
    commitment = Commitment(
        id="c1", kind="threat", attribution="a1", condition=(find(read.page, "any American strike"),),
    )  # fmt: skip
    return read, {"a1": source}, (commitment,)


def test_the_speaker_is_the_one_who_threatens(
    threat: tuple[Cast, dict[str, Attribution], tuple[Commitment, ...]], find: Find
) -> None:
    read, sources, commitments = threat
    found = unsaid(read, event(read, find, "warned", "THREATEN"), sources, commitments)
    assert found.actor == ("IRN GOV",)


def test_a_threatened_deed_is_the_speakers(
    threat: tuple[Cast, dict[str, Attribution], tuple[Commitment, ...]], find: Find
) -> None:
    read, sources, commitments = threat
    deed = event(read, find, "response", "ASSAULT", "threatened", according_to="a1")
    assert unsaid(read, deed, sources, commitments).actor == ("IRN GOV",)


def test_what_is_said_is_left_alone(
    threat: tuple[Cast, dict[str, Attribution], tuple[Commitment, ...]], find: Find
) -> None:
    read, sources, commitments = threat
    told = Event(
        id="e1", mentions=(find(read.page, "warned"),), type="THREATEN", status="actual",
        actor=("IRN MIL",), recipient=("USA GOV",),
    )  # fmt: skip
    assert unsaid(read, told, sources, commitments) == told


def test_protest_and_arrest_have_their_parties_at_the_scene(cast: Give, find: Find) -> None:
    read = cast("summit")
    march = unsaid(read, event(read, find, "marched", "PROTEST"), {}, ())
    assert (march.actor, march.recipient) == (("QAT CVL",), ("QAT GOV",))
    arrest = unsaid(read, event(read, find, "arrested", "COERCE"), {}, ())
    assert arrest.actor == ("QAT COP",)
    other = unsaid(read, event(read, find, "struck", "ASSAULT"), {}, ())
    assert not known(other.actor)


def test_a_condition_names_the_other_side(cast: Give, find: Find) -> None:
    read = cast("talks")
    span = find(read.page, "Israel lifted the blockade")
    assert conditioned(read, (span,), ("PSE REB",)) == ("ISR GOV",)
    assert conditioned(read, (span,), ("ISR GOV",)) == ()
