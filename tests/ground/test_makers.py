"""Who puts out a report or a statement."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.ground.cast import Cast
from sayso.ground.makers import put_out
from sayso.records import Span

Give = Callable[[str], Cast]


@pytest.mark.parametrize(
    ("report", "words", "codes"),
    [
        ("summit", "the report", ("QAT MED",)),
        ("summit", "a statement", ("QAT OPP",)),
        ("talks", "a report by UN experts", ("IGO UNO",)),
    ],
)
def test_a_product_stands_for_its_maker(
    cast: Give, find: Callable[..., Span], report: str, words: str, codes: tuple[str, ...]
) -> None:
    read = cast(report)
    head = read.page.head(*read.page.range(find(read.page, words)))
    mention = put_out(read, read.phrase(head))

    assert mention is not None
    assert mention.codes == codes
    assert mention.kind == "product"
    assert mention.via.startswith("put out by ")


def test_other_nouns_are_not_put_out(cast: Give, find: Callable[..., Span]) -> None:
    read = cast("summit")
    head = read.page.head(*read.page.range(find(read.page, "the talks")))
    assert put_out(read, read.phrase(head)) is None
