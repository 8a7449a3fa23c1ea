"""Claims and commitments from the command line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Ask = Callable[..., Result]


def rows(done: Result, name: str) -> list[dict[str, Any]]:
    assert done.exit_code == 0, done.stderr
    return list(json.loads(done.stdout)[name])


def test_a_claim_has_the_names_of_the_contract(ask: Ask) -> None:
    claim = rows(ask("claims", "--json"), "claims")[0]

    assert set(claim) >= {
        "id", "type", "status", "spans", "newsrooms", "origins", "independent", "depends_on",
        "contested", "figures",
    }  # fmt: skip
    assert len(claim["origins"]) == len(claim["independent"]) == 2
    assert set(claim["spans"][0]) >= {"report", "start", "end", "stance"}
    assert claim["spans"][0]["report"].startswith("https://")


def test_a_commitment_has_the_names_of_the_contract(ask: Ask) -> None:
    (standing,) = rows(ask("commitments", "--json"), "commitments")

    assert set(standing) >= {
        "id", "kind", "by", "to", "state", "issued", "condition", "consequence", "deadline", "spans",
        "independent",
    }  # fmt: skip
    assert (standing["kind"], standing["by"], standing["deadline"]) == ("threat", "NOR GOV", "2031-03-10")
    assert standing["condition"] == "Any ship that follows"


def test_three_papers_with_one_wire_are_one_claim_and_not_three_sources(ask: Ask) -> None:
    (claim,) = rows(ask("claims", "--json", "--type", "COERCE"), "claims")

    assert claim["reports"] == 3
    assert claim["independent"] == [1, 1]


def test_as_of_leaves_out_what_was_not_yet_published(ask: Ask) -> None:
    early = rows(ask("claims", "--json", "--type", "COERCE", "--as-of", "2031-03-04T09:00:00Z"), "claims")

    assert [claim["reports"] for claim in early] == [1]
    assert rows(ask("claims", "--json", "--as-of", "2031-03-03"), "claims") == []


def test_as_of_a_day_means_its_end(ask: Ask) -> None:
    day = ask("claims", "--json", "--as-of", "2031-03-04")

    assert [claim["reports"] for claim in rows(day, "claims") if claim["type"] == "COERCE"] == [2]


def test_a_threat_expires_after_its_deadline(ask: Ask) -> None:
    early = rows(ask("commitments", "--json", "--as-of", "2031-03-07"), "commitments")
    late = rows(ask("commitments", "--json", "--as-of", "2031-03-20"), "commitments")

    assert early[0]["state"] in ("armed", "approaching")
    assert late[0]["state"] == "expired"
    assert late[0]["id"] == early[0]["id"]


@pytest.mark.parametrize("name", ["claims", "commitments"])
def test_reports_stand_beside_independent_sources_in_every_form(ask: Ask, name: str) -> None:
    head = ask(name).stdout.splitlines()[0]
    row = next(iter(csv.DictReader(io.StringIO(ask(name, "--csv").stdout))))

    assert head.split()[-2:] == ["reports", "independent"]
    assert row["reports"] == "3"
    assert row["independent"] == "1"


def test_claims_are_filtered_and_cut_out_loud(ask: Ask) -> None:
    assert {row["status"] for row in rows(ask("claims", "--json", "--status", "threatened"), "claims")} == {
        "threatened"
    }
    assert "1 of 3 claims shown" in ask("claims", "--limit", "1").stderr


def test_commitments_are_filtered_by_kind(ask: Ask) -> None:
    assert rows(ask("commitments", "--json", "--type", "promise"), "commitments") == []
    assert len(rows(ask("commitments", "--json", "--type", "THREAT", "--actor", "NOR"), "commitments")) == 1


@pytest.mark.parametrize("name", ["claims", "commitments"])
def test_nothing_to_list_says_why(ask: Ask, empty: Path, name: str) -> None:
    nothing = ask(name, of=empty)
    unmatched = ask(name, "--actor", "USA")

    assert f"no {name} here; add reports" in nothing.stderr
    assert f"none of the ledger's {name} match" in unmatched.stderr
    assert nothing.exit_code == unmatched.exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("claims", "--as-of", "now-ish"),
        ("commitments", "--actor", "Norland!"),
        ("claims", "--since", "2031-99-01"),
    ],
)
def test_a_question_not_understood_is_exit_code_2(ask: Ask, arguments: tuple[str, ...]) -> None:
    assert ask(*arguments).exit_code == 2


def test_the_same_question_has_the_same_bytes(ask: Ask) -> None:
    assert ask("claims", "--json").stdout_bytes == ask("claims", "--json").stdout_bytes
