"""`sayso classify`, with the real engine: lines, JSON, many inputs, and what cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.publish.subevents import types
from sayso.serve.cli import sayso

BLAST = "A roadside bomb went off under a lorry near Osk, killing two traders."
MARCH = "Bakers marched peacefully through Osk to demand cheaper flour."
FERRY = "An overloaded ferry sank off Osk and thirty passengers drowned."


def classify(*arguments: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(sayso, ["classify", *arguments], input=given)


def lines_of(*rows: dict[str, str] | str) -> str:
    return "".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_text(BLAST, "utf-8")
    return path


def test_a_text_gives_a_line_with_type_names_and_words(file: Path) -> None:
    done = classify(str(file))

    assert done.exit_code == 0
    assert done.stdout.count("\n") == 1
    assert done.stdout.startswith("note.txt  REM_EXPLOS ")
    assert "Explosions/Remote violence: Remote explosive/landmine/IED · " in done.stdout
    assert "bomb" in done.stdout.partition("·")[2]


def test_standard_input_is_read_where_no_file_is_named() -> None:
    assert classify(given=MARCH).stdout == classify("-", given=MARCH).stdout
    assert classify(given=MARCH).stdout.startswith("PEACE_PROTEST ")


def test_a_type_outside_acled_says_so() -> None:
    made = json.loads(classify("--json", given=FERRY).stdout)

    assert made["type"] == "MAN_MADE_DISASTER"
    assert made["acled"] == {"event_type": None, "sub_event_type": None}
    assert "outside ACLED" in classify(given=FERRY).stdout


def test_the_json_has_every_part_and_its_spans_lie_in_the_text(file: Path) -> None:
    made = json.loads(classify(str(file), "--json").stdout)

    assert set(made) == {"id", "key", "type", "acled", "score", "margin", "why"}
    assert made["type"] in types()
    assert made["why"]
    assert all(BLAST[slice(*one["span"])] == one["words"] for one in made["why"])
    assert {one["for"] for one in made["why"]} == {made["type"]}


def test_many_reports_come_out_one_a_line_in_order_with_their_keys() -> None:
    given = lines_of(*({"id": f"r{n}", "text": text} for n, text in enumerate((BLAST, MARCH, FERRY))))
    made = [json.loads(line) for line in classify("-", "--json", given=given).stdout.splitlines()]

    assert [each["key"] for each in made] == ["r0", "r1", "r2"]
    assert classify("-", given=given).stdout.splitlines()[1].startswith("r1  PEACE_PROTEST ")


def test_several_files_are_read_in_turn(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "march.txt"
    other.write_text(MARCH, "utf-8")
    lines = classify(str(file), str(other)).stdout.splitlines()

    assert [line.split()[:2] for line in lines] == [
        ["note.txt", "REM_EXPLOS"],
        ["march.txt", "PEACE_PROTEST"],
    ]


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(file: Path, tmp_path: Path) -> None:
    given = lines_of({"id": "a", "text": BLAST}, '{"text": "cut off', {"id": "b", "text": MARCH})
    done = classify("-", str(tmp_path / "none.txt"), str(file), "--json", given=given)

    assert done.exit_code == 1
    assert [json.loads(line)["key"] for line in done.stdout.splitlines()] == ["a", "b", "note.txt"]
    assert "line 2" in done.stderr
    assert "none.txt" in done.stderr


def test_nothing_to_read_is_an_error() -> None:
    done = classify("-", given="")

    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("sayso: ")


def test_the_same_report_gives_the_same_bytes(file: Path) -> None:
    assert classify(str(file), "--json").stdout_bytes == classify(str(file), "--json").stdout_bytes


def test_control_characters_never_reach_the_terminal() -> None:
    given = lines_of({"id": "k\x1b[31m", "text": BLAST.replace("bomb", "bomb\x1b]0;x\x07")})
    done = classify("-", given=given)

    assert done.exit_code == 0
    assert not {"\x1b", "\x07"} & set(done.stdout + done.stderr)
