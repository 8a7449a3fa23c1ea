"""The brief."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest

from sayso.publish.brief import Scope, brief, count, ranked, standing_lines
from sayso.publish.terminal import Style, columns
from sayso.records import Claim, Standing

SCOPE = Scope(
    reports=4,
    outlets=4,
    first=datetime(2031, 3, 3, 8, tzinfo=UTC),
    last=datetime(2031, 3, 5, 8, tzinfo=UTC),
    as_of=datetime(2031, 3, 6, tzinfo=UTC),
)


def test_the_head_says_what_it_rests_on(claim: Claim, standing: Standing) -> None:
    assert brief(SCOPE, [claim], [standing]).splitlines()[:3] == [
        "Who says what",
        "4 reports from 4 outlets · Mon 3 Mar 2031, 08:00 UTC to Wed 5 Mar 2031, 08:00 UTC",
        "as known on Thu 6 Mar 2031, 00:00 UTC",
    ]


def test_no_count_of_reports_stands_without_its_sources(claim: Claim, standing: Standing) -> None:
    text = brief(SCOPE, [claim], [standing])
    counts = [line for line in text.splitlines()[3:] if "reports" in line]

    assert counts
    assert all("independent source" in line for line in counts)


def test_denials_stand_apart(claim: Claim) -> None:
    text = brief(SCOPE, [claim], [])
    head, denied = text.split("Denied:")

    assert "It seized nothing." not in head
    assert "Sundmark’s navy" in denied
    assert "contested" in head


def test_claims_with_more_independent_sources_come_first(claim: Claim) -> None:
    strong = msgspec.structs.replace(claim, id="k2", independent=(2, 3))
    many = msgspec.structs.replace(claim, id="k3", reports=90)

    assert [each.id for each in ranked([claim, many, strong])] == ["k2", "k3", "k1"]
    assert [each.id for each in ranked([strong, many, claim])] == ["k2", "k3", "k1"]


def test_what_is_left_out_is_counted(claim: Claim) -> None:
    many = [msgspec.structs.replace(claim, id=f"k{n}", title=f"Ferry {n} seized") for n in range(5)]

    assert "3 more claims: sayso claims" in brief(SCOPE, many, [], limit=2)
    assert "more claim" not in brief(SCOPE, many, [], limit=0)


def test_the_board_holds_what_stands_and_counts_what_no_longer_does(standing: Standing) -> None:
    tripped = msgspec.structs.replace(standing, id="s2", state="tripped")
    expired = msgspec.structs.replace(standing, id="s3", state="expired")
    order = msgspec.structs.replace(standing, id="s4", kind="order", condition="")
    board = brief(SCOPE, [], [standing, tripped, expired, order]).split("STANDING CONDITIONAL THREATS")[1]

    assert board.index("tripped") < board.index("armed")
    assert "expired" not in board
    assert "order" not in board
    assert "1 no longer standing: sayso commitments" in board


def test_claims_of_one_sentence_from_the_same_reports_are_told_together(claim: Claim) -> None:
    other = msgspec.structs.replace(claim, id="k2", type="REQUEST")
    apart = msgspec.structs.replace(claim, id="k3", type="AID", spans=claim.spans[:1])
    text = brief(SCOPE, [claim, other, apart], []).split("TIMELINE")[0]

    assert text.count("Norland seized the Osk ferry") == 2
    assert text.count("sayso chain") == 3
    assert "2. Norland" in text
    assert "3. Norland" not in text


def test_an_empty_board_says_so(standing: Standing) -> None:
    expired = msgspec.structs.replace(standing, state="expired")

    assert "STANDING CONDITIONAL THREATS\nnone" in brief(SCOPE, [], [expired])


def test_a_standing_threat_reads_if_then(standing: Standing) -> None:
    lines = [line.strip() for line in standing_lines(standing, Style(width=100))]

    assert lines[0].startswith("armed")
    assert lines[0].endswith("threat of Mon 3 – Tue 4 Mar 2031 · by Mon 10 Mar 2031")
    assert lines[1:] == [
        "IF   any ship that follows",
        "THEN will be sunk",
        "2 reports, 1 independent source",
        "no ship has followed",
    ]


def test_the_timeline_runs_by_day_and_says_what_did_not_happen(claim: Claim) -> None:
    later = msgspec.structs.replace(
        claim, id="k2", type="ASSAULT", status="threatened", date=("2031-03-04", "2031-03-04")
    )
    undated = msgspec.structs.replace(claim, id="k3", type="AID", date=None)
    line = brief(SCOPE, [later, undated, claim], []).split("TIMELINE")[1]

    assert line.index("happened") < line.index("threatened")
    assert "AID" not in line


def test_a_sentence_with_several_claims_is_quoted_once_on_the_timeline(claim: Claim) -> None:
    other = msgspec.structs.replace(claim, id="k2", type="REQUEST")
    days = brief(SCOPE, [claim, other], []).split("TIMELINE")[1]

    assert days.count("Norland seized the Osk ferry") == 1
    assert days.count("Mon 3 Mar 2031") == 1
    assert "COERCE" in days
    assert "REQUEST" in days


def test_the_timeline_never_cuts_a_count(claim: Claim) -> None:
    crowded = msgspec.structs.replace(claim, actor=("GBR GOV", "USA GOV", "DEU GOV", "FRA GOV"))
    days = brief(SCOPE, [crowded], [], Style(width=60)).split("TIMELINE")[1]

    assert days.rstrip().endswith("… · 3 reports, 1 independent source")


def test_reports_are_counted_from_the_tellings_where_no_count_is_given(claim: Claim) -> None:
    assert count(msgspec.structs.replace(claim, reports=0)) == 4


@pytest.mark.parametrize("width", [60, 88, 110])
def test_no_line_is_wider_than_the_terminal(claim: Claim, standing: Standing, width: int) -> None:
    lines = brief(SCOPE, [claim], [standing], Style(width=width)).splitlines()

    assert max(map(columns, lines)) <= width


def test_nothing_hostile_reaches_the_terminal(claim: Claim, standing: Standing) -> None:
    bad = "\x1b[2J\u202e"
    spans = tuple(
        msgspec.structs.replace(each, outlet=bad, chain=(bad, bad), sentence=bad, copy_of=bad)
        for each in claim.spans
    )
    claim = msgspec.structs.replace(claim, title=bad, spans=spans, id=bad)
    standing = msgspec.structs.replace(standing, condition=bad, consequence=bad, why=bad, deadline=bad)
    text = brief(SCOPE, [claim], [standing])

    assert "\x1b" not in text
    assert "\u202e" not in text


def test_nothing_to_say_is_still_a_brief() -> None:
    empty = Scope(reports=0, outlets=0)

    assert brief(empty, [], []) == "Who says what\n0 reports from 0 outlets · no date\n"
