"""Paragraphs and sentences: where they end, and that nothing is lost between them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.sentences import paragraphs, sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def blocks(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Talks ended.| They resume on Monday.",
        "Gen. Esmail Ghaani met Mr. Lee on Nov. 20 in St. Petersburg.",
        "The U.S. envoy left.| He flew to Rome.",
        "He works in the U.S.| The envoy left.",
        "It was made by Acme Inc. in May.| But it failed.",
        "“We will go.”| He left.",
        "“Will they go?” the minister asked.| No one knew.",
        "“Enough!” Col. Ali Reza said.| He left.",
        "He paid $3.5 million.| 20 people came.",
        "Really?| Yes!| (He nodded.)| Good…| Then he left.",
        "The vote is on Jan. 5 at 9 a.m. local time.",
        "It ended in Oct.| The next round is due.",
        "No. 10 declined to comment.",
        "He said no.| Then he left.",
        "George W. Bush spoke.| Laura Bush did not.",
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str) -> None:
    expected = [part.strip() for part in text.split("|")]

    assert split(text.replace("|", "")) == expected


@given(st.text(alphabet=st.sampled_from("aB.!?…” \"'\n(1"), max_size=200))
def test_sentences_tile_all_that_shows(text: str) -> None:
    spans = sentences(text)

    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
    outside = set(range(len(text))) - {i for start, end in spans for i in range(start, end)}
    assert all(text[i].isspace() for i in outside)


def test_each_line_is_a_paragraph() -> None:
    assert blocks("A title\n\nDonald Trump\nDonald Trump\n\nHe said no.\n") == [
        "A title", "Donald Trump", "Donald Trump", "He said no.",
    ]  # fmt: skip


def test_lines_broken_by_width_are_one_paragraph() -> None:
    wrapped = (
        "The two governments said on Tuesday that they had agreed on the\n"
        "terms of a truce, which is to come into force at midnight and is\n"
        "to hold until the end of the month."
    )

    assert blocks("Title\n\n" + wrapped) == ["Title", wrapped]


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\u2028", "\v", "\f"])
def test_any_line_ending_ends_a_line(ending: str) -> None:
    text = f"One.{ending}{ending}Two."

    assert blocks(text) == ["One.", "Two."]


@given(st.text(max_size=300))
def test_paragraphs_tile_all_that_shows(text: str) -> None:
    spans = paragraphs(text)

    assert all(start < end for start, end in spans)
    outside = set(range(len(text))) - {i for start, end in spans for i in range(start, end)}
    assert all(text[i].isspace() for i in outside)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))


def test_nothing_comes_of_nothing() -> None:
    assert paragraphs("") == []
    assert paragraphs(" \n\t ") == []
