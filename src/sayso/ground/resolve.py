"""
Which of the places of a name is meant.

Two passes: names of countries and admin-1 divisions are settled first, then the rest with those as context;
the second is repeated a few times, for towns tell where other towns are. All names that are spelt alike in a
report stand for one place, unless the text tells them apart ("Paris, Texas"). What is weighed: how many live
there, what kind of place it is, the region named after it, how many of the other names lie in the same
country and division and how near, and the outlet's home. The weights (`place_weights.tsv`) are fitted by
`training/places.py`, a conditional logit over the candidates.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import numpy as np
from msgspec import Struct

from sayso.ground import tables
from sayso.ground.candidates import Choice, candidates
from sayso.ground.clues import Clues, beside, clues
from sayso.ground.gazetteer import Candidate
from sayso.ground.globe import apart, vectors
from sayso.ground.packing import CITY, COUNTRY, FIRST, OTHER, SECOND
from sayso.ground.spelling import folded
from sayso.records import Span

ROUNDS = 3
_DIVISION = re.compile(
    r"(?:'s|’s)? (?:state|province|governorate|oblast)\b(?!['’-]| [a-z]*(?:media|radio|tele|news|visit))"
)
_AROUND = 60.0
"""A division whose middle is so near to a town of its name, in kilometres, is that town's."""
_CHIEF = 10
"""A division of fewer people than so many times those of a town in it of its name is that town's, too."""
_COMPANY = 150
"""So many names, from the first on, are company for the others; time and memory grow with it."""
FEATURES = (
    "people", "country", "division", "district", "other", "division people", "other name", "table",
    "region after", "same country", "same division", "nearest", "near", "home", "unknown outlet",
    "country named", "division named", "hamlet",
)  # fmt: skip
Array = np.ndarray[Any, np.dtype[np.float64]]


class Asked(Struct, frozen=True):
    """A name to be put on the map; `span` is where it stands in the text, None where there is no text."""

    name: str
    span: Span | None = None


class Located(Struct, frozen=True):
    """
    Where a name is: `place` None where nothing is called so. `sure` in 0..1 is the share of all weight its
    candidates have that this one has; `within` as in `candidates.Choice`; `why` in words.
    """

    asked: Asked
    place: Candidate | None = None
    sure: float = 0.0
    within: bool = False
    why: str = "no place of that name is known"


class Group(Struct):
    """Names that are spelt alike, with their candidates and the regions told after any of them."""

    choice: Choice
    members: list[int]
    regions: tuple[Candidate, ...] = ()


def resolve(asked: list[Asked], text: str = "", outlet: str | None = None) -> list[Located]:
    """
    Put names on the map, one answer each, in order.

    Args:
        asked: The names.
        text: The text they stand in; read for regions that tell them apart.
        outlet: Name, domain or URL of who publishes.
    """
    groups = grouped(asked, text)
    board = Board(groups, clues(text, outlet, tuple(one.span for one in asked if one.span)))
    out = [Located(one) for one in asked]
    for number, (place, sure, why) in board.settled(weights()).items():
        for member in groups[number].members:
            out[member] = Located(asked[member], place, sure, groups[number].choice.within, why)
    return out


def grouped(asked: list[Asked], text: str) -> list[Group]:
    """Names that are spelt alike, set apart where different regions are told after them."""
    groups: list[Group] = []
    by_name: dict[str, list[Group]] = {}
    for number, one in enumerate(asked):
        regions = beside(text, one.span) if one.span else ()
        division = bool(text and one.span and _DIVISION.match(text, one.span[1]))
        spelt = f"{folded(one.name)}, division" if division else folded(one.name)
        alike = by_name.setdefault(spelt, [])
        numbers = {region.number for region in regions}
        fits = next(
            (g for g in alike if not g.regions or not regions or numbers & {r.number for r in g.regions}),
            None,
        )
        if fits is None:
            choice = candidates(one.name)
            fits = Group(_divisions(choice) if division else choice, [])
            groups.append(fits)
            alike.append(fits)
        fits.members.append(number)
        if regions and not fits.regions:
            fits.regions = regions
            fits.choice = _inside(fits.choice, regions)
    return groups


def _divisions(choice: Choice) -> Choice:
    """ "Niger state", "Luxembourg province": no country; all where no division is called so."""
    places = tuple(one for one in choice.places if one.kind != COUNTRY)
    return Choice(places, choice.within) if any(one.kind == FIRST for one in places) else choice


def _inside(choice: Choice, regions: tuple[Candidate, ...]) -> Choice:
    """The places that lie in the region told after the name; all where none does."""
    wide = [region for region in regions if region.kind in (COUNTRY, FIRST)]
    places = tuple(one for one in choice.places if any(_lies(one, region) for region in wide))
    return Choice(places, choice.within) if places else choice


class Board:
    """All candidates of all names of a report as arrays, `n` of them, over `m` names."""

    def __init__(self, groups: list[Group], told: Clues) -> None:
        self.groups = groups
        self.told = told
        self.places = [place for group in groups for place in group.choice.places]
        sizes = [len(group.choice.places) for group in groups]
        self.owner = np.repeat(np.arange(len(groups)), sizes)
        self.starts = np.concatenate(([0], np.cumsum(sizes))).astype(int)
        get = self._column
        self.kind = get([one.kind for one in self.places])
        self.first = get([one.number if one.kind == FIRST else one.first for one in self.places])
        codes = {code: number for number, code in enumerate(sorted({one.country for one in self.places}))}
        self.country = get([codes[one.country] if one.country else -1 for one in self.places])
        self.points = vectors(get([one.lat for one in self.places]), get([one.lon for one in self.places]))
        self.shadowed = self._shadowed()
        self.fixed = self._fixed()

    @staticmethod
    def _column(values: list[Any]) -> Array:
        return np.array(values, dtype=np.float64)

    def settled(self, weight: Array) -> dict[int, tuple[Candidate, float, str]]:
        """For each name that has candidates: its place, how sure, and why."""
        if not self.places:
            return {}
        chances, features = self.run(weight)
        out = {}
        for number, start in enumerate(self.starts[:-1]):
            end = self.starts[number + 1]
            if start == end:
                continue
            best = start + int(np.argmax(chances[start:end]))
            sure = round(float(chances[best]), 3)
            best = self._narrower(best, start, end)
            others = [at for at in np.argsort(-chances[start:end], kind="stable") + start if at != best]
            ahead = features[best] - features[others[0]] if others else features[best]
            why = self._why(number, best, end - start, ahead * weight)
            out[number] = (self.places[best], sure, why)
        return out

    def _narrower(self, best: int, start: int, end: int) -> int:
        """The town itself rather than the division around it that has its name."""
        chosen = self.places[best]
        if chosen.kind not in (FIRST, SECOND):
            return best
        far = apart(self.points[best : best + 1], self.points[start:end])[0]
        for at in np.argsort(far, kind="stable"):
            other = self.places[start + int(at)]
            chief = other.first == chosen.number and chosen.people < _CHIEF * other.people
            around = far[at] < _AROUND and other.country == chosen.country
            if other.kind == CITY and other.main and (chief or around):
                return start + int(at)
        return best

    def run(self, weight: Array) -> tuple[Array, Array]:
        """Each candidate's chance among those of its name (n), and what it was weighed by (n, features)."""
        features = self.fixed.copy()
        chances = self._chances(features @ weight)
        # First pass: only names that a country or an admin-1 division bears are context.
        wide = self._bearers((self.kind == COUNTRY) | (self.kind == FIRST))
        for step in range(ROUNDS):
            features = self.fixed.copy()
            self._context(features, chances, wide if step == 0 else np.ones(len(self.groups)))
            chances = self._chances(features @ weight)
        return chances, features

    def _bearers(self, chosen: Any) -> Array:
        found = np.zeros(len(self.groups))
        found[np.unique(self.owner[chosen])] = 1.0
        return found

    def _chances(self, scores: Array) -> Array:
        """Softmax within each name."""
        full = self.starts[:-1] < self.starts[1:]
        heads = self.starts[:-1][full]
        counts = np.diff(self.starts)[full]
        highest = np.repeat(np.maximum.reduceat(scores, heads), counts)
        raised = np.exp(scores - highest)
        found: Array = raised / np.repeat(np.add.reduceat(raised, heads), counts)
        return found

    def _fixed(self) -> Array:
        """What does not depend on other names."""
        out = np.zeros((len(self.places), len(FEATURES)))
        column = {name: number for number, name in enumerate(FEATURES)}
        lands, divisions, home = self.told.countries, self.told.divisions, self.told.home
        named = self._named()
        for at, (place, owner) in enumerate(zip(self.places, self.owner, strict=True)):
            row, group = out[at], self.groups[owner]
            size = np.log10(place.people + 1)
            row[column["people"]] = size if place.kind == CITY else 0.0
            row[column["hamlet"]] = place.kind == CITY and place.people < 1000
            row[column["division people"]] = size if place.kind in (FIRST, SECOND) else 0.0
            for kind, name in (
                (COUNTRY, "country"),
                (FIRST, "division"),
                (SECOND, "district"),
                (OTHER, "other"),
            ):
                row[column[name]] = place.kind == kind
            row[column["other name"]] = not place.main
            row[column["table"]] = place.told
            row[column["region after"]] = any(_lies(place, region) for region in group.regions)
            row[column["home"]] = bool(home) and place.country == home
            row[column["unknown outlet"]] = self.told.local and place.country == "USA"
            first = place.number if place.kind == FIRST else place.first
            row[column["country named"]] = not self.shadowed[at] and (
                lands[place.country] > 0 or named.get(place.country, owner) != owner
            )
            inside = first >= 0 and place.kind != FIRST
            row[column["division named"]] = inside and (
                divisions[first] > 0 or named.get(first, owner) != owner
            )
        return out

    def _shadowed(self) -> Any:
        """
        Divisions that have another country's name: Georgia in America, Niger in Nigeria. That the country
        they lie in is named tells nothing of which is meant; other places in it do.
        """
        countries = {
            (int(owner), place.country)
            for place, owner in zip(self.places, self.owner, strict=True)
            if place.kind == COUNTRY and (place.main or place.told)
        }
        named = {owner for owner, _ in countries}
        return np.array(
            [
                place.kind == FIRST and owner in named and (int(owner), place.country) not in countries
                for place, owner in zip(self.places, self.owner, strict=True)
            ],
            dtype=bool,
        )

    def _named(self) -> dict[str | int, int]:
        """
        Countries (by code) and divisions (by number) that a name may stand for, with that name's number; -1
        where several names may.
        """
        out: dict[str | int, int] = {}
        for place, owner in zip(self.places, self.owner, strict=True):
            if place.kind in (COUNTRY, FIRST) and (place.main or place.told):
                key = place.country if place.kind == COUNTRY else place.number
                out[key] = int(owner) if out.get(key, owner) == owner else -1
        return out

    def _context(self, features: Array, chances: Array, counted: Array) -> None:
        """Fill in what depends on where the other names are, as it looks now."""
        full = np.flatnonzero(self.starts[:-1] < self.starts[1:])[:_COMPANY]
        best = np.array(
            [
                s + int(np.argmax(chances[s:e]))
                for s, e in zip(self.starts[full], self.starts[full + 1], strict=True)
            ]
        )
        weight = chances[best] * counted[full]
        other = (self.owner[:, None] != full[None, :]) * weight[None, :]
        total = other.sum(axis=1) + 0.5
        land = (self.country[:, None] == self.country[best][None, :]) & (self.country[:, None] >= 0)
        land &= ~(self.shadowed[:, None] & (self.kind[best] == COUNTRY)[None, :])
        features[:, FEATURES.index("same country")] = (other * land).sum(axis=1) / total
        division = (self.first[:, None] == self.first[best][None, :]) & (self.first[:, None] >= 0)
        features[:, FEATURES.index("same division")] = (other * division).sum(axis=1) / total
        far = apart(self.points, self.points[best])
        small = other * ((self.kind[best] == CITY) | (self.kind[best] == SECOND))[None, :]
        features[:, FEATURES.index("nearest")] = (small * np.exp(-far / 100)).max(axis=1)
        features[:, FEATURES.index("near")] = np.log1p((small * np.exp(-far / 300)).sum(axis=1))

    def _why(self, number: int, best: int, rivals: int, ahead: Array) -> str:
        """In words; `ahead` is by how much it beats the likeliest other, feature by feature."""
        group, place = self.groups[number], self.places[best]
        words = {
            "same division": "other names lie in the same division",
            "same country": "other names lie in the same country",
            "nearest": "it lies by another place of the report",
            "near": "it lies by other places of the report",
            "home": "the outlet is at home there",
            "country named": "its country is named",
            "division named": "its division is named",
            "people": "more people live there",
            "table": "it is the one news names most",
        }
        if any(_lies(place, region) for region in group.regions):
            said = "the region is told after it"
        elif rivals == 1:
            said = "the only place of that name"
        else:
            weighed = [(float(ahead[FEATURES.index(name)]), said) for name, said in words.items()]
            most, said = max(weighed)
            said = said if most > 0 else "it is the most likely kind of place"
            said = f"of {rivals} places of that name: {said}"
        return said if place.main else f"another name of {place.name}; {said}"


def _lies(place: Candidate, region: Candidate) -> bool:
    """Does a place lie in a region, or is it that region's namesake country?"""
    if region.kind == COUNTRY:
        return place.country == region.country and place.kind != COUNTRY
    return region.number in (place.first, place.second) and place.number != region.number


@cache
def weights() -> Array:
    """The weights by feature, in the order of `FEATURES`; 0 for one the table does not have."""
    told = {row["feature"]: float(row["weight"]) for row in tables.rows("place_weights")}
    return np.array([told.get(name, 0.0) for name in FEATURES])
