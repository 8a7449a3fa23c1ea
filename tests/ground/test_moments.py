"""What dates an event that times hang on."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import msgspec
import pytest

from sayso.ground.leads import Lead
from sayso.ground.moments import Hanging, Moments
from sayso.ground.names import names
from sayso.ground.page import Page
from sayso.ground.times import times
from sayso.records import Annotated

KEPT = json.loads((Path(__file__).parents[1] / "parses_anchors.json").read_text("utf-8"))


def moments(name: str) -> tuple[Page, Moments]:
    page = Page(msgspec.convert(KEPT[name], Annotated))
    return page, Moments(page, times(page), names(page))


def hanging(page: Page, words: str, relation: str, lead: Lead | None = None) -> Hanging:
    start = page.text.rindex(words)
    first, last = page.range((start, start + len(words)))
    head = page.head(first, last)
    clause = page.words[head].upos in ("VERB", "AUX")
    return Hanging(lead or Lead(first - 1), relation, first, last, head, clause)


@pytest.mark.parametrize(
    ("name", "words", "relation", "day", "via"),
    [
        ("raid", "the attack", "after", ("2021-03-07", "2021-03-07"), "report"),
        ("coup", "the coup on Friday", "since", ("2021-03-05", "2021-03-05"), "told"),
        ("vote", "the Israeli election", "before", ("2019-04-09", "2019-04-09"), "register"),
        ("games", "the Tokyo Olympics", "during", ("2021-07-23", "2021-08-08"), "register"),
        ("office", "he leaves office", "before", ("2021-01-20", "2021-01-20"), "register"),
        ("since", "Joe Biden took office", "since", ("2021-01-20", "2021-01-20"), "register"),
        ("named", "the Crimean war", "during", None, "unknown"),
        ("undated", "the truce collapsed", "after", None, "unknown"),
    ],
)
def test_what_dates_it(name: str, words: str, relation: str, day: tuple[str, str] | None, via: str) -> None:
    page, found = moments(name)
    told, by, _ = found.of(hanging(page, words, relation), 0)

    assert (tuple(edge.isoformat() for edge in told) if told else None) == day
    assert by == via


def test_a_clause_that_looks_ahead_does_not_hang_on_a_day_that_is_over() -> None:
    page, found = moments("raid")
    one = hanging(page, "the attack", "after")

    assert found.of(one, 1)[0] is None


def test_the_day_of_the_same_clause() -> None:
    page, found = moments("beside")
    begin = page.lowers.index("day") - 1
    one = hanging(page, "the talks collapsed", "after", Lead(begin, 1, "D"))

    assert found.beside(one) == (date(2021, 3, 9), date(2021, 3, 9))


def test_words_of_times_are_known() -> None:
    page, found = moments("raid")

    assert found.is_time(page.lowers.index("sunday"))
    assert not found.is_time(page.lowers.index("depot"))
