"""One reading shown whole."""

from __future__ import annotations

import msgspec
import pytest

from sayso.publish.terminal import Style, columns
from sayso.publish.tree import in_quotes, title_of, tree
from sayso.records import Reading, Report


@pytest.fixture
def shown(reading: Reading) -> str:
    return tree(reading)


def section(shown: str, title: str) -> str:
    return next(part for part in shown.split("\n\n") if part.startswith(title))


def test_sources_hang_from_those_they_come_through(shown: str) -> None:
    assert section(shown, "WHO SAYS SO").splitlines()[1:4] == [
        "Harbour Daily",
        "├─ Norland Wire · according to [media, NOR MED]",
        "│  └─ two harbour officials · said [anonymous official]",
    ]


def test_what_happened_stands_apart_from_what_did_not(shown: str) -> None:
    happened = section(shown, "TOLD AS HAVING HAPPENED")
    pending = section(shown, "NOT TOLD AS HAVING HAPPENED")
    denied = section(shown, "DENIED")

    assert "COERCE" in happened
    assert "ASSAULT" not in happened
    assert "threatened" in pending
    assert "“fired”" in denied


def test_an_event_has_its_day_place_words_and_chain(shown: str) -> None:
    happened = section(shown, "TOLD AS HAVING HAPPENED")

    assert "Mon 3 Mar 2031 · Osk" in happened
    assert "“seized” and 1 more mention" in happened
    assert "Harbour Daily ‹ Norland Wire ‹ two harbour officials" in happened


def test_a_commitment_reads_if_then_with_its_deadline(shown: str) -> None:
    pledges = section(shown, "THREATS, PROMISES, ORDERS")

    assert "IF   Any ship that follows" in pledges
    assert "THEN will be sunk" in pledges
    assert "by Mon 10 Mar 2031" in pledges
    assert "Harbour Daily ‹ Per Holm" in pledges


def test_dates_and_what_was_skipped_are_listed(shown: str) -> None:
    assert section(shown, "DATES").splitlines()[1] == "on Monday   Mon 3 Mar 2031"
    assert "set aside: “By Ada Lund”" in section(shown, "NOT READ")
    assert "picture: no words in it" in section(shown, "NOT READ")


def test_a_skipped_thing_noted_by_two_rooms_is_told_once(reading: Reading) -> None:
    report = msgspec.structs.replace(reading.report, notes=reading.skipped)

    assert tree(msgspec.structs.replace(reading, report=report)).count("no words in it") == 1


def test_an_empty_reading_is_short_and_sound() -> None:
    shown = tree(Reading(report=Report(id="1", text="")))

    assert shown == "1\nunknown outlet · no date\n0 attributions, 0 events, 0 commitments\n"


@pytest.mark.parametrize("width", [60, 88, 110])
def test_no_line_is_wider_than_the_terminal(reading: Reading, width: int) -> None:
    assert max(columns(line) for line in tree(reading, Style(width=width)).splitlines()) <= width


def test_nothing_hostile_reaches_the_terminal(reading: Reading) -> None:
    bad = "\x1b]0;x\x07\u202e"
    report = msgspec.structs.replace(
        reading.report, outlet=bad, title=bad, byline=bad,
        text=reading.report.text.replace("seized", "s\x1b[2Jd"),
    )  # fmt: skip
    attributions = tuple(msgspec.structs.replace(each, source_name=bad) for each in reading.attributions)
    shown = tree(msgspec.structs.replace(reading, report=report, attributions=attributions))

    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_colour_adds_nothing_but_colour(reading: Reading) -> None:
    coloured = tree(reading, Style(colour=True))
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[1;34m", "\x1b[2m", "\x1b[31m", "\x1b[33m"):
        coloured = coloured.replace(code, "")

    assert coloured == tree(reading)


def test_a_report_without_title_goes_by_its_first_line(reading: Reading) -> None:
    bare = msgspec.structs.replace(reading, report=Report(id="1", text="\nFerry gone\nMore"))

    assert title_of(bare) == "Ferry gone"


def test_quotes_within_quotes_stay_apart() -> None:
    assert in_quotes("a “crushing” answer", 40) == "«a “crushing” answer»"
    assert in_quotes("a plain answer", 10) == "“a plain…”"
