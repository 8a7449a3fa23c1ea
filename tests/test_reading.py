"""A report through all rooms: what is read rests on its words, what is not read is said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import msgspec
import pytest

import sayso
from sayso.acquire import from_text
from sayso.errors import InputError, SaysoError
from sayso.reading import read_report
from sayso.records import EVENT_TYPES, STANCES, STATUSES, Reading, Report

REPORT = """Kenyan army shells border town

By Mira Tolan

NAIROBI - The Kenyan army shelled a town near the border on Friday, two officers told Corvane News.

Photo: A soldier attacks a car in Nairobi, police said last year. (Corvane Pictures)

The interior minister, Omar Diallo, said that Kenya would close the border if the militants attacked again.

"We have arrested nobody," he said.

Sign up for our newsletter: the general will meet readers and threatened to resign."""
PUBLISHED = "2024-03-04T09:30:00+03:00"
SILENT = ("By Mira Tolan", "Photo: A soldier", "Sign up for our")


@pytest.fixture(scope="module")
def reading() -> Reading:
    """The report above, read once with the real engine."""
    return sayso.read(REPORT, outlet="The Meridian Post", published=PUBLISHED)


def facts(reading: Reading) -> list[tuple[int, int]]:
    """Every span that a fact of the reading rests on."""
    spans = [span for one in reading.attributions for span in (*one.source, *one.cue, *one.content)]
    for event in reading.events:
        spans += [*event.mentions, *event.spans.actor, *event.spans.recipient]
    for one in reading.commitments:
        spans += [*one.condition, *one.consequence]
    return spans


def all_spans(reading: Reading) -> list[tuple[int, int]]:
    """The spans of facts, and of times, places, actors, sentences and boilerplate."""
    spans = [*facts(reading), *reading.boilerplate, *reading.sentences]
    spans += [one.span for group in (reading.times, reading.places, reading.actors) for one in group]
    return spans


# ------------------------------------------------------------------ what is read
def test_something_of_every_kind_is_read(reading: Reading) -> None:
    assert reading.attributions
    assert reading.events
    assert reading.times
    assert reading.places
    assert reading.actors
    assert reading.sentences
    assert reading.version == sayso.__version__


def test_every_span_lies_inside_the_text(reading: Reading) -> None:
    length = len(reading.report.text)

    assert all(0 <= start < end <= length for start, end in all_spans(reading))


def test_the_text_is_kept_character_for_character(reading: Reading) -> None:
    assert reading.report.text == REPORT


def test_words_are_of_the_contract(reading: Reading) -> None:
    assert {one.type for one in reading.events} <= set(EVENT_TYPES)
    assert {one.status for one in reading.events} <= set(STATUSES)
    assert {one.stance for one in reading.attributions} <= set(STANCES)


def test_ids_are_unique(reading: Reading) -> None:
    for group in (reading.attributions, reading.events, reading.commitments):
        ids = [one.id for one in group]
        assert len(ids) == len(set(ids))


def test_chains_name_attributions_of_the_reading(reading: Reading) -> None:
    ids = {one.id for one in reading.attributions}

    for one in reading.attributions:
        assert one.parent is None or one.parent in ids - {one.id}
    for event in reading.events:
        assert set(event.chain) <= ids
        assert (event.chain[-1] if event.chain else None) == event.according_to
    for commitment in reading.commitments:
        assert commitment.attribution is None or commitment.attribution in ids
        assert commitment.event is None or commitment.event in {one.id for one in reading.events}


def test_a_chain_follows_the_parents(reading: Reading) -> None:
    parents = {one.id: one.parent for one in reading.attributions}

    for event in reading.events:
        for outer, inner in zip(event.chain, event.chain[1:], strict=False):
            assert parents[inner] == outer
        assert not event.chain or parents[event.chain[0]] is None


def test_what_is_only_threatened_did_not_happen(reading: Reading) -> None:
    closed = [one for one in reading.events if REPORT[slice(*one.mentions[0])] == "close"]

    assert closed
    assert all(one.status not in ("actual", "denied") for one in closed)


# ------------------------------------------------------------------ boilerplate
@pytest.mark.parametrize("opening", SILENT)
def test_bylines_captions_and_notices_are_set_aside(reading: Reading, opening: str) -> None:
    start = REPORT.index(opening)

    assert any(left <= start < right for left, right in reading.boilerplate)


def test_boilerplate_yields_no_facts(reading: Reading) -> None:
    for start, end in facts(reading):
        assert all(end <= left or right <= start for left, right in reading.boilerplate)


def test_the_body_is_no_boilerplate(reading: Reading) -> None:
    for words in ("shelled a town", "would close the border", "We have arrested"):
        start = REPORT.index(words)
        assert all(not left <= start < right for left, right in reading.boilerplate)


def test_a_page_of_nothing_else_yields_no_facts() -> None:
    found = sayso.read(
        "By Mira Tolan\n\nPhoto: A soldier attacks a car. (Corvane Pictures)", published=PUBLISHED
    )

    assert facts(found) == []


# ------------------------------------------------------------------ what is not read
def test_another_language_is_unread_and_says_so() -> None:
    text = (
        "Die Regierung in Berlin hat am Montag angekündigt, dass sie den Botschafter ausweisen wird. "
        "Das sagte ein Sprecher des Ministeriums am Abend vor Journalisten in der Hauptstadt."
    )
    found = sayso.read(text, published=PUBLISHED)

    assert found.report.language == "de"
    assert facts(found) == []
    assert any(one.what == "report" and "'de'" in one.why for one in found.skipped)


def test_a_text_without_words_is_unread_and_says_so() -> None:
    found = read_report(Report(id="x", text="... --- ..."))

    assert facts(found) == []
    assert [one.what for one in found.skipped] == ["report"]
    assert found.version == sayso.__version__


def test_notes_of_the_intake_are_passed_on() -> None:
    """A report without a date says so in the reading, read or unread."""
    for text in ("The army left the town on Monday.", "..."):
        found = sayso.read(text)
        assert set(found.report.notes) <= set(found.skipped)
        assert any(one.what == "published" for one in found.skipped)


@pytest.mark.parametrize("text", ["", "   ", "\n\t\n"])
def test_nothing_to_read_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="S101"):
        sayso.read(text, published=PUBLISHED)


# ------------------------------------------------------------------ the call
def test_a_title_is_put_before_the_text() -> None:
    found = sayso.read("The army left the town.", title="Army leaves", published=PUBLISHED)

    assert found.report.text == "Army leaves\n\nThe army left the town."
    assert found.report.title == "Army leaves"


def test_a_title_that_stands_there_already_is_not_put_twice() -> None:
    found = sayso.read(REPORT, title="Kenyan army shells border town", published=PUBLISHED)

    assert found.report.text == REPORT


def test_fields_are_kept() -> None:
    found = sayso.read(
        "The army left the town.",
        outlet="The Meridian Post",
        byline="Mira Tolan",
        url="https://example.org/1",
        published=PUBLISHED,
    ).report

    assert (found.outlet, found.byline) == ("The Meridian Post", "Mira Tolan")
    assert found.url == "https://example.org/1"


def test_a_datetime_is_as_good_as_its_words() -> None:
    moment = datetime(2024, 3, 4, 9, 30, tzinfo=timezone(timedelta(hours=3)))

    found = sayso.read("The army left on Friday.", published=moment)

    assert found == sayso.read("The army left on Friday.", published=PUBLISHED)
    assert found.report.published == moment


@pytest.mark.parametrize("published", ["soon", "2024-13-45", "yesterday-ish"])
def test_a_date_that_is_none_is_refused_with_what_was_seen(published: str) -> None:
    with pytest.raises(InputError) as raised:
        sayso.read("The army left the town.", published=published)

    assert isinstance(raised.value, SaysoError)
    assert raised.value.code == "S100"
    assert published in str(raised.value)


def test_relative_days_are_resolved_from_the_publication() -> None:
    early = sayso.read("The army left on Friday.", published="2024-03-04T09:30:00+03:00")
    late = sayso.read("The army left on Friday.", published="2024-03-11T09:30:00+03:00")

    assert [one.value for one in early.times] == ["2024-03-01"]
    assert [one.value for one in late.times] == ["2024-03-08"]


# ------------------------------------------------------------------ the same again
def encoded(value: Any) -> bytes:
    return msgspec.json.encode(value, order="deterministic")


def test_the_same_report_gives_the_same_bytes(reading: Reading) -> None:
    again = sayso.read(REPORT, outlet="The Meridian Post", published=PUBLISHED)

    assert encoded(again) == encoded(reading)


def test_another_report_between_changes_nothing(reading: Reading) -> None:
    sayso.read("Norway pledged to send food to Haiti, its prime minister said.", published=PUBLISHED)

    assert encoded(read_report(reading.report)) == encoded(reading)


def test_a_reading_comes_back_from_its_json(reading: Reading) -> None:
    assert msgspec.json.decode(encoded(reading), type=Reading) == reading


def test_the_moment_is_told_with_its_own_offset(reading: Reading) -> None:
    told = msgspec.json.decode(encoded(reading))["report"]["published"]

    assert told == PUBLISHED
    assert datetime.fromisoformat(told).astimezone(UTC).hour == 6


def test_a_report_built_from_parts_reads_like_the_call() -> None:
    text = "The army shelled the town, two officers said."
    report = from_text(text, outlet="Corvane News", published=PUBLISHED)

    assert read_report(report) == sayso.read(text, outlet="Corvane News", published=PUBLISHED)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Iran promised a reply by Monday, he added.", "2019-07-22"),
        ("He gave the staff until Monday to leave.", "2019-07-22"),
        ("By Monday the rebels had taken the town.", "2019-07-15"),
        ("The rebels had taken the town by Monday.", "2019-07-15"),
        ("Police arrested three men on Monday.", "2019-07-15"),
    ],
)
def test_a_limit_lies_ahead_unless_the_clause_looks_back(text: str, day: str) -> None:
    reading = sayso.read(text, published="2019-07-21T10:00:00+04:00")

    assert [one.value for one in reading.times] == [day]


def test_what_has_happened_is_not_dated_by_when_something_is_due() -> None:
    reading = sayso.read(
        "Iran promised on Saturday to release the ship by Monday.", published="2019-07-21T10:00:00+04:00"
    )

    promise = next(event for event in reading.events if event.type == "AGREE")
    assert promise.date == ("2019-07-20", "2019-07-20")


def test_nobody_attacks_himself() -> None:
    reading = sayso.read("Iran will seize a British ship if London attacks its ports, officials said.")

    attack = next(event for event in reading.events if event.type == "ASSAULT")
    assert attack.actor == ("GBR GOV",)
    assert "GBR GOV" not in attack.recipient


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        ("Ethiopia's government and Tigrayan forces accused each other of breaking a truce.", "ACCUSE",
         {"ETH GOV", "ETH REB"}),
        ("India and Pakistan expelled each other's diplomats on Monday.", "SANCTION", {"IND GOV", "PAK GOV"}),
        ("India and Pakistan threatened one another on Monday.", "THREATEN", {"IND GOV", "PAK GOV"}),
        ("Armenian and Azerbaijani troops shelled each other on Tuesday.", "ASSAULT", {"ARM MIL", "AZE MIL"}),
    ],
)  # fmt: skip
def test_what_two_do_to_each_other_is_done_to_both(text: str, kind: str, sides: set[str]) -> None:
    reading = sayso.read(text, published="2021-03-10T09:00:00+00:00")

    event = next(event for event in reading.events if event.type == kind)
    assert set(event.actor) == set(event.recipient) == sides


def test_the_dateline_of_a_report_without_a_headline_takes_part_in_nothing() -> None:
    reading = sayso.read(
        "MANILA, Aug 7 - The Philippines summoned China's ambassador on Monday after a Chinese coast guard"
        " ship fired water cannon at a Philippine boat.\n\nManila handed the envoy a note of protest.",
        published="2023-08-07T09:00:00+08:00",
    )

    summons, shot, note = sorted(reading.events, key=lambda event: event.mentions)
    assert (summons.actor, summons.recipient) == (("PHL GOV",), ("CHN GOV",))
    assert (shot.type, shot.actor, shot.recipient) == ("ASSAULT", ("CHN GOV",), ("PHL GOV",))
    assert (note.type, note.actor, note.recipient) == ("ACCUSE", ("PHL GOV",), ("CHN GOV",))
    assert reading.report.title is None


def test_what_is_sold_is_nobody_to_be_refused() -> None:
    reading = sayso.read(
        "Germany backs the bid. The United States has refused to link it to the sale of F-16 jets to Turkey.",
        published="2022-06-03T09:00:00+00:00",
    )

    refusal = next(event for event in reading.events if event.type == "REJECT")
    assert refusal.recipient == ("TUR GOV",)


def test_a_family_name_is_that_of_the_one_the_report_tells_in_full() -> None:
    reading = sayso.read(
        "Protests have shaken Peru since the ouster of Pedro Castillo. Mexico offered Castillo asylum.",
        published="2023-01-10T09:00:00-05:00",
    )

    assert not any("BOL" in one.actor for one in reading.actors)


def test_a_name_set_behind_a_title_says_who_it_is() -> None:
    reading = sayso.read(
        "Tokyo lodged a protest with Pyongyang through its embassy in Beijing. The North's leader, Kim Jong"
        " Un, vowed last week to continue the tests.",
        published="2023-07-19T09:00:00+09:00",
    )

    protest, vow = sorted(reading.events, key=lambda event: event.mentions)[:2]
    assert (protest.type, protest.actor, protest.recipient) == ("ACCUSE", ("JPN GOV",), ("PRK GOV",))
    assert (vow.type, vow.actor) == ("AGREE", ("PRK GOV",))


@pytest.mark.parametrize(
    "appeal",
    [
        "The European Union urged both sides to return to dialogue.",
        "China urged all parties to show restraint.",
        "China called on the two to talk.",
        "China called for the two sides to meet.",
    ],
)
def test_those_who_are_urged_are_those_spoken_of(appeal: str) -> None:
    reading = sayso.read(
        "Malaysia expelled North Korea's ambassador on Monday. North Korea barred Malaysians from leaving. "
        + appeal,
        published="2017-03-09T09:00:00+08:00",
    )

    request = next(event for event in reading.events if event.type == "REQUEST")
    assert set(request.recipient) == {"MYS GOV", "PRK GOV"}


def test_where_a_thing_is_written_is_no_country() -> None:
    reading = sayso.read(
        "TEHRAN - Iran held a ship.\n\nThe rule is known, a spokesman in Iran said.\n\nAnother official wrote"
        " it on Twitter. A member of parliament said the ship would stay.",
        published="2019-07-20T12:30:00+04:30",
    )

    assert "USA LEG" not in {one.actor for one in reading.actors}
