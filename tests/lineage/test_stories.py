"""Reports of one happening, within days."""

from __future__ import annotations

from typing import Any

from sayso.lineage import lineage
from sayso.lineage.moment import published_by
from sayso.lineage.stories import stories


def test_shared_claims_and_copies_make_a_story(hand) -> None:
    def seized(outlet, when, text) -> Any:
        return hand.read(outlet, when, text, (hand.happens("seized", "COERCE", actor=("NLD MIL",)),))

    copied = "The Kell regatta ends on the long bank below the old harbour wall, as it has for years."
    readings = published_by(
        [
            seized("Osk Herald", "2031-07-01T09:00:00Z", "Norland seized the freighter Alda."),
            seized("Bay Times", "2031-07-02T09:00:00Z", "Norland has seized the Alda, a freighter."),
            hand.read("Bay Times", "2031-07-02T10:00:00Z", copied),
            hand.read("Daily Quay", "2031-07-02T11:00:00Z", copied),
            hand.read("Osk Herald", "2031-07-02T12:00:00Z", "Rain fell."),
        ],
        None,
    )
    ids = [reading.report.id for reading in readings]

    assert stories(readings, lineage(readings)) == ((ids[0], ids[1]), (ids[2], ids[3]), (ids[4],))
    assert stories((), ()) == ()
