"""Phrases resolved to actors, each with its reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.ground import actors
from sayso.ground.cast import Cast
from sayso.records import Span

Give = Callable[[str], Cast]


@pytest.fixture
def who(cast: Give, find: Callable[..., Span]) -> Callable[..., tuple[str, ...]]:
    def one(report: str, words: str, nth: int = 1) -> tuple[str, ...]:
        read = cast(report)
        return actors.codes(read, (find(read.page, words, nth),))

    return one


@pytest.mark.parametrize(
    ("report", "words", "nth", "codes"),
    [
        ("order", "Iran", 1, ("IRN GOV",)),
        ("order", "two Iraqi officials", 1, ("IRQ GOV",)),
        ("order", "Iraqi militia leaders", 1, ("IRQ REB",)),
        ("order", "Gen. Navid Barzin, head of the Quds Force", 1, ("IRN MIL",)),
        ("order", "Barzin", 2, ("IRN MIL",)),
        ("order", "He", 1, ("IRN MIL",)),
        ("order", "Iranian-backed Iraqi militia factions and Shiite politicians", 1, ("IRQ REB", "IRQ PTY")),
        ("order", "An adviser to Iran's Supreme Leader", 1, ("IRN GOV",)),
        ("border", "Thai and Cambodian troops", 1, ("THA MIL", "KHM MIL")),
        ("border", "The Thai foreign minister", 1, ("THA GOV",)),
        ("border", "its soldiers", 1, ("KHM MIL",)),
        ("border", "The minister", 1, ("THA GOV",)),
        ("talks", "A spokesman for the Belarusian Foreign Ministry", 1, ("BLR GOV",)),
        ("talks", "The European Union", 1, ("IGO EUU",)),
        ("talks", "UN experts", 1, ("IGO UNO",)),
        ("talks", "a report by UN experts", 1, ("IGO UNO",)),
        ("talks", "Minsk", 1, ("BLR GOV",)),
        ("talks", "Hamas fighters", 1, ("PSE REB",)),
        ("talks", "The group", 1, ("PSE REB",)),
        ("talks", "it would", 1, ("PSE REB",)),
        ("coup", "police", 1, ("FJI COP",)),
        ("coup", "the government", 1, ("FJI GOV",)),
        ("coup", "the army", 1, ("FJI MIL",)),
    ],
)
def test_codes(
    who: Callable[..., tuple[str, ...]], report: str, words: str, nth: int, codes: tuple[str, ...]
) -> None:
    assert codes == who(report, words, nth)


def test_nothing_is_guessed_for_things(who: Callable[..., tuple[str, ...]]) -> None:
    assert who("order", "a crushing response") == ("---",)


def test_no_phrase_no_code(cast: Give) -> None:
    assert actors.codes(cast("order"), ()) == ()


def test_every_mention_says_why(cast: Give) -> None:
    told = {(one.name, one.actor): one.via for one in actors.listed(cast("order"))}
    assert told["Iran", "IRN GOV"] == "country name"
    assert all(told.values())


def test_a_tie_is_no_nationality(cast: Give, find: Callable[..., Span]) -> None:
    read = cast("order")
    (factions, _) = actors.resolve(
        read, (find(read.page, "Iranian-backed Iraqi militia factions and Shiite politicians"),)
    )
    assert factions.codes == ("IRQ REB",)


def test_names_are_learned_for_the_rest_of_the_report(cast: Give) -> None:
    assert cast("order").learned["Barzin"].codes == ("IRN MIL",)


def test_records_lie_on_their_words(cast: Give) -> None:
    for report in ("order", "border", "talks", "coup", "undated"):
        read = cast(report)
        for one in actors.listed(read):
            assert 0 <= one.span[0] < one.span[1] <= len(read.page.text)
            assert not read.page.text[one.span[0]].isspace()


def test_without_a_country_only_the_sector_is_told(who: Callable[..., tuple[str, ...]]) -> None:
    assert who("undated", "Soldiers") == ("--- MIL",)
