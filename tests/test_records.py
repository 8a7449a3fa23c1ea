"""The JSON contract: names that users' scripts read, and records that come back as they went."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import records
from sayso.records import (
    Annotated,
    Attribution,
    Claim,
    Commitment,
    CommitmentSpans,
    Event,
    EventPlace,
    EventSpans,
    Reading,
    Report,
    Skipped,
    Standing,
    Telling,
    Time,
)

CONTRACT: dict[str, set[str]] = {
    "Report": {"id", "key", "outlet", "title", "byline", "dateline", "published", "language", "url", "text"},
    "Attribution": {
        "id", "source", "cue", "content", "parent", "source_type", "source_actor", "quote", "stance",
    },
    "Event": {
        "id", "mentions", "type", "mode", "actor", "recipient", "status", "according_to", "chain", "date",
        "place", "spans",
    },
    "EventSpans": {"actor", "recipient"},
    "EventPlace": {"name", "country", "lat", "lon"},
    "Commitment": {
        "id", "kind", "by", "to", "condition", "consequence", "attribution", "date", "deadline",
    },
    "Time": {"span", "type", "value"},
    "Place": {"span", "name", "country", "lat", "lon", "geonameid"},
    "ActorMention": {"span", "actor", "name", "via"},
    "Skipped": {"what", "why"},
    "Reading": {
        "report", "attributions", "events", "commitments", "times", "places", "actors", "boilerplate",
        "skipped",
    },
    "Claim": {
        "id", "type", "status", "spans", "newsrooms", "origins", "independent", "depends_on", "contested",
        "figures",
    },
    "Telling": {"report", "start", "end", "stance"},
    "Figure": {"value", "origins", "independent", "contested"},
    "Standing": {
        "id", "kind", "by", "to", "state", "issued", "condition", "consequence", "deadline", "spans",
        "independent",
    },
}  # fmt: skip
EAST = timezone(timedelta(hours=2))
FILLED = Reading(
    report=Report(
        id="r", text="Iran said it would strike.", published=datetime(2020, 11, 20, 20, 5, tzinfo=EAST)
    ),
    attributions=(
        Attribution(id="a1", source=((0, 4),), cue=((5, 9),), content=((10, 25),), hedges=("may",)),
    ),
    events=(
        Event(
            id="e1",
            mentions=((19, 25),),
            type="ASSAULT",
            status="threatened",
            actor=("IRN GOV",),
            according_to="a1",
            chain=("a1",),
            date=("2020-11-20", "2020-11-20"),
            place=EventPlace("Baghdad", "IRQ", 33.34, 44.4),
            spans=EventSpans(actor=((0, 4),)),
        ),
    ),
    commitments=(
        Commitment(id="c1", kind="threat", consequence=((10, 25),), spans=CommitmentSpans(by=((0, 4),))),
    ),
    times=(Time((0, 4), "DATE", "2020-11-20"),),
    boilerplate=((0, 1),),
    skipped=(Skipped("photo", "a caption", (0, 1)),),
)


def structs() -> list[type[Any]]:
    found = [
        one for one in vars(records).values() if isinstance(one, type) and issubclass(one, msgspec.Struct)
    ]
    return [one for one in found if one is not msgspec.Struct]


# ------------------------------------------------------------------ names
@pytest.mark.parametrize("name", sorted(CONTRACT))
def test_the_names_of_the_contract_are_all_there(name: str) -> None:
    assert set(getattr(records, name).__struct_fields__) >= CONTRACT[name]


@pytest.mark.parametrize("name", sorted(CONTRACT))
def test_names_are_written_as_they_are_called(name: str) -> None:
    """No renaming on the way out: a field is its own name in JSON."""
    kind = getattr(records, name)

    assert kind.__struct_encode_fields__ == kind.__struct_fields__


def test_an_empty_reading_names_every_field() -> None:
    written = msgspec.json.decode(msgspec.json.encode(Reading(report=Report(id="r", text="x"))))

    assert set(written) >= CONTRACT["Reading"]
    assert set(written["report"]) >= CONTRACT["Report"]
    assert written["events"] == []
    assert written["report"]["published"] is None


@pytest.mark.parametrize("kind", structs())
def test_every_record_is_frozen_and_says_what_it_is(kind: type[Any]) -> None:
    assert kind.__struct_config__.frozen
    assert kind.__doc__
    assert not re.match(r"\w+\(.*\)", kind.__doc__)


@pytest.mark.parametrize(
    "words",
    [records.EVENT_TYPES, records.STATUSES, records.SOURCE_TYPES, records.STANCES, records.COMMITMENT_KINDS],
)
def test_no_word_stands_twice(words: tuple[str, ...]) -> None:
    assert len(words) == len(set(words))


def test_there_are_sixteen_types_of_event_and_seven_statuses() -> None:
    assert len(records.EVENT_TYPES) == 16
    assert len(records.STATUSES) == 7
    assert all(one.isupper() for one in records.EVENT_TYPES)


# ------------------------------------------------------------------ there and back
def test_a_reading_comes_back_as_it_went() -> None:
    assert msgspec.json.decode(msgspec.json.encode(FILLED), type=Reading) == FILLED


def test_the_kept_parses_come_back_as_they_went(kept: dict[str, Any]) -> None:
    for parse in kept.values():
        annotated = msgspec.convert(parse, Annotated)
        assert msgspec.json.decode(msgspec.json.encode(annotated), type=Annotated) == annotated


def test_spans_are_pairs_in_json() -> None:
    event = msgspec.json.decode(msgspec.json.encode(FILLED))["events"][0]

    assert event["mentions"] == [[19, 25]]
    assert event["spans"]["actor"] == [[0, 4]]
    assert event["date"] == ["2020-11-20", "2020-11-20"]


def test_a_name_that_is_not_known_yet_is_passed_over() -> None:
    """Names may gain company: an older version still reads what a newer one wrote."""
    written = msgspec.json.decode(msgspec.json.encode(FILLED))
    written["invented_later"] = written["report"]["invented_later"] = 1

    assert msgspec.json.decode(msgspec.json.encode(written), type=Reading) == FILLED


@pytest.mark.parametrize(
    "wrong", [{"text": 3, "id": "r"}, {"id": "r"}, {"id": "r", "text": "x", "published": "soon"}]
)
def test_what_is_no_report_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(wrong, Report)


@given(
    st.datetimes(min_value=datetime(1900, 1, 2), max_value=datetime(2100, 1, 1)),
    st.integers(-14 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters))),
)
def test_the_moment_keeps_its_offset(moment: datetime, zone: timezone) -> None:
    report = Report(id="r", text="x", published=moment.replace(tzinfo=zone))

    back = msgspec.json.decode(msgspec.json.encode(report), type=Report)

    assert back.published == report.published
    assert back.published is not None
    assert back.published.utcoffset() == zone.utcoffset(None)


def test_offsets_are_written_out() -> None:
    assert b'"2020-11-20T20:05:00+02:00"' in msgspec.json.encode(FILLED)
    assert b'"2020-11-20T18:05:00Z"' in msgspec.json.encode(
        Report(id="r", text="x", published=datetime(2020, 11, 20, 18, 5, tzinfo=UTC))
    )


@given(st.text(max_size=60))
def test_any_text_comes_back_letter_for_letter(text: str) -> None:
    report = Report(id="r", text=text, title=text)

    assert msgspec.json.decode(msgspec.json.encode(report), type=Report) == report


# ------------------------------------------------------------------ over a ledger
def test_a_claim_counts_reports_beside_origins() -> None:
    claim = Claim(
        id="k1", type="ASSAULT", status="actual", spans=(Telling(report="r", start=0, end=3, stance="for"),),
        newsrooms=1, origins=(1, 1), independent=(1, 1),
    )  # fmt: skip

    written = msgspec.json.decode(msgspec.json.encode(claim))

    assert {"reports", "origins", "independent"} <= set(written)
    assert written["origins"] == [1, 1]
    assert set(written["spans"][0]) >= CONTRACT["Telling"]


def test_a_claim_cannot_be_made_without_its_origins() -> None:
    with pytest.raises(TypeError, match="origins"):
        Claim(id="k1", type="ASSAULT", status="actual", spans=(), newsrooms=1, independent=(1, 1))  # type: ignore[call-arg]


def test_a_standing_commitment_says_when_it_was_issued_even_if_unknown() -> None:
    assert "issued" in Standing.__struct_fields__
    with pytest.raises(TypeError, match="issued"):
        Standing(id="s", kind="threat", by="A", to="B", state="armed")  # type: ignore[call-arg]
