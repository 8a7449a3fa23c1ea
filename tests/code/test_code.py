"""What happened, what did not, and what is only held out: whole sentences through the room."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.records import EVENT_TYPES, STATUSES


@pytest.mark.parametrize(
    ("name", "trigger", "kind", "status"),
    [
        ("passive", "seized", "COERCE", "actual"),
        ("nominal", "killed", "ASSAULT", "actual"),
        ("light", "launched", "ASSAULT", "actual"),
        ("modal", "invade", "ASSAULT", "possible"),
        ("not_done", "arrest", "COERCE", "denied"),
        ("failed", "release", "RETREAT", "denied"),
        ("denial", "arming", "AID", "denied"),
        ("denial", "attacked", "ASSAULT", "actual"),
        ("denied_later", "armed", "AID", "denied"),
        ("plan", "hold", "CONSULT", "planned"),
        ("fear", "attack", "ASSAULT", "possible"),
        ("order", "withdraw", "RETREAT", "requested"),
        ("order", "instructed", "REQUEST", "actual"),
        ("tell", "told", "REQUEST", "actual"),
        ("tell", "stand down", "RETREAT", "requested"),
        ("demand", "murdered", "ASSAULT", "actual"),
        ("threat", "attack", "ASSAULT", "possible"),
        ("threat", "response", "ASSAULT", "threatened"),
        ("threat", "said", "THREATEN", "actual"),
        ("conditional", "close", "COERCE", "threatened"),
        ("conditional", "blockade", "COERCE", "possible"),
        ("unless", "march", "ASSAULT", "threatened"),
        ("unless", "resigned", "RETREAT", "requested"),
        ("we", "attack", "ASSAULT", "possible"),
        ("we", "pursue", "ASSAULT", "threatened"),
        ("any", "strike", "ASSAULT", "possible"),
        ("any", "war", "ASSAULT", "conditional"),
        ("promise", "promised", "AGREE", "actual"),
        ("promise", "send", "AID", "planned"),
        ("refusal", "refused", "REJECT", "actual"),
        ("will_not", "said", "REJECT", "actual"),
        ("relcl", "refusing", "REJECT", "actual"),
        ("relcl", "attack", "ASSAULT", "possible"),
        ("purge", "share", "COOPERATE", "planned"),
        ("us", "attack", "ASSAULT", "possible"),
        ("backed", "entered", "COERCE", "actual"),
    ],
)
def test_type_and_status(
    coded: Any, by_trigger: Any, name: str, trigger: str, kind: str, status: str
) -> None:
    annotated, found = coded(name)

    event = by_trigger(annotated, found.events, trigger)

    assert (event.type, event.status) == (kind, status)


def test_what_is_refused_is_no_event_beside_the_refusal(coded: Any) -> None:
    _, found = coded("refusal")

    assert [event.type for event in found.events] == ["REJECT"]


def test_a_raid_that_kills_is_one_event_by_its_raiders(coded: Any, words: Any) -> None:
    annotated, found = coded("nominal")

    assert len(found.events) == 1
    assert words(annotated, found.events[0].spans.actor) == "Israeli"


def test_the_agent_of_a_passive_acts(coded: Any, words: Any) -> None:
    annotated, found = coded("passive")

    assert words(annotated, found.events[0].spans.actor) == "Iranian commandos"
    assert words(annotated, found.events[0].spans.recipient) == "Three tankers"


def test_we_in_a_quotation_is_the_speaker(coded: Any, by_trigger: Any, words: Any) -> None:
    annotated, found = coded("we")

    assert words(annotated, by_trigger(annotated, found.events, "pursue").spans.actor) == "the minister"


def test_the_us_is_not_us(coded: Any, by_trigger: Any, words: Any) -> None:
    annotated, found = coded("us")

    assert words(annotated, by_trigger(annotated, found.events, "attack").spans.actor) == "The US"


def test_a_backed_faction_is_no_act_of_backing(coded: Any) -> None:
    _, found = coded("backed")

    assert [event.type for event in found.events] == ["COERCE"]


def test_advice_to_the_reader_is_no_news(coded: Any) -> None:
    _, found = coded("letting")

    assert "CONSULT" not in [event.type for event in found.events]


def test_according_to_is_the_innermost_teller(coded: Any, by_trigger: Any) -> None:
    annotated, found = coded("order")

    event = by_trigger(annotated, found.events, "withdraw")

    assert event.chain[-1] == event.according_to
    assert len(event.chain) == 2


@pytest.mark.parametrize(
    ("name", "kind", "condition", "consequence"),
    [
        ("threat", "threat", "any American attack on the country", "a crushing response"),
        ("conditional", "threat", "the blockade continues", "Turkey will close its border with Syria"),
        ("unless", "threat", "the president resigned", "march on the capital"),
        ("we", "threat", "they attack us again", "we shall pursue them to their bases"),
        ("any", "warning", "Any further strike", "a wider war"),
        ("refuse_if", "refusal", "the blockade is lifted", "negotiate"),
        ("will_not", "refusal", "", "negotiate with the rebels"),
        ("order", "order", "", "withdraw from the city"),
        ("promise", "promise", "", "send food to Haiti"),
        ("refusal", "refusal", "", "meet the envoy"),
    ],
)
def test_commitments(coded: Any, words: Any, name: str, kind: str, condition: str, consequence: str) -> None:
    annotated, found = coded(name)

    assert len(found.commitments) == 1
    one = found.commitments[0]

    assert one.kind == kind
    assert words(annotated, one.condition) == condition
    assert words(annotated, one.consequence).strip(',"') == consequence


def test_everything_is_of_the_contract(coded: Any) -> None:
    for name in ("threat", "conditional", "unless", "order", "denial", "plan", "we", "us", "any", "purge"):
        annotated, found = coded(name)
        assert len({event.id for event in found.events}) == len(found.events)
        for event in found.events:
            assert event.type in EVENT_TYPES
            assert event.status in STATUSES
            spans = (*event.mentions, *event.spans.actor, *event.spans.recipient)
            assert all(0 <= start < end <= len(annotated.report.text) for start, end in spans)
