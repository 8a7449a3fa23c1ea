"""What a page says of itself, read here in this process for once."""

from __future__ import annotations

import json

import pytest

from sayso.acquire.page import Candidate, page

LINKED = '<script type="application/ld+json">{}</script>'


def dates(page_of, head="", **parts):
    return [(found.field, found.words) for found in page(page_of(head=head, **parts)).dates]


def test_the_article_is_taken_without_menu_banner_and_footer(page_of):
    found = page(page_of())

    assert found.paragraphs[0] == "Iran tells allies to stand down"
    assert found.paragraphs[1].startswith("Iran has instructed its allies across")
    assert found.paragraphs[-1] == "“Any attack will be met,” an adviser said."
    words = " ".join(found.paragraphs)
    assert not any(other in words for other in ("cookies", "World", "Copyright", "\n"))
    assert found.note is None


def test_blanks_of_the_markup_are_no_blanks_of_the_text(page_of):
    body = (
        "<p>One   long\n  line <b>that</b>\n is <i>marked</i> up, said the minister of the interior.</p>" * 3
    )

    assert "One long line that is marked up, said the minister" in page(page_of(body=body)).paragraphs[1]


def test_line_breaks_are_kept_and_part_paragraphs_after_a_full_stop(page_of):
    body = "<p>The first line of it,<br>and the second one.<br><br>Another paragraph, he said.</p>" * 2
    found = page(page_of(body=body)).paragraphs

    assert "The first line of it,\nand the second one." in found
    assert "Another paragraph, he said." in found


def test_list_items_are_paragraphs(page_of):
    body = (
        "<p>The minister named two things in his speech on Friday:</p>"
        "<ul><li>the first thing</li><li>the second</li></ul>"
    )
    found = page(
        page_of(body=body + "<p>Then he left the hall without taking questions, reporters said.</p>")
    ).paragraphs

    assert found[1:] == (
        "The minister named two things in his speech on Friday:",
        "the first thing",
        "the second",
        "Then he left the hall without taking questions, reporters said.",
    )


def test_titles_sites_and_writers_are_collected_best_first(page_of):
    article = {
        "@type": "NewsArticle",
        "headline": "Headline",
        "author": {"name": "E. Benari"},
        "publisher": {"name": "P"},
    }
    head = (
        LINKED.format(json.dumps(article)) + '<meta property="og:title" content="Shared title">'
        '<meta property="og:site_name" content="Some Site"><meta name="author" content="https://example.com/e">'
    )
    found = page(page_of(head=head))

    assert found.titles == ("Headline", "Shared title", "Iran tells allies to stand down | Some Site")
    assert found.sites == ("Some Site", "P")
    assert found.bylines == ("E. Benari",)
    assert found.heading == "Iran tells allies to stand down"
    assert found.language == "en"


def test_a_byline_may_be_a_link(page_of):
    body = '<p class="by">By <a rel="author" href="/e">Elad  Benari</a></p>'

    assert page(page_of(body=body)).bylines == ("Elad Benari",)


def test_several_headings_are_no_heading():
    assert (
        page("<html><body><h1>Logo</h1><article><h1>Title</h1><p>x</p></article></body></html>").heading
        is None
    )


def test_addresses_are_collected(page_of):
    head = '<link rel="canonical" href="/1"><meta property="og:url" content="https://example.com/1">'

    assert page(page_of(head=head)).urls == ("/1", "https://example.com/1")


def test_every_date_field_is_a_candidate_in_order_of_trust(page_of):
    head = (
        '<meta name="date" content="2020-11-23"><meta itemprop="datePublished" content="2020-11-22">'
        '<meta property="article:published_time" content="2020-11-21T00:00:00Z">'
        + LINKED.format('{"@type": "Article", "datePublished": "2020-11-20T20:05:00+02:00"}')
        + '<link rel="canonical" href="https://example.com/2020/11/25/slug">'
    )
    body = '<p><time datetime="2020-11-24T10:00:00+02:00">Tuesday</time></p>'

    assert dates(page_of, head, body=body) == [
        ("JSON-LD datePublished", "2020-11-20T20:05:00+02:00"),
        ("meta article:published_time", "2020-11-21T00:00:00Z"),
        ("meta datepublished", "2020-11-22"),
        ("meta date", "2020-11-23"),
        ("time article", "2020-11-24T10:00:00+02:00"),
        ("the day in the URL", "2020-11-25"),
    ]


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.com/2020/11/20/slug", "2020-11-20"),
        ("https://example.com/news/2020-11-20-slug", "2020-11-20"),
        ("https://example.com/20201120/slug.html", "2020-11-20"),
        ("https://example.com/news/12345678", None),
        ("https://example.com/99999999999", None),
    ],
)
def test_a_day_in_the_address_is_a_candidate(page_of, url, day):
    expected = (Candidate("the day in the URL", day),) if day else ()

    assert page(page_of(), url).dates == expected


def test_only_without_any_field_is_the_text_searched_for_a_day(page_of):
    body = (
        "<p>Published on November 20, 2020</p><p>Iran has told its allies to stand down, officials said.</p>"
    )

    assert page(page_of(body=body)).guess == "2020-11-20"
    assert page(page_of(body=body, head='<meta name="date" content="2020-11-23">')).guess is None
    assert page(page_of(body=body, head='<meta name="date" content="last Friday">')).guess == "2020-11-20"


@pytest.mark.parametrize(
    "html",
    [
        "",
        " ",
        "<",
        "<!doctype html>",
        "<html></html>",
        "plain words",
        "<p>" * 500,
        "<div>" * 5000,
        "\ufffd" * 99,
    ],
)
def test_pages_of_nothing_are_read_as_nothing_much(html):
    assert len(" ".join(page(html).paragraphs)) < 100


def told(body: str) -> str:
    return LINKED.format(json.dumps({"@type": "NewsArticle", "articleBody": body}))


def test_a_text_told_in_json_ld_is_taken_where_the_page_shows_none(page_of):
    body = (
        "<p>Iran has told its allies &amp; friends to stand down.</p><p>The request came this week.</p>" * 3
    )
    found = page(page_of(head=told(body), body=""))

    assert found.paragraphs[:2] == (
        "Iran has told its allies & friends to stand down.",
        "The request came this week.",
    )
    assert "articleBody" in (found.note or "")


def test_a_text_told_in_json_ld_is_not_taken_for_a_page_that_shows_its_own(page_of):
    shown = page(page_of()).paragraphs

    assert page(page_of(head=told("Another text altogether. " * 500))).paragraphs == shown
    assert page(page_of(head=told(" ".join(shown)))).paragraphs == shown


def test_an_article_mostly_missed_is_completed_by_what_it_tells(page_of):
    rest = [
        f"Paragraph {number} was drawn by a script, said the minister of paragraphs." for number in range(30)
    ]
    first = page(page_of()).paragraphs[1:]
    found = page(page_of(head=told("\n\n".join([*first, *rest]))))

    assert found.paragraphs == (*first, *rest)


@pytest.mark.parametrize(
    ("inside", "heading"),
    [
        ('<span class="kicker">Lebanon</span><span>Three held</span>', "Lebanon Three held"),
        ("<span>Live:</span> Three <b>h</b>eld", "Live: Three held"),
        ("On You<i>Tube</i> and i<b>Phone</b>", "On You Tube and i Phone"),
        ("<b>I</b>ran tells WhatsApp", "Iran tells WhatsApp"),
        ("Two<br>\nlines", "Two lines"),
    ],
)
def test_a_heading_of_several_elements_is_one_line(inside, heading):
    assert page(f"<html><body><h1>{inside}</h1><p>x</p></body></html>").heading == heading
