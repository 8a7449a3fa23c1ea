"""Phrases read by a role noun."""

from __future__ import annotations

from collections.abc import Callable

import pytest

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
