"""Which words tell an event, of which type, and which only look as if they did."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from sayso.code.triggers import is_future, triggers
from sayso.records import BOILERPLATE, EVENT_TYPES, Entity
from sayso.syntax import Tree


@pytest.fixture
def told(tree: Any) -> Any:
    """Name of a kept parse -> (trigger words, type, mode) in text order."""

    def of(name: str) -> list[tuple[str, str, str | None]]:
        read = tree(name)
        return [
            (" ".join(read.words[at].text for at in one.words), one.frame.type, one.frame.mode)
            for one in triggers(read)
        ]

    return of


@pytest.mark.parametrize(
    ("name", "trigger", "kind", "mode"),
    [
        ("agree_release", "agreed", "AGREE", None),
        ("promised_aid", "pledged", "AGREE", None),
        ("meet_both", "met", "CONSULT", None),
        ("visit", "visited", "CONSULT", "visit"),
        ("visit_noun", "visit", "CONSULT", "visit"),
        ("phone", "phoned", "CONSULT", "phone"),
        ("host", "received", "CONSULT", "visit"),
        ("summit", "summit", "CONSULT", None),
        ("talks", "Talks", "CONSULT", None),
        ("joint", "held", "CONSULT", None),
        ("agreement_signed", "signed", "SUPPORT", None),
        ("praise", "praised", "SUPPORT", None),
        ("recognise", "recognised", "SUPPORT", None),
        ("ally", "allied", "SUPPORT", None),
        ("announce_truce", "declared", "CONCEDE", None),
        ("lift_ban", "lifted", "CONCEDE", None),
        ("sharing", "shared", "COOPERATE", None),
        ("arms_to", "supplied", "AID", None),
        ("given", "given", "AID", None),
        ("evac", "evacuated", "AID", None),
        ("fighters_left", "withdrew", "RETREAT", "withdraw"),
        ("freed", "freed", "RETREAT", "release"),
        ("rebels_by", "released", "RETREAT", "release"),
        ("resign", "resigned", "RETREAT", "resign"),
        ("step_down", "stepped down", "RETREAT", "resign"),
        ("lift_blockade", "lifted", "RETREAT", "access"),
        ("demand_from", "demanded", "REQUEST", None),
        ("call_for", "called", "REQUEST", None),
        ("appeal", "appealed", "REQUEST", None),
        ("ordered_by", "ordered", "REQUEST", None),
        ("stop_demand", "told", "REQUEST", None),
        ("accuse_arms", "accused", "ACCUSE", "allege"),
        ("compound_actor", "condemned", "ACCUSE", "disapprove"),
        ("investigate", "investigating", "ACCUSE", "investigate"),
        ("refuse_pay", "refused", "REJECT", None),
        ("turned_down", "turned down", "REJECT", None),
        ("rule_out", "ruled out", "REJECT", None),
        ("defied", "defied", "REJECT", None),
        ("threaten_np", "threatened", "THREATEN", None),
        ("threat_noun", "threat", "THREATEN", None),
        ("marchers", "marched", "PROTEST", "demo"),
        ("blockade", "blocked", "PROTEST", "obstruct"),
        ("riot", "rioted", "PROTEST", "riot"),
        ("until", "strike", "PROTEST", "strike"),
        ("call_for", "strike", "PROTEST", "strike"),
        ("sanctions", "imposed", "SANCTION", None),
        ("sanction_pass", "sanctioned", "SANCTION", None),
        ("expel", "expelled", "SANCTION", "expel"),
        ("ties", "severed", "SANCTION", "withdraw"),
        ("recalled", "recalled", "SANCTION", "withdraw"),
        ("aid_cut", "suspended", "SANCTION", "discontinue"),
        ("soldiers_sent", "sent", "MOBILIZE", "troops"),
        ("tanks", "deployed", "MOBILIZE", "troops"),
        ("alert_mil", "mobilised", "MOBILIZE", "troops"),
        ("arrest_pass", "arrested", "COERCE", "arrest"),
        ("expel_people", "expelled", "COERCE", "deport"),
        ("acl_seized", "seized", "COERCE", "seize"),
        ("strait", "closed", "COERCE", "restrict"),
        ("curfew", "imposed", "COERCE", "curfew"),
        ("hit_by", "shelled", "ASSAULT", None),
        ("hostage", "kidnapped", "ASSAULT", "abduct"),
        ("poss_murder", "murder", "ASSAULT", None),
        ("launched_by", "launched", "ASSAULT", None),
        ("war_between", "war", "ASSAULT", None),
        ("claimed", "shot down", "ASSAULT", "heavy-weapons"),
    ],
)
def test_type_and_mode(told: Any, name: str, trigger: str, kind: str, mode: str | None) -> None:
    found = [(one[1], one[2]) for one in told(name) if one[0] == trigger]

    assert [one[0] for one in found] == [kind]
    assert mode is None or found[0][1] == mode


@pytest.mark.parametrize(
    "name",
    ["no_comment", "breach", "breach2", "evade"],
)
def test_words_that_only_look_like_events(told: Any, name: str) -> None:
    """ "Declined to comment", and what is broken rather than done."""
    assert told(name) == []


@pytest.mark.parametrize(("name", "word"), [("riot_police", "riot"), ("march_month", "march")])
def test_parts_of_names_and_months_are_no_events(told: Any, name: str, word: str) -> None:
    assert word not in [one[0].lower() for one in told(name)]


@pytest.mark.parametrize(
    ("name", "trigger"),
    [
        ("nominal", "killed"),
        ("by_nominal", "killed"),
        ("raid_us", "killed"),
        ("comma_nominal", "wounded"),
        ("launched_by", "launched"),
        ("carry_out", "carried"),
        ("light", "launched"),
        ("agreement_signed", "signed"),
        ("sanctions", "imposed"),
        ("joint", "held"),
    ],
)
def test_an_event_told_by_a_verb_and_its_noun_is_told_once(told: Any, name: str, trigger: str) -> None:
    assert [one[0].split()[0] for one in told(name)] == [trigger]


def test_two_deeds_of_one_subject_are_two(told: Any) -> None:
    assert [one[1] for one in told("sp_conj")] == ["ASSAULT", "RETREAT"]


def test_the_same_verb_tells_by_what_it_is_done_to(told: Any) -> None:
    """Diplomats are expelled as a sanction, villagers by force; bans and blockades are lifted apart."""
    assert told("expel")[0][1] != told("expel_people")[0][1]
    assert told("lift_ban")[0][1] != told("lift_blockade")[0][1]
    assert told("soldiers_sent")[0][1] != told("arms_to")[0][1]


def test_a_noun_in_a_name_tells_nothing_but_a_verb_does(parsed: Any) -> None:
    """The "Raid" of an organisation's name is none; no name takes a verb."""
    annotated = parsed("carry_out")
    words = [word.text for word in annotated.words]

    def left(name: str, kind: str) -> list[str]:
        at = words.index(name)
        start, end = annotated.words[at].start, annotated.words[at].end
        entity = Entity(start, end, at, at + 1, kind)
        found = triggers(Tree(replace(annotated, entities=(entity,))))
        return [words[one.index] for one in found]

    assert left("carried", "organization") == ["carried"]
    assert left("raid", "organization") == ["carried"]
    kept_noun = parsed("poss_nominal")
    at = [word.text for word in kept_noun.words].index("invasion")
    word = kept_noun.words[at]
    named = Entity(word.start, word.end, at, at + 1, "organization")
    assert triggers(Tree(replace(kept_noun, entities=(named,)))) == []


def test_a_purpose_is_no_event_of_its_own(told: Any) -> None:
    assert [one[0] for one in told("soldier_purpose")] == ["sent"]


def test_captions_and_bylines_tell_nothing(tree: Any) -> None:
    read = tree("page")

    assert [read.words[one.index].text for one in triggers(read)] == ["shelled"]
    assert "caption" in BOILERPLATE


@pytest.mark.parametrize(
    ("name", "word", "wanted"),
    [
        ("will_close", "close", True),
        ("modal", "invade", True),
        ("warn_own", "warned", False),
        ("warn_own", "attack", True),
        ("hit_by", "shelled", False),
        ("would_face", "attack", True),
        ("nested_that", "attacked", False),
    ],
)
def test_future(tree: Any, at: Any, name: str, word: str, wanted: bool) -> None:
    read = tree(name)

    assert is_future(read, at(read, word)) is wanted


def test_triggers_stand_in_text_order_and_hold_their_own_word(kept: Any, tree: Any) -> None:
    for name in kept:
        found = triggers(tree(name))
        assert [one.index for one in found] == sorted({one.index for one in found})
        for one in found:
            assert one.index in one.words
            assert one.frame.type in EVENT_TYPES
