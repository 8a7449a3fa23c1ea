"""The label sets, fixed from the training data before anything is trained."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from sayso.records import ENTITY_TYPES, EVENT_TYPES
from training.readers import Tree

IGNORED = -1
ROLE_NONE, ROLE_SOURCE, ROLE_CONTENT = range(3)
BIO_O, BIO_B, BIO_I = range(3)
NOMINALS = (
    "person", "organization", "place", "event", "object", "abstract", "time", "substance", "animal", "plant",
)  # fmt: skip
RARE = 20  # roles seen less often are not told apart from no role


@dataclass(frozen=True)
class Labels:
    """Label names by head, in the order of the graph's outputs."""

    upos: list[str]
    xpos: list[str]
    deprel: list[str]
    entity: list[str]
    role: list[str]
    nominal: list[str]
    deed: list[str] = field(default_factory=lambda: ["O", *EVENT_TYPES])

    def as_dict(self) -> dict[str, list[str]]:
        return asdict(self)

    def index(self, head: str) -> dict[str, int]:
        return {name: i for i, name in enumerate(getattr(self, head))}


def collect(trees: Iterable[Tree], least: int = 3) -> Labels:
    """Gather part-of-speech tags, relations and roles seen often enough."""
    upos: Counter[str] = Counter()
    xpos: Counter[str] = Counter()
    deprel: Counter[str] = Counter()
    role: Counter[str] = Counter()
    for tree in trees:
        upos.update(tree.upos)
        xpos.update(tree.xpos)
        deprel.update(tree.deprels)
        role.update(name for _, arguments in tree.predicates or [] for name, _, _ in arguments)

    def common(counts: Counter[str]) -> list[str]:
        return sorted(name for name, n in counts.items() if n >= least and name != "_")

    entity = ["O", *(f"{mark}-{kind}" for kind in ENTITY_TYPES for mark in "BI")]
    roles = ["O", *sorted(name for name, n in role.items() if n >= RARE)]
    nominals = ["O", *NOMINALS]
    return Labels(common(upos), common(xpos), common(deprel), entity, roles, nominals)
