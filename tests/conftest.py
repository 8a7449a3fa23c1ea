"""Sentences of our own with syntax and frames as the engine gives them, read once and kept as they were."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import settings

from sayso.records import Annotated, Attribution, Event, Span, Spans
from sayso.syntax import Tree

# How long an example takes is a matter of the machine; speed is measured in the benchmark.
settings.register_profile("sayso", deadline=None)
settings.load_profile("sayso")

PARSES = ("parses.json", "parses_deeds.json")


@pytest.fixture(scope="session")
def kept() -> dict[str, Any]:
    """All kept parses by name, undecoded."""
    found: dict[str, Any] = {}
    for name in PARSES:
        found |= json.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="session")
def parsed(kept: dict[str, Any]) -> Callable[[str], Annotated]:
    """A kept parse by its name, so that rules are tested on syntax that stays the same."""
    return lambda name: msgspec.convert(kept[name], Annotated)


@pytest.fixture(scope="session")
def tree(parsed: Callable[[str], Annotated]) -> Callable[[str], Tree]:
    """The tree of a kept parse."""
    return lambda name: Tree(parsed(name))


@pytest.fixture(scope="session")
def at() -> Callable[..., int]:
    """The index of a word, or of its n-th occurrence from 0."""

    def find(tree: Tree, word: str, occurrence: int = 0) -> int:
        return [index for index, one in enumerate(tree.words) if one.text == word][occurrence]

    return find


@pytest.fixture(scope="session")
def words() -> Callable[[Annotated, tuple[Span, ...]], str]:
    """The words of spans, pieces joined by a bar."""
    return lambda annotated, spans: " | ".join(annotated.report.text[start:end] for start, end in spans)


@pytest.fixture(scope="session")
def said() -> Callable[..., Attribution]:
    """An attribution by its words, each found where it first stands; "" for none."""

    def make(tree: Tree, source: str = "", cue: str = "", content: str = "", **fields: Any) -> Attribution:
        def spans(wanted: str) -> Spans:
            start = tree.text.index(wanted)
            return ((start, start + len(wanted)),) if wanted else ()

        made = {"id": "", "source": spans(source), "cue": spans(cue), "content": spans(content)}
        return Attribution(**{**made, **fields})

    return make


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
