"""`sayso actors`: mentions resolved, and a register of one's own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.serve.cli import sayso

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """The command over a ledger in a folder of its own."""

    def go(*words: str, text: str | None = None) -> Result:
        return CliRunner().invoke(
            sayso, ["--ledger", str(tmp_path / "sayso.db"), "actors", *words], input=text
        )

    return go


def told(done: Result) -> list[dict[str, object]]:
    assert done.exit_code == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_mention_is_resolved_with_its_reason(run: Run) -> None:
    (row,) = told(run("resolve", "the Russian prime minister", "--date", "2011-08-01", "--json"))

    assert {key: row[key] for key in ("country", "sector", "name", "id")} == {
        "country": "RUS", "sector": "GOV", "name": "Vladimir Putin", "id": "person:vladimir-putin",
    }  # fmt: skip
    assert row["why"] == "via office held on that date: prime minister"
    assert run("resolve", "the Taliban").stdout.startswith("AFG REB  Taliban  via name")


def test_lines_go_in_and_out(run: Run) -> None:
    lines = '{"id": 7, "mention": "President Museveni", "date": "2016-02-01"}\n\nthe Taliban\n'
    rows = told(run("resolve", text=lines))

    assert [(row.get("id"), row["country"]) for row in rows] == [
        ("person:yoweri-museveni", "UGA"),
        ("body:taliban", "AFG"),
    ]
    assert [row["date"] for row in rows] == ["2016-02-01", None]


@pytest.mark.parametrize(
    "line", ['{"mention": 3}', "{", '{"date": "2016-01-01"}', '{"mention": "x", "date": "soon"}']
)
def test_a_broken_line_is_told_and_the_rest_goes_on(run: Run, line: str) -> None:
    done = run("resolve", text=f"{line}\nthe Taliban\n")

    assert done.exit_code == 1
    assert "line 1" in done.stderr
    assert len(done.stdout.splitlines()) == 1


def test_a_correction_sticks(run: Run, tmp_path: Path) -> None:
    assert run("add", "Taliban", "AFG GOV", "--kind", "organisation", "--source", "my desk").exit_code == 0

    for _ in range(2):
        (row,) = told(run("resolve", "the Taliban", "--json"))
        assert (row["sector"], row["standing"], row["source"]) == ("GOV", "yours", "my desk")
    assert (tmp_path / "sayso.register.tsv").exists()


def test_the_register_of_one_ledger_is_not_that_of_another(run: Run, tmp_path: Path) -> None:
    run("add", "Taliban", "AFG GOV", "--kind", "organisation")
    other = CliRunner().invoke(
        sayso, ["--ledger", str(tmp_path / "x" / "y.db"), "actors", "resolve", "the Taliban"]
    )

    assert other.stdout.startswith("AFG REB")


def test_what_cannot_be_a_row_is_refused(run: Run, tmp_path: Path) -> None:
    done = run("add", "Per Holm", "NOR")

    assert done.exit_code == 1
    assert "S502" in done.stderr
    assert not (tmp_path / "sayso.register.tsv").exists()


def test_rows_that_contradict_are_kept_and_told(run: Run) -> None:
    run("add", "Per Holm", "NOR GOV", "--from", "2031-01-01")
    done = run("add", "Per Holm", "SWE GOV", "--from", "2031-02-01")

    assert "contradict" in done.stderr
    assert "2 in " in done.stderr


def test_a_dictionary_is_taken_in_and_its_faults_are_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "phoenix.txt"
    path.write_text("ADA_LUND_ [NORGOV 900502-991231]\nBROKEN_ [no]\n", "utf-8")
    done = run("import", str(path), "--format", "petrarch")

    assert done.exit_code == 1
    assert "phoenix.txt, line 2" in done.stderr
    (row,) = told(run("resolve", "Ada Lund", "--date", "1995-01-01", "--json"))
    assert (row["country"], row["sector"], row["source"]) == ("NOR", "GOV", "phoenix.txt, line 1")


def test_what_a_report_teaches_is_learned_and_promoted(run: Run, tmp_path: Path) -> None:
    text = "Iranian Gen. Rostam Hedayati, head of the Quds Force, flew to Baghdad on Friday, officials said."
    report = tmp_path / "r.json"
    report.write_text(
        json.dumps({"text": text, "outlet": "Osk Herald", "published": "2019-03-04T09:00:00Z"}), "utf-8"
    )
    added = CliRunner().invoke(sayso, ["--ledger", str(tmp_path / "sayso.db"), "add", str(report)])
    assert added.exit_code == 0, added.stderr

    assert run("learn").exit_code == 0
    (row,) = told(run("resolve", "Hedayati", "--date", "2019-05-01", "--json"))
    assert (row["country"], row["sector"], row["standing"]) == ("IRN", "MIL", "learned")
    assert "not confirmed" in str(row["why"])

    assert run("promote", "Rostam Hedayati").exit_code == 0
    (row,) = told(run("resolve", "Hedayati", "--date", "2019-05-01", "--json"))
    assert row["standing"] == "yours"
    assert run("promote", "Nobody Known").exit_code == 2
