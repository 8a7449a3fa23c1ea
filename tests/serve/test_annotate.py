"""`sayso annotate`, with the real engine: what holds whatever its weights say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sayso.serve.cli import COMMANDS, sayso

TEXT = """Norland seizes ferry off Osk

Norland seized a ferry off Osk on Monday, two harbour officials said, according to Norland Wire.

Norland's defence minister, Per Holm, warned that any ship that follows would be sunk. He named none.
"""
GERMAN = "Der Minister erklärte am Montag, dass die Fähre beschlagnahmt worden sei. " * 6
PUBLISHED = "2031-03-04T09:30:00+02:00"


def annotate(*arguments: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(sayso, ["annotate", *arguments], input=given)


def lines_of(*rows: dict[str, str] | str) -> str:
    return "".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows)


def spans_of(value: Any, key: str = "") -> Iterator[tuple[int, int]]:
    """Every pair under a key that names spans."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from spans_of(inner, name)
    elif isinstance(value, list):
        if key in ("span", "head", "source", "cue", "content", "sentences") and _pair(value):
            yield (value[0], value[1])
        else:
            for inner in value:
                yield from spans_of(inner, key)


def _pair(value: list[Any]) -> bool:
    return len(value) == 2 and all(isinstance(each, int) for each in value)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_it_comes_right_after_read() -> None:
    assert list(COMMANDS)[:2] == ["read", "annotate"]


def test_a_report_is_shown_sentence_by_sentence(file: Path) -> None:
    done = annotate(str(file), "--outlet", "Harbour Daily", "--published", PUBLISHED)

    assert done.exit_code == 0
    assert "Harbour Daily · Tue 4 Mar 2031, 09:30 +02:00" in done.stdout
    assert "\n  1 Norland seizes ferry off Osk\n" in done.stdout
    assert "\n  2 Norland seized a ferry off Osk on Monday" in done.stdout


def test_the_json_has_every_part_and_its_spans_lie_in_the_text(file: Path) -> None:
    made = json.loads(
        annotate(str(file), "--json", "--outlet", "Harbour Daily", "--published", PUBLISHED).stdout
    )
    text = made["report"]["text"]
    spans = list(spans_of(made))

    assert set(made) == {
        "report", "sentences", "words", "entities", "predicates", "mentions", "attributions", "skipped",
    }  # fmt: skip
    assert (text, made["report"]["published"], made["report"]["outlet"]) == (TEXT, PUBLISHED, "Harbour Daily")
    assert len(spans) > len(made["words"])
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert next(text[start:end] for start, end in made["sentences"]) == "Norland seizes ferry off Osk"
    assert [text[slice(*word["span"])] for word in made["words"]][:3] == ["Norland", "seizes", "ferry"]


def test_standard_input_is_a_dash(file: Path) -> None:
    by_name = json.loads(annotate(str(file), "--json").stdout)
    by_pipe = json.loads(annotate("-", "--json", given=TEXT).stdout)

    assert {**by_name, "report": 0} == {**by_pipe, "report": 0}


def test_many_reports_come_out_one_a_line_in_order_with_their_keys() -> None:
    rows = [{"outlet": "Wire", "text": f"{TEXT} {n}", "id": f"r{n}"} for n in range(3)]
    made = [json.loads(line) for line in annotate("-", "--json", given=lines_of(*rows)).stdout.splitlines()]

    assert [each["report"]["key"] for each in made] == ["r0", "r1", "r2"]


def test_a_broken_line_is_told_and_the_rest_is_read() -> None:
    row = {"outlet": "Wire", "text": TEXT}
    given = lines_of({**row, "id": "a"}, '{"text": "cut off', {**row, "id": "b"})
    done = annotate("-", "--json", given=given)

    assert done.exit_code == 1
    assert [json.loads(line)["report"]["key"] for line in done.stdout.splitlines()] == ["a", "b"]
    assert "line 2" in done.stderr


def test_a_rule_stands_between_two_reports() -> None:
    rows = lines_of({"outlet": "Wire", "text": TEXT}, {"outlet": "Post", "text": TEXT})
    done = annotate("-", given=rows)

    assert sum(set(line) == {"─"} for line in done.stdout.splitlines()) == 1


@pytest.mark.parametrize("raw", [b"", b" \n\t\n", bytes(range(256)) * 40], ids=["empty", "blank", "binary"])
def test_what_is_no_report_is_refused_with_a_reason(raw: bytes) -> None:
    done = annotate("-", given=raw)

    assert (done.exit_code, done.stdout) == (1, "")
    assert "sayso: -" in done.stderr


def test_private_addresses_are_not_fetched() -> None:
    done = annotate("http://127.0.0.1:9/report")

    assert done.exit_code == 1
    assert "S12" in done.stderr


def test_another_language_is_said_and_not_read() -> None:
    done = annotate("-", given=GERMAN)
    made = json.loads(annotate("-", "--json", given=GERMAN).stdout)

    assert done.exit_code == 0
    assert "Nothing was read: the language is de; only English is read." in done.stdout
    assert (made["report"]["language"], made["words"], made["predicates"]) == ("de", [], [])
    assert any("only English is read" in note["why"] for note in made["skipped"])


def test_control_characters_never_reach_the_terminal() -> None:
    text = TEXT.replace("two harbour officials", "two \x1b[31mharbour\x1b]0;x\x07 \u202eofficials")
    done = annotate("-", "--outlet", "\x1b[2JDaily", given=text)

    assert done.exit_code == 0
    assert not {"\x1b", "\x07", "\u202e"} & set(done.stdout + done.stderr)


def test_the_same_report_gives_the_same_bytes(file: Path) -> None:
    assert annotate(str(file), "--json").stdout_bytes == annotate(str(file), "--json").stdout_bytes
