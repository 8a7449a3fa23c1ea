"""Commitments told, and told again."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.monitor.issued import extent, full, issued, joined


def told(hand, outlet, when, text, **commitment) -> Any:
    return hand.read(outlet, when, text, (), commitment.pop("sources", ()), (commitment,))


@pytest.fixture
def groups(hand) -> Any:
    """How many utterances a threat and a changed second telling are."""

    def made(text="Lund will cut gas if the Kell crossing is shut.", when="2031-10-02", **changes) -> Any:
        first = told(
            hand, "Concord Wire", "2031-10-01T09:00:00Z",
            "If Osk shuts the Kell crossing, Lund will cut gas.",
            kind="threat", by="NLD GOV", to="OSK GOV", condition="Osk shuts the Kell crossing",
            consequence="Lund will cut gas", days="2031-10-01",
        )  # fmt: skip
        second = {
            "kind": "threat", "by": "NLD GOV", "to": "OSK GOV", "condition": "the Kell crossing is shut",
            "consequence": "will cut gas", "days": "2031-10-01", **changes,
        }  # fmt: skip
        return len(joined(issued([first, told(hand, "Bay Times", f"{when}T09:00:00Z", text, **second)])))

    return made


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, 1),
        ({"kind": "warning"}, 1),
        ({"kind": "promise"}, 2),
        ({"by": "OSK GOV"}, 2),
        ({"by": "---", "to": "---"}, 1),
        ({"by": "--- GOV"}, 1),
        ({"to": "FAR GOV"}, 2),
        ({"days": "2031-10-03"}, 1),
        ({"days": "2031-10-09"}, 2),
        ({"days": None, "when": "2031-12-09"}, 1),
        ({"text": "Lund will cut gas if the Selvo bank fails.", "condition": "the Selvo bank fails"}, 2),
        (
            {
                "text": "Lund will expel envoys if the Kell crossing is shut.",
                "consequence": "will expel envoys",
            },
            2,
        ),
    ],
)
def test_what_is_one_utterance(groups, changes, expected) -> None:
    assert groups(**changes) == expected


@pytest.mark.parametrize(
    ("kind", "actor", "witnesses"),
    [
        ("named_person", "NLD GOV", ("Concord Wire",)),
        ("organisation", "---", ("Concord Wire",)),
        ("named_person", "FAR GOV", ("Concord Wire", "Lund")),
        ("anonymous_official", "NLD GOV", ("Concord Wire", "anon:Lund@Concord Wire")),
    ],
)
def test_who_vouches_that_it_was_made(hand, kind, actor, witnesses) -> None:
    reading = told(
        hand, "Concord Wire", "2031-10-01T09:00:00Z", "Norland will cut gas, Lund said.", kind="threat",
        by="NLD GOV", consequence="will cut gas", source="Lund",
        sources=(hand.says("Lund", "said", kind, actor),),
    )  # fmt: skip
    (each,) = issued([reading])
    assert tuple(party.title for party in each.told.path) == witnesses


def test_extent_and_the_fullest_telling(hand) -> None:
    bare = told(
        hand, "Bay Times", "2031-10-01T08:00:00Z", "Lund will cut gas.", kind="threat", consequence="cut gas"
    )
    whole = told(
        hand, "Osk Herald", "2031-10-01T09:00:00Z", "If ships sail, Lund will cut gas.", kind="threat",
        condition="ships sail", consequence="cut gas",
    )  # fmt: skip
    empty = told(hand, "Osk Herald", "2031-10-01T09:00:00Z", "Lund spoke.", kind="threat")
    every = list(issued([bare, whole, empty]))

    assert [extent(each.commitment) for each in every] == [(10, 17), (3, 32)]
    assert full(every) == every[1]
    assert [len(group) for group in joined(every)] == [2]


def test_the_day_it_was_made_or_else_reported(hand) -> None:
    text = "Lund will cut gas."
    more = {"kind": "threat", "consequence": "cut gas"}
    dated = told(
        hand, "A", "2031-10-03T08:00:00Z", text, kind="threat", consequence="cut gas", days="2031-10-01"
    )
    plain = told(hand, "B", "2031-10-03T08:00:00Z", text, **more)
    undated = told(hand, "C", None, text, **more)

    assert [str(each.day) for each in issued([dated, plain, undated])] == ["2031-10-01", "2031-10-03", "None"]
