"""The brief from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Ask = Callable[..., Result]


def test_the_brief_tells_claims_threats_and_days(ask: Ask) -> None:
    text = ask("brief").stdout

    assert text.startswith("Who says what\n3 reports from 3 outlets")
    assert "3 reports, 1 independent source" in text
    assert text.index("WHO SAYS SO") < text.index("STANDING CONDITIONAL THREATS") < text.index("TIMELINE")
    assert "IF   Any ship that follows" in text


def test_every_claim_of_a_brief_can_be_followed(ask: Ask) -> None:
    names = [line.split()[-1] for line in ask("brief").stdout.splitlines() if "sayso chain" in line]

    assert names
    assert all(ask("chain", name).exit_code == 0 for name in names)


def test_as_of_is_said_and_kept_to(ask: Ask) -> None:
    text = ask("brief", "--as-of", "2031-03-04").stdout

    assert "2 reports from 2 outlets" in text
    assert "as known on Tue 4 Mar 2031, 23:59 UTC" in text
    assert "Sund Radio" not in text


def test_the_json_is_what_the_text_is_made_of(ask: Ask) -> None:
    made = json.loads(ask("brief", "--json", "--limit", "1").stdout)

    assert made["scope"]["reports"] == 3
    assert len(made["claims"]) == 1
    assert made["claims_total"] == 3
    assert made["commitments"][0]["kind"] == "threat"


def test_claims_left_out_are_counted(ask: Ask) -> None:
    assert "2 more claims" in ask("brief", "--limit", "1").stdout
    assert "more claim" not in ask("brief", "--limit", "0").stdout


def test_an_empty_ledger_says_what_to_do(ask: Ask, empty: Path) -> None:
    done = ask("brief", of=empty)

    assert (done.exit_code, done.stdout) == (0, "")
    assert "sayso add FILE" in done.stderr
    assert "at that time" in ask("brief", "--as-of", "1999-01-01").stderr


def test_a_brief_to_a_pipe_has_no_colour(ask: Ask) -> None:
    assert "\x1b" not in ask("brief").stdout


def test_the_same_ledger_gives_the_same_brief(ask: Ask) -> None:
    assert ask("brief").stdout_bytes == ask("brief").stdout_bytes
