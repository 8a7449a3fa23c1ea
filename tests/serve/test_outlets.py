"""`sayso outlets` and `sayso outlets calendar`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.ledger import Ledger
from sayso.reading import read_report
from sayso.records import Acquired
from sayso.serve.cli import sayso

Ask = Callable[..., Result]
WEEK = ("--from", "2020-11-16", "--to", "2020-11-22")


@pytest.fixture
def asked(tmp_path: Path) -> Ask:
    """The command line with a ledger that is not there."""

    def ask(*words: str) -> Result:
        return CliRunner().invoke(sayso, ["--ledger", str(tmp_path / "none.db"), *words])

    return ask


def test_lists_the_outlets_of_a_country(asked: Ask) -> None:
    found = json.loads(asked("outlets", "--country", "isr", "--json").stdout)

    assert {row["country"] for row in found["outlets"]} == {"ISR"}
    assert found["total"] == len(found["outlets"])
    assert "Arutz Sheva" in asked("outlets", "--country", "ISR").stdout


def test_lists_those_with_a_closing_rule(asked: Ask) -> None:
    found = json.loads(asked("outlets", "--closing", "--json").stdout)["outlets"]

    assert "Arutz Sheva" in {row["name"] for row in found}
    assert all(row["closings"] for row in found)


def test_a_table_is_cut_and_says_so(asked: Ask) -> None:
    done = asked("outlets", "--limit", "3")

    assert len(done.stdout.splitlines()) == 4
    assert "3 of " in done.stderr


def test_a_calendar_shows_open_and_closed_spans_on_the_outlets_clock(asked: Ask) -> None:
    found = json.loads(asked("outlets", "calendar", "israelnationalnews.com", *WEEK, "--json").stdout)

    assert (found["outlet"], found["zone"]) == ("Arutz Sheva", "Asia/Jerusalem")
    assert (found["start"], found["end"]) == ("2020-11-16T00:00:00+02:00", "2020-11-23T00:00:00+02:00")
    assert [(each["start"], each["state"]) for each in found["stretches"]] == [
        ("2020-11-16T00:00:00+02:00", "open"),
        ("2020-11-20T23:15:43+02:00", "closed"),
        ("2020-11-21T17:15:43+02:00", "open"),
    ]


def test_a_calendar_as_text_tells_rule_and_reason(asked: Ask) -> None:
    text = asked("outlets", "calendar", "Arutz Sheva", *WEEK).stdout

    assert "rule: shabbat, New York (North American desk)" in text
    assert "closed  Fri 2020-11-20 23:15:43+02:00  to  Sat 2020-11-21 17:15:43+02:00  Shabbat" in text


def test_an_outlet_without_rules_is_open_and_it_is_said(asked: Ask) -> None:
    done = asked("outlets", "calendar", "Reuters", *WEEK)

    assert done.stdout.count("open") == 1
    assert "no rule is known" in done.stderr


def test_rules_of_ones_own(asked: Ask, tmp_path: Path) -> None:
    rules = tmp_path / "rules.tsv"
    rules.write_text("# mine\n\nOsk Courier\tdesk\tshabbat\tJerusalem\t22\tits editor\n", "utf-8")
    found = json.loads(
        asked("outlets", "calendar", "Osk Courier", *WEEK, "--rules", str(rules), "--json").stdout
    )

    assert found["rules"][0]["value"] == "22"
    assert found["stretches"][1]["start"] == "2020-11-20T16:15:04+02:00"


@pytest.mark.parametrize(
    ("content", "code"), [(b"Osk Courier\tdesk\tsiesta\tLondon\n", "S520"), (b"\xff\xfe", "S522")]
)
def test_rules_that_cannot_be_read(asked: Ask, tmp_path: Path, content: bytes, code: str) -> None:
    rules = tmp_path / "rules.tsv"
    rules.write_bytes(content)
    done = asked("outlets", "calendar", "Osk Courier", *WEEK, "--rules", str(rules))

    assert done.exit_code == 1
    assert code in done.stderr


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("Nobody's Paper", *WEEK), "S322"),
        (("Reuters", "--from", "soon", "--to", "2020-11-22"), "S321"),
        (("Reuters", "--from", "2020-11-22", "--to", "2020-11-16"), "S323"),
        (("Reuters", "--from", "0001-01-01", "--to", "9999-12-31"), "S323"),
    ],
)
def test_a_question_that_cannot_be_answered(asked: Ask, words: tuple[str, ...], code: str) -> None:
    done = asked("outlets", "calendar", *words)

    assert done.exit_code == 2
    assert code in done.stderr


@pytest.mark.parametrize("days", [("0001-01-01", "0001-01-15"), ("9999-12-15", "9999-12-31")])
@pytest.mark.parametrize("name", ["Arutz Sheva", "Reuters"])
def test_the_ends_of_the_calendar(asked: Ask, days: tuple[str, str], name: str) -> None:
    done = asked("outlets", "calendar", name, "--from", days[0], "--to", days[1], "--json")

    assert done.exit_code == 0
    assert json.loads(done.stdout)["stretches"]


def test_rules_told_by_notices_in_the_ledger_count(tmp_path: Path) -> None:
    from sayso.acquire import from_text

    notice = "Our desk is keeping you updated until the start of Shabbat in London."
    text = f"The harbour of Osk was closed.\n\n{notice}"
    report = from_text(text, outlet="Osk Courier", published="2020-11-20T10:00:00Z")
    path = tmp_path / "crisis.db"
    with Ledger.open(path, write=True) as ledger:
        ledger.add(Acquired(report, text.encode(), "text/plain", "-"), read_report(report))
    done = CliRunner().invoke(
        sayso, ["--ledger", str(path), "outlets", "calendar", "Osk Courier", *WEEK, "--json"]
    )
    found = json.loads(done.stdout)

    assert found["rules"][0]["source"].startswith("notice: until the start of shabbat in london")
    assert [each["state"] for each in found["stretches"]] == ["open", "closed", "open"]
