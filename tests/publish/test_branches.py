"""Trees drawn with lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.publish.branches import Node, drawn


def leaf(*lines: str) -> Node:
    return Node(lambda width: list(lines))


def test_a_tree_is_drawn_with_its_lines_unbroken() -> None:
    agency = Node(lambda width: ["agency", "its words"], (leaf("officials", "their words"), leaf("minister")))

    assert drawn([agency, leaf("radio", "more")], 60) == [
        "├─ agency",
        "│  │  its words",
        "│  ├─ officials",
        "│  │  their words",
        "│  └─ minister",
        "└─ radio",
        "   more",
    ]


def test_nothing_is_drawn_for_nothing() -> None:
    assert drawn([], 60) == []


nodes = st.recursive(
    st.builds(lambda: leaf("x")),
    lambda inner: st.builds(lambda many: Node(lambda width: ["x"], tuple(many)), st.lists(inner, max_size=4)),
    max_leaves=20,
)


def size(node: Node) -> int:
    return 1 + sum(size(child) for child in node.children)


@given(st.lists(nodes, max_size=4))
def test_every_node_has_one_branch(many: list[Node]) -> None:
    lines = drawn(many, 60)

    assert len(lines) == sum(size(node) for node in many)
    assert all(line.endswith(("├─ x", "└─ x")) for line in lines)


def test_labels_are_told_how_wide_they_may_be() -> None:
    widths: list[int] = []

    def label(width: int) -> list[str]:
        widths.append(width)
        return ["x"]

    drawn([Node(label, (Node(label, (Node(label),)),))], 60, "  ")

    assert widths == [55, 52, 49]
