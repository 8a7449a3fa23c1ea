"""A kept parse through the room, stage by stage."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.attribute import attribute
from sayso.code import code
from sayso.code.acts import Act, tell
from sayso.code.conditions import Condition, conditions
from sayso.records import Annotated, Attribution, Coded
from sayso.syntax import Tree

Stage = tuple[Tree, list[Act], tuple[Attribution, ...], dict[str, Condition]]


@pytest.fixture(scope="session")
def staged(parsed: Callable[[str], Annotated]) -> Callable[[str], Stage]:
    """Tree, acts as first told, attributions, and conditions of a kept parse."""

    def of(name: str) -> Stage:
        annotated = parsed(name)
        tree, attributions = Tree(annotated), attribute(annotated)
        return tree, tell(tree, attributions), attributions, conditions(tree, attributions)

    return of


@pytest.fixture(scope="session")
def coded(parsed: Callable[[str], Annotated]) -> Callable[[str], tuple[Annotated, Coded]]:
    """A kept parse and what the whole room makes of it."""

    def of(name: str) -> tuple[Annotated, Coded]:
        annotated = parsed(name)
        return annotated, code(annotated, attribute(annotated))

    return of


@pytest.fixture(scope="session")
def statuses(coded: Callable[[str], tuple[Annotated, Coded]], words: Any) -> Callable[[str], Any]:
    """Trigger words -> (type, status) of all events of a kept parse."""

    def of(name: str) -> dict[str, tuple[str, str]]:
        annotated, found = coded(name)
        return {words(annotated, one.mentions): (one.type, one.status) for one in found.events}

    return of
