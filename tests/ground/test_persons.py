"""Who held an office on a day."""

from __future__ import annotations

import pytest

from sayso.ground.names import Found, index
from sayso.ground.persons import person_on


def found(*words: str) -> Found:
    rows = next(rows for key, rows in index()[words[0]] if key == words)
    return Found((0, 1), 0, 1, rows)


@pytest.mark.parametrize(
    ("words", "day", "code"),
    [
        (("Donald", "Trump"), "2018-05-01", "USA GOV"),
        (("Trump",), "2020-11-20", "USA GOV"),
        (("Trump",), "2016-05-01", "USA PTY"),
        (("Netanyahu",), "2022-03-01", "ISR OPP"),
        (("Netanyahu",), "2023-03-01", "ISR GOV"),
        (("Tusk",), "2016-01-01", "IGO EUU"),
        (("Tusk",), "2024-01-01", "POL GOV"),
        (("Suu", "Kyi"), "2000-01-01", "MMR OPP"),
    ],
)
def test_the_day_decides(words: tuple[str, ...], day: str, code: str) -> None:
    if words == ("Suu", "Kyi"):
        words = ("Aung", "San", "Suu", "Kyi")
    row = person_on(found(*words), day)
    assert row is not None
    assert code == row.code


def test_nobody_before_or_after_the_term() -> None:
    assert person_on(found("Merkel"), "1995-01-01") is None
    assert person_on(found("Merkel"), "2023-01-01") is None


def test_without_a_day_only_what_is_always_so() -> None:
    assert person_on(found("Merkel"), "") is not None
    assert person_on(found("Trump"), "") is None


def test_namesakes_at_one_time_are_left_open() -> None:
    both = person_on(found("Bush"), "1990-01-01")
    assert both is not None
    assert both.name == "George H.W. Bush"
    assert person_on(found("Clinton"), "2010-01-01") is not None
