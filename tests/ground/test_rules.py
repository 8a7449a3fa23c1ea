"""The tree of time rules."""

from __future__ import annotations

from sayso.ground import tables
from sayso.ground.pieces import pieces
from sayso.ground.rules import hits
from sayso.ground.timex import ACTIONS


def first(text: str, at: int = 0) -> tuple[str, int, int]:
    cut = pieces(text, 0, len(text))
    best = hits(cut, at)[0]
    return best.rule.name, best.first, best.last


def test_every_action_of_the_table_is_known() -> None:
    used = {row["action"] for row in tables.rows("time_rules")} - {"nothing"}
    assert used == set(ACTIONS)


def test_names_of_rules_are_unique() -> None:
    names = [row["rule"] for row in tables.rows("time_rules")]
    assert len(names) == len(set(names))


def test_the_longest_rule_wins() -> None:
    assert first("Monday said") == ("weekday", 0, 1)
    assert first("Monday, Jan 3 2011") == ("full-date", 0, 5)


def test_what_a_rule_looks_back_or_on_at_is_not_in_the_expression() -> None:
    assert first("' s last weeks of it") == ("possessed-last-units", 2, 4)
    assert first("the last days of it") == ("last-units-of", 0, 3)


def test_values_are_kept_by_class() -> None:
    cut = pieces("three days ago", 0, 14)
    best = hits(cut, 0)[0]
    assert (best.get("NUM"), best.get("UNITS"), best.get("YEAR")) == ("3", "D", None)
    assert best.number("NUM") == 3
