"""Sides that an act takes from the one it answers, from a condition, or from what was told before."""

from __future__ import annotations

import pytest
from msgspec import structs

import sayso
from sayso.ground.answers import answered, at_home, paired
from sayso.ground.page import Page
from sayso.records import Annotated, Attribution, Event, Report

NOW = "2021-03-10T09:00:00+00:00"
Sides = tuple[tuple[str, ...], tuple[str, ...]]


def sides(text: str, kind: str, trigger: str) -> Sides:
    reading = sayso.read(text, published=NOW, outlet="The Wexmoor Times")
    (one,) = [
        event
        for event in reading.events
        if event.type == kind and any(trigger == text[slice(*span)] for span in event.mentions)
    ]
    return one.actor, one.recipient


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "told"),
    [
        (
            "Norway's foreign minister proposed talks on the cod quota. Iceland turned the proposal down.",
            "REJECT", "turned the proposal down", (("ISL GOV",), ("NOR GOV",)),
        ),
        (
            "Mexico asked for observers to be let in, a request Guatemala rejected on Friday.",
            "REJECT", "rejected", (("GTM GOV",), ("MEX GOV",)),
        ),
        (
            "The Kenyan army denied that any prisoners had been beaten.",
            "ASSAULT", "beaten", (("KEN MIL",), ("KEN CVL",)),
        ),
        (
            '"We will stay in the square until the tax is withdrawn," Bolivian miners said on Monday.',
            "CONCEDE", "withdrawn", (("BOL GOV",), ("BOL CVL",)),
        ),
        (
            "Peru will close its border if another patrol is attacked by Ecuadorean troops, its president "
            "said.",
            "THREATEN", "said", (("PER GOV",), ("ECU MIL",)),
        ),
        (
            "Syria imposed a blockade on the town in May. Turkey said it would not talk until the blockade "
            "was lifted.",
            "RETREAT", "lifted", (("SYR GOV",), ("SYR CVL",)),
        ),
        (
            "Greece froze the accounts of Turkish firms on Monday. Imports were banned as well.",
            "SANCTION", "banned", (("GRC GOV",), ("TUR BUS",)),
        ),
        (
            "The Zambian opposition demanded that the vote be held again.",
            "REQUEST", "demanded", (("ZMB OPP",), ("ZMB GOV",)),
        ),
        (
            "Chad accused Sudan of arming rebels. Sudan accused Chad of shelling a village. Talks are to be "
            "held next week.",
            "CONSULT", "Talks", (("SDN GOV", "TCD GOV"), ()),
        ),
    ],
)  # fmt: skip
def test_the_side_that_is_told_elsewhere(text: str, kind: str, trigger: str, told: Sides) -> None:
    assert sides(text, kind, trigger) == told


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "told"),
    [
        ("Four people were shot dead in Lagos as Nigerian police broke up a march.", "ASSAULT", "shot",
         (("NGA COP",), ("NGA CVL",))),
        ("Oil deliveries to Ukraine were halted on orders from Moscow.", "SANCTION", "halted",
         (("RUS GOV",), ("UKR GOV",))),
        ("The UN called on Rwanda to pull its troops back.", "REQUEST", "called on",
         (("IGO UNO",), ("RWA GOV",))),
        ("France handed Mali a list of demands on Thursday.", "REQUEST", "demands",
         (("FRA GOV",), ("MLI GOV",))),
        ("The appeal launched by Cuba for the release of five prisoners was ignored by Panama.", "REQUEST",
         "appeal", (("CUB GOV",), ("PAN GOV",))),
        ("The envoys of Chad and Niger were expelled by Libya on Tuesday.", "SANCTION", "expelled",
         (("LBY GOV",), ("TCD GOV", "NER GOV"))),
        ("Saudi Arabia recalled its envoy from Canada. The kingdom also froze trade with Ottawa.", "SANCTION",
         "froze", (("SAU GOV",), ("CAN GOV",))),
        ("In Lima, Peru's Congress impeached the president. Congress then banned rallies.", "ACCUSE",
         "impeached", (("PER LEG",), ("PER GOV",))),
        ("The European Union threatened Russia. Brussels later imposed sanctions on Russia.", "SANCTION",
         "sanctions", (("IGO EUU",), ("RUS GOV",))),
        ("Ethiopia, Kenya and Uganda sent troops to Somalia. The three countries met in Nairobi on Friday.",
         "CONSULT", "met", (("ETH GOV", "KEN GOV", "UGA GOV"), ())),
        ("Iran's foreign minister visited Baghdad on Sunday.", "CONSULT", "visited",
         (("IRN GOV",), ("IRQ GOV",))),
        ("Japan sent tents to Nepal after the quake in Nepal. Norway promised 50 doctors.", "AGREE",
         "promised", (("NOR GOV",), ("NPL GOV",))),
        ("Two of the president's rivals were arrested in Belarus. Belarus's president spoke of a plot.",
         "COERCE", "arrested", (("BLR COP",), ("BLR OPP",))),
    ],
)  # fmt: skip
def test_the_side_that_other_words_of_the_report_tell(
    text: str, kind: str, trigger: str, told: Sides
) -> None:
    found = sides(text, kind, trigger)

    assert found[0] == told[0]
    assert [code[:3] for code in found[1]] == [code[:3] for code in told[1]]


def event(number: int, kind: str, actor: str, recipient: str = "", **more: object) -> Event:
    one = Event(
        id=f"e{number}", mentions=((number, number + 1),), type=kind, status="actual",
        actor=(actor,) if actor else (), recipient=(recipient,) if recipient else (),
    )  # fmt: skip
    return structs.replace(one, **more)


@pytest.fixture
def page() -> Page:
    return Page(Annotated(Report(id="0", text="x" * 40), (), (), (), (), ()))


def test_a_refusal_without_anything_before_it_stays(page: Page) -> None:
    alone = event(1, "REJECT", "TUR GOV")

    assert answered(page, (alone,), {}) == (alone,)


def test_a_denial_of_what_somebody_suffered_names_nobody(page: Page) -> None:
    source = Attribution(id="a1", source=(), cue=(), content=(), source_actor="PER GOV", stance="deny")
    suffered = event(1, "ASSAULT", "", "PER GOV", status="denied", according_to="a1")

    assert answered(page, (suffered,), {"a1": source}) == (suffered,)


@pytest.mark.parametrize("actor", ["FRA GOV", "IGO UNO", "--- REB", "---"])
def test_only_a_states_own_people_turn_to_their_government(actor: str) -> None:
    (told,) = at_home((event(1, "REQUEST", actor),))

    assert told.recipient == ()


def test_talks_are_between_the_two_who_have_to_do_with_each_other_and_no_others() -> None:
    twice = (event(1, "ACCUSE", "TCD GOV", "SDN GOV"), event(2, "THREATEN", "SDN GOV", "TCD GOV"))
    talks = event(3, "CONSULT", "")

    assert paired((*twice, talks))[-1].actor == ("SDN GOV", "TCD GOV")
    assert paired((twice[0], talks))[-1].actor == ()
    other = (event(4, "ACCUSE", "MLI GOV", "NER GOV"), event(5, "ACCUSE", "NER GOV", "MLI GOV"))
    assert paired((*twice, *other, talks))[-1].actor == ()


@pytest.mark.parametrize("other", ["IGO UNO", "SDN CVL", "SDN MED"])
def test_world_bodies_and_bystanders_are_no_side_of_talks(other: str) -> None:
    told = (event(1, "ACCUSE", "TCD GOV", other), event(2, "ACCUSE", "TCD GOV", other))

    assert paired((*told, event(3, "CONSULT", "")))[-1].actor == ()
