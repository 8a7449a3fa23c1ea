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


def test_of_namesakes_that_fit_alike_it_is_the_one_who_has_ruled() -> None:
    ruler = Name("person", "IRN GOV", "Akbar Rafsanjani", "1989-01-01", "1997-01-01", office="president")
    later = Name("person", "IRN GOV", "Akbar Rafsanjani", "2005-01-01", "", office="council chairman")
    other = Name("person", "IRN GOV", "Hassan Rafsanjani", "2005-01-01", "", office="council member")
    found = Found((0, 10), 0, 1, (other, ruler, later))

    row = person_on(found, "2009-07-17")

    assert row is not None
    assert row.name == "Akbar Rafsanjani"
    abroad = Name("person", "IRQ GOV", "Hassan Rafsanjani", "2005-01-01", "", office="council member")
    assert person_on(Found((0, 10), 0, 1, (abroad, later)), "2009-07-17") is None


def test_who_left_office_weeks_ago_is_still_meant() -> None:
    rajiv = Name("person", "IND OPP", "Rajiv Gandhi", "1989-12-02", "1991-05-21", office="opposition leader")
    sonia = Name("person", "IND PTY", "Sonia Gandhi", "1998-03-14", "", office="party leader")
    found = Found((0, 6), 0, 1, (rajiv, sonia))

    assert past(found, "1991-05-22") == rajiv
    assert past(found, "1995-05-22") is None


def test_a_word_of_an_office_counts_for_a_title() -> None:
    secretary = Name("person", "USA GOV", "Hillary Clinton", office="secretary of state")

    assert (
        0
        < titled(secretary, Hints("secretary", "GOV"))
        < titled(secretary, Hints("secretary of state", "GOV"))
    )


@pytest.mark.parametrize("day", ["1995-01-01", "2030-01-01"])
def test_nobody_held_office_on_a_day_before_or_long_after(day: str) -> None:
    row = Name("person", "IND PTY", "Sonia Gandhi", "1998-03-14", "2017-12-16", office="party leader")
    found = Found((0, 6), 0, 1, (row,))

    assert person_on(found, day) is None
    assert (past(found, day) is None) == (day < row.end)
