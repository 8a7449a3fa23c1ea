"""The sub-event type of short texts: the mapping's rules, precedence, and what an answer rests on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from sayso.acquire import from_text
from sayso.publish.concepts import phrases, wider
from sayso.publish.subevents import Rule, SubEvent, View, classified, rules, subevent, types
from sayso.records import EVENT_TYPES, Annotated

KEPT = json.loads(Path(__file__).parents[1].joinpath("parses_subevents.json").read_text("utf-8"))
LABELS = {
    "ABDUCT_DISSAP", "AGREEMENT", "AIR_STRIKE", "ARMED_CLASH", "ARREST", "ART_MISS_ATTACK", "ATTACK",
    "ATTRIB", "CHANGE_TO_GROUP_ACT", "CHEM_WEAP", "DIPLO", "DISR_WEAP", "FORCE_AGAINST_PROTEST",
    "GOV_REGAINS_TERIT",
    "GRENADE", "HQ_ESTABLISHED", "MAN_MADE_DISASTER", "MOB_VIOL", "NAT_DISASTER",
    "NON_STATE_ACTOR_OVERTAKES_TER", "NON_VIOL_TERRIT_TRANSFER", "ORG_CRIME", "OTHER", "PEACE_PROTEST",
    "PROPERTY_DISTRUCT", "PROTEST_WITH_INTER", "REM_EXPLOS", "SEX_VIOL", "SUIC_BOMB", "VIOL_DEMONSTR",
}  # fmt: skip
OUTSIDE = {"ATTRIB", "DIPLO", "MAN_MADE_DISASTER", "NAT_DISASTER", "ORG_CRIME"}
Tell = Callable[[str], SubEvent]


@pytest.fixture
def tell() -> Tell:
    return lambda name: subevent(msgspec.convert(KEPT[name], Annotated))


def concepts_of(rule: Rule) -> set[str]:
    """The concepts that a rule names."""
    named: set[str] = set()
    for need in rule.needs:
        if not need.removeprefix("!")[0].isupper():
            for mark in ("~", ":0=", ":1=", ":2=", "@1", "!"):
                need = need.replace(mark, "|")
            named |= {part for part in need.split("|") if part}
    return named


# ------------------------------------------------------------------ the tables
def test_the_types_are_the_thirty() -> None:
    assert set(types()) == LABELS


def test_types_outside_acled_have_no_name_there() -> None:
    assert {name for name, row in types().items() if row.event is None} == OUTSIDE
    assert {name for name, row in types().items() if row.sub_event is None} == OUTSIDE


def test_every_rule_speaks_of_a_type() -> None:
    assert {rule.type for rule in rules()} == LABELS


def test_every_rule_asks_for_concepts_that_the_words_have() -> None:
    known = {name for each in phrases().values() for phrase in each for name in phrase.concepts}
    known |= {name for names in wider().values() for name in names} | {"place"}
    lacking = {name for rule in rules() for name in concepts_of(rule) - known}

    assert lacking == set()


def test_every_rule_asks_for_plover_types_that_there_are() -> None:
    needs = {need for rule in rules() for need in rule.needs if need.removeprefix("!")[0].isupper()}

    assert {one.partition("/")[0] for need in needs for one in need.split("|")} <= set(EVENT_TYPES)


# ------------------------------------------------------------------ precedence
@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("dispersed", "PROTEST_WITH_INTER"),
        ("canister", "PROTEST_WITH_INTER"),
        ("topic", "PEACE_PROTEST"),
        ("live", "FORCE_AGAINST_PROTEST"),
        ("pelted", "VIOL_DEMONSTR"),
        ("lynched", "MOB_VIOL"),
        ("retaken", "GOV_REGAINS_TERIT"),
        ("taken", "NON_STATE_ACTOR_OVERTAKES_TER"),
        ("handed", "NON_VIOL_TERRIT_TRANSFER"),
        ("shelled", "ART_MISS_ATTACK"),
        ("fought", "ARMED_CLASH"),
        ("bomber", "SUIC_BOMB"),
        ("intercepted", "DISR_WEAP"),
        ("claimed", "ATTRIB"),
        ("sent", "CHANGE_TO_GROUP_ACT"),
        ("ferry", "MAN_MADE_DISASTER"),
    ],
)
def test_a_text_is_of_the_type_that_acleds_precedence_gives(name: str, type_: str, tell: Tell) -> None:
    assert tell(name).type == type_


def test_acleds_own_names_stand_beside_the_type(tell: Tell) -> None:
    found = tell("pelted")

    assert (found.acled_event, found.acled_sub_event) == ("Riots", "Violent demonstration")


# ------------------------------------------------------------------ what it rests on
def test_an_answer_names_the_words_it_rests_on(tell: Tell) -> None:
    found = tell("bomber")
    text = KEPT["bomber"]["report"]["text"]

    assert all(text[slice(*one.span)] == one.words and one.type == found.type for one in found.why)
    assert "blew himself up" in {one.words for one in found.why}
    assert [one.weight for one in found.why] == sorted((one.weight for one in found.why), reverse=True)


def test_nothing_told_is_other() -> None:
    found = classified(from_text("Hm."))

    assert (found.type, found.why) == ("OTHER", ())


def test_the_margin_is_what_the_next_type_lacks(tell: Tell) -> None:
    assert tell("bomber").margin > 0


def test_the_reading_of_a_report_is_used() -> None:
    found = classified(from_text("Officers arrested a baker in Osk."))

    assert found.type == "ARREST"


def test_a_later_sentence_counts_for_less() -> None:
    annotated = msgspec.convert(KEPT["later"], Annotated)
    view = View(annotated, (), ())
    first, later = view.held(("arrest",)), view.held(("die",))

    assert first
    assert later
    assert view.factor(later) < view.factor(first)
