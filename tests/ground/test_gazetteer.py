"""The gazetteer shipped."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sayso.errors import TableError
from sayso.ground.gazetteer import FILE, Gazetteer, gazetteer
from sayso.ground.packing import CITY, COUNTRY, FIRST

LOADED = """
import resource
import numpy
from sayso.ground import gazetteer
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
gazetteer.gazetteer().named("Gao")
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
"""


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return gazetteer()


def test_it_says_where_it_is_from(world: Gazetteer) -> None:
    assert "GeoNames" in world.source
    assert "CC BY 4.0" in world.source


def test_it_is_small(world: Gazetteer) -> None:
    assert FILE.stat().st_size < 12e6
    assert len(world) > 250_000


def test_it_takes_little_room() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)

    assert float(done.stdout) < 150  # megabytes


def test_a_town_knows_its_country_and_division(world: Gazetteer) -> None:
    najaf = world.named("An Najaf")[0]

    assert (najaf.kind, najaf.country) in ((CITY, "IRQ"), (FIRST, "IRQ"))
    assert world.row(najaf.first).kind == FIRST
    assert (round(najaf.lat), round(najaf.lon)) == (32, 44)


def test_namesakes_come_with_main_names_first_and_largest(world: Gazetteer) -> None:
    found = world.named("Springfield")

    assert len(found) > 10
    assert found == sorted(found, key=lambda one: (not one.main, -one.people, one.id))


def test_countries_are_found_by_code(world: Gazetteer) -> None:
    mali = world.country("MLI")

    assert mali is not None
    assert (mali.kind, mali.name, mali.id) == (COUNTRY, "Mali", 2453866)
    assert world.country("XXX") is None


@pytest.mark.parametrize("name", ["", " ", "x" * 10_000, "\n", "Ω" * 70, "no such place at all"])
def test_what_is_no_name_is_not_found(world: Gazetteer, name: str) -> None:
    assert world.named(name) == []


def test_another_file_may_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = tmp_path / "none.bin"
    monkeypatch.setenv("SAYSO_GAZETTEER", str(missing))

    with pytest.raises(TableError, match=r"none\.bin"):
        gazetteer.__wrapped__()
