"""Several parties under one noun."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import sayso
from sayso.ground import actors
from sayso.ground.cast import Cast
from sayso.ground.sides import sides
from sayso.records import Span

Give = Callable[[str], Cast]


def test_the_two_neighbours_are_the_two_spoken_of(cast: Give, find: Callable[..., Span]) -> None:
    read = cast("summit")
    (mention,) = actors.resolve(read, (find(read.page, "The two neighbours"),))
    assert mention.codes == ("EGY GOV", "QAT GOV")
    assert mention.via == "the parties spoken of most"


def test_two_of_anything_else_are_no_sides(cast: Give, find: Callable[..., Span]) -> None:
    read = cast("order")
    number = read.page.at(find(read.page, "officials said")[0])
    assert number is not None
    assert sides(read, read.phrase(number)) is None


NOW = "2021-03-10T09:00:00+00:00"


def met(text: str) -> tuple[str, ...]:
    """Who met, as the report has it."""
    reading = sayso.read(text, published=NOW)
    return next(event.actor for event in reading.events if event.type == "CONSULT")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (
            "Saudi Arabia, Bahrain and Egypt cut ties with Qatar in June. The three states met on Friday.",
            ("BHR GOV", "EGY GOV", "SAU GOV"),
        ),
        (
            "Kenya sent troops to Somalia in 2011. Chad and Niger quarrel over water. The two countries met.",
            ("NER GOV", "TCD GOV"),
        ),
    ],
)
def test_so_many_are_those_listed_or_those_told_last(text: str, codes: tuple[str, ...]) -> None:
    assert set(met(text)) == set(codes)


def test_so_many_countries_that_nobody_lists_are_not_made_up() -> None:
    assert met("Five states met in Geneva on Friday.") == ("--- GOV",)


def test_an_agency_is_no_party_to_what_it_tells() -> None:
    text = "PARIS (Reuters) - Kenya sent troops to Somalia. The three countries met on Friday."

    assert "GBR GOV" not in met(text)
