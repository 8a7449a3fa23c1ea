"""The parts of a noun phrase."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.ground.cast import Cast
from sayso.ground.phrases import coded, counting, country, country_in, sector_in
from sayso.records import Span

Give = Callable[[str], Cast]


def test_owner_core_and_what_hangs_on_it(cast: Give, find: Callable[..., Span]) -> None:
    read = cast("order")
    number = read.page.at(find(read.page, "Leader")[0])
    assert number is not None
    phrase = read.phrase(number)
    assert phrase.owner is not None
    assert read.page.words[phrase.owner].text == "Iran"
    assert [read.page.words[k].text for k in phrase.core] == ["Supreme", "Leader"]
    assert country(phrase, read.at) == ("IRN", "of Iran")


def test_ties_are_kept_apart_from_nationalities(cast: Give, find: Callable[..., Span]) -> None:
    read = cast("order")
    number = read.page.at(find(read.page, "factions")[0])
    assert number is not None
    phrase = read.phrase(number)
    assert [one.names[0].code for one in phrase.ties] == ["IRN"]
    assert [one.names[0].code for one in phrase.names] == ["IRQ"]


@pytest.mark.parametrize(
    ("codes", "land"),
    [
        (("IRN GOV",), "IRN"),
        (("IRN GOV", "IRN MIL"), "IRN"),
        (("IRN GOV", "IRQ GOV"), None),
        (("IGO UNO",), None),
        ((), None),
    ],
)
def test_the_one_country_of_some_codes(codes: tuple[str, ...], land: str | None) -> None:
    assert country_in(codes) == land


def test_codes_and_their_halves() -> None:
    assert coded("IRN", "GOV") == "IRN GOV"
    assert coded(None, "GOV") == "--- GOV"
    assert coded(None, "") == "---"
    assert sector_in("IRN GOV") == "GOV"
    assert sector_in("---") == ""


def test_nouns_of_number(cast: Give, find: Callable[..., Span]) -> None:
    read = cast("summit")
    for words, counts in (("dozens", True), ("ports", False)):
        number = read.page.at(find(read.page, words)[0])
        assert number is not None
        assert counting(read.page, number) is counts
