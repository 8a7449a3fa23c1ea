"""Ways followed to their ends and counted."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.lineage.origins import support
from sayso.lineage.tellings import Teller


@pytest.fixture
def counted(hand) -> Any:
    """Count what outlets tell: `("Outlet", "source", "kind")`; no source is the outlet's own voice."""

    def count(*told, retracted=frozenset()) -> Any:
        readings = []
        for n, (outlet, source, kind) in enumerate(told):
            text = f"Item {n}: ships left, {source} said." if source else f"Item {n}: ships left."
            readings.append(
                hand.read(
                    outlet, f"2031-03-07T{n:02}:00:00Z", text,
                    (hand.happens("left", "RETREAT", by=source or ""),),
                    (hand.says(source, kind=kind),) if source else (),
                )
            )  # fmt: skip
        return support([telling for event in Teller(readings).told() for telling in event], retracted)

    return count


WIRE = ("Concord Wire", "farmer Brun Task", "named_person")


def test_a_tree_of_rereports_has_one_root(counted) -> None:
    found = counted(
        WIRE, ("Osk Herald", "Concord Wire", "media"), ("Bay Times", "Osk Herald", "media"),
        ("Evening Post", "Bay Times", "media"),
    )  # fmt: skip

    assert (found.newsrooms, found.origins, found.independent) == (1, (1, 1), (1, 1))
    assert found.depends_on == ("Concord Wire", "farmer Brun Task")
    assert max(len(path) for path in found.paths) == 5


def test_two_roots_are_two(counted) -> None:
    found = counted(
        WIRE, ("Osk Herald", "Concord Wire", "media"), ("Bay Times", "pilot Jon Brack", "named_person")
    )
    assert (found.newsrooms, found.origins, found.independent, found.depends_on) == (2, (2, 2), (2, 2), ())


def test_a_newsroom_beyond_the_reports_is_a_root_itself(counted) -> None:
    found = counted(("Osk Herald", "Far Gazette", "media"), ("Bay Times", "Far Gazette", "media"))
    assert (found.origins, found.independent, found.depends_on) == ((1, 1), (1, 1), ("Far Gazette",))


def test_an_outlet_that_names_a_source_is_none_itself(counted) -> None:
    found = counted(WIRE, ("Concord Wire", None, None))
    assert (found.origins, found.independent) == ((1, 1), (1, 1))


def test_own_voices_count_at_most(counted) -> None:
    own = [("Osk Herald", None, None), ("Bay Times", None, None)]

    assert counted(*own).independent == (1, 2)
    assert counted(WIRE, *own).independent == (1, 3)


def test_nothing_is_left_of_what_is_taken_back(counted) -> None:
    told = (WIRE, ("Osk Herald", "Concord Wire", "media"))
    assert counted(*told, retracted=frozenset(("Concord Wire",))).independent == (0, 0)

    more = (*told, ("Bay Times", "pilot Jon Brack", "named_person"))
    assert counted(*more, retracted=frozenset(("Concord Wire",))).independent == (1, 1)


def test_nothing_told_is_nothing_counted() -> None:
    found = support([])
    assert (found.newsrooms, found.origins, found.independent, found.depends_on) == (0, (0, 0), (0, 0), ())


def test_a_headline_adds_no_way_beside_its_report(hand) -> None:
    def told(title) -> Any:
        reading = hand.read(
            "Osk Herald", "2031-03-07T09:00:00Z", "A convoy rolled off, Brun Task said.",
            (hand.happens("Trucks leave", "RETREAT", by="officials"),
             hand.happens("rolled off", "RETREAT", by="Brun Task"))[: 2 if title else 1],
            (hand.says("officials", "say", "anonymous_official"), hand.says("Brun Task")),
            title="Trucks leave, officials say",
        )  # fmt: skip
        return support([telling for event in Teller([reading]).told() for telling in event])

    assert told(True).origins == (1, 1)
    assert told(True).depends_on == ("Brun Task", "Osk Herald")
    assert told(False).depends_on == ("Osk Herald", "anon:officials@Osk Herald")
