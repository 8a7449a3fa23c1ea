"""How long, how often, and when more or less."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.ground.times import Look, scan


def told(text: str) -> list[tuple[str, str, str]]:
    found = scan(text, 0, len(text), date(2020, 11, 20), None, lambda *_: Look())[0]
    return [(text[slice(*one.span)], one.type, one.value) for one in found]


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("for at least 72 hours", "at least 72 hours", "DURATION", "PT72H"),
        ("nearly two years", "nearly two years", "DURATION", "P2Y"),
        ("in a week", "a week", "DURATION", "P1W"),
        ("for days", "days", "DURATION", "PXD"),
        ("a few days", "a few days", "DURATION", "PXD"),
        ("the 48-hour strike", "48-hour", "DURATION", "PT48H"),
        ("almost a hundred years", "almost a hundred years", "DURATION", "P100Y"),
        ("every three months", "every three months", "SET", "P3M"),
        ("on Fridays", "Fridays", "SET", "XXXX-WXX-5"),
        ("twice; it came annually", "annually", "SET", "P1Y"),
        ("it is now known", "now", "DATE", "PRESENT_REF"),
        ("they will come soon", "soon", "DATE", "FUTURE_REF"),
    ],
)
def test_told(text: str, words: str, kind: str, value: str) -> None:
    assert (words, kind, value) in told(text)


@pytest.mark.parametrize("text", ["a second", "$3 a year", "the days"])
def test_no_length(text: str) -> None:
    assert told(text) == []
