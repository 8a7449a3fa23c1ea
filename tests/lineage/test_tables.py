"""The room's tables are whole."""

from __future__ import annotations

from sayso.lineage.tables import alike, rows, words
from sayso.records import EVENT_TYPES


def test_types_are_alike_both_ways_and_only_plover_types_are_listed() -> None:
    assert alike("COERCE", "ASSAULT")
    assert alike("ASSAULT", "COERCE")
    assert alike("AID", "AID")
    assert not alike("AID", "ASSAULT")
    assert {name for row in rows("alike") for name in row} <= set(EVENT_TYPES)


def test_every_kind_of_word_is_there() -> None:
    kinds = {row[0] for row in rows("words")}

    assert kinds == {"stop", "time", "saying", "media", "retraction", "vague"}
    assert "friday" in words("stop", "time") - words("stop")
