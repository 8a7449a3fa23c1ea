"""The tables of events are whole: known types, statuses, roles."""

from __future__ import annotations

from sayso.code.lexicon import frames, governors, modifiers
from sayso.records import EVENT_TYPES, STATUSES

NEEDS = {
    "obj", "subj", "comp", "prt", "prep", "xcomp", "clause", "future", "notobj", "notdo", "sided", "marked",
    "notcomp", "near", "bare",
}  # fmt: skip


def test_every_plover_type_has_verbs_and_nominals() -> None:
    by_pos = {
        pos: {frame.type for (_, at), rows in frames().items() if at == pos for frame in rows} for pos in "vn"
    }

    assert by_pos["v"] == set(EVENT_TYPES)
    assert set(EVENT_TYPES) - by_pos["n"] <= {"SUPPORT", "CONCEDE"}


def test_needs_are_of_a_known_kind() -> None:
    kinds = {kind for rows in frames().values() for frame in rows for kind, _ in frame.needs}

    assert kinds <= NEEDS


def test_the_most_demanding_frame_is_tried_first() -> None:
    for rows in frames().values():
        assert [len(row.needs) for row in rows] == sorted((len(row.needs) for row in rows), reverse=True)


def test_statuses_are_of_the_contract() -> None:
    assert {*governors().values(), *modifiers().values()} <= set(STATUSES)
