"""Who held an office on a day."""

from __future__ import annotations

import pytest

from sayso.ground.names import Found, Name, families, index
from sayso.ground.persons import Hints, fitting, past, person_on, titled


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


def test_without_a_day_the_highest_office_of_one_person() -> None:
    for name, office in (("Merkel", "chancellor"), ("Trump", "president")):
        row = person_on(found(name), "")
        assert row is not None
        assert row.office == office


def test_without_a_day_namesakes_of_two_countries_are_nobody() -> None:
    two = Name("person", "KOR GOV", "Kim Young-sam", office="president")
    other = Name("person", "PRK GOV", "Kim Jong Il", office="leader")

    assert person_on(Found((0, 3), 0, 1, (two, other)), "") is None


def test_namesakes_at_one_time_are_left_open() -> None:
    both = person_on(found("Bush"), "1990-01-01")
    assert both is not None
    assert both.name == "George H.W. Bush"
    assert person_on(found("Clinton"), "2010-01-01") is not None


def test_a_title_tells_namesakes_apart() -> None:
    both = Found((0, 1), 0, 1, families()["Aoun"])
    general, president = (
        person_on(both, "2018-01-01", Hints(*title)) for title in (("general", "MIL"), ("president", "GOV"))
    )

    assert general is not None
    assert president is not None
    assert (general.name, president.name) == ("Joseph Aoun", "Michel Aoun")
    assert titled(president, Hints("president", "GOV")) == 1.0
    assert titled(president, Hints("general", "MIL")) == 0.0


def test_countries_around_tell_namesakes_apart() -> None:
    rows = [
        row
        for row in families()["Kim"]
        if row.start <= "1998-06-01" and (not row.end or row.end >= "1998-06-01")
    ]

    assert {row.code[:3] for row in fitting(rows, Hints(near=("PRK",)))} == {"PRK"}
    assert fitting([], Hints()) == []


def test_who_held_an_office_before() -> None:
    row = past(found("Merkel"), "2023-01-01")

    assert row is not None
    assert row.office == "chancellor"
    assert past(found("Merkel"), "1980-01-01") is None
