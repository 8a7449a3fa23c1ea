"""The rules of `data/time_rules.tsv` as one tree, and the expressions it finds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

from msgspec import Struct, field

from sayso.ground import tables
from sayso.ground.pieces import Piece


class Rule(Struct, frozen=True):
    """A rule's name, its action, and which of the matched pieces are the expression (`last` from the end)."""

    name: str
    action: str
    order: int
    first: int
    last: int


class Node(Struct):
    """A point in the tree of rules."""

    edges: dict[str, Node] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)


class Hit(Struct, frozen=True):
    """A rule that fits the pieces `[first, last)`; `values` holds what the classes captured, in order."""

    rule: Rule
    first: int
    last: int
    values: tuple[tuple[str, str], ...]

    def get(self, *classes: str) -> str | None:
        """The first captured value of one of the classes."""
        return next((value for name, value in self.values if name in classes), None)

    def number(self, *classes: str) -> int | None:
        """The same as a whole number."""
        value = self.get(*classes)
        return int(value) if value is not None else None


@cache
def tree() -> Node:
    """Build the tree: every way through optional and alternative parts is a path of its own."""
    root = Node()
    for order, row in enumerate(tables.rows("time_rules")):
        for path, first, last in _paths(row["pattern"].split()):
            node = root
            for symbol in path:
                node = node.edges.setdefault(symbol, Node())
            node.rules.append(Rule(row["rule"], row["action"], order, first, last))
    return root


def _paths(tokens: list[str]) -> Iterator[tuple[list[str], int, int]]:
    """Yield each way through a pattern with where the expression begins, and how much follows it."""
    choices: list[list[str | None]] = []
    for token in tokens:
        bare = token.rstrip("?")
        names: list[str | None] = list(bare.split("|")) if len(bare) > 1 else [bare]
        choices.append([*names, None] if token != bare else names)
    for chosen in product(*choices):
        kept = [symbol for symbol in chosen if symbol is not None]
        marks = [at for at, symbol in enumerate(kept) if symbol == "+"]
        path = [symbol for symbol in kept if symbol != "+"]
        if len(marks) == 2:
            yield path, marks[1] - 1, 0
        elif marks:
            yield path, 0, len(path) - marks[0]
        else:
            yield path, 0, 0


def hits(found: list[Piece], at: int) -> list[Hit]:
    """All rules that fit from piece `at` on, best first: longest, then earliest in the table."""
    out: list[Hit] = []
    _walk(tree(), found, at, at, (), out)
    out.sort(key=lambda hit: (-(hit.last + hit.rule.last), hit.rule.order))
    return out


def _walk(
    node: Node, found: list[Piece], start: int, at: int, values: tuple[tuple[str, str], ...], out: list[Hit]
) -> None:
    for rule in node.rules:
        out.append(Hit(rule, start + rule.first, at - rule.last, values))
    if at == len(found):
        return
    piece = found[at]
    if (below := node.edges.get(piece.lower)) is not None:
        _walk(below, found, start, at + 1, values, out)
    for name, value in piece.classes.items():
        if (below := node.edges.get(name)) is not None:
            _walk(below, found, start, at + 1, (*values, (name, value)), out)
