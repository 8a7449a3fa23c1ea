"""A report from its parts."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire import from_text, identity
from sayso.acquire.moment import moment
from sayso.acquire.report import MAX_CHARS, Parts, assembled, first_line, titled, zone_of
from sayso.errors import InputError
from sayso.records import Report

texts = st.text().filter(lambda text: text.strip() and "\0" not in text)


def whats(report: Report) -> list[str]:
    return [note.what for note in report.notes]


@given(texts)
def test_the_text_is_kept_character_for_character(text):
    assert from_text(text, published="2020-11-20T20:05:00+02:00").text == text


@given(texts, texts)
def test_a_title_is_put_before_the_text_and_only_once(title, text):
    report = from_text(text, title=title)

    assert report.text.endswith(text)
    assert report.title == (" ".join(title.split()) or first_line(text))
    assert from_text(report.text, title=title).text == report.text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", ""])
def test_line_ends_are_kept(end):
    text = f"Title{end}{end}Body.{end}"

    assert from_text(text).text == text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A title\n\nThe body.", "A title"),
        ("A title\r\n\r\nThe body.", "A title"),
        ("A title \n \t\nThe body.", "A title"),
        ("A sentence\nthat goes on.\n\nMore.", None),
        ("One line only", None),
        ("x" * 250 + "\n\nThe body.", None),
        ("\n\nThe body.", None),
        ("   \n\nThe body.", None),
        ("MANILA, Aug 7 - The Philippines summoned the ambassador.\n\nMore.", None),
        ("ANKARA (Islands Wire) -- Turkey “will not yield.”\n\nMore.", None),
        ("A first paragraph " + "that tells much " * 6 + "on Monday.\n\nMore.", None),
        ("It is over.\n\nThe body.", "It is over."),
        ("NATO - a bloc in doubt\n\nThe body.", "NATO - a bloc in doubt"),
    ],
)
def test_the_first_line_is_the_title_where_a_blank_line_follows(text, title):
    report = from_text(text)

    assert report.title == title
    assert report.text == text


def test_a_text_that_begins_with_its_title_does_not_get_it_twice():
    assert titled("Iran tells allies", "Iran tells  allies\n\nBody") == "Iran tells  allies\n\nBody"
    assert titled("Iran tells allies", "IRAN TELLS ALLIES\nBody") == "IRAN TELLS ALLIES\nBody"
    assert titled("Iran", "Iran tells allies\n\nBody") == "Iran\n\nIran tells allies\n\nBody"
    assert titled("Only", " ") == "Only"
    assert titled(None, "Body") == "Body"


def test_the_known_outlet_brings_its_zone():
    report = from_text("Text.", outlet="Arutz Sheva", published="2020-11-20T20:05")

    assert report.published is not None
    assert report.published.isoformat() == "2020-11-20T20:05:00+02:00"
    assert report.published_from == "published (zone Asia/Jerusalem)"
    assert whats(report) == ["published"]


def test_the_zone_may_come_from_the_address_or_the_input():
    assert zone_of("Nobody", "https://www.jpost.com/x") == "Asia/Jerusalem"
    assert zone_of(None) is None
    parts = Parts(
        text="T.", outlet="Delta Times", published="2014-01-05", published_from="published", zone="Asia/Dhaka"
    )
    assert assembled(parts).published_from == "published (day only, noon Asia/Dhaka)"


def test_no_date_is_told():
    report = from_text("Text.")

    assert report.published is None
    assert report.published_from is None
    assert [note.why for note in report.notes] == ["no publication date is given"]


def test_a_moment_read_elsewhere_is_taken_with_its_notes():
    found = moment("2020-11-20")
    report = assembled(Parts(text="T.", published=found, published_from="meta date of the page"))

    assert report.published == found.value
    assert report.published_from == "meta date of the page (day only, noon UTC)"
    assert report.notes == found.notes


def test_the_id_is_that_of_the_content():
    when = datetime(2020, 11, 20, 18, 5, tzinfo=UTC)
    report = from_text(
        "Body.", outlet="AP", published=when, title="Title", url="https://apnews.com/x", key="mine"
    )

    assert report.id == identity("AP", when, "https://apnews.com/x", "Title\n\nBody.")
    assert report.key == "mine"
    assert (
        report.id
        == from_text("Body.", outlet="AP", published=when, title="Title", url="https://apnews.com/x").id
    )


def test_an_unreadable_date_is_an_error():
    with pytest.raises(InputError, match=r"\[S100\].*20/11/2020.*2020-11-20T20:05:00\+02:00"):
        from_text("Text.", published="20/11/2020")


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_nothing_is_an_error(text):
    with pytest.raises(InputError, match="S101"):
        from_text(text)


def test_the_longest_text_is_read_and_a_longer_one_refused():
    assert len(from_text("x" * MAX_CHARS).text) == MAX_CHARS
    with pytest.raises(InputError, match=r"\[S102\].*5,000,001 characters"):
        from_text("x" * (MAX_CHARS + 1))


def test_the_oddest_text_survives_storing():
    report = from_text(
        "a\ud800\0\u202eb\x1b[31m", title="t\udfff\n\nu", outlet="o\ud800", byline="x\n y", key="\udc80"
    )

    assert msgspec.json.decode(msgspec.json.encode(report), type=Report) == report
    assert report.title == "t\ufffd u"
    assert report.byline == "x y"
    assert "\x1b[31m" in report.text
    assert whats(report).count("characters") == 4
