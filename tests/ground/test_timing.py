"""Which rule dated an event, how finely, and what it came before or after."""

from __future__ import annotations

import pytest

import sayso
from sayso.ground.timing import grain
from sayso.records import Event, Reading

NOW = "2021-03-10T09:00:00+02:00"


def event(reading: Reading, trigger: str) -> Event:
    text = reading.report.text
    return next(one for one in reading.events if trigger in [text[slice(*m)] for m in one.mentions])


@pytest.mark.parametrize(
    ("days", "name"),
    [
        (("2021-03-10", "2021-03-10"), "day"),
        (("2021-03-09", "2021-03-10"), "span"),
        (("2021-03-08", "2021-03-14"), "week"),
        (("2021-03-08", "2021-03-12"), "span"),
        (("2021-02-01", "2021-02-28"), "month"),
        (("2021-01-01", "2021-03-31"), "quarter"),
        (("2020-01-01", "2020-12-31"), "year"),
        (("2011-01-01", "2020-12-31"), "span"),
    ],
)
def test_grain(days: tuple[str, str], name: str) -> None:
    assert grain(days) == name


def test_order_rule_and_tense_of_an_event() -> None:
    reading = sayso.read(
        "Troops stormed the village on Tuesday after rebels attacked a convoy.", published=NOW
    )
    stormed, attacked = event(reading, "stormed"), event(reading, "attacked")

    assert stormed.when is not None
    assert stormed.when.order == (("after", attacked.id),)
    assert (stormed.when.rule, stormed.when.grain, stormed.when.tense) == ("weekday", "day", "happened")
    assert attacked.date is None


def test_a_day_that_goes_on_says_so() -> None:
    reading = sayso.read(
        "Protesters stormed the palace on Tuesday. Police opened fire on the crowd.", published=NOW
    )
    fire = event(reading, "fire")

    assert fire.date == ("2021-03-09", "2021-03-09")
    assert fire.when is not None
    assert fire.when.rule == "going on"


def test_said_and_happened_are_apart() -> None:
    reading = sayso.read("Rebels shelled the camp on Sunday, officers said on Tuesday.", published=NOW)
    shelled = event(reading, "shelled")

    assert shelled.date == ("2021-03-07", "2021-03-07")
    assert shelled.when is not None
    assert shelled.when.said == ("2021-03-09", "2021-03-09")


def test_what_is_to_come_is_due() -> None:
    reading = sayso.read("The army will attack the town on Friday, officers said on Tuesday.", published=NOW)
    attack = event(reading, "attack")

    assert attack.when is not None
    assert attack.when.tense == "due"
    assert attack.date == ("2021-03-12", "2021-03-12")


def test_a_commitment_says_when_it_was_made() -> None:
    reading = sayso.read(
        "Iran warned on Monday that any American strike would face a crushing response.", published=NOW
    )

    assert reading.commitments
    when = reading.commitments[0].when
    assert when is not None
    assert (when.said, when.tense) == (("2021-03-08", "2021-03-08"), "due")
