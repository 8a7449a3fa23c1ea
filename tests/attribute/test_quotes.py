"""Direct, indirect and mixed contents, with every sort of quotation mark the news uses."""

from __future__ import annotations

import pytest

from sayso.attribute.quotes import quote, quoted, stretch


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("“We did not start this,”", "direct"),
        ('"We did not start this,"', "direct"),
        ("„Wir“ sagen sie", "mixed"),
        ("further “tough measures” would follow", "mixed"),
        ("the quarrel should be settled by the two neighbours alone", "indirect"),
        ("Sudan’s troops didn’t cross the neighbours’ border", "indirect"),
        ("to fight ‘unfair’ duties", "mixed"),
        ("‘unfair’ duties on goods", "mixed"),
        ("Sudan’s ‘unfair’ duties", "mixed"),
        ("‘We’re leaving’", "direct"),
        ("‘No reactor, no dismantlement’", "direct"),
        ("", "indirect"),
    ],
)
def test_quote_type(words: str, kind: str) -> None:
    assert quote(words, ((0, len(words)),) if words else ()) == kind


def test_a_quotation_that_goes_on_after_the_cue_stays_direct() -> None:
    text = "“We waited,” he said. “Nobody came.”"

    assert quote(text, ((0, 12), (22, len(text)))) == "direct"


def test_a_piece_that_only_closes_was_opened_before() -> None:
    text = "it was a plot” and no more"

    assert quote(text, ((0, len(text)),)) == "mixed"


@pytest.mark.parametrize(
    ("text", "word", "between"),
    [
        ("“We sail tomorrow,” he said.", "tomorrow", "We sail tomorrow,"),
        ("he would “sail tomorrow” at dawn", "tomorrow", "sail tomorrow"),
        ("he would “sail tomorrow” at dawn", "dawn", None),
        ("'We sail tomorrow.'", "tomorrow", "We sail tomorrow."),
        ("sail tomorrow” at dawn", "tomorrow", "sail tomorrow"),
        ("no marks tomorrow", "tomorrow", None),
    ],
)
def test_what_stands_between_the_same_marks(text: str, word: str, between: str | None) -> None:
    content = ((0, len(text)),)
    found = stretch(text, content, text.index(word))

    assert (text[slice(*found)] if found else None) == between
    assert quoted(text, content, text.index(word)) == (between is not None)


def test_nothing_outside_the_content_is_quoted() -> None:
    assert stretch("“We sail,” he said", ((0, 10),), 12) is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("“serious concern”", "mixed"),
        ('"repeated acts of aggression"', "mixed"),
        ("“nobody has moved a truck yet.”", "direct"),
        ("“We waited”", "direct"),
        ("“that nobody in the whole village had seen him”", "direct"),
    ],
)
def test_a_few_words_of_a_sentence_are_quoted_in_part(words: str, kind: str) -> None:
    assert quote(words, ((0, len(words)),)) == kind
