"""The line in which a page says when it was published."""

from __future__ import annotations

import time

import pytest
from lxml import html

from sayso.acquire.stamps import MOST, stamps


def found(body: str) -> list[str]:
    return list(stamps(html.document_fromstring(f"<html><body>{body}</body></html>")))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            '<div id="published-at"><b>Published</b> <i>Nov 20, 2020</i> <i>6:17 PM</i></div>',
            "Nov 20, 2020 6:17 PM",
        ),
        ('<span class="date">20.11.2020 14:05</span>', "20.11.2020 14:05"),
        ("<time>20 November 2020</time>", "20 November 2020"),
        ('<li itemprop="datePublished">20 Nov 2020 &middot; 14:05</li>', "20 Nov 2020 · 14:05"),
    ],
)  # fmt: skip
def test_is_found_by_its_mark_and_cut_down_to_the_date(body, words):
    assert found(body) == [words]


@pytest.mark.parametrize(
    "body",
    [
        "<p>The truce of 20 November 2020 held.</p>",
        f'<div class="meta">{"long words " * 100}20 November 2020</div>',
        '<span class="date">yesterday</span>',
        '<span class="date">Updated 21 November 2020</span>',
    ],
)
def test_other_dates_are_no_stamps(body):
    assert found(body) == []


def test_a_few_are_enough():
    assert len(found('<span class="date">20.11.2020</span>' * 50)) == MOST


def test_a_page_made_to_take_long_is_soon_done():
    started = time.process_time()
    found('<div class="date">' * 200 + '<span class="time">20 20 20 Nov Nov </span>' * 20_000)

    assert time.process_time() - started < 2
