"""Questions and the rows that answer them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import QueryError
from sayso.ledger import Ledger, query
from sayso.ledger.chain import sentence
from sayso.ledger.filters import Filter


@pytest.fixture(scope="module")
def ledger(tmp_path_factory, making) -> Iterator[Any]:
    with Ledger.open(tmp_path_factory.mktemp("query") / "sayso.db", write=True) as ledger:
        for number in range(4):
            ledger.add(*making(number))
        yield ledger


def test_an_event_row_leads_to_its_words_and_sources(ledger, making) -> None:
    report = making(0)[0].report
    rows, total = query.events(ledger, Filter(status="actual", type="COERCE"))
    row = rows[0]

    assert 4 == total == len(rows)
    assert f"{report.id}:e1" == row.id
    assert (row.words, report.text[row.start : row.end]) == ("stopped", "stopped")
    assert row.sentence.strip() == "Norland stopped the Osk ferry on Monday, two harbour officials said."
    assert row.chain == ("Osk Herald", "two harbour officials")
    assert (row.actor, row.recipient) == (("NLD GOV",), ("OSK BUS", "IGO UNO"))
    assert (row.date, row.place, row.source_type) == (
        ("2031-03-03", "2031-03-03"),
        "Osk",
        "anonymous_official",
    )
    assert row == msgspec.json.decode(msgspec.json.encode(row), type=query.EventRow)


def test_rows_that_rest_on_no_source_say_so(ledger) -> None:
    rows, _ = query.events(ledger, Filter(type="protest"))
    assert {(None, 1)} == {(row.source_type, len(row.chain)) for row in rows}


@pytest.mark.parametrize(
    ("filter", "expected"),
    [
        ({}, 12),
        ({"actor": "NLD"}, 8),
        ({"actor": "nld gov"}, 8),
        ({"actor": "NLD MIL"}, 0),
        ({"actor": "GOV"}, 8),
        ({"recipient": "OSK"}, 4),
        ({"recipient": "UNO"}, 4),
        ({"recipient": "IGO UNO"}, 4),
        ({"actor": "OSK"}, 4),
        ({"status": "threatened"}, 4),
        ({"source_type": "anonymous_official"}, 4),
        ({"outlet": "osk herald"}, 6),
        ({"since": "2031-03-04"}, 0),
        ({"until": "2031-03-02"}, 0),
        ({"since": "2031-03-03", "until": "2031-03-03"}, 12),
        ({"text": "OSK FERRY"}, 4),
        ({"text": "%"}, 0),
        ({"text": "' OR 1=1 --"}, 0),
        ({"outlet": "' OR 1=1 --"}, 0),
        ({"actor": "NLD", "status": "actual", "outlet": "Norland Wire"}, 2),
    ],
)
def test_filters(ledger, filter, expected) -> None:
    rows, total = query.events(ledger, Filter(**filter))

    assert (expected, expected) == (len(rows), total)
    assert len(rows) == len({row.id for row in rows})


def test_a_limit_cuts_the_rows_but_not_the_total(ledger) -> None:
    everything, total = query.events(ledger)
    for limit in (0, 1, 5, 99):
        rows, same = query.events(ledger, Filter(limit=limit))
        assert (everything[:limit], total) == (rows, same)


def test_attributions(ledger) -> None:
    rows, total = query.attributions(ledger, Filter(actor="NLD", source_type="organisation"))

    assert total == 4
    assert (rows[0].source, rows[0].source_name, rows[0].cue) == (
        "the ministry",
        "Norland's ministry",
        "warned",
    )
    assert rows[0].chain == ("Osk Herald", "Norland's ministry")
    assert rows[0].sentence.strip() == "Norland will seize any ship that follows, the ministry warned."


def test_commitments(ledger) -> None:
    rows, total = query.commitments(ledger, Filter(type="threat", actor="NLD GOV", recipient="---"))

    assert total == 4
    assert (rows[0].condition, rows[0].consequence) == ("any ship that follows", "Norland will seize")
    assert rows[0].date == ("2031-03-03", "2031-03-03")
    assert query.commitments(ledger, Filter(type="promise")) == ([], 0)


def test_actors(ledger) -> None:
    rows, total = query.actors(ledger)

    assert [row.actor for row in rows] == ["NLD GOV", "OSK CVL"]
    assert (total, rows[0].mentions, rows[0].reports, rows[0].via) == (2, 4, 4, ("country name",))
    assert [row.name for row in query.actors(ledger, Filter(text="CAFé"))[0]] == ["café owners"]
    assert ([rows[0]], 2) == query.actors(ledger, Filter(limit=1))


def test_reports(ledger, making) -> None:
    rows, total = query.reports(ledger, Filter(outlet="Osk Herald", limit=1))

    assert (2, making(0)[0].report.id) == (total, rows[0].id)
    assert (rows[0].attributions, rows[0].events, rows[0].commitments, rows[0].skipped) == (2, 3, 1, 2)
    assert rows[0].origin == "/in/0.txt"


@pytest.mark.parametrize(
    ("ask", "filter", "code", "hint"),
    [
        (query.events, {"type": "FIGHT"}, "S311", "ASSAULT"),
        (query.events, {"status": "maybe"}, "S311", "conditional"),
        (query.events, {"source_type": "pundit"}, "S311", "named_person"),
        (query.events, {"since": "yesterday"}, "S312", "YYYY-MM-DD"),
        (query.events, {"until": "2031-02-30"}, "S312", "YYYY-MM-DD"),
        (query.events, {"actor": "Iran"}, "S313", "IRN GOV"),
        (query.events, {"recipient": "IRN' --"}, "S313", "sayso actors"),
        (query.commitments, {"type": "COERCE"}, "S311", "warning"),
        (query.commitments, {"status": "actual"}, "S314", "recipient"),
        (query.attributions, {"type": "COERCE"}, "S314", "source-type"),
        (query.reports, {"actor": "IRN"}, "S314", "outlet"),
        (query.actors, {"status": "actual"}, "S314", "actor"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_what_can(ledger, ask, filter, code, hint) -> None:
    with pytest.raises(QueryError) as told:
        ask(ledger, Filter(**filter))

    assert (code, True) == (told.value.code, hint in told.value.do)


def test_an_event_without_days_is_taken_by_the_day_of_its_report(ledger, making) -> None:
    late = making(20)[0].report.published.date().isoformat()
    assert late == "2031-03-04"
    # the dated event of a report of the 4th stays on the 3rd, the undated ones go to the 4th
    with Ledger.open(ledger.path.with_name("late.db"), write=True) as other:
        other.add(*making(20))
        assert [row.id[-2:] for row in query.events(other, Filter(until="2031-03-03"))[0]] == ["e1"]
        assert [row.id[-2:] for row in query.events(other, Filter(since="2031-03-04"))[0]] == ["e2", "e3"]


# ------------------------------------------------------------------ against a naive reading of the filter
CODES = st.sampled_from(["NLD", "nld gov", "OSK", "GOV", "CVL", "IGO UNO", "UNO", "---", "FAR"])
DAYS = st.sampled_from(["2031-03-02", "2031-03-03", "2031-03-04", "2031-03-05"])
FILTERS = st.fixed_dictionaries(
    {},
    optional={
        "actor": CODES,
        "recipient": CODES,
        "type": st.sampled_from(["COERCE", "protest"]),
        "status": st.sampled_from(["actual", "threatened", "denied"]),
        "since": DAYS,
        "until": DAYS,
        "source_type": st.sampled_from(["anonymous_official", "organisation", "poll"]),
        "outlet": st.sampled_from(["Osk Herald", "NORLAND WIRE", "None"]),
        "text": st.sampled_from(["osk", "FERRY", "warned", "_", "%", ""]),
        "limit": st.integers(0, 20),
    },
)


def naive(readings, filter) -> list[str]:
    """The ids of the events that a filter means, by going through all of them."""
    return [
        f"{reading.report.id}:{event.id}"
        for reading in readings
        for event in sorted(reading.events, key=lambda event: (event.mentions[0][0], event.id))
        if _meant(reading, event, filter)
    ]


def _meant(reading, event, filter) -> bool:
    day = reading.report.published.date().isoformat()
    first, last = event.date or (day, day)
    kinds = {each.id: each.source_type for each in reading.attributions}
    told = sentence(reading, event.mentions[0][0])
    return all(
        (
            "actor" not in filter or _belongs(event.actor, filter["actor"]),
            "recipient" not in filter or _belongs(event.recipient, filter["recipient"]),
            event.type == filter.get("type", event.type).upper(),
            event.status == filter.get("status", event.status),
            last >= filter.get("since", last),
            first <= filter.get("until", first),
            "source_type" not in filter or kinds.get(event.according_to) == filter["source_type"],
            reading.report.outlet.lower() == filter.get("outlet", reading.report.outlet).lower(),
            filter.get("text", "").lower() in told.lower(),
        )
    )


def _belongs(codes, asked) -> bool:
    asked = asked.upper()
    return any(code == asked or (" " not in asked and asked in code.split()) for code in codes)


@settings(max_examples=150)
@given(filter=FILTERS)
def test_filters_mean_what_they_say(ledger, filter) -> None:
    rows, total = query.events(ledger, Filter(**filter))
    expected = naive(ledger.readings(), filter)

    assert total == len(expected)
    assert [row.id for row in rows] == expected[: filter.get("limit")]
