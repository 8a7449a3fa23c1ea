"""Phrases read by a role noun."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import sayso
from sayso.ground import actors
from sayso.ground.cast import Cast
from sayso.ground.roles import role
from sayso.records import Span

Give = Callable[[str], Cast]


@pytest.mark.parametrize(
    ("words", "nth", "codes", "via"),
    [
        ("Qatar's foreign minister", 1, ("QAT GOV",), "of Qatar and role"),
        ("the minister", 1, ("QAT GOV",), "as before: foreign minister"),
        ("Egyptian soldiers", 1, ("EGY MIL",), "adjective: Egypt and role"),
        ("30 Qatari fishermen", 1, ("QAT CVL",), "adjective: Qatar and role"),
        ("An Egyptian general", 1, ("EGY MIL",), "adjective: Egypt and role"),
        ("the general", 1, ("EGY MIL",), "as before: general"),
        ("The former president", 1, ("QAT OPP",), "country in focus"),
        ("Protesters", 1, ("QAT CVL",), "country in focus"),
        ("police", 1, ("QAT COP",), "country in focus"),
        ("the opposition", 1, ("QAT OPP",), "country in focus"),
    ],
)
def test_sector_from_the_noun_country_from_around_it(
    cast: Give, find: Callable[..., Span], words: str, nth: int, codes: tuple[str, ...], via: str
) -> None:
    read = cast("summit")
    (mention,) = actors.resolve(read, (find(read.page, words, nth),))
    assert mention.codes == codes
    assert mention.via == via


def test_made_in_a_country_is_not_of_it(cast: Give, find: Callable[..., Span]) -> None:
    read = cast("summit")
    (drones,) = actors.resolve(read, (find(read.page, "Chinese-made drones"),))
    assert drones.codes != ("CHN MIL",)


def test_one_code_for_each_nationality(cast: Give, find: Callable[..., Span]) -> None:
    read = cast("border")
    (troops,) = actors.resolve(read, (find(read.page, "Thai and Cambodian troops", 2),))
    assert troops.codes == ("THA MIL", "KHM MIL")
    assert troops.kind == "body"


def test_members_of_a_body_are_that_body(cast: Give, find: Callable[..., Span]) -> None:
    read = cast("talks")
    (fighters,) = actors.resolve(read, (find(read.page, "Hamas fighters"),))
    assert fighters.codes == ("PSE REB",)
    assert fighters.via == "of Hamas"


def test_no_role_no_reading(cast: Give, find: Callable[..., Span]) -> None:
    read = cast("summit")
    number = read.page.at(find(read.page, "ports")[0])
    assert number is not None
    assert role(read, read.phrase(number)) is None


NOW = "2021-03-10T09:00:00+00:00"


def told(text: str, words: str) -> tuple[str, ...]:
    """The codes of the actor mention with these words."""
    reading = sayso.read(text, published=NOW)
    return tuple(one.actor for one in reading.actors if reading.report.text[slice(*one.span)] == words)


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("The envoys of Chad and Niger met.", "The envoys", ("TCD GOV", "NER GOV")),
        (
            "The foreign ministers of the European Union met in Dublin on Monday.",
            "The foreign ministers", ("IGO EUU",),
        ),
        ("Saudi Arabia quarrels with Canada. The kingdom froze trade.", "The kingdom", ("SAU GOV",)),
        ("Jordan and Peru signed. The kingdom thanked Peru.", "The kingdom", ("JOR GOV",)),
        ("Relief was sent to Kenya by the government in Pretoria.", "the government", ("ZAF GOV",)),
        ("Gulf officials told Qatar to yield. Qatar refused.", "Gulf officials", ("--- GOV",)),
        ("Fighters backed by Iran shelled Aden, Yemen said.", "Fighters", ("YEM REB",)),
        ("Iran has told its allies to stand down.", "its allies", ()),
    ],
)  # fmt: skip
def test_whose_a_role_is(text: str, words: str, codes: tuple[str, ...]) -> None:
    assert told(text, words) == codes
