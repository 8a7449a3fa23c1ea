"""
The gazetteer: which places of the world bear a name.

It is one packed file (`packing`), read when it is first asked. `SAYSO_GAZETTEER` may name another such file,
made from GeoNames' own dump by `sayso places import`.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import numpy as np
from msgspec import Struct

from sayso.errors import TableError
from sayso.ground.packing import COUNTRY, DEGREE, FIRST, SECOND, Numbers, Packed, population_of, unpack
from sayso.ground.spelling import folded

FILE = Path(__file__).parent / "data" / "gazetteer.bin"
VARIABLE = "SAYSO_GAZETTEER"
MOST = 150
"""So many places of one name are weighed; the largest are kept."""


class Candidate(Struct, frozen=True, gc=False):
    """
    A place that bears a name. `kind` is one of those of `packing`; `country` ISO 3166 alpha-3 or ""; `first`
    the number of its admin-1 division, -1 for none; degrees WGS 84; `people` about how many live there;
    `main` where the name is the one it goes by; `told` where a table of ours has it; `id` GeoNames'.
    """

    number: int
    id: int
    name: str
    kind: int
    country: str
    first: int
    second: int
    lat: float
    lon: float
    people: int
    main: bool = True
    told: bool = False


class Gazetteer:
    """Looks names up in a packed file; `source` says where its content is from and under which licence."""

    def __init__(self, packed: Packed) -> None:
        self._packed = packed
        self.source = packed.source
        self._size = len(packed.spelling_starts) - 1
        self._countries = {code: number for number, (code, _) in enumerate(packed.codes)}

    def __len__(self) -> int:
        return len(self._packed.ids)

    def named(self, name: str) -> list[Candidate]:
        """The places of a name, in any spelling `folded` takes for the same, largest first."""
        spelt = folded(name).encode()
        low, high = 0, self._size
        while low < high:
            middle = (low + high) // 2
            if self._spelling(middle) < spelt:
                low = middle + 1
            else:
                high = middle
        if not spelt or low == self._size or self._spelling(low) != spelt:
            return []
        rows = self._packed.rows[self._packed.firsts[low] : self._packed.firsts[low + 1]]
        if len(rows) > MOST:
            rows = rows[np.argsort(-self._packed.sizes[rows // 2], kind="stable")[:MOST]]
        found = [self.row(int(row) // 2, main=not row % 2) for row in rows]
        return sorted(found, key=lambda one: (not one.main, -one.people, one.id))

    def row(self, number: int, *, main: bool = True) -> Candidate:
        """One place by its number in the file."""
        packed = self._packed
        country, first, second = "", -1, -1
        above = number
        while above >= 0:
            kind = int(packed.kinds[above])
            if kind == COUNTRY:
                country = packed.codes[above][0]
            elif kind == FIRST:
                first = above
            elif kind == SECOND:
                second = above
            above = int(packed.parents[above])
        return Candidate(
            number=number,
            id=int(packed.ids[number]),
            name=self._line(packed.names, packed.name_starts, number).decode(),
            kind=int(packed.kinds[number]),
            country=country,
            first=first,
            second=second,
            lat=float(packed.lats[number]) / DEGREE,
            lon=float(packed.lons[number]) / DEGREE,
            people=population_of(packed.sizes[number]),
            main=main,
        )

    def country(self, code: str) -> Candidate | None:
        """A country by its ISO 3166 alpha-3 code; None where the file has none such."""
        number = self._countries.get(code)
        return None if number is None else self.row(number)

    @property
    def countries(self) -> list[tuple[str, str]]:
        """The ISO 3166 codes of the countries, alpha-3 and alpha-2; the n-th is row n."""
        return self._packed.codes

    def _spelling(self, number: int) -> bytes:
        return self._line(self._packed.spellings, self._packed.spelling_starts, number)

    @staticmethod
    def _line(lines: bytes, starts: Numbers, number: int) -> bytes:
        return lines[starts[number] : starts[number + 1] - 1]


@cache
def gazetteer(path: str | None = None) -> Gazetteer:
    """
    The gazetteer of a file, by default the one shipped or the one `SAYSO_GAZETTEER` names.

    Raises:
        TableError: S502 where the file is missing or no gazetteer.
    """
    file = Path(path or os.environ.get(VARIABLE) or FILE)
    try:
        data = file.read_bytes()
    except OSError as error:
        raise TableError(
            "S502", "the gazetteer cannot be read", saw=f"{file}: {error.strerror}", do=f"see {VARIABLE}"
        ) from error
    return Gazetteer(unpack(data, str(file)))
