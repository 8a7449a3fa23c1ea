"""A reading made to tell: on whose word, by which ways, and what is no word at all."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from sayso.lineage.sources import Party
from sayso.lineage.tellings import Teller


@pytest.fixture
def told(hand) -> Any:
    def first(*args, more=(), **options) -> Any:
        reading = hand.read(*args, **options)
        return next(iter(Teller([*more, reading]).page(len(more)).tellings(reading.events[0])))

    return first


def named(telling) -> tuple[str, ...]:
    return tuple(party.title for party in telling.path)


def test_the_chain_from_the_outlet_inward(hand, told) -> None:
    telling = told(
        "Osk Herald", "2031-03-07T10:00:00Z", "Ships left Kell, officials said, Concord Wire reported.",
        (hand.happens("left", "RETREAT", by="officials"),),
        (hand.says("Concord Wire", "reported", "media"),
         hand.says("officials", "said", "anonymous_official", inside="Concord Wire")),
    )  # fmt: skip

    assert named(telling) == ("Osk Herald", "Concord Wire", "anon:officials@Concord Wire")
    assert telling.chain == ("Osk Herald", "Concord Wire", "officials")
    assert (telling.voice, telling.stance, telling.sentence) == (
        "source", "for", "Ships left Kell, officials said, Concord Wire reported.",
    )  # fmt: skip
    assert telling.stems == {"ship", "left", "kell"}


@pytest.mark.parametrize("source", ["The report", "the agency", "the paper"])
def test_a_definite_newsroom_is_the_one_last_named(hand, told, source) -> None:
    text = f"Concord Wire said ships left. Kell fell silent, {source} added."
    telling = told(
        "Osk Herald", "2031-03-07T10:00:00Z", text, (hand.happens("fell", "RETREAT", by=source),),
        (hand.says("Concord Wire", "said", "media"), hand.says(source, "added", "media")),
        more=[hand.read("Concord Wire", "2031-03-07T09:00:00Z", "Nothing.")],
    )  # fmt: skip

    assert named(telling) == ("Osk Herald", "Concord Wire")


@pytest.mark.parametrize(
    ("event", "published", "source", "voice"),
    [
        ({"type": "COERCE"}, "2031-03-07", None, "own"),
        ({"type": "COERCE", "days": "2031-03-06"}, "2031-03-07", None, "own"),
        ({"type": "COERCE", "days": "2031-01-06"}, "2031-03-07", None, "recalled"),
        ({"type": "REQUEST"}, "2031-03-07", None, "heard"),
        ({"type": "COERCE"}, "2031-03-07", ("Media reports", "document"), "hearsay"),
        ({"type": "COERCE"}, "2031-03-07", ("local media", "media"), "hearsay"),
        ({"type": "COERCE"}, "2031-03-07", ("a sailor", "anonymous_other"), "source"),
    ],
)
def test_whose_voice_it_is(hand, told, event, published, source, voice) -> None:
    text = f"Ships were held, {source[0]} say." if source else "Ships were held."
    telling = told(
        "Osk Herald", f"{published}T10:00:00Z", text,
        (hand.happens("held", **event, by=source[0] if source else ""),),
        (hand.says(source[0], "say", source[1]),) if source else (),
    )  # fmt: skip
    assert telling.voice == voice
    assert telling.traced == (voice in ("own", "heard", "source"))


@pytest.mark.parametrize(("kind", "path"), [("named_person", 1), ("anonymous_official", 2)])
def test_a_speech_is_heard_by_the_newsroom_unless_nobody_stands_by_it(hand, told, kind, path) -> None:
    telling = told(
        "Osk Herald", "2031-03-07T10:00:00Z", "Lund warned that ships would be held.",
        (hand.happens("warned", "THREATEN"),), (hand.says("Lund", "warned", kind),),
    )  # fmt: skip
    assert (len(telling.path), telling.voice) == (path, "heard" if path == 1 else "source")


def test_who_orders_a_thing_is_no_source_for_it(hand, told) -> None:
    telling = told(
        "Osk Herald", "2031-03-07T10:00:00Z", "Norland told ships to leave, officials said.",
        (hand.happens("leave", "RETREAT", "requested", by="Norland"),),
        (hand.says("officials", "said", "anonymous_official"),
         hand.says("Norland", "told", "organisation", "NLD GOV", inside="officials", stance="order")),
    )  # fmt: skip
    assert named(telling) == ("Osk Herald", "anon:officials@Osk Herald")


def test_further_mentions_are_told_on_their_own_word(hand) -> None:
    text = "Ulm met factions, two members said. An Osk official also confirmed the meetings. Ulm left."
    reading = hand.read(
        "Concord Wire", "2031-03-07T10:00:00Z", text, (hand.happens("met", "CONSULT", by="two members"),),
        (hand.says("two members", "said", "anonymous_other"),
         hand.says("An Osk official", "confirmed", "anonymous_official")),
    )  # fmt: skip
    second = msgspec.structs.replace(reading.attributions[1], content=(hand.find(text, "the meetings"),))
    event = msgspec.structs.replace(
        reading.events[0],
        mentions=(hand.find(text, "met"), hand.find(text, "meetings"), hand.find(text, "left")),
    )
    reading = msgspec.structs.replace(
        reading, attributions=(reading.attributions[0], second), events=(event,)
    )
    tellings = Teller([reading]).page(0).tellings(event)

    assert [named(telling)[1:] for telling in tellings] == [
        ("anon:two members@Concord Wire",), ("anon:Osk official@Concord Wire",), (),
    ]  # fmt: skip


def test_a_credit_stands_between_the_outlet_and_the_source(hand, told) -> None:
    text = "OSK (Concord Wire) - Ships left Kell, a sailor said."
    event, source = (
        hand.happens("left", "RETREAT", by="a sailor"),
        hand.says("a sailor", kind="anonymous_other"),
    )
    wire = hand.read("Concord Wire", "2031-03-07T09:00:00Z", text, (event,), (source,))
    telling = told("Osk Herald", "2031-03-07T10:00:00Z", text, (event,), (source,), more=[wire])

    assert telling.path[:2] == (Party("Osk Herald", "newsroom"), Party("Concord Wire", "newsroom"))
    assert telling.path[2].room == "Concord Wire"
    assert telling.copy_of == "Concord Wire"


def test_a_headline_is_known_for_one(hand, told) -> None:
    events = (hand.happens("Ships leave", "RETREAT"),)
    assert told("Osk Herald", None, "They did.", events, title="Ships leave Kell").in_title
    assert not told("Osk Herald", None, "Ships leave.", events, title="Kell").in_title


def test_a_newsroom_takes_back_its_report(hand, told) -> None:
    text = "Osk Herald withdraws its report that ships left Kell."
    telling = told("Osk Herald", None, text, (hand.happens("left", "RETREAT"),))
    other = told("Bay Times", None, text, (hand.happens("left", "RETREAT"),))

    assert (telling.voice, telling.stance, telling.traced) == ("retraction", "against", False)
    assert other.voice != "retraction"


def test_a_mention_behind_an_if_is_no_telling(hand) -> None:
    text = "Ulm met factions, a sailor said. If the meetings failed, Ulm would leave."
    reading = hand.read(
        "Concord Wire", "2031-03-07T10:00:00Z", text, (hand.happens("met", "CONSULT", by="a sailor"),),
        (hand.says("a sailor", "said", "anonymous_other"),),
    )  # fmt: skip
    event = msgspec.structs.replace(
        reading.events[0], mentions=(hand.find(text, "met"), hand.find(text, "meetings"))
    )
    assert len(Teller([reading]).page(0).tellings(event)) == 1


@pytest.mark.parametrize(
    ("listener", "relay"),
    [
        ("Concord Wire on Friday", "Concord Wire"),
        ("CW", "Concord Wire"),
        ("the Concord Wire.", "Concord Wire"),
        ("the Guardian", "Guardian"),
        ("the Guardian Council", None),
        ("reporters", None),
        ("Osk Herald", None),
    ],
)
def test_who_a_source_told_it_to(hand, told, listener, relay) -> None:
    telling = told(
        "Osk Herald", "2031-03-07T10:00:00Z", f"Ships left Kell, a sailor told {listener}",
        (hand.happens("left", "RETREAT", by="a sailor"),),
        (hand.says("a sailor", "told", "anonymous_other"),),
        more=[hand.read("Concord Wire", "2031-03-07T09:00:00Z", "Nothing.")],
    )  # fmt: skip
    assert [party.title for party in telling.path[1:-1]] == ([relay] if relay else [])
