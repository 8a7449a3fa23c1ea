"""Did it happen? The nearest sign decides, and what is not told as done is never taken as done."""

from __future__ import annotations

from typing import Any

import pytest

import sayso
from sayso.code.status import clause, condition_mark, modal, negated, status, trigger_subject
from sayso.records import STATUSES


@pytest.mark.parametrize(
    ("name", "word", "wanted"),
    [
        ("hit_by", "shelled", "actual"),
        ("rel_past", "seized", "actual"),
        ("let_relcl", "bombed", "actual"),
        ("before", "surrendered", "actual"),
        ("before", "shelled", "actual"),
        ("newspaper", "met", "actual"),
        ("accuse_arms", "supplying", "actual"),
        ("failed_coup", "killed", "actual"),
        ("until_past", "shelled", "actual"),
        ("past_if", "attacked", "actual"),
        ("never", "entered", "denied"),
        ("no_attack", "attack", "denied"),
        ("no_intent", "attack", "denied"),
        ("not_yet", "released", "denied"),
        ("neither", "threatened", "denied"),
        ("prevented", "attack", "denied"),
        ("averted", "war", "denied"),
        ("deny_sending", "sending", "denied"),
        ("refused_release", "release", "denied"),
        ("never_agreed", "agreed", "denied"),
        ("never_agreed", "release", "denied"),
        ("no_plan", "attack", "denied"),
        ("rule_out", "talks", "denied"),
        ("not_refuse", "refuse", "denied"),
        ("will_close", "close", "planned"),
        ("gov_plans", "expel", "planned"),
        ("preparing", "enter", "planned"),
        ("ready", "attack", "planned"),
        ("agree_release", "release", "planned"),
        ("plan_noun", "bomb", "planned"),
        ("promised_aid", "send", "planned"),
        ("hope", "visit", "planned"),
        ("after_rel", "withdraw", "planned"),
        ("may_not", "release", "possible"),
        ("could_strike", "bomb", "possible"),
        ("might_nominal", "attack", "possible"),
        ("attempt", "seize", "possible"),
        ("considering", "sanctions", "possible"),
        ("weigh", "invasion", "possible"),
        ("fears_of", "coup", "possible"),
        ("unlikely", "invasion", "possible"),
        ("unlikely2", "attack", "possible"),
        ("must", "surrender", "requested"),
        ("should_wd", "release", "requested"),
        ("press_to", "release", "requested"),
        ("ordered_by", "shoot", "requested"),
        ("call_for", "strike", "requested"),
        ("demand_from", "release", "requested"),
        ("demand_noun", "release", "requested"),
        ("dem_withdraw", "withdraw", "requested"),
        ("threat_to", "close", "threatened"),
        ("threat_noun", "attack", "threatened"),
    ],
)
def test_status(tree: Any, at: Any, name: str, word: str, wanted: str) -> None:
    read = tree(name)

    assert status(read, at(read, word)) == wanted


@pytest.mark.parametrize(
    ("name", "word", "wanted"),
    [
        ("kenya_if", "attack", "possible"),
        ("kenya_if", "close", "conditional"),
        ("if_attacked", "strike", "conditional"),
        ("if_not", "released", "requested"),
        ("unless_own", "lifted", "requested"),
        ("unless_they", "lifted", "requested"),
        ("until_lift", "lifted", "requested"),
        ("until", "resigns", "requested"),
        ("once2", "signed", "possible"),
        ("once2", "release", "conditional"),
        ("only_if", "release", "conditional"),
        ("attack_cond", "attack", "conditional"),
        ("kenya_promise_if", "send", "conditional"),
        ("would_face", "attack", "possible"),
        ("threat", "attack", "possible"),
        ("any", "war", "conditional"),
    ],
)
def test_conditions(tree: Any, at: Any, name: str, word: str, wanted: str) -> None:
    """ "If X" is possible, "if not X", "unless X" and "until X" requested, what follows conditional."""
    read = tree(name)

    assert status(read, at(read, word)) == wanted


def test_a_negated_governor_turns_what_it_governs(tree: Any, at: Any) -> None:
    """Not to refuse a meeting leaves it open; never to agree rules it out."""
    refused, agreed = tree("not_refuse"), tree("never_agreed")

    assert status(refused, at(refused, "meet")) == "possible"
    assert status(agreed, at(agreed, "release")) == "denied"


def test_a_condition_before_its_comma_does_not_reach_behind_it(tree: Any, at: Any) -> None:
    read = tree("if_not")

    assert status(read, at(read, "released")) != status(read, at(read, "attack"))


@pytest.mark.parametrize(
    ("name", "word", "wanted"),
    [("never", "entered", True), ("no_attack", "attack", True), ("until_lift", "release", True),
     ("hit_by", "shelled", False), ("refused_release", "release", False)],
)  # fmt: skip
def test_negated(tree: Any, at: Any, name: str, word: str, wanted: bool) -> None:
    read = tree(name)

    assert negated(read, at(read, word)) is wanted


@pytest.mark.parametrize(
    ("name", "word", "wanted"),
    [("will_close", "close", "will"), ("modal", "invade", "may"), ("must", "surrender", "must"),
     ("would_face", "meet", "would"), ("hit_by", "shelled", None), ("not_yet", "released", None)],
)  # fmt: skip
def test_modal(tree: Any, at: Any, name: str, word: str, wanted: str | None) -> None:
    read = tree(name)

    assert modal(read, at(read, word)) == wanted


@pytest.mark.parametrize(
    ("name", "head", "wanted"),
    [("kenya_if", "attack", "if"), ("unless_own", "lifted", "unless"), ("until_lift", "lifted", "until"),
     ("once2", "signed", "once"), ("before", "surrendered", None), ("soldier_purpose", "protect", None)],
)  # fmt: skip
def test_condition_mark(tree: Any, at: Any, name: str, head: str, wanted: str | None) -> None:
    read = tree(name)

    assert condition_mark(read, at(read, head)) == wanted


def test_only_an_unnamed_possibility_is_a_condition_as_subject(tree: Any, at: Any) -> None:
    any_strike, plain = tree("would_face"), tree("kenya_if")

    found = trigger_subject(any_strike, at(any_strike, "meet"))

    assert found == at(any_strike, "attack")
    assert trigger_subject(plain, at(plain, "close")) is None


def test_the_clause_of_a_noun_is_its_verbs(tree: Any, at: Any) -> None:
    read = tree("kenya_if")

    assert clause(read, at(read, "militants")) == at(read, "attack")


def test_every_word_of_every_sentence_has_a_status_of_the_contract(kept: Any, tree: Any) -> None:
    for name in kept:
        read = tree(name)
        for index in range(len(read.words)):
            assert status(read, index) in STATUSES


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("The council will meet on Friday at Russia's request.", "REQUEST", "actual"),
        ("Talks between Chad and Niger are pencilled in for the end of March.", "CONSULT", "planned"),
        ("Congo and Rwanda spoke of an agreement still being negotiated.", "AGREE", "planned"),
        ("The ransom encourages more abductions of doctors, the minister said.", "ASSAULT", "possible"),
        ("Chad's president is due in Niamey on Friday.", "CONSULT", "planned"),
    ],
)
def test_what_is_still_to_come_and_what_was_made(text: str, kind: str, told: str) -> None:
    reading = sayso.read(text, published="2021-03-10T09:00:00+00:00")

    assert told in [event.status for event in reading.events if event.type == kind]
