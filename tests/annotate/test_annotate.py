"""A report through the whole room: spans, tiling, what is left out, and input of any kind."""

from __future__ import annotations

import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate import annotate
from sayso.annotate.segments import TOLD
from sayso.records import Annotated, Report

PAGE = (
    "Truce agreed, say officials\n\nBy Jane Roe\n\nJane Roe\nJane Roe\n\nGENEVA, May 3 (Wire) - The two "
    "governments have agreed on a truce, officials said on Tuesday, according to a news agency report.\n\n"
    "“It starts at midnight,” the envoy told reporters. He did not say how long it would hold.\n\n"
    "Sign up for our newsletter."
)


def read(text: str, language: str = "en") -> Annotated:
    return annotate(Report(id="r", text=text, language=language))


def check(annotated: Annotated) -> None:
    """What must hold of any text."""
    text = annotated.report.text
    assert [word.text for word in annotated.words] == [text[w.start : w.end] for w in annotated.words]
    bounds = [0, *(s.last for s in annotated.sentences)]
    assert [s.first for s in annotated.sentences] == bounds[:-1]
    assert bounds[-1] == len(annotated.words)
    for number, sentence in enumerate(annotated.sentences):
        words = annotated.words[sentence.first : sentence.last]
        assert all(word.sentence == number for word in words)
        assert sum(word.head < 0 for word in words) == 1
        assert all(word.head < 0 or sentence.first <= word.head < sentence.last for word in words)
        home = annotated.segments[sentence.segment]
        assert home.kind in TOLD
        assert home.start <= sentence.start < sentence.end <= home.end
    for frame in annotated.frames:
        for a, b in (*frame.cue, *frame.source, *frame.content):
            assert 0 <= a < b <= len(annotated.words)
        assert 0.0 <= frame.score <= 1.0
    for predicate in annotated.predicates:
        assert 0 <= predicate.word < len(annotated.words)
        assert -3.0 <= predicate.factuality <= 3.0
        for argument in predicate.arguments:
            assert 0 <= argument.first <= argument.head < argument.last <= len(annotated.words)
            assert not argument.first <= predicate.word < argument.last
    for mention in annotated.mentions:
        assert 0 <= mention.first <= mention.head < mention.last <= len(annotated.words)
        assert mention.start == annotated.words[mention.first].start
        assert mention.end == annotated.words[mention.last - 1].end
    chains = Counter(mention.chain for mention in annotated.mentions if mention.chain is not None)
    assert all(size > 1 for size in chains.values())
    assert sorted(chains) == list(range(len(chains)))


def test_a_page() -> None:
    annotated = read(PAGE)

    check(annotated)
    assert [s.kind for s in annotated.segments] == [
        "title", "byline", "caption", "caption", "dateline", "paragraph", "paragraph", "notice",
    ]  # fmt: skip


def test_captions_bylines_and_notices_are_not_read() -> None:
    words = {word.text for word in read(PAGE).words}

    assert "Jane" not in words
    assert "newsletter" not in words
    assert "midnight" in words


def test_a_headline_and_the_body_speak_each_for_themselves() -> None:
    annotated = read(
        "Minister: truce near\n\nThe truce will hold, the minister said on Tuesday in the capital."
    )

    edge = annotated.sentences[0].last
    for frame in annotated.frames:
        words = [i for a, b in (*frame.cue, *frame.source, *frame.content) for i in (a, b - 1)]
        assert max(words) < edge or min(words) >= edge


def test_the_same_report_gives_the_same_bytes() -> None:
    assert read(PAGE) == read(PAGE)


def test_a_report_read_after_others_is_read_alike() -> None:
    before = read(PAGE)
    read("Something else entirely was said by someone, a spokesman insisted.")

    assert read(PAGE) == before


@settings(max_examples=40)
@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    check(read(text))


ODD = (
    "", " \n ", "\x00\x01\x02", "\u200b\u200b", "?!",
    "\u202eאמר השר כי הדיון נדחה.\u202c", "قال الوزير إن الاجتماع تأجل.",
    "Ð¢ÐµÐºÑ â€œquotedâ€ he said", "👩‍👩‍👧 said 🇮🇷 would “attack” 🚀", "a\u0301" * 50, "A" * 3000,
    "\n".join("x" * 50), "He said " * 400, "“" * 300, "....." * 200, "He\u00a0said\u2028it", "\ud7ff\ue000",
)  # fmt: skip


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_text_is_survived(text: str) -> None:
    check(read(text))


def test_another_language_is_said_and_not_read() -> None:
    annotated = read("Der Minister sagte am Montag, die Gespräche seien gescheitert.", "de")

    assert annotated.words == ()
    assert "de" in annotated.skipped[0].why


def test_what_is_too_long_to_read_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.annotate.MOST", 2000)

    annotated = read("\n\n".join(["The minister said no. " * 20] * 8))

    check(annotated)
    (left,) = annotated.skipped
    assert left.span is not None
    assert annotated.words[-1].end <= 2000 < left.span[1]


def test_five_megabytes_on_one_line_are_set_aside_quickly() -> None:
    started = time.process_time()

    annotated = read("The minister said that the talks had failed. " * 111_000)

    assert time.process_time() - started < 5
    assert annotated.skipped


def test_time_grows_with_the_text_and_no_faster() -> None:
    def seconds(times: int) -> float:
        started = time.process_time()
        read("The minister said that the talks, which began in May, had failed. " * times)
        return time.process_time() - started

    seconds(10)
    short = min(seconds(100) for _ in range(3))

    assert seconds(400) < 8 * short


# ------------------------------------------------------------------ case tells words apart
@pytest.mark.parametrize(
    ("capital", "small", "kind"),
    [
        ("Officials told the US about the raid.", "Officials told us about the raid.", "country"),
        ("A Polish minister resigned on Friday.", "They polish the silver on Friday.", "nationality"),
        ("Troops crossed into Turkey on Monday.", "They ate turkey and rice on Monday.", "country"),
    ],
)
def test_a_name_is_told_from_the_same_letters_in_lower_case(capital: str, small: str, kind: str) -> None:
    def kinds(text: str) -> list[str]:
        return [entity.type for entity in annotate(Report(id="r", text=text)).entities]

    assert kind in kinds(capital)
    assert kind not in kinds(small)
