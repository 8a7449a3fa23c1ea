"""
The packed gazetteer: a file of our own that is read whole in a tenth of a second.

A first line of plain text (name and version of the format, licence of the content), a line of JSON (the
length of each section), then the sections, each compressed by itself: the names as they are written, one a
line; the spellings they are found under (`spelling.folded`), sorted, one a line; and arrays of numbers,
stored as differences and byte by byte, which compresses best.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from typing import Any

import numpy as np
from msgspec import Struct

from sayso.errors import TableError
from sayso.ground.spelling import folded

MAGIC = b"sayso-gazetteer 1; "
DEGREE = 10_000
"""Coordinates are kept in ten-thousandths of a degree, eleven metres."""
COUNTRY, FIRST, SECOND, CITY, OTHER = range(5)
"""What a row is: a country, an admin-1 or admin-2 division, a populated place, anything else."""

_ARRAYS = ("ids", "kinds", "parents", "lats", "lons", "sizes", "counts", "rows")
Numbers = np.ndarray[Any, np.dtype[np.int64]]


class Row(Struct, frozen=True, gc=False):
    """
    One place to be packed. `parent` is the number of the narrowest row it lies in, -1 for none, and must be
    lower than its own; `others` other names; `population` in people, 0 where unknown; degrees WGS 84; `code`
    of a country its ISO 3166 codes, alpha-3 and alpha-2 with a space between.
    """

    id: int
    name: str
    kind: int
    parent: int
    lat: float
    lon: float
    population: int = 0
    others: tuple[str, ...] = ()
    code: str = ""


class Packed(Struct, frozen=True):
    """
    The sections of a file, unpacked: `codes` of the countries, which are the first rows; names and spellings
    with where each line starts; `rows` are row numbers doubled, plus one where the name is no main one, those
    of spelling n from `firsts[n]` on.
    """

    source: str
    codes: list[tuple[str, str]]
    names: bytes
    name_starts: Numbers
    spellings: bytes
    spelling_starts: Numbers
    ids: Numbers
    kinds: Numbers
    parents: Numbers
    lats: Numbers
    lons: Numbers
    sizes: Numbers
    firsts: Numbers
    rows: Numbers


def size_of(population: int) -> int:
    """A population as it is kept: in eighths of a doubling."""
    return round(8 * float(np.log2(population + 1)))


def population_of(size: int) -> int:
    """About how many people a kept size stands for."""
    return round(2 ** (int(size) / 8) - 1)


def pack(rows: list[Row], source: str) -> bytes:
    """The bytes of a file; `source` says in one line where the rows come from and under which licence."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(rows):
        main = folded(row.name)
        for name in dict.fromkeys((row.name, *row.others)):
            spelt = folded(name)
            if spelt:
                # "New York" is as good as "New York City".
                found.setdefault(spelt, set()).add(2 * number + (main not in (spelt, f"{spelt} city")))
    spellings = sorted(found, key=lambda spelt: spelt.encode())
    postings = [sorted(found[spelt]) for spelt in spellings]
    arrays: dict[str, Iterable[int]] = {
        "ids": (row.id for row in rows),
        "kinds": (row.kind for row in rows),
        "parents": (row.parent for row in rows),
        "lats": (round(row.lat * DEGREE) for row in rows),
        "lons": (round(row.lon * DEGREE) for row in rows),
        "sizes": (size_of(row.population) for row in rows),
        "counts": (len(posting) for posting in postings),
        "rows": (number for posting in postings for number in posting),
    }
    sections = {
        "names": "\n".join(_plain(row.name) for row in rows).encode(),
        "codes": "\n".join(row.code for row in rows if row.kind == COUNTRY).encode(),
        "spellings": "\n".join(spellings).encode(),
        **{name: _shuffled(list(arrays[name])) for name in _ARRAYS},
    }
    squeezed = {name: zlib.compress(section, 9) for name, section in sections.items()}
    head = json.dumps({name: len(section) for name, section in squeezed.items()}).encode()
    return MAGIC + _plain(source).encode() + b"\n" + head + b"\n" + b"".join(squeezed.values())


def unpack(data: bytes, where: str) -> Packed:
    """
    The sections of a file.

    Raises:
        TableError: S502 where it is no gazetteer, or a broken one; `where` is named.
    """
    try:
        first, head, rest = data.split(b"\n", 2)
        if not first.startswith(MAGIC):
            raise ValueError("it does not begin as a gazetteer does")
        lengths: dict[str, int] = json.loads(head)
        sections, at = {}, 0
        for name, length in lengths.items():
            sections[name] = zlib.decompress(rest[at : at + length])
            at += length
        numbers = {name: _unshuffled(sections[name]) for name in _ARRAYS}
        codes = (line.partition(" ") for line in sections["codes"].decode().split("\n"))
        return Packed(
            source=first.removeprefix(MAGIC).decode(),
            codes=[(code, short) for code, _, short in codes],
            names=sections["names"],
            name_starts=_starts(sections["names"]),
            spellings=sections["spellings"],
            spelling_starts=_starts(sections["spellings"]),
            firsts=np.concatenate(([0], np.cumsum(numbers.pop("counts")))),
            **numbers,
        )
    except (ValueError, KeyError, zlib.error) as error:
        raise TableError(
            "S502",
            "the gazetteer cannot be read",
            saw=f"{where}: {error}",
            do="install Sayso again, or make the file anew with `sayso places import`",
        ) from error


def _starts(lines: bytes) -> Numbers:
    """Where each line starts, and one more number: where another would."""
    breaks = np.flatnonzero(np.frombuffer(lines, dtype=np.uint8) == ord("\n"))
    return np.concatenate(([0], breaks + 1, [len(lines) + 1]))


def _plain(name: str) -> str:
    return " ".join(name.split())


def _shuffled(numbers: list[int]) -> bytes:
    """Differences from one to the next as four bytes, all first bytes first."""
    steps = np.diff(np.array(numbers, dtype=np.int64), prepend=0).astype("<i4")
    return steps.view(np.uint8).reshape(-1, 4).T.tobytes()


def _unshuffled(section: bytes) -> Numbers:
    planes = np.frombuffer(section, dtype=np.uint8).reshape(4, -1)
    steps = np.ascontiguousarray(planes.T).view("<i4").ravel()
    return np.cumsum(steps, dtype=np.int64)
