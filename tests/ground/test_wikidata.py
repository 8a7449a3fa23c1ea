"""Actors from a slice of Wikidata's JSON dump."""

from __future__ import annotations

import json
from typing import Any

from sayso.ground.wikidata import wikidata


def item(number: str, label: str, **claims: list[Any]) -> dict[str, Any]:
    return {"id": number, "labels": {"en": {"value": label}}, "claims": claims}


def claim(value: str, **edges: str) -> dict[str, Any]:
    qualifiers = {key: [{"datavalue": {"value": {"time": time}}}] for key, time in edges.items()}
    return {"mainsnak": {"datavalue": {"value": {"id": value}}}, "qualifiers": qualifiers}


ITEMS = [
    item("Q900", "Norland", P298=[{"mainsnak": {"datavalue": {"value": "NOR"}}}]),
    item("Q901", "Minister of Defence of Norland", P17=[claim("Q900")]),
    {
        **item(
            "Q902", "Per Holm", P31=[claim("Q5")], P27=[claim("Q900")],
            P39=[claim("Q901", P580="+2031-01-10T00:00:00Z", P582="+2033-00-00T00:00:00Z")],
        ),
        "aliases": {"en": [{"value": "P. Holm"}]},
    },
    item("Q903", "Osk Party", P31=[claim("Q7278")], P17=[claim("Q30")]),
    item("Q904", "a stone", P31=[claim("Q22731")]),
]  # fmt: skip


def test_people_come_with_their_terms_and_bodies_with_their_kind() -> None:
    lines = ["[", *(json.dumps(one) + "," for one in ITEMS), "]"]
    taken = wikidata("\n".join(lines), "slice.json")

    holm, party = taken.entries
    assert (holm.name, holm.code, holm.aliases) == ("Per Holm", "NOR GOV", ("P. Holm",))
    assert (holm.start, holm.end) == ("2031-01-10", "2033-12-31")
    assert (party.code, party.kind) == ("USA PTY", "organisation")
    assert holm.source == "wikidata.org: Q902 (slice.json, line 4)"
    assert taken.faults == ()


def test_a_broken_line_is_named() -> None:
    taken = wikidata('{"id": 3}\nnonsense\n' + json.dumps(ITEMS[3]), "s.json")

    assert [fault.partition(":")[0] for fault in taken.faults] == ["s.json, line 1", "s.json, line 2"]
    assert len(taken.entries) == 1
