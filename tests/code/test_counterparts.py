"""The other side of an act, where no role of the verb names it."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.code.counterparts import counterpart, names_side


@pytest.mark.parametrize(
    ("name", "trigger", "kind", "actor", "wanted"),
    [
        ("demand", "demanded", "REQUEST", "Poland", "Moscow"),
        ("rejected_proposal", "rejected", "REJECT", "Bangladesh", "an Indian proposal for free trade"),
        ("curfew_on", "refusing", "REJECT", "The Israeli government", "Palestinians"),
        ("complained_over", "complained", "ACCUSE", "Lebanon", "two Israeli air raids"),
        ("fired_in", "fired", "ASSAULT", "Israeli tanks", "Jericho"),
        ("fired_in", "fired", "CONSULT", "Israeli tanks", None),
        ("turned_down", "turned", "REJECT", "Cuba", None),
    ],
)
def test_who_is_on_the_other_side(
    tree: Any,
    at: Any,
    said: Any,
    words: Any,
    name: str,
    trigger: str,
    kind: str,
    actor: str,
    wanted: str | None,
) -> None:
    read = tree(name)

    found = counterpart(read, at(read, trigger), kind, said(read, actor).source)

    assert (words(read.annotated, (read.phrase(found),)) if found is not None else None) == wanted


def test_nobody_is_his_own_counterpart(tree: Any, at: Any, said: Any) -> None:
    read = tree("demand")

    found = counterpart(read, at(read, "demanded"), "REQUEST", said(read, "Moscow").source)

    assert found is None or read.words[found].text != "Moscow"


def test_only_a_named_side_counts(tree: Any, at: Any) -> None:
    read = tree("fired_in")

    assert names_side(read, at(read, "Jericho"))
    assert not names_side(read, at(read, "shells"))
