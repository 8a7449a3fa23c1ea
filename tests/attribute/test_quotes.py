"""Direct, indirect and mixed contents, with every sort of quotation mark the news uses."""

from __future__ import annotations

import pytest

from sayso.attribute.quotes import quote


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
