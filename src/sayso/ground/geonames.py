"""
GeoNames' own dump, for those who want more than the gazetteer shipped: `allCountries.txt`, or one country's.

The format is that of https://download.geonames.org/export/dump/readme.txt: nineteen columns with tabs
between, no header, UTF-8. The file is read twice, for a division may stand after the towns in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from sayso.errors import TableError
from sayso.ground.gazetteer import Gazetteer
from sayso.ground.packing import CITY, COUNTRY, FIRST, OTHER, SECOND, Row
from sayso.ground.spelling import folded

COLUMNS = 19
CLASSES = "AP"
"""Feature classes that are kept unless told otherwise: divisions and populated places."""
SOURCE = "content from GeoNames (geonames.org), CC BY 4.0; packed by its user with Sayso"


class Line(Struct, frozen=True, gc=False):
    """What is read of a row of the dump."""

    id: int
    name: str
    others: tuple[str, ...]
    lat: float
    lon: float
    group: str
    feature: str
    country: str
    first: str
    second: str
    population: int


def rows(path: Path, world: Gazetteer, classes: str = CLASSES) -> list[Row]:
    """
    The places of a dump, under the countries of another gazetteer.

    Args:
        path: The dump, unpacked.
        world: Where the countries come from.
        classes: GeoNames' feature classes to keep, one letter each.

    Raises:
        TableError: S503, a row cannot be read; file and line are named.
    """
    out: list[Row] = []
    numbers: dict[str, int] = {}
    for number, (code, short) in enumerate(world.countries):
        country = world.row(number)
        numbers[short] = number
        out.append(
            Row(
                country.id,
                country.name,
                COUNTRY,
                -1,
                country.lat,
                country.lon,
                country.people,
                (),
                f"{code} {short}",
            )
        )
    for feature, kind in (("ADM1", FIRST), ("ADM2", SECOND)):
        for line in lines(path):
            parent = numbers.get(line.country if kind == FIRST else f"{line.country}.{line.first}")
            if line.feature != feature or parent is None:
                continue
            code = f"{line.country}.{line.first}" + (f".{line.second}" if kind == SECOND else "")
            numbers.setdefault(code, len(out))
            out.append(_row(line, kind, parent))
    for line in lines(path):
        if (
            line.group in classes
            and line.feature not in ("ADM1", "ADM2")
            and not line.feature.startswith("PCL")
        ):
            parent = _parent(line, numbers)
            out.append(_row(line, CITY if line.group == "P" else OTHER, parent))
    return out


def lines(path: Path) -> Iterator[Line]:
    """
    The rows of a dump.

    Raises:
        TableError: S503, a row cannot be read, or the file cannot be opened.
    """
    number = 0  # for the error
    try:
        with path.open(encoding="utf-8", newline="\n") as file:
            for text in file:
                number += 1
                if text.strip():
                    yield _line(text.rstrip("\r\n").split("\t"))
    except (OSError, ValueError, IndexError) as error:
        raise TableError(
            "S503",
            "a row of the GeoNames dump cannot be read",
            saw=f"{path}, line {number}: {error}",
            do="give allCountries.txt, or a country's file, unpacked and as GeoNames writes it",
        ) from error


def _line(cells: list[str]) -> Line:
    if len(cells) != COLUMNS:
        raise ValueError(f"{len(cells)} columns instead of {COLUMNS}")
    lat, lon = float(cells[4]), float(cells[5])
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"{cells[4]}, {cells[5]} is no place on Earth")
    return Line(
        int(cells[0]), cells[1], latin(cells[3].split(",")), lat, lon, cells[6], cells[7], cells[8],
        cells[10], cells[11], int(cells[14] or 0),
    )  # fmt: skip


def latin(names: list[str]) -> tuple[str, ...]:
    """Names in Latin letters that are no codes of airports, each spelling once."""
    kept: dict[str, str] = {}
    for name in names:
        spelt = folded(name)
        if spelt.isascii() and len(spelt) > 2 and not (name.isupper() and len(name) < 5):
            kept.setdefault(spelt, name)
    return tuple(kept.values())


def _parent(line: Line, numbers: dict[str, int]) -> int:
    for code in (f"{line.country}.{line.first}.{line.second}", f"{line.country}.{line.first}", line.country):
        if code in numbers:
            return numbers[code]
    return -1


def _row(line: Line, kind: int, parent: int) -> Row:
    return Row(line.id, line.name, kind, parent, line.lat, line.lon, line.population, line.others)
