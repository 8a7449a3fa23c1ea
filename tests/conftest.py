"""Sentences of our own with syntax and frames as the engine gives them, read once and kept as they were."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from sayso.records import Annotated, Attribution, Event, Span

PARSES = Path(__file__).with_name("parses.json")


@pytest.fixture(scope="session")
def parsed() -> Callable[[str], Annotated]:
    """A kept parse by its name, so that rules are tested on syntax that stays the same."""
    kept = json.loads(PARSES.read_text(encoding="utf-8"))
    return lambda name: msgspec.convert(kept[name], Annotated)


@pytest.fixture(scope="session")
def words() -> Callable[[Annotated, tuple[Span, ...]], str]:
    """The words of spans, pieces joined by a bar."""
    return lambda annotated, spans: " | ".join(annotated.report.text[start:end] for start, end in spans)


@pytest.fixture(scope="session")
def by_cue(words: Callable[[Annotated, tuple[Span, ...]], str]) -> Callable[..., Attribution]:
    """The attribution whose cue holds a word."""

    def find(annotated: Annotated, attributions: tuple[Attribution, ...], cue: str) -> Attribution:
        return next(one for one in attributions if cue in words(annotated, one.cue))

    return find


@pytest.fixture(scope="session")
def by_trigger(words: Callable[[Annotated, tuple[Span, ...]], str]) -> Callable[..., Event]:
    """The event one of whose mentions holds a word."""

    def find(annotated: Annotated, events: tuple[Event, ...], trigger: str) -> Event:
        return next(one for one in events if trigger in words(annotated, one.mentions))

    return find
