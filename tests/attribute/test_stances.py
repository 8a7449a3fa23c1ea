"""What a cue says of its source's stance; hedges; "also"."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.attribute.stances import also, hedges, known_cue, stance
from sayso.records import STANCES


@pytest.mark.parametrize(
    ("name", "cue", "wanted"),
    [
        ("separately", "said", "assert"),
        ("claimed", "claimed", "assert"),
        ("newspaper", "reported", "assert"),
        ("according_two", "according to", "assert"),
        ("told_paper", "told", "assert"),
        ("tell_that", "told", "assert"),
        ("stop_demand", "told", "request"),
        ("tell", "told", "request"),
        ("press_to", "urged", "request"),
        ("call_for", "called for", "request"),
        ("dem_withdraw", "demanded", "request"),
        ("appeal", "appealed", "request"),
        ("attack_cond", "ordered", "order"),
        ("order", "instructed", "order"),
        ("ordered_by", "ordered", "order"),
        ("deny_sending", "denied", "deny"),
        ("dispute", "disputed", "deny"),
        ("reject_charge", "rejected", "deny"),
        ("reject_charge", "accused", "accuse"),
        ("confirmed_not", "confirmed", "confirm"),
        ("threat_to", "threatened", "threaten"),
        ("unless", "threatened to", "threaten"),
        ("promised_aid", "pledged", "promise"),
        ("offer_talks", "offered", "promise"),
        ("warn_flood", "warned", "predict"),
        ("believe_it", "believe", "believe"),
        ("fear", "fear", "believe"),
        ("believed", "believed", "believe"),
        ("hope", "hopes", "believe"),
        ("fears_of", "Fears", "believe"),
        ("hearsay_nominal", "allegedly", "accuse"),
    ],
)
def test_stance(tree: Any, said: Any, name: str, cue: str, wanted: str) -> None:
    read = tree(name)

    assert stance(read, said(read, cue=cue).cue) == wanted


def test_a_word_the_table_does_not_know_asserts(tree: Any, said: Any) -> None:
    read = tree("sp_conj")
    cue = said(read, cue="attacked").cue

    assert not known_cue(read, cue)
    assert stance(read, cue) == "assert"


def test_no_cue_is_not_known(tree: Any) -> None:
    assert not known_cue(tree("we"), ())
    assert stance(tree("we"), ()) == "assert"


@pytest.mark.parametrize(
    ("name", "cue", "wanted"),
    [("separately", "said", True), ("claimed", "claimed", False), ("confirmed_not", "confirmed", False)],
)
def test_also(tree: Any, said: Any, name: str, cue: str, wanted: bool) -> None:
    read = tree(name)

    assert also(read, said(read, cue=cue).cue) is wanted


def test_a_hedge_beside_the_cue_is_kept_as_written(tree: Any, said: Any) -> None:
    read = tree("hearsay")

    assert hedges(read, said(read, cue="attacked").cue) == ("reportedly",)
    assert hedges(read, said(read, cue="reportedly").cue) == ("reportedly",)


def test_plain_cues_are_not_hedged(tree: Any, said: Any) -> None:
    for name, cue in (("we", "said"), ("agency", "said"), ("warn_flood", "warned")):
        assert hedges(tree(name), said(tree(name), cue=cue).cue) == ()


def test_every_word_alone_has_a_stance_of_the_contract(kept: Any, tree: Any) -> None:
    for name in kept:
        read = tree(name)
        for word in read.words:
            assert stance(read, ((word.start, word.end),)) in STANCES
