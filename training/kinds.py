"""Which of the engine's entity classes a name belongs to, where a corpus tells less than we ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import sayso
from sayso.records import ENTITY_TYPES

LONGEST = 8  # words of a title
SENTENCES = Path(__file__).parent / "sentences"
GROUND = Path(sayso.__file__).parent / "ground" / "data"

_OTHER = dict.fromkeys(("object", "abstract", "substance", "animal", "plant"), "other")


@dataclass(frozen=True)
class Kinds:
    """Names by class, from the package's own registers and `sentences/names.tsv`."""

    countries: frozenset[str]
    nationalities: frozenset[str]
    outlets: frozenset[str]
    groups: frozenset[str]
    titles: frozenset[tuple[str, ...]]
    facility_words: frozenset[str]
    document_words: frozenset[str]
    partisans: frozenset[str]

    @classmethod
    def load(cls) -> Kinds:
        """Read the registers."""
        own: dict[str, set[str]] = {}
        for kind, name in names():
            own.setdefault(kind, set()).add(name)
        lands = list(_table(GROUND / "countries.tsv"))
        media = [name for row in _table(GROUND / "media.tsv") for name in _all(row)]
        bodies = [row for row in _table(GROUND / "organisations.tsv") if " REB" in row.get("code", "")]
        return cls(
            countries=frozenset(n for row in lands for n in _all(row)) | own.get("country", set()),
            nationalities=frozenset(
                n for row in lands for key in ("adjectives", "people") for n in row[key].split("|") if n
            )
            | own.get("nationality", set()),
            outlets=frozenset(media) | own.get("outlet", set()),
            groups=frozenset(n for row in bodies for n in _all(row)) | own.get("armed_group", set()),
            titles=frozenset(tuple(t.lower().split()) for t in own.get("title", ())),
            facility_words=frozenset(own.get("word-facility", ())),
            document_words=frozenset(own.get("word-document", ())),
            partisans=frozenset(own.get("partisan", ())),
        )

    def of(self, name: str, kind: str) -> str:
        """Return our class of ``name`` which a corpus calls ``kind`` (GUM's words)."""
        bare = name.removeprefix("the ").removeprefix("The ")
        last = bare.lower().split()[-1:] or [""]
        if bare in self.countries and kind in ("place", "organization"):
            return "country"
        if bare in self.nationalities:
            return "nationality"
        if bare in self.outlets and kind != "place":
            return "outlet"
        if bare in self.groups and kind != "place":
            return "armed_group"
        if last[0] in self.facility_words and kind in ("place", "object", "organization") and " " in bare:
            return "facility"
        if last[0] in self.document_words and kind in ("object", "abstract") and " " in bare:
            return "document"
        if bare in self.countries and kind == "facility":
            return "country"
        kind = _OTHER.get(kind, kind)
        return kind if kind in ENTITY_TYPES else "other"

    def split(self, forms: list[str], kind: str) -> Iterator[tuple[int, int, str]]:
        """Yield (first, last, class) of a name's words: a title before a person's name stands alone."""
        cut = self.title(forms) if kind == "person" and len(forms) > 1 else 0
        if cut:
            yield 0, cut, "title"
        if cut < len(forms) and not (cut and forms[cut].islower()):  # "Professor of ..." names no one
            yield cut, len(forms), self.of(" ".join(forms[cut:]), kind)

    def title(self, forms: list[str]) -> int:
        """Return how many of the first words are an office title, some words being left over."""
        low = [form.lower() for form in forms]
        for size in range(min(LONGEST, len(low) - 1), 0, -1):
            if tuple(low[:size]) in self.titles:
                return size
        return 0


def names() -> Iterator[tuple[str, str]]:
    """Yield (class, name) of our own list."""
    path = SENTENCES / "names.tsv"
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, name = line.split("\t")[:2]
            yield kind, name


def _table(path: Path) -> Iterator[dict[str, str]]:
    lines = [x for x in path.read_text(encoding="utf-8").splitlines() if x and not x.startswith("#")]
    header = lines[0].split("\t")
    for line in lines[1:]:
        cells = line.split("\t")
        yield dict(zip(header, [*cells, *[""] * len(header)], strict=False))


def _all(row: dict[str, str]) -> list[str]:
    return [n for n in (row["name"], *row.get("aliases", "").split("|")) if n]
