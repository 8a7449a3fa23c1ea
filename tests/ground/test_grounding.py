"""The whole room on whole reports."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import sayso
from sayso.ground import Grounded, ground
from sayso.ground.page import Page
from sayso.records import (
    Annotated,
    Attribution,
    Coded,
    Commitment,
    CommitmentSpans,
    Event,
    EventSpans,
    Report,
    Span,
)

Load = Callable[[str], Annotated]
Find = Callable[..., Span]

FACTIONS = "Iranian-backed Iraqi militia factions and Shiite politicians"


def order(load: Load, find: Find) -> tuple[Annotated, tuple[Attribution, ...], Coded]:
    annotated = load("order")
    page = Page(annotated)

    def at(words: str, nth: int = 1) -> tuple[Span, ...]:
        return (find(page, words, nth),)

    attributions = (
        Attribution(
            id="a1", source=at("two Iraqi officials"), cue=at("said"),
            content=at("Iran told Iraqi militia leaders this week to stop attacks on U.S. bases"),
            source_type="anonymous_official",
        ),
        Attribution(
            id="a2", source=at("An adviser to Iran's Supreme Leader"), cue=at("warned"),
            content=at("any American strike would face a crushing response"), stance="threaten",
        ),
    )  # fmt: skip
    events = (
        Event(id="e1", mentions=at("told"), type="REQUEST", status="actual", according_to="a1",
              spans=EventSpans(at("Iran", 2), at("Iraqi militia leaders"))),
        Event(id="e2", mentions=at("request"), type="REQUEST", status="actual",
              spans=EventSpans(at("Gen. Navid Barzin"))),
        Event(id="e3", mentions=at("met"), type="CONSULT", status="actual",
              spans=EventSpans(at("Barzin", 2), at(FACTIONS))),
        Event(id="e4", mentions=at("warned"), type="THREATEN", status="actual",
              spans=EventSpans(at("An adviser to Iran's Supreme Leader"))),
        Event(id="e5", mentions=at("strike"), type="ASSAULT", status="possible", according_to="a2",
              spans=EventSpans(at("American"))),
    )  # fmt: skip
    commitment = Commitment(
        id="c1", kind="threat", condition=at("any American strike"), consequence=at("a crushing response"),
        attribution="a2", event="e4", spans=CommitmentSpans(to=at("American")),
    )  # fmt: skip
    return annotated, attributions, Coded(events, (commitment,))


def test_a_report_is_filled_in(load: Load, find: Find) -> None:
    found = ground(*order(load, find))
    by_type = {event.type: event for event in found.events}

    assert [one.source_actor for one in found.attributions] == ["IRQ GOV", "IRN GOV"]
    assert (by_type["REQUEST"].actor, by_type["REQUEST"].recipient) == (("IRN GOV",), ("IRQ REB",))
    assert by_type["REQUEST"].date == ("2020-11-17", "2020-11-17")
    assert (by_type["CONSULT"].actor, by_type["CONSULT"].recipient) == (("IRN MIL", "IRQ REB", "IRQ PTY"), ())
    assert by_type["THREATEN"].date == ("2020-11-16", "2020-11-16")
    assert by_type["ASSAULT"].actor == ("USA GOV",)
    assert by_type["ASSAULT"].date is None


def test_commitments_know_their_parties_and_day(load: Load, find: Find) -> None:
    found = ground(*order(load, find))
    (commitment,) = found.commitments
    events = {event.id: event for event in found.events}

    assert (commitment.by, commitment.to) == ("IRN GOV", "USA GOV")
    assert commitment.date == ("2020-11-16", "2020-11-16")
    assert commitment.deadline is None
    assert events[commitment.event or ""].type == "THREATEN"


def test_every_date_and_place_rests_on_words(load: Load, find: Find) -> None:
    found = ground(*order(load, find))
    for event in found.events:
        assert bool(event.date) == bool(event.spans.date)


def test_an_outlet_as_source_is_media(load: Load, find: Find) -> None:
    annotated = load("talks")
    page = Page(annotated)
    report = Attribution(
        id="a1", source=(find(page, "Hamas"),), cue=(), content=(), source_type="organisation"
    )
    (sourced,) = ground(annotated, (report,), Coded()).attributions
    assert (
        sourced.source_actor,
        sourced.source_name,
        sourced.source_type,
    ) == ("PSE REB", "Hamas", "organisation")


def test_nothing_in_nothing_out() -> None:
    empty = Annotated(Report(id="x", text=""), (), (), (), (), ())
    assert Grounded((), (), (), (), (), ()) == ground(empty, (), Coded())


def test_unknown_sources_stay_unknown(load: Load, find: Find) -> None:
    annotated = load("order")
    thing = Attribution(id="a1", source=(find(Page(annotated), "fire"),), cue=(), content=())
    assert (thing,) == ground(annotated, (thing,), Coded()).attributions


def test_the_same_in_gives_the_same_out(load: Load, find: Find) -> None:
    assert ground(*order(load, find)) == ground(*order(load, find))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Iran will resume enrichment unless sanctions are lifted before Biden takes office.", "2021-01-20"),
        (
            "Rebels threatened to attack the port unless prisoners are freed within three days of the "
            "signing of the truce on Friday.",
            "2021-01-11",
        ),
        (
            "The union warned it would strike if wages are not paid by the time the talks end on Friday.",
            "2021-01-08",
        ),
        ("The union warned it would strike if wages are not paid after the talks on Friday.", None),
    ],
)
def test_an_event_can_be_the_limit_of_a_commitment(text: str, day: str | None) -> None:
    reading = sayso.read(f"{text[:-1]}, officials said.", published="2021-01-06T18:05:00+00:00")

    assert [one.deadline for one in reading.commitments] == [day]
