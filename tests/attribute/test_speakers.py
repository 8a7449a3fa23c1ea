"""Speakers without a verb of saying: interviews, signed posts, posts passed on."""

from __future__ import annotations

import pytest

import sayso
from sayso.records import Reading


def told(reading: Reading) -> list[tuple[str, str]]:
    """Source and content of each outermost attribution."""
    text = reading.report.text

    def words(spans: tuple[tuple[int, int], ...]) -> str:
        return " | ".join(text[start:end] for start, end in spans)

    return [(words(one.source), words(one.content)) for one in reading.attributions if one.parent is None]


def test_each_turn_of_an_interview_is_the_speakers() -> None:
    reading = sayso.read(
        "MARIA LOPEZ: Did the army shoot first?\n\n"
        "GEN. TARIQ OBEID: No. The rebels fired on the convoy, and we answered.\n\n"
        "MARIA LOPEZ: Were there civilians on the road?"
    )

    assert [source for source, _ in told(reading)] == ["MARIA LOPEZ", "GEN. TARIQ OBEID", "MARIA LOPEZ"]
    assert told(reading)[1][1] == "No. The rebels fired on the convoy, and we answered."
    assert next(one.stance for one in reading.attributions if one.parent is None) == "ask"


def test_questions_and_answers_by_a_letter() -> None:
    reading = sayso.read(
        "Q: Will you run again?\n\nA: I have not decided.\n\nQ: When will you?\n\nA: In May."
    )

    assert [source for source, _ in told(reading)] == ["Q", "A", "Q", "A"]


def test_what_is_said_in_an_answer_hangs_below_it() -> None:
    reading = sayso.read("Q: Who did it?\n\nA: The police say that soldiers burned the mill.")
    answer = next(one for one in reading.attributions if one.parent is None and one.source[0][0] > 10)
    inner = [one for one in reading.attributions if one.parent == answer.id]

    assert [reading.report.text[start:end] for one in inner for start, end in one.source] == ["The police"]


def test_a_post_is_its_authors() -> None:
    reading = sayso.read(
        "The president reacted on Twitter within the hour.\n\n"
        '"We will respond at a time of our choosing." — Adam Keita (@PresKeita) November 3, 2020\n\n'
        "RT @army_press: Our forces have entered Kidal."
    )

    assert told(reading) == [
        ("Adam Keita (@PresKeita)", '"We will respond at a time of our choosing."'),
        ("@army_press", "Our forces have entered Kidal."),
    ]
    assert {one.source_type for one in reading.attributions} == {"social_media"}


@pytest.mark.parametrize(
    "text",
    [
        "Update: The bridge has reopened.\n\nThe mayor will speak at noon.",
        "NEW DELHI: The government has closed the border.\n\nTraffic stood still for hours.",
        "What we know so far: the dam has burst.\n\nThree villages: Ana, Bria, Kidal.",
    ],
)
def test_a_colon_alone_is_no_speaker(text: str) -> None:
    assert all(text[one.cue[0][0]] != ":" for one in sayso.read(text).attributions)
