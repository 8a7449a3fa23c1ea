"""`sayso places`: names on the map, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.serve.cli import sayso
from sayso.serve.places import located


def places(*arguments: str, given: str | None = None, **variables: str) -> Result:
    return CliRunner().invoke(sayso, ["places", *arguments], input=given, env=variables)


def test_a_name_gives_a_line_with_country_degrees_and_why() -> None:
    done = places("resolve", "Najaf")

    assert done.exit_code == 0
    assert done.stdout.startswith("Najaf  ")
    assert " in IRQ, 31.99" in done.stdout or " in IRQ, 32.0" in done.stdout
    assert "·" in done.stdout


def test_the_context_tells_namesakes_apart() -> None:
    alone = json.loads(places("resolve", "Tripoli", "--json").stdout)
    told = json.loads(places("resolve", "Tripoli", "--context", "Tripoli, a Lebanese port", "--json").stdout)

    assert (alone["country"], told["country"]) == ("LBY", "LBN")
    assert set(alone) == {
        "name", "place", "kind", "country", "lat", "lon", "geonameid", "precision", "disputed", "within",
        "sure", "why",
    }  # fmt: skip


def test_json_lines_in_and_out_one_for_one() -> None:
    given = '{"name": "Athens", "context": "Athens, Ohio"}\n\n{"name": "Zzyzzqx"}\n'
    made = [json.loads(line) for line in places("resolve", "--json", given=given).stdout.splitlines()]

    assert [one["country"] for one in made] == ["USA", None]
    assert made[1]["place"] is None


@pytest.mark.parametrize(
    "line", ["nope", "[]", '{"name": 5}', '{"context": "x"}', '{"name": "Gao", "context": 7}']
)
def test_a_line_that_names_nothing_is_told_and_the_rest_goes_on(line: str) -> None:
    done = places("resolve", "--json", given=f'{line}\n{{"name": "Gao"}}\n')

    assert done.exit_code == 1
    assert "[S140]" in done.stderr
    assert "line 1" in done.stderr
    assert json.loads(done.stdout)["country"] == "MLI"


def test_a_name_of_ten_thousand_characters_is_no_place() -> None:
    done = places("resolve", "x" * 10_000)

    assert done.exit_code == 0
    assert "not found" in done.stdout
    assert len(done.stdout) < 200


@pytest.mark.parametrize(
    ("name", "where"),
    [("Taveuni", "-16.8500 -179.9700"), ("North Pole", "90.0000 0.0000"), ("Suva", "-18.1")],
)
def test_the_date_line_and_the_poles(name: str, where: str) -> None:
    assert where in places("resolve", name).stdout


def test_disputed_territory_is_shown_as_disputed() -> None:
    assert "disputed (UKR, RUS)" in places("resolve", "Simferopol").stdout


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in places("resolve", "\x1b[31mGao").stdout


def test_other_names_of_the_context_count() -> None:
    found = located("Springfield", "Police in Dayton, Columbus and Springfield said so.")

    assert found.place is not None
    assert round(found.place.lat, 1) == 39.9


def test_a_gazetteer_of_ones_own(tmp_path: Path) -> None:
    cells = [
        "11",
        "Oskou",
        "Oskou",
        "",
        "17.0",
        "-3.0",
        "P",
        "PPL",
        "ML",
        "",
        "",
        "",
        "",
        "",
        "120",
        "",
        "0",
        "",
        "",
    ]
    dump, out = tmp_path / "ML.txt", tmp_path / "own.bin"
    dump.write_text("\t".join(cells) + "\n", "utf-8")
    done = places("import", str(dump), "--out", str(out))

    assert done.exit_code == 0
    assert f"SAYSO_GAZETTEER={out}" in done.stdout
    assert out.exists()
    assert not list(tmp_path.glob("*.part"))


def test_a_dump_that_is_none_leaves_nothing(tmp_path: Path) -> None:
    dump, out = tmp_path / "ML.txt", tmp_path / "own.bin"
    dump.write_text("not a dump\n", "utf-8")
    done = places("import", str(dump), "--out", str(out))

    assert done.exit_code != 0
    assert "[S503]" in done.stderr
    assert not out.exists()
