"""`sayso places`: where a name is, and a gazetteer of one's own."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.errors import InputError
from sayso.publish import encode
from sayso.publish.terminal import shortened, visible
from sayso.serve.cli import UNREADABLE
from sayso.serve.options import json_option
from sayso.serve.output import note, write

if TYPE_CHECKING:
    from sayso.ground.resolve import Located

NAME_SHOWN = 60
OCCURRENCES = 100
"""So often a name is looked for in its context."""
EXAMPLES = """
\b
Examples:
  sayso places resolve Tripoli
  sayso places resolve Tripoli --context "Clashes in the Lebanese port of Tripoli" --json
  sayso places resolve --json < names.jsonl        # {"name": "...", "context": "...", "outlet": "..."} a line
  sayso places import allCountries.txt --out all.bin
"""


@click.group("places", short_help="Put names of places on the map.", epilog=EXAMPLES)
def places_command() -> None:
    """Put names of places on the map; everything is looked up in a file that comes with Sayso."""


@places_command.command("resolve", short_help="Tell where a name is.")
@click.argument("name", required=False)
@click.option("--context", default="", help="The text the name stands in.")
@click.option("--outlet", help="Who publishes it: a name, a domain or a URL.")
@json_option
def resolve_command(name: str | None, context: str, outlet: str | None, as_json: bool) -> None:
    """
    Tell where a place is that is called NAME: country, degrees, how exactly, and why this one
    of its namesakes.

    Without a NAME, or with "-", JSON Lines are read from standard input, each {"name": ..., "context": ...,
    "outlet": ...}, of which the last two may be missing; one line comes out for each. A line that cannot be
    read is told on standard error and the rest goes on; then the exit code is 1.
    """
    if name and name != "-":
        _show(name, context, outlet, as_json)
        return
    failed = False
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if not line.strip():
            continue
        try:
            given = _given(line, number)
        except InputError as error:
            note(f"sayso: {visible(str(error))}")
            failed = True
            continue
        _show(given["name"], given.get("context") or context, given.get("outlet") or outlet, as_json)
    if failed:
        raise SystemExit(UNREADABLE)


@places_command.command("import", short_help="Make a gazetteer of GeoNames' own dump.")
@click.argument("dump", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The file to write."
)
@click.option(
    "--classes", default="AP", show_default=True, help="GeoNames' feature classes to keep, a letter each."
)
def import_command(dump: Path, out: Path, classes: str) -> None:
    """
    Make a gazetteer of DUMP, which is GeoNames' allCountries.txt or one country's file, unpacked. It takes
    about a kilobyte of memory a place while it is made. The environment variable SAYSO_GAZETTEER then names
    it.
    """
    from sayso.ground.gazetteer import FILE, VARIABLE, gazetteer
    from sayso.ground.geonames import SOURCE, rows
    from sayso.ground.packing import pack

    made = rows(dump, gazetteer(str(FILE)), classes.upper())
    part = out.with_name(f"{out.name}.part")
    part.write_bytes(pack(made, SOURCE))
    part.replace(out)
    write(f"{len(made):,} places in {visible(str(out))}; to use it: {VARIABLE}={visible(str(out))}\n")


def _given(line: bytes, number: int) -> dict[str, str]:
    try:
        given = json.loads(line)
    except ValueError as error:
        given, why = None, str(error)
    else:
        why = "no object with a name"
    texts = isinstance(given, dict) and all(
        isinstance(given.get(key, ""), str | None) for key in ("context", "outlet")
    )
    if not texts or not isinstance(given.get("name"), str):
        raise InputError(
            "S140",
            "this line names no place",
            saw=f"line {number}: {why}",
            do='write {"name": "...", "context": "...", "outlet": "..."} on each line',
        )
    return dict(given)


def _show(name: str, context: str, outlet: str | None, as_json: bool) -> None:
    found = located(name, context, outlet)
    write(f"{encode.as_json(as_dict(found)) if as_json else as_line(found)}\n")
    sys.stdout.flush()


def located(name: str, context: str = "", outlet: str | None = None) -> Located:
    """Where a name is; other names of places that the text writes in capitals tell it from its namesakes."""
    from sayso.ground.resolve import Asked, resolve

    spans = list(islice(_occurrences(name, context), OCCURRENCES))
    asked = [Asked(name, span) for span in spans] or [Asked(name)]
    return resolve([*asked, *_others(context, spans)], context, outlet)[0]


def _occurrences(name: str, text: str) -> Iterator[tuple[int, int]]:
    at = text.find(name) if name else -1
    while at >= 0:
        yield at, at + len(name)
        at = text.find(name, at + len(name))


def _others(text: str, taken: list[tuple[int, int]]) -> list[Any]:
    """Other names in the text that a gazetteer knows and that are no plain words."""
    from sayso.ground.clues import capitalised
    from sayso.ground.resolve import Asked

    return [
        Asked(text[start:end], (start, end))
        for start, end in capitalised(text)
        if not any(first < end and start < last for first, last in taken)
    ]


def as_dict(found: Located) -> dict[str, Any]:
    """The object that `--json` writes; nulls where nothing was found."""
    from sayso.ground.disputes import disputed
    from sayso.ground.sites import KIND_NAMES, precision

    place = found.place
    return {
        "name": visible(shortened(found.asked.name, NAME_SHOWN) or ""),
        "place": place.name if place else None,
        "kind": KIND_NAMES[place.kind] if place else None,
        "country": (place.country or None) if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "geonameid": (place.id or None) if place else None,
        "precision": precision(found),
        "disputed": list(disputed(place)) if place else [],
        "within": found.within,
        "sure": found.sure,
        "why": found.why,
    }


def as_line(found: Located) -> str:
    """`NAME  Place, kind in COUNTRY, lat lon (within n km) · why` on one line."""
    made = as_dict(found)
    if made["place"] is None:
        return f"{made['name']}  not found · {made['why']}"
    claimed = f", disputed ({', '.join(made['disputed'])})" if made["disputed"] else ""
    inside = "in or by " if made["within"] else ""
    land = f" in {made['country']}" if made["country"] and made["kind"] != "country" else ""
    where = f"{made['lat']:.4f} {made['lon']:.4f} (within {made['precision']:g} km)"
    what = f"{inside}{visible(made['place'])}, {made['kind']}{land}{claimed}"
    return f"{made['name']}  {what}, {where} · {made['why']}"
