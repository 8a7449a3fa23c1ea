"""Reports by their words."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import Result

Ask = Callable[..., Result]


def test_all_words_must_stand_in_a_report(ask: Ask) -> None:
    assert json.loads(ask("search", "ferry", "Sundmark", "--json").stdout)["total"] == 3
    assert json.loads(ask("search", "ferry", "Jupiter", "--json").stdout)["total"] == 0


def test_the_words_found_are_marked(ask: Ask) -> None:
    assert "[ferry]" in ask("search", "ferry").stdout


def test_newest_comes_first_and_the_cut_is_told(ask: Ask) -> None:
    done = ask("search", "ferry", "--limit", "1", "--json")

    assert json.loads(done.stdout)["reports"][0]["outlet"] == "Sund Radio"
    assert "1 of 3 reports shown" in done.stderr


@pytest.mark.parametrize("words", ['"', "U.S.", "it's", "a-b", "NEAR(", "title:ferry", "*", "ferry OR"])
def test_no_sign_is_taken_for_syntax(ask: Ask, words: str) -> None:
    assert ask("search", words).exit_code == 0


def test_nothing_found_says_so(ask: Ask) -> None:
    done = ask("search", "Jupiter")

    assert done.exit_code == 0
    assert "no report holds all of these words" in done.stderr


def test_no_words_are_a_usage_error(ask: Ask) -> None:
    assert ask("search").exit_code == 2
