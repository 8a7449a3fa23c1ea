"""The board: each utterance once, and tripped only by what has happened since."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.lineage import lineage
from sayso.lineage.moment import published_by
from sayso.monitor import monitor

THREAT = (
    "If Osk closes the Kell crossing, Norland will cut its gas supply, premier Asta Lund said on Wednesday."
)


@pytest.fixture(scope="session")
def threat(hand) -> Any:
    """The threat as an outlet prints it."""

    def printed(
        outlet="Concord Wire", published="2031-10-01T09:00:00Z", text=THREAT, days="2031-10-01", **more
    ) -> Any:
        return hand.read(
            outlet, published, text,
            (
                hand.happens("closes", "COERCE", "conditional", actor=("OSK GOV",)),
                hand.happens("cut", "SANCTION", "threatened", actor=("NLD GOV",), recipient=("OSK GOV",)),
            ),
            (hand.says("premier Asta Lund", "said", actor="NLD GOV"),),
            (
                {"kind": "threat", "by": "NLD GOV", "to": "OSK GOV",
                 "condition": "Osk closes the Kell crossing",
                 "consequence": "Norland will cut its gas supply", "source": "premier Asta Lund",
                 "days": days, **more},
            ),
        )  # fmt: skip

    return printed


@pytest.fixture(scope="session")
def deed(hand) -> Any:
    """Something told of the crossing, or of another matter, later."""

    def told(
        text, words="closed", status="actual", days="2031-10-05", type="COERCE", who="OSK GOV", to=()
    ) -> Any:
        return hand.read(
            "Osk Herald", f"{days}T12:00:00Z", text,
            (hand.happens(words, type, status, actor=(who,), recipient=to, days=days),),
        )  # fmt: skip

    return told


def board(*readings, as_of=None) -> Any:
    moment = datetime.fromisoformat(as_of) if as_of else None
    return monitor(readings, lineage(published_by(readings, moment)), moment)


def state(*readings, as_of=None) -> Any:
    (standing,) = board(*readings, as_of=as_of)
    return standing.state


def test_a_threat_stands_once_however_often_it_is_told(hand, threat) -> None:
    retold = hand.read(
        "Bay Times", "2031-10-01T14:00:00Z",
        "Premier Lund threatened to cut gas to Osk if the Kell crossing is closed, Concord Wire reported.",
        (), (hand.says("Concord Wire", "reported", "media"),),
        ({"kind": "threat", "by": "NLD GOV", "to": "OSK GOV", "condition": "the Kell crossing is closed",
          "consequence": "to cut gas", "source": "Concord Wire"},),
    )  # fmt: skip
    (standing,) = board(threat(), threat("Daily Quay", "2031-10-01T11:00:00Z"), retold)

    assert (standing.state, standing.reports, standing.independent) == ("armed", 3, (1, 1))
    assert (standing.by, standing.to, standing.issued) == ("NLD GOV", "OSK GOV", ("2031-10-01", "2031-10-01"))
    assert standing.condition == "Osk closes the Kell crossing"
    assert [telling.copy_of for telling in standing.spans] == [None, "Concord Wire", None]


def test_the_same_words_of_another_month_are_another_threat(threat) -> None:
    later = threat(
        "Bay Times", "2031-12-01T09:00:00Z", THREAT.replace("Wednesday", "Monday"), days="2031-12-01"
    )
    assert len(board(threat(), later)) == 2
    quoted = threat("Bay Times", "2031-12-01T09:00:00Z", THREAT.replace("Wednesday", "then"), days=None)
    assert len(board(threat(), quoted)) == 1


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        ("Osk closed the Kell crossing at midnight.", {}, "tripped"),
        ("Osk is considering having closed the Kell crossing.", {"status": "possible"}, "approaching"),
        ("Osk has not closed the Kell crossing, the ministry said.", {"status": "denied"}, "armed"),
        ("Osk closed the Selvo crossing.", {}, "armed"),
        ("Osk closed the Kell crossing in that autumn.", {"days": "2011-10-05"}, "armed"),
        ("Norland closed the Kell crossing.", {"who": "NLD GOV"}, "armed"),
        ("Osk closed the Kell crossing talks well.", {"type": "AGREE"}, "armed"),
        ("Norland cut the gas supply to Osk.",
         {"words": "cut", "type": "SANCTION", "who": "NLD GOV", "to": ("OSK GOV",)}, "kept"),
    ],
)  # fmt: skip
def test_what_trips_a_wire_and_what_does_not(threat, deed, text, options, expected) -> None:
    assert state(threat(), deed(text, **options)) == expected


def test_why_quotes_the_evidence(threat, deed) -> None:
    (standing,) = board(threat(), deed("Osk closed the Kell crossing at midnight."))
    assert "“Osk closed the Kell crossing at midnight.” (Osk Herald)" in standing.why


def test_it_is_not_tripped_before_its_evidence_is_out(threat, deed) -> None:
    readings = (threat(), deed("Osk closed the Kell crossing at midnight."))

    assert state(*readings, as_of="2031-10-05T11:59:00+00:00") == "armed"
    assert state(*readings, as_of="2031-10-05T12:00:00+00:00") == "tripped"
    assert board(*readings, as_of="2031-09-01T00:00:00+00:00") == ()


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2031-10-05", "armed"),
        ("2031-10-09", "approaching"),
        ("2031-10-10", "approaching"),
        ("2031-10-11", "expired"),
    ],
)
def test_a_deadline_nears_and_passes(threat, as_of, expected) -> None:
    assert state(threat(deadline="2031-10-10"), as_of=f"{as_of}T20:00:00+00:00") == expected


def ultimatum(hand, deadline="2031-10-10") -> Any:
    return hand.read(
        "Concord Wire", "2031-10-08T09:00:00Z",
        "Norland will seize an Osk ship if a court does not release the tanker Alda.",
        (
            hand.happens("release", "RETREAT", "requested", actor=("OSK JUD",)),
            hand.happens("seize", "COERCE", "threatened", actor=("NLD GOV",), recipient=("OSK BUS",)),
        ),
        (),
        ({"kind": "threat", "by": "NLD GOV", "to": "OSK GOV",
          "condition": "a court does not release the tanker Alda",
          "consequence": "seize an Osk ship", "deadline": deadline},),
    )  # fmt: skip


def test_a_threat_unless_something_is_done(hand, deed) -> None:
    threat = ultimatum(hand)
    release = deed(
        "A court released the tanker Alda.", "released", days="2031-10-09", type="RETREAT", who="OSK JUD"
    )
    seizure = deed("Norland seized an Osk ship.", "seized", days="2031-10-11", who="NLD MIL", to=("OSK BUS",))

    assert state(threat, as_of="2031-10-08T20:00:00+00:00") == "armed"
    assert state(threat, as_of="2031-10-11T00:00:00+00:00") == "tripped"
    assert state(threat, release) == "expired"
    assert state(threat, seizure) == "kept"


def test_what_is_said_not_to_be_so_is_withdrawn(hand, deed) -> None:
    dropped = deed(
        "Norland dropped its plan to seize an Osk ship.", "seize", "denied", "2031-10-09",
        who="NLD GOV", to=("OSK BUS",),
    )  # fmt: skip
    assert state(ultimatum(hand, None), dropped) == "withdrawn"


def test_any_attack_means_one_that_concerns_the_parties(hand, deed) -> None:
    threat = hand.read(
        "Concord Wire", "2031-10-01T09:00:00Z", "Osk will answer any attack with force, Gen. Habel said.",
        (hand.happens("attack", "ASSAULT", "possible"),), (hand.says("Gen. Habel", actor="OSK MIL"),),
        ({"kind": "threat", "by": "OSK MIL", "condition": "any attack", "consequence": "Osk will answer",
          "source": "Gen. Habel"},),
    )  # fmt: skip
    far = deed("An attack killed six in Farland.", "attack", type="ASSAULT", who="FAR REB", to=("FAR CVL",))
    near = deed("An attack killed six in Osk.", "attack", type="ASSAULT", who="NLD MIL", to=("OSK CVL",))

    assert (state(threat), state(threat, far), state(threat, near)) == ("armed", "armed", "tripped")


@pytest.mark.parametrize("kind", ["promise", "order", "refusal", "demand", "warning"])
def test_every_kind_has_its_row(hand, kind) -> None:
    reading = hand.read(
        "Concord Wire", "2031-10-01T09:00:00Z", "Norland will send grain to Osk.", (), (),
        ({"kind": kind, "by": "NLD GOV", "consequence": "Norland will send grain"},),
    )  # fmt: skip
    (standing,) = board(reading)
    assert (standing.kind, standing.state, standing.condition) == (kind, "armed", "")


@settings(max_examples=20)
@given(order=st.permutations(range(5)))
def test_the_order_of_the_readings_does_not_matter(hand, threat, deed, order) -> None:
    readings = (
        threat(), threat("Daily Quay", "2031-10-01T11:00:00Z"), ultimatum(hand),
        deed("Osk closed the Kell crossing at midnight."), deed("Osk closed the Selvo crossing."),
    )  # fmt: skip
    assert board(*(readings[n] for n in order)) == board(*readings)


def test_shared_words_alone_do_not_fulfil_what_was_demanded(hand, deed) -> None:
    condition = "a Kell court does not free the tanker Alda"
    bare = hand.read(
        "Concord Wire", "2031-10-08T09:00:00Z", f"Lund will act if {condition}.", (), (),
        ({"kind": "threat", "condition": condition, "consequence": "Lund will act"},),
    )  # fmt: skip
    held = deed("A Kell court let them hold the tanker Alda.", "hold", days="2031-10-09", who="KEL JUD")

    assert state(bare, held) == "armed"
