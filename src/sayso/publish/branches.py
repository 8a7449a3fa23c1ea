"""A tree drawn with lines: every node a few lines of text, its children beneath it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

TEE, ELL, BAR, GAP = "├─ ", "└─ ", "│  ", "   "


class Node(Struct, frozen=True):
    """
    One node; `label` gives its lines for the columns left at its depth, so that text wraps inside its
    branch.
    """

    label: Callable[[int], list[str]]
    children: tuple[Node, ...] = ()


def drawn(nodes: Iterable[Node], width: int, before: str = "") -> list[str]:
    """The lines of the nodes as branches, each line after `before`, within `width` columns."""
    return list(_branches(tuple(nodes), width, before))


def _branches(nodes: tuple[Node, ...], width: int, before: str) -> Iterator[str]:
    for place, node in enumerate(nodes):
        last = place == len(nodes) - 1
        under = before + (GAP if last else BAR)
        lines = node.label(max(width - len(under), 20))
        # Further lines of a node with children keep the line down to its first child.
        rest = under + (BAR if node.children else "")
        for number, line in enumerate(lines):
            yield (before + (ELL if last else TEE) if number == 0 else rest) + line
        yield from _branches(node.children, width, under)
