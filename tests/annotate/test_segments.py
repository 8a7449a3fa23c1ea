"""Parts of a page: what is told and what stands around it."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.segments import boilerplate, segments
from sayso.records import Report

BODY = (
    "The two governments said on Tuesday that they had agreed on the terms of a truce, which is to come into "
    "force at midnight."
)


def kinds(text: str, *, title: str | None = None, byline: str | None = None) -> list[str]:
    return [part.kind for part in segments(Report(id="r", text=text, title=title, byline=byline))]


def kind_of(line: str) -> str:
    """The kind of a line that stands alone between title and body."""
    return kinds(f"Truce agreed\n\n{line}\n\n{BODY}")[1]


def test_title_deck_byline_caption_body_notice() -> None:
    text = (
        "Truce agreed\n\nThe guns are to fall silent at midnight, both sides say.\n\nBy Jane Roe\n\n"
        f"Jane Roe\nJane Roe\n\n{BODY}\n\nSign up for our newsletter."
    )

    assert kinds(text) == ["title", "deck", "byline", "caption", "caption", "paragraph", "notice"]


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Roe",
        "By Jane Roe in Suva",
        "By Jane Roe and John Doe",
        "BY JANE ROE",
        "staff and agencies",
        "From our correspondent in Sarajevo",
        "By Jane Roe, Defence Correspondent",
        "Special to the Atlantic Post",
        "Jane Roe, Foreign Editor",
        "Updated: 3 May 2020, 10:00",
        "Published 3 May 2020",
    ],
)
def test_bylines(line: str) -> None:
    assert kind_of(line) == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday, troops had left the city.",
        "By late Tuesday the troops had gone home, he said.",
        "From the balcony the president waved.",
        "Agencies said they were ready to help.",
    ],
)
def test_sentences_that_only_look_like_bylines(line: str) -> None:
    assert kind_of(line) == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "PHOTO: Protesters in Quito. (The Post)",
        "FILE - The president in May.",
        "The Arvand at anchor (AP Photo/J. Roe)",
    ],
)
def test_captions(line: str) -> None:
    assert kind_of(line) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "Read more: How to help",
        "Sign up here for our newsletter.",
        "(Reporting by J. Roe; editing by A. Poe)",
        "This story has been updated.",
        "© 2020 The Post. All rights reserved.",
        "Advertisement",
        "(Our desk is keeping you updated until the start of Shabbat. All times are local.)",
    ],
)
def test_notices(line: str) -> None:
    assert kind_of(line) == "notice"


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("TOKYO —", " Talks will resume."),
        ("NDJAMENA, Feb 6 -", " Chad accused Sudan."),
        ("ZAMBOANGA, Philippines, Aug 17 (Islands Wire) -", " Guerrillas asked."),
        ("DHAKA:", " Polls were torched."),
        ("PORT-AU-PRINCE, Haiti -", " The opposition rejected it."),
        ("GENEVA, Aug. 8 —", " They announced it."),
    ],
)
def test_a_dateline_is_cut_off_the_first_paragraph(dateline: str, rest: str) -> None:
    text = f"A title\n\n{dateline}{rest}\n\n{BODY}"
    found = segments(Report(id="r", text=text))

    assert [part.kind for part in found] == ["title", "dateline", "paragraph", "paragraph"]
    assert text[found[1].start : found[1].end] == dateline
    assert text[found[2].start : found[2].end] == rest.strip()


@pytest.mark.parametrize("start", ["Turkey: a deal", "The EU - a bloc", "NATO said - again - no"])
def test_no_dateline_where_there_is_none(start: str) -> None:
    assert kinds(f"A title\n\n{start} was made.\n\n{BODY}") == ["title", "paragraph", "paragraph"]


def test_the_title_given_is_the_title_even_with_a_full_stop() -> None:
    assert kinds(f"It is over.\n\n{BODY}", title="It is over.")[0] == "title"


def test_the_byline_given_is_set_aside_wherever_it_stands() -> None:
    text = f"A title\n\n{BODY}\n\nElad Benari, Canada ,"

    assert kinds(text, byline="Elad Benari, Canada")[2] == "byline"


def test_a_byline_on_two_lines_is_one() -> None:
    text = f"A title\n\nBy Jane Roe\nSpecial to the Post\n\n{BODY}"
    found = segments(Report(id="r", text=text))

    assert [text[s:e] for s, e in boilerplate(found)] == ["By Jane Roe\nSpecial to the Post"]


@given(st.text(max_size=400))
def test_segments_tile_all_that_shows(text: str) -> None:
    found = segments(Report(id="r", text=text))

    outside = set(range(len(text))) - {i for part in found for i in range(part.start, part.end)}
    assert all(text[i].isspace() for i in outside)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))
