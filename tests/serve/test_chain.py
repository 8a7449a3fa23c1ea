"""Down to the words, from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from sayso.ledger import Ledger

Ask = Callable[..., Result]


@pytest.fixture
def report(ledger: Path) -> str:
    with Ledger.open(ledger) as opened:
        return next(opened.reports()).id


def test_an_event_is_followed_to_its_sentence(ask: Ask, report: str) -> None:
    lines = ask("chain", f"{report}:e1").stdout.splitlines()

    assert lines[0] == "happened COERCE Norwegian government → SUN CVL"
    assert "└─ Norland Wire · according to [media, NOR MED]" in lines
    assert "   └─ two harbour officials · said [anonymous official, NOR GOV]" in lines
    assert any("Norland [seized] the Osk ferry on Monday" in line for line in lines)


def test_the_json_points_into_the_text(ask: Ask, report: str, ledger: Path) -> None:
    found = json.loads(ask("chain", f"{report}:c1", "--json").stdout)
    (telling,) = found["tellings"]
    with Ledger.open(ledger) as opened:
        text = opened.reading(report).report.text

    assert found["kind"] == "commitment"
    assert [text[start:end] for start, end in telling["spans"]] == ["will be sunk", "Any ship that follows"]
    assert [step["source"] for step in telling["steps"]] == ["Per Holm"]
    start = telling["sentence_start"]
    assert text[start : start + len(telling["sentence"])] == telling["sentence"]


def test_an_attribution_is_followed_too(ask: Ask, report: str) -> None:
    assert "two harbour officials · said" in ask("chain", f"{report}:a2").stdout


def test_a_report_may_be_named_by_its_key(ask: Ask) -> None:
    assert "Sund Radio" in ask("chain", "sund-radio/48:e1").stdout


def test_a_claim_is_followed_to_every_report(ask: Ask) -> None:
    claims = json.loads(ask("claims", "--json").stdout)["claims"]
    claim = next(each for each in claims if each["type"] == "COERCE")
    done = ask("chain", claim["id"], "--json")
    found = json.loads(done.stdout)

    assert found["kind"] == "claim"
    assert "independent source" in found["head"]
    assert len(found["tellings"]) == len(claim["spans"])
    for telling, span in zip(found["tellings"], claim["spans"], strict=True):
        assert telling["spans"] == [[span["start"], span["end"]]]


def test_a_standing_commitment_is_followed(ask: Ask) -> None:
    standing = json.loads(ask("commitments", "--json").stdout)["commitments"][0]
    done = ask("chain", standing["id"])

    assert done.exit_code == 0
    assert "threat Norwegian government → SUN CVL" in done.stdout
    assert "Per Holm · warned · threatens" in done.stdout


@pytest.mark.parametrize("name", ["k-none", "https://example.org/1", "0123456789abcdef:e1"])
def test_a_name_that_nothing_bears_is_exit_code_2(ask: Ask, name: str) -> None:
    done = ask("chain", name)

    assert done.exit_code == 2
    assert "sayso:" in done.stderr


def test_an_unknown_event_of_a_known_report_is_told(ask: Ask, report: str) -> None:
    assert "S331" in ask("chain", f"{report}:e99").stderr
