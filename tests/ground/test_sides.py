"""Several parties under one noun."""

from __future__ import annotations

from collections.abc import Callable

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
