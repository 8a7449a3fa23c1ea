"""GeoNames' own dump."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import TableError
from sayso.ground.gazetteer import Gazetteer, gazetteer
from sayso.ground.geonames import SOURCE, latin, lines, rows
from sayso.ground.packing import CITY, FIRST, OTHER, pack, unpack


def row(
    id: int, name: str, group: str, feature: str, lat: str = "17.0", first: str = "09", others: str = ""
) -> str:
    cells = [
        str(id),
        name,
        name,
        others,
        lat,
        "-3.0",
        group,
        feature,
        "ML",
        "",
        first,
        "",
        "",
        "",
        "120",
        "",
        "0",
        "",
        "",
    ]
    return "\t".join(cells) + "\n"


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    # The town stands before the division that it lies in.
    path = tmp_path / "ML.txt"
    path.write_text(
        row(11, "Oskou", "P", "PPL", others="Oscou,OSK,Оску")
        + row(12, "Osk Region", "A", "ADM1")
        + row(13, "Osk Hill", "T", "HLL")
        + row(14, "Republic of Mali", "A", "PCLI", first="00"),
        "utf-8",
    )
    return path


def test_places_are_put_in_their_divisions_and_countries(dump: Path) -> None:
    world = Gazetteer(unpack(pack(rows(dump, gazetteer()), SOURCE), "here"))
    (town,) = world.named("Oskou")

    assert (town.kind, town.country, town.id, town.lat) == (CITY, "MLI", 11, 17.0)
    assert world.row(town.first).name == "Osk Region"
    assert world.row(town.first).kind == FIRST
    assert [one.main for one in world.named("Oscou")] == [False]
    assert world.named("OSK") == []


def test_only_the_classes_asked_for_are_kept(dump: Path) -> None:
    few, all_ = rows(dump, gazetteer()), rows(dump, gazetteer(), "APT")

    assert {one.name for one in all_} - {one.name for one in few} == {"Osk Hill"}
    assert next(one.kind for one in all_ if one.name == "Osk Hill") == OTHER


@pytest.mark.parametrize(
    "broken", ["11\tOskou\n", row(1, "Osk", "P", "PPL", lat="ninety"), row(1, "Osk", "P", "PPL", lat="91")]
)
def test_a_broken_row_is_told_with_file_and_line(dump: Path, broken: str) -> None:
    dump.write_text(row(11, "Oskou", "P", "PPL") + broken, "utf-8")

    with pytest.raises(TableError, match=r"S503.*ML\.txt, line [12]"):
        list(lines(dump))


def test_latin_names_once_each_and_no_airports() -> None:
    assert latin(["Gao", "GAO", "Gáo", "Гао", "Gawgaw"]) == ("Gao", "Gawgaw")
