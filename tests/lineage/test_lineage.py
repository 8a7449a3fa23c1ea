"""Claims over reports: whose word they rest on, and how often that is one word told again."""

from __future__ import annotations

import random
import time
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.lineage import lineage
from sayso.lineage.moment import published_by

WIRE = (
    "Norland has moved two rocket batteries to the Kell ridge, three Osk security officials said on Friday."
)


OFFICIALS = "three Osk security officials"


@pytest.fixture(scope="session")
def wire(hand) -> Any:
    """One agency's report, as the given outlet prints it."""

    def printed(outlet, published, text=WIRE, title="Rockets on the ridge") -> Any:
        return hand.read(
            outlet, published, text,
            (hand.happens("moved", "MOBILIZE", actor=("NLD MIL",), days="2031-03-05", by=OFFICIALS),),
            (hand.says(OFFICIALS, "said", "anonymous_official", "OSK GOV"),),
            title=title,
        )  # fmt: skip

    return printed


def only(claims) -> Any:
    assert len(claims) == 1
    return claims[0]


def test_five_prints_of_one_wire_are_one_source(hand, wire) -> None:
    claim = only(
        lineage(
            [
                wire("Concord Wire", "2031-03-07T10:00:00Z", "KELL (Concord Wire) - " + WIRE),
                wire("Osk Herald", "2031-03-07T13:10:00+02:00", "KELL (Concord Wire) - " + WIRE),
                wire("Daily Quay", "2031-03-07T07:30:00-05:00", title="Norland deploys"),
                wire("Bay Times", "2031-03-07T12:45:00Z"),
                wire("Evening Post", "2031-03-07T13:00:00Z", "By our staff. " + WIRE),
            ]
        )
    )

    assert (claim.reports, claim.newsrooms) == (5, 1)
    assert (claim.origins, claim.independent) == ((1, 1), (1, 1))
    assert claim.depends_on == ("Concord Wire", "anon:three Osk security officials@Concord Wire")
    assert [telling.copy_of for telling in claim.spans] == [None] + ["Concord Wire"] * 4
    assert claim.spans[3].chain == ("Bay Times", "Concord Wire", "three Osk security officials")
    assert not claim.contested


def test_a_rereport_is_followed_to_the_source_of_what_it_reports(hand, wire) -> None:
    claims = lineage(
        [
            wire("Concord Wire", "2031-03-07T10:00:00Z"),
            hand.read(
                "Osk Herald", "2031-03-07T16:00:00Z",
                "Rocket batteries of Norland now stand on the Kell ridge, according to Concord Wire.",
                (hand.happens("stand", "MOBILIZE", actor=("NLD MIL",), by="Concord Wire"),),
                (hand.says("Concord Wire", "according to", "media"),),
            ),
            hand.read(
                "Evening Post", "2031-03-07T18:00:00Z",
                "The Herald reports rocket batteries on the Kell ridge.",
                (hand.happens("rocket batteries", "MOBILIZE", actor=("NLD MIL",), by="The Herald"),),
                (hand.says("The Herald", "reports", "media"),),
            ),
        ]
    )  # fmt: skip
    claim = only(claims)

    assert (claim.reports, claim.origins, claim.independent, claim.newsrooms) == (3, (1, 1), (1, 1), 1)
    assert claim.spans[2].chain == ("Evening Post", "Osk Herald")


def test_an_agency_that_officials_told_it_to_stands_between(hand, wire) -> None:
    text = "Norland moved two rocket batteries to the Kell ridge, three security officials told Concord Wire."
    paper = hand.read(
        "Osk Herald", "2031-03-07T16:00:00Z", text,
        (hand.happens("moved", "MOBILIZE", actor=("NLD MIL",), by="three security officials"),),
        (hand.says("three security officials", "told", "anonymous_official", "OSK GOV"),),
    )  # fmt: skip
    claim = only(lineage([wire("Concord Wire", "2031-03-07T10:00:00Z"), paper]))

    assert (claim.origins, claim.independent) == ((1, 1), (1, 1))
    assert "Concord Wire" in claim.depends_on


def blast(hand, outlet, published, source, kind="named_person", actor="---", cue="said") -> Any:
    text = f"An explosion tore through the Brenn fuel depot at dawn, {source} {cue}."
    return hand.read(
        outlet, published, text,
        (hand.happens("explosion", "ASSAULT", days=published[:10], by=source),),
        (hand.says(source, cue, kind, actor),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (("dock foreman Ida Holm", "named_person"), ("pilot Jon Brack", "named_person"), (2, 2)),
        (("minister Ida Holm", "named_person"), ("Ida Holm", "named_person"), (1, 1)),
        (("an interior ministry official", "anonymous_official"),
         ("a senior official at the interior ministry", "anonymous_official"), (1, 2)),
        (("a Western diplomat", "anonymous_other"), ("a rebel commander", "anonymous_other"), (2, 2)),
    ],
)  # fmt: skip
def test_two_newsrooms_and_how_far_their_sources_are_two(hand, one, two, expected) -> None:
    # wording differs enough that neither is a copy of the other
    first = blast(hand, "Osk Herald", "2031-04-02T09:00:00Z", *one)
    text = f"The Brenn depot was hit by an explosion that burned fuel for hours, {two[0]} said."
    second = hand.read(
        "Bay Times", "2031-04-02T10:00:00Z", text,
        (hand.happens("explosion", "ASSAULT", days="2031-04-02", by=two[0]),),
        (hand.says(two[0], "said", two[1]),),
    )  # fmt: skip
    claim = only(lineage([first, second]))

    assert (claim.origins, claim.independent) == (expected, expected)
    assert claim.newsrooms == 2


def test_two_sources_of_one_newsroom_are_two_origins_but_one_way(hand) -> None:
    text = (
        "Gen. Ulm met faction leaders in Osk, two faction members said. "
        "A harbour official confirmed the faction meetings in Osk."
    )
    agency = hand.read(
        "Concord Wire", "2031-03-07T10:00:00Z", text,
        (
            hand.happens("met", "CONSULT", actor=("NLD MIL",), by="two faction members"),
            hand.happens("meetings", "CONSULT", actor=("NLD MIL",), by="A harbour official"),
        ),
        (
            hand.says("two faction members", "said", "anonymous_other"),
            hand.says("A harbour official", "confirmed", "anonymous_official"),
        ),
    )  # fmt: skip
    claim = only(lineage([agency]))

    assert (claim.reports, claim.origins, claim.independent) == (1, (2, 2), (1, 1))
    assert claim.depends_on == ("Concord Wire",)


def mines(hand, outlet, published, source) -> Any:
    text = f"Sea mines have been laid off Port Kell, {source} reports."
    return hand.read(
        outlet, published, text,
        (hand.happens("laid", "MOBILIZE", by=source),), (hand.says(source, "reports", "media"),),
    )  # fmt: skip


def test_a_circle_of_citations_has_no_origin(hand) -> None:
    claim = only(
        lineage(
            [
                mines(hand, "Northlight", "2031-06-01T08:00:00Z", "Kestrel Online"),
                mines(hand, "Kestrel Online", "2031-06-01T09:00:00Z", "Northlight"),
            ]
        )
    )
    assert (claim.reports, claim.origins, claim.independent, claim.newsrooms) == (2, (0, 0), (0, 0), 0)


def test_a_circle_with_one_way_in_has_one_origin(hand) -> None:
    text = "Harbourmaster Pell Arne said sea mines were laid off Port Kell."
    root = hand.read(
        "Osk Courier", "2031-06-01T07:00:00Z", text,
        (hand.happens("laid", "MOBILIZE", by="Harbourmaster Pell Arne"),),
        (hand.says("Harbourmaster Pell Arne"),),
    )  # fmt: skip
    circle = [
        mines(hand, "Northlight", "2031-06-01T08:00:00Z", "Kestrel Online"),
        mines(hand, "Kestrel Online", "2031-06-01T09:00:00Z", "Northlight"),
        mines(hand, "Kestrel Online", "2031-06-01T10:00:00Z", "The Courier"),
    ]
    claim = only(lineage([root, *circle]))

    assert (claim.reports, claim.origins, claim.independent) == (4, (1, 1), (1, 1))
    assert claim.depends_on == ("Harbourmaster Pell Arne", "Osk Courier")


def test_a_denial_is_a_telling_against(hand) -> None:
    seized = hand.read(
        "Concord Wire", "2031-07-01T09:00:00Z",
        "Norland's navy seized the freighter Alda, Osk minister Ruta Holm said.",
        (hand.happens("seized", "COERCE", actor=("NLD MIL",), recipient=("OSK BUS",),
                      by="Osk minister Ruta Holm"),),
        (hand.says("Osk minister Ruta Holm", actor="OSK GOV"),),
    )  # fmt: skip
    denied = hand.read(
        "Bay Times", "2031-07-01T12:00:00Z", "Norland denied that its navy seized the freighter Alda.",
        (hand.happens("seized", "COERCE", "denied", actor=("NLD MIL",), by="Norland"),),
        (hand.says("Norland", "denied", "organisation", "NLD GOV", stance="deny"),),
    )  # fmt: skip
    claim = only(lineage([denied, seized]))

    assert (claim.contested, claim.status, claim.independent) == (True, "actual", (1, 1))
    assert [telling.stance for telling in claim.spans] == ["for", "against"]
    alone = only(lineage([denied]))
    assert (alone.contested, alone.status, alone.independent, alone.reports) == (False, "denied", (0, 0), 1)


def test_what_is_planned_is_another_claim_than_what_was_done(hand) -> None:
    def closing(status, words) -> Any:
        return hand.read(
            "Osk Herald", "2031-07-01T09:00:00Z", f"Norland {words} the Kell crossing to all Osk traffic.",
            (hand.happens(words, "COERCE", status, actor=("NLD GOV",)),),
        )  # fmt: skip

    claims = lineage([closing("actual", "closed"), closing("planned", "will close")])
    assert {claim.status for claim in claims} == {"actual", "planned"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A drone strike killed two people at a bakery in Kell, the mayor said.", "2031-08-09"),
        ("A drone strike killed two people at the station in Kell, the mayor said.", "2031-08-11"),
    ],
)
def test_alike_events_of_different_days_are_two(hand, text, day) -> None:
    def strike(text, day) -> Any:
        return hand.read(
            f"Herald of {day}", f"{day}T20:00:00Z", text,
            (hand.happens("strike", "ASSAULT", days=day, by="the mayor"),), (hand.says("the mayor"),),
        )  # fmt: skip

    other = "2031-08-11" if day == "2031-08-09" else "2031-08-09"
    assert len(lineage([strike(text, day), strike(text.replace("bakery", "mill"), other)])) == 2


def test_old_events_recalled_without_a_source_have_no_origin(hand) -> None:
    old = hand.read(
        "Osk Herald", "2031-08-30T09:00:00Z", "Norland seized the freighter Alda in June.",
        (hand.happens("seized", "COERCE", days="2031-06-03"),),
    )  # fmt: skip
    claim = only(lineage([old]))
    assert (claim.reports, claim.origins, claim.independent) == (1, (0, 0), (0, 0))


def test_own_voices_may_all_rest_on_one_source(hand) -> None:
    def own(outlet, text) -> Any:
        return hand.read(
            outlet, "2031-08-30T09:00:00Z", text, (hand.happens("blocked", "COERCE", days="2031-08-30"),)
        )

    claim = only(
        lineage(
            [
                own("Osk Herald", "Trucks blocked the Kell bridge and its toll gates."),
                own("Bay Times", "The Kell bridge was blocked by trucks for hours."),
            ]
        )
    )
    assert (claim.origins, claim.independent) == ((1, 2), (1, 2))


# ------------------------------------------------------------------ properties
def crowd(hand, wire, count, seed=0) -> Any:
    """Reports of many outlets on several things, some copied, some with sources of their own."""
    chance = random.Random(seed)
    out = []
    for n in range(count):
        moment = (datetime(2031, 3, 7) + timedelta(hours=n * 3)).isoformat() + "+00:00"
        outlet = chance.choice(["Concord Wire", "Osk Herald", "Bay Times", "Daily Quay"])
        if chance.random() < 0.4:
            out.append(wire(outlet, moment, title=f"Number {n}"))
        else:
            town, thing = (
                f"Town{chance.randrange(count // 4 + 1)}",
                chance.choice(["bridge", "mill", "depot"]),
            )
            text = f"Gunmen attacked the {thing} at {town} with grenades, {chance.choice('ABCD')}olm said."
            out.append(
                hand.read(
                    outlet, moment, text, (hand.happens("attacked", "ASSAULT", days=moment[:10]),), (),
                    title=f"Number {n}",
                )
            )  # fmt: skip
    return out


@settings(max_examples=15)
@given(seed=st.integers(0, 5), order=st.randoms(use_true_random=False))
def test_the_order_of_the_readings_does_not_matter(hand, wire, seed, order) -> None:
    readings = crowd(hand, wire, 16, seed)
    expected = lineage(readings)
    order.shuffle(readings)

    assert lineage(readings) == expected


@settings(max_examples=15)
@given(seed=st.integers(0, 9), count=st.integers(1, 20))
def test_counts_keep_their_order(hand, wire, seed, count) -> None:
    readings = crowd(hand, wire, count, seed)
    claims = lineage(readings)

    told = [telling.event for claim in claims for telling in claim.spans]
    assert sorted(told) == sorted(f"{r.report.id}:{e.id}" for r in readings for e in r.events)
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        assert 0 <= claim.independent[0] <= claim.independent[1] <= claim.origins[1] <= claim.reports * 2
        assert claim.independent[0] <= claim.origins[0] <= claim.origins[1]
        assert claim.newsrooms <= claim.reports


def test_later_reports_leave_the_ids_of_earlier_claims(hand, wire) -> None:
    readings = published_by(crowd(hand, wire, 40), None)
    before = {claim.id for claim in lineage(readings[:25])}

    assert before <= {claim.id for claim in lineage(readings)}


def test_the_work_grows_with_the_reports_and_not_with_their_square(hand, wire) -> None:
    small, large = crowd(hand, wire, 250), crowd(hand, wire, 2000)
    lineage(small[:50])

    def spent(reports: Any) -> float:
        begun = time.process_time()
        lineage(reports)
        return time.process_time() - begun

    # The best of three: another program on the machine slows one run, seldom all.
    assert min(spent(large) for _ in range(3)) < 20 * max(min(spent(small) for _ in range(3)), 0.02)


# ------------------------------------------------------------------ what must and must not move a count
WITNESSES = ("dock foreman Ida Holm", "pilot Jon Brack", "mayor Ana Reyl", "captain Per Quist")
SENTENCES = (
    "An explosion tore through the Brenn fuel depot at dawn and burned two tanks, {} said.",
    "Two tanks burned after an explosion at the Brenn depot, {} said.",
    "At dawn the Brenn fuel depot shook with an explosion and its tanks burned, {} said.",
    "Fuel tanks at the Brenn depot were burning at dawn after an explosion, {} said.",
)


def witnessed(hand, outlet, number, hour, credit="") -> Any:
    """A report of the explosion by witness `number`, each in words of its own."""
    who = WITNESSES[number]
    text = credit + SENTENCES[number].format(who)
    return hand.read(
        outlet, f"2031-04-02T{hour:02}:00:00Z", text,
        (hand.happens("explosion", "ASSAULT", days="2031-04-02", by=who),), (hand.says(who),),
    )  # fmt: skip


@settings(max_examples=40)
@given(
    witnesses=st.lists(st.integers(0, 3), min_size=1, max_size=4, unique=True),
    reprints=st.lists(st.tuples(st.integers(0, 3), st.booleans()), max_size=6),
)
def test_reprints_add_reports_and_witnesses_add_sources(hand, witnesses, reprints) -> None:
    rooms = {number: f"Newsroom {'ABCD'[number]}" for number in witnesses}
    first = [witnessed(hand, rooms[number], number, 8) for number in witnesses]
    again = [
        witnessed(hand, f"Paper {n}", number, 10 + n, f"BRENN ({rooms[number]}) - " if credited else "")
        for n, (number, credited) in enumerate(reprints)
        if number in rooms
    ]
    claim = only(lineage([*first, *again]))
    count = len(witnesses)

    assert (claim.origins, claim.independent) == ((count, count), (count, count))
    assert (claim.reports, claim.newsrooms) == (len(first) + len(again), count)
    assert {telling.copy_of for telling in claim.spans} <= {None, *rooms.values()}


def test_what_a_newsroom_takes_back_is_left_without_a_source(hand) -> None:
    def told(outlet, hour, text, by, kind) -> Any:
        return hand.read(
            outlet, f"2031-08-01T{hour:02}:00:00Z", text,
            (hand.happens("expelled", "SANCTION", actor=("OSK GOV",), by=by),),
            (hand.says(by, "said" if kind != "media" else "reported", kind),) if by else (),
        )  # fmt: skip

    reports = [
        told("Concord Wire", 8, "Osk expelled the Norland envoy, an official said.", "an official",
             "anonymous_official"),
        told("Bay Times", 9, "Osk has expelled an envoy of Norland, Concord Wire reported.", "Concord Wire",
             "media"),
        told("Concord Wire", 14, "Concord Wire withdraws its report that Osk expelled the Norland envoy.",
             None, ""),
    ]  # fmt: skip
    before, after = only(lineage(reports[:2])), only(lineage(reports))

    assert (before.independent, before.status, before.id) == ((1, 1), "actual", after.id)
    assert (after.independent, after.origins, after.status) == ((0, 0), (0, 0), "denied")
    assert not after.contested


def test_what_the_press_says_is_no_source(hand) -> None:
    reading = hand.read(
        "Concord Wire", "2032-01-10T20:00:00Z", "Media reports say a convoy crossed the Kell bridge.",
        (hand.happens("crossed", "MOBILIZE", by="Media reports"),),
        (hand.says("Media reports", "say", "media"),),
    )  # fmt: skip
    claim = only(lineage([reading]))

    assert (claim.reports, claim.origins, claim.independent) == (1, (0, 0), (0, 0))
    assert claim.spans[0].chain == ("Concord Wire", "Media reports")


def test_both_sides_saying_one_thing_are_two(hand) -> None:
    def stated(outlet, source, actor, text) -> Any:
        return hand.read(
            outlet, "2031-06-10T12:00:00Z", text,
            (hand.happens("shot down", "ASSAULT", days="2031-06-10", by=source),),
            (hand.says(source, "said", "organisation", actor),),
        )  # fmt: skip

    claim = only(
        lineage(
            [
                stated("Bay Times", "the ministry", "NLD GOV",
                       "A drone was shot down over Kell, the ministry said."),
                stated("Osk Herald", "the army", "OSK MIL",
                       "Its drone had been shot down near Kell, the army said."),
            ]
        )
    )  # fmt: skip
    assert (claim.origins, claim.independent) == ((2, 2), (2, 2))


def test_no_readings_claim_nothing() -> None:
    assert lineage([]) == ()
