"""Role nouns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.ground.agents import agent
from sayso.ground.page import Page
from sayso.ground.resolution import resolve
from sayso.records import Span


@pytest.mark.parametrize(
    ("report", "words", "noun", "sector", "kind"),
    [
        ("order", "Iraqi officials", "official", "GOV", "person"),
        ("order", "militia leaders", "militia leader", "REB", "person"),
        ("order", "militia factions", "militia faction", "REB", "body"),
        ("order", "politicians", "politician", "PTY", "person"),
        ("border", "troops", "troops", "MIL", "body"),
        ("border", "Thai foreign minister", "foreign minister", "GOV", "person"),
        ("talks", "Foreign Ministry", "foreign ministry", "GOV", "body"),
        ("coup", "police", "police", "COP", "body"),
    ],
)
def test_the_longest_role_that_ends_at_the_head(
    page: Callable[[str], Page],
    find: Callable[..., Span],
    report: str,
    words: str,
    noun: str,
    sector: str,
    kind: str,
) -> None:
    read = page(report)
    first, last = read.range(find(read, words))
    role = agent(read, last - 1, first)

    assert role is not None
    assert (noun, sector, kind) == (role.noun, role.sector, role.kind)


def test_verbs_are_no_roles(page: Callable[[str], Page], find: Callable[..., Span]) -> None:
    read = page("order")
    number = read.at(find(read, "delivered")[0])
    assert number is not None
    assert agent(read, number, number) is None


@pytest.mark.parametrize(
    ("mention", "sector"),
    [
        ("Chinese coast guard vessels", "COP"),
        ("a police helicopter", "COP"),
        ("Russian navy ships", "MIL"),
        ("fishing vessels", "BUS"),
        ("rebel trucks", "REB"),
    ],
)
def test_what_a_service_runs_is_the_services(mention: str, sector: str) -> None:
    assert resolve(mention).sector == sector
