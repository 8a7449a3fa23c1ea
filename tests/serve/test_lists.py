"""Reports, attributions, events and actors of a ledger."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Ask = Callable[..., Result]


def rows(done: Result, name: str) -> list[dict[str, object]]:
    assert done.exit_code == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["total"] >= len(found[name])
    return list(found[name])


@pytest.mark.parametrize(
    ("name", "number"), [("reports", 3), ("attributions", 9), ("events", 9), ("actors", 1)]
)
def test_all_rows_come_as_json_csv_and_table(ask: Ask, name: str, number: int) -> None:
    made = list(csv.DictReader(io.StringIO(ask(name, "--csv").stdout)))
    table = ask(name).stdout.splitlines()

    assert len(rows(ask(name, "--json"), name)) == len(made) == len(table) - 1 == number


@pytest.mark.parametrize(
    ("filters", "number"),
    [
        (("--actor", "NOR"), 6),
        (("--actor", "NOR GOV", "--type", "threaten"), 0),
        (("--actor", "GOV", "--status", "actual"), 3),
        (("--recipient", "SUN"), 3),
        (("--type", "ASSAULT", "--status", "denied"), 3),
        (("--source-type", "anonymous_official"), 3),
        (("--since", "2031-03-05"), 2),
        (("--until", "2031-03-03"), 3),
        (("--outlet", "osk herald"), 3),
        (("--text", "ferry"), 3),
    ],
)
def test_events_are_filtered(ask: Ask, filters: tuple[str, ...], number: int) -> None:
    assert len(rows(ask("events", "--json", *filters), "events")) == number


def test_attributions_are_filtered_by_who_and_what_kind(ask: Ask) -> None:
    found = rows(
        ask("attributions", "--json", "--actor", "NOR", "--source-type", "named_person"), "attributions"
    )

    assert {row["source"] for row in found} == {"Defence Minister Per Holm"}
    assert found[0]["chain"] == ["Harbour Daily", "Per Holm"]


def test_a_row_of_csv_says_where_its_words_are(ask: Ask) -> None:
    row = next(iter(csv.DictReader(io.StringIO(ask("events", "--csv", "--status", "actual").stdout))))

    assert row["id"] == f"{row['report']}:e1"
    assert (row["first_day"], row["words"]) == ("2031-03-03", "seized")
    assert row["chain"] == "Harbour Daily ‹ Norland Wire ‹ two harbour officials"


def test_a_table_does_not_say_that_a_threat_happened(ask: Ask) -> None:
    words = {line.split()[1] for line in ask("events").stdout.splitlines()[1:]}

    assert words == {"happened", "threatened", "denied"}
    assert "happened" not in ask("events", "--status", "threatened").stdout


@pytest.mark.parametrize("form", [(), ("--json",), ("--csv",)])
def test_no_list_is_cut_silently(ask: Ask, form: tuple[str, ...]) -> None:
    done = ask("events", "--limit", "2", *form)

    assert done.exit_code == 0
    assert "2 of 9 events shown; --limit 0 for all" in done.stderr


def test_a_list_not_cut_says_nothing(ask: Ask) -> None:
    assert ask("events", "--limit", "0").stderr == ""


def test_an_empty_ledger_says_what_to_do(ask: Ask, empty: Path) -> None:
    done = ask("events", of=empty)

    assert done.exit_code == 0
    assert done.stdout == ""
    assert "sayso add FILE" in done.stderr


def test_a_filter_that_nothing_fits_says_so(ask: Ask) -> None:
    done = ask("events", "--actor", "USA", "--json")

    assert json.loads(done.stdout) == {"events": [], "total": 0}
    assert "match" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("events", "--actor", "Norland!"), "S313"),
        (("events", "--since", "Tuesday"), "S312"),
        (("reports", "--until", "2031-02-30"), "S312"),
    ],
)
def test_a_question_not_understood_is_exit_code_2(ask: Ask, arguments: tuple[str, ...], code: str) -> None:
    done = ask(*arguments)

    assert done.exit_code == 2
    assert f"[{code}]" in done.stderr


def test_the_same_question_has_the_same_answer(ask: Ask) -> None:
    assert ask("events", "--json").stdout_bytes == ask("events", "--json").stdout_bytes
