"""What kind of input some characters are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire.sniffing import kind_of, sniffed


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("<!DOCTYPE html><html>", "html"),
        ("\n  <HTML lang=en>", "html"),
        ("<!-- saved from a site --><!doctype html>", "html"),
        ('<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">', "html"),
        ("<div><p>A fragment</p></div>", "html"),
        ("<article><h1>A fragment</h1>", "html"),
        ('<?xml version="1.0"?><rss version="2.0">', "xml"),
        ("<rss><channel>", "xml"),
        ("<feed xmlns='x'>", "xml"),
        ('<newsItem xmlns="x">', "xml"),
        ('{"text": "x"}', "json"),
        ("[{", "json"),
        ("\ufeff {", "json"),
        ("Iran has told its allies", "text"),
        ("<redacted> told reporters", "text"),
        ("<i>Reuters</i> reported", "text"),
        ("1 < 2, and <html> is a tag", "text"),
        ("", "text"),
    ],
)
def test_the_first_characters_tell(head, kind):
    assert sniffed(head) == kind


@pytest.mark.parametrize(
    ("head", "hint", "kind"),
    [
        ("<!doctype html>", "text", "html"),
        ("<rss>", "html", "xml"),
        ("A bare sentence in a file called .html", "html", "html"),
        ("{broken", "lines", "lines"),
        ("not JSON", "json", "json"),
        ("{curly} text", None, "json"),
        ("text", None, "text"),
    ],
)
def test_a_hint_counts_unless_the_characters_say_otherwise(head, hint, kind):
    assert kind_of(head, hint) == kind


@given(st.text(alphabet="<!->{[hHtTmMlL? xX", max_size=300))
def test_every_start_is_of_some_kind(head):
    assert sniffed(head) in ("html", "json", "xml", "text")


def test_comments_without_end_take_no_time():
    assert sniffed("<!--" * 1_000_000) == "text"
