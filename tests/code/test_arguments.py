"""Who acts and who is acted on, in every construction the news uses."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.code.arguments import actor, is_self, recipient
from sayso.code.triggers import triggers


@pytest.fixture
def parties(tree: Any, words: Any) -> Any:
    """Name of a kept parse and a trigger -> (actor, recipient) in words, told by a speaker or by nobody."""

    def of(name: str, trigger: str, speaker: Any = None) -> tuple[str, str]:
        read = tree(name)
        one = next(one for one in triggers(read) if read.words[one.index].text == trigger)
        acting, hit = actor(read, one, speaker), recipient(read, one, speaker)
        return words(read.annotated, acting), words(read.annotated, hit)

    return of


@pytest.mark.parametrize(
    ("name", "trigger", "acting", "hit"),
    [
        ("french_raid", "bombed", "French jets", "the camp"),
        ("us_noun", "bombed", "The US", "the camp"),
        ("compound", "bombed", "Russia and Turkey", "the camp"),
        ("hit_by", "shelled", "the army", "The town"),
        ("arrest_pass", "arrested", "police", "Twelve students"),
        ("sanction_pass", "sanctioned", "Britain", "Three generals"),
        ("two_passive", "expelled", "Norway", "The envoy"),
        ("given", "given", "Libya", "The rebels"),
        ("arms_to", "supplied", "Iran", "the rebels"),
        ("ambush_pass", "ambushed", "", "The convoy"),
        ("pass_no", "bombed", "", "Two villages"),
        ("poss_nominal", "invasion", "Russia", "Georgia"),
        ("poss_murder", "murder", "Militants", "a priest"),
        ("by_nominal", "killed", "government jets", "nine people"),
        ("raid_us", "killed", "US", "two fighters"),
        ("nominal", "killed", "Israeli", "four people"),
        ("visit_noun", "visit", "The pope", "Cuba"),
        ("war_between", "war", "", "Iran and Iraq"),
        ("launched_by", "launched", "commandos", ""),
        ("carry_out", "carried", "Commandos", "the camp"),
        ("rel_past", "released", "", "The ship"),
        ("let_relcl", "bombed", "the pilots", "the bridge"),
        ("denied_rel", "killed", "the men", "the envoy"),
        ("after_rel", "attacked", "The army", "the town"),
        ("relative_deny", "attacking", "The group", "the convoy"),
        ("sp_conj", "released", "The rebels", "the prisoners"),
        ("sanctions", "imposed", "The European Union", "Belarus"),
        ("considering", "sanctions", "Washington", "Serbia"),
        ("ties", "severed", "Bolivia", "Israel"),
        ("aid_cut", "suspended", "Denmark", "Burundi"),
        ("ban_imports", "banned", "China", "Norway"),
        ("recalled", "recalled", "Algeria", "Madrid"),
        ("lift_blockade", "lifted", "Saudi Arabia", "Qatar"),
        ("soldiers_sent", "sent", "France", "Mali"),
        ("fighters_left", "withdrew", "The rebels", "the city"),
        ("marchers", "marched", "Thousands of people", "the new law"),
        ("protest_prep", "protested", "Students", "the law"),
        ("host", "received", "The king", "the foreign minister"),
        ("joint", "held", "Egypt and Jordan", "Israel"),
        ("three_met", "met", "The presidents of Kenya and Uganda", ""),
        ("press_to", "urged", "The union", "the government"),
        ("stop_demand", "told", "Sweden", "Russia"),
        ("appeal", "appealed", "The pope", "the rebels"),
        ("ordered_by", "ordered", "", "The soldiers"),
        ("acc_bomb", "bombing", "Ethiopia", "a market"),
        ("accuse_arms", "supplying", "Uganda", "the rebels"),
        ("accuse_arms", "accused", "Sudan", "Uganda"),
        ("threaten_np", "threatened", "Iran", "Israel"),
        ("refuse_pay", "refused", "Zambia", ""),
        ("letter_order", "ordered", "The king", "the police"),
        ("they_agree", "agreed", "The rebels and the army", ""),
    ],
)
def test_parties(parties: Any, name: str, trigger: str, acting: str, hit: str) -> None:
    assert parties(name, trigger) == (acting, hit)


@pytest.mark.parametrize(
    ("name", "trigger", "acting"),
    [
        ("press_to", "release", "the government"),
        ("appeal", "release", "the rebels"),
        ("order", "withdraw", "the militias"),
        ("tell", "stand", "his allies"),
        ("ordered_by", "shoot", "The soldiers"),
        ("attack_cond", "attack", "the troops"),
        ("promised_aid", "send", "Norway"),
        ("threat_to", "close", "Iran"),
        ("agree_release", "release", "The rebels"),
        ("hope", "visit", "The envoy"),
        ("dem_withdraw", "withdraw", "Turkey"),
    ],
)
def test_who_is_to_do_it(parties: Any, name: str, trigger: str, acting: str) -> None:
    """What is asked of somebody is done by him; what is promised or threatened by who says so."""
    assert parties(name, trigger)[0] == acting


def test_we_and_us_are_the_speaker(parties: Any, tree: Any, said: Any) -> None:
    ours, theirs = tree("us_we"), tree("self_quote")
    chief, mayor = said(ours, "the police chief"), said(theirs, "the mayor")

    assert parties("us_we", "arrested", chief) == ("the police chief", "the killers")
    assert parties("self_quote", "attacked", mayor) == ("They", "the mayor")


def test_without_a_speaker_we_are_nobody(parties: Any) -> None:
    assert parties("us_we", "arrested") == ("", "the killers")


def test_we_are_who_the_speaker_stands_for(parties: Any, tree: Any, said: Any) -> None:
    read = tree("us_we")
    span = said(read, "the killers").source
    one = said(read, "the police chief", refers_to=span)

    assert parties("us_we", "arrested", one)[0] == "the killers"


def test_a_pronoun_is_kept_as_written(parties: Any) -> None:
    assert parties("them", "attacked") == ("The army", "them")
    assert parties("unless_they", "attack") == ("they", "the port")


def test_the_country_is_no_pronoun(tree: Any, at: Any) -> None:
    assert not is_self(tree("us_noun"), at(tree("us_noun"), "US"))
    assert is_self(tree("self_quote"), at(tree("self_quote"), "us"))


def test_parties_of_all_sentences_are_words_of_the_text(kept: Any, tree: Any) -> None:
    for name in kept:
        read = tree(name)
        for one in triggers(read):
            for start, end in (*actor(read, one, None), *recipient(read, one, None)):
                assert 0 <= start < end <= len(read.text)
                assert read.text[start:end] == read.text[start:end].strip()
