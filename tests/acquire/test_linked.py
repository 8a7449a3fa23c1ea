"""The article a page describes in JSON-LD."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import document_fromstring

from sayso.acquire.linked import MAX_NODES, Linked, linked

ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Iran&#39;s allies told to  stand down",
    "datePublished": "2020-11-20T20:05:00+02:00",
    "author": [{"@type": "Person", "name": "A. One"}, {"name": "B. Two"}, "A. One"],
    "publisher": {"@type": "Organization", "name": "Arutz Sheva"},
    "mainEntityOfPage": {"@type": "WebPage", "@id": "https://www.israelnationalnews.com/1"},
    "inLanguage": "en-US",
    "dateline": "BAGHDAD",
}


def read(*scripts, kind="application/ld+json"):
    blocks = "".join(f'<script type="{kind}">{script}</script>' for script in scripts)
    return linked(document_fromstring(f"<html><head>{blocks}</head><body><p>x</p></body></html>"))


def test_the_fields_are_read_with_entities_undone():
    found = read(json.dumps(ARTICLE))

    assert found.headline == "Iran's allies told to stand down"
    assert found.dates == {"datePublished": "2020-11-20T20:05:00+02:00"}
    assert found.authors == ("A. One, B. Two",)
    assert (found.publisher, found.language, found.dateline) == ("Arutz Sheva", "en-US", "BAGHDAD")
    assert found.url == "https://www.israelnationalnews.com/1"


@pytest.mark.parametrize(
    "wrapped",
    [
        [ARTICLE],
        {"@graph": [{"@type": "WebSite", "name": "Site"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {**ARTICLE, "@type": ["ReportageNewsArticle", "Thing"]},
    ],
)
def test_it_is_found_where_sites_put_it(wrapped):
    assert read(json.dumps(wrapped)).dates == {"datePublished": "2020-11-20T20:05:00+02:00"}


def test_a_publisher_may_stand_elsewhere_in_the_graph():
    graph = [
        {"@type": "Organization", "@id": "#org", "name": "The Site"},
        {**ARTICLE, "publisher": {"@id": "#org"}},
    ]

    assert read(json.dumps({"@graph": graph})).publisher == "The Site"


def test_the_article_goes_before_the_page_about_it():
    page = {"@type": "WebPage", "datePublished": "2001-01-01"}

    assert read(json.dumps([page, ARTICLE])).headline is not None
    assert read(json.dumps(page)).dates == {"datePublished": "2001-01-01"}


def test_related_articles_are_not_the_pages():
    other = {**ARTICLE, "datePublished": "1999-01-01", "headline": "Other"}
    listed = {"@type": "ItemList", "itemListElement": [other]}

    assert read(json.dumps(listed)) == Linked()
    assert read(json.dumps(listed), json.dumps({**ARTICLE, "hasPart": [other]})).headline != "Other"


@pytest.mark.parametrize(
    "script",
    ["", "not json", "{", "[]", "null", "3", '{"@type": 4}', "[" * 200_000, '{"a":' * 100_000, "<!-- -->"],
)
def test_what_is_no_article_describes_nothing(script):
    assert read(script) == Linked()


def test_comments_and_raw_line_breaks_around_it_are_survived():
    raw = json.dumps(ARTICLE).replace("stand down", "stand\n down")

    assert read(f"<!-- {raw} -->").headline == "Iran's allies told to stand down"
    assert read(f"/*<![CDATA[*/ {raw} /*]]>*/;").headline == "Iran's allies told to stand down"


def test_a_broken_block_does_not_hide_the_next():
    assert read("{broken", json.dumps(ARTICLE)).headline is not None


def test_other_scripts_are_not_read():
    assert read(json.dumps(ARTICLE), kind="application/json") == Linked()


def test_a_graph_of_many_nodes_is_cut():
    nodes = [{"@type": "Thing"}] * (MAX_NODES + 10)

    assert read(json.dumps([*nodes, ARTICLE])) == Linked()


names = st.sampled_from([*ARTICLE, "@graph", "@id", "name"])
values = st.recursive(
    st.none() | st.integers() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner),
    max_leaves=10,
)


@given(values)
def test_no_shape_crashes_the_reader(value):
    article = {**value, "@type": "Article"} if isinstance(value, dict) else value

    assert isinstance(read(json.dumps(article).replace("<", "")), Linked)
