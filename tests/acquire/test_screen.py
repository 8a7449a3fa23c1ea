"""Markup that is refused before it is parsed."""

from __future__ import annotations

import contextlib
import time

import pytest

from sayso.acquire.screen import MAX_ATTRIBUTES, MAX_CHARS, MAX_PARAGRAPHS, screen
from sayso.errors import QuarantineError


def refused(html: str) -> str:
    with pytest.raises(QuarantineError) as caught:
        screen(html)
    assert caught.value.code == "S130"
    return str(caught.value)


def test_ordinary_pages_pass(page_of):
    screen(page_of())
    screen("")
    screen("<p>x" * MAX_PARAGRAPHS)
    screen("<path><picture><pre>" * MAX_PARAGRAPHS)
    screen("x" * MAX_CHARS)


def test_a_page_that_is_too_long_is_refused():
    assert "5,000,001 characters" in refused("x" * (MAX_CHARS + 1))


def test_a_page_of_too_many_paragraphs_is_refused():
    assert "20,001 <p>" in refused("<p>x" * (MAX_PARAGRAPHS + 1))
    refused("<P\n>" * (MAX_PARAGRAPHS + 1))


MANY = MAX_ATTRIBUTES + 1


@pytest.mark.parametrize(
    "tag",
    [
        "<a " + " ".join(f"x{i}=1" for i in range(MANY)) + ">",
        "<a " + " ".join(f'x{i}="v w"' for i in range(MANY)) + ">",
        "<a " + "".join(f"x{i}='v'" for i in range(MANY)) + ">",
        "<a " + "y " * MANY + ">",
        "<a " + "y\n" * MANY,
        '<a href=">" ' + "y " * MANY + ">",
        "<a b' " + "y " * MANY + "'>",
        '<a x="<b" ' + "y " * MANY + ">",
        "<SCRIPT></script><a " + "y " * MANY + ">",
        "<script>1<2</script><a " + "y " * MANY + ">",
    ],
    ids=["bare", "quoted", "unspaced", "valueless", "unclosed", "quoted end", "quote in name", "tag in value",
         "SCRIPT", "script"],
)  # fmt: skip
def test_a_tag_of_too_many_attributes_is_refused_however_it_hides(tag):
    assert "attributes" in refused(f"<html><body><p>x</p>{tag}</body>")


def test_the_place_is_told():
    assert "at character 8" in refused("<p>12345<a " + "y " * MANY)


def test_long_text_scripts_and_values_are_no_attributes():
    words = "word " * 5 * MAX_ATTRIBUTES
    screen(f"<p>{words}</p>")
    screen(f"<script>if (a<b) {{ {words} }}</script>")
    screen(f"<style>a<b {words}</style>")
    screen(f'<div data-json="{words}">x</div>')
    screen(f"1 < 2 {words}")


@pytest.mark.parametrize("piece", ["<a", "<a ", "<a x=", "<a x='", "<script>", "= ", "<a>", '<a x="">', "<"])
def test_the_screen_itself_takes_little_time(piece):
    began = time.process_time()
    html = piece * (1_000_000 // len(piece))
    with contextlib.suppress(QuarantineError):
        screen(html)

    assert time.process_time() - began < 3
