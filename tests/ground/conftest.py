"""Reports annotated by hand, so that the rooms are tried on syntax that stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from sayso.ground.cast import Cast
from sayso.ground.names import names
from sayso.ground.page import Page
from sayso.records import Annotated, Entity, Report, Segment, Sentence, Span, Word

Load = Callable[[str], Annotated]


def _blocks(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("# report = "):
            name = line.removeprefix("# report = ")
            found[name] = []
        elif name:
            found[name].append(line)
    return found


class _Builder:
    """Text, words, sentences, segments and entities of one report, line by line."""

    def __init__(self) -> None:
        self.text = ""
        self.published: datetime | None = None
        self.words: list[Word] = []
        self.sentences: list[Sentence] = []
        self.segments: list[Segment] = []
        self.entities: list[Entity] = []
        self.first = 0

    def line(self, line: str) -> None:
        if line.startswith("# published = "):
            self.published = datetime.fromisoformat(line.removeprefix("# published = "))
        elif line.startswith("# segment = "):
            kind, number = line.removeprefix("# segment = ").split()
            self.first = len(self.words)
            if int(number) == len(self.segments):
                self.segments.append(Segment(kind, len(self.text), len(self.text)))  # type: ignore[arg-type]
        elif line:
            self.word(line.split("\t"))
        elif len(self.words) > self.first:
            self.close()

    def word(self, cells: list[str]) -> None:
        _, form, lemma, upos, xpos, _, head, deprel, entity, misc = cells
        start = len(self.text)
        governor = int(head) - 1 + self.first if int(head) else -1
        self.text += form
        self.words.append(
            Word(start, start + len(form), form, lemma, upos, xpos, governor, deprel, len(self.sentences))
        )
        number = len(self.words) - 1
        if entity.startswith("B-"):
            self.entities.append(Entity(start, len(self.text), number, number + 1, entity[2:]))
        elif entity.startswith("I-"):
            last = self.entities.pop()
            self.entities.append(Entity(last.start, len(self.text), last.first, number + 1, last.type))
        self.text += {"_": " ", "SpaceAfter=No": "", "SpacesAfter=\\n\\n": "\n\n"}[misc]

    def close(self) -> None:
        start, end = self.words[self.first].start, self.words[-1].end
        self.sentences.append(Sentence(start, end, self.first, len(self.words), len(self.segments) - 1))
        last = self.segments[-1]
        self.segments[-1] = Segment(last.kind, last.start, end)
        self.first = len(self.words)

    def annotated(self, name: str) -> Annotated:
        text = self.text.rstrip(" ")
        report = Report(id=name, text=text, outlet="The Test Gazette", published=self.published)
        return Annotated(
            report, tuple(self.segments), tuple(self.sentences), tuple(self.words), tuple(self.entities), ()
        )


@pytest.fixture(scope="session")
def load() -> Load:
    """Give one of the reports of `reports.conllu`, annotated."""
    blocks = _blocks((Path(__file__).parent / "reports.conllu").read_text(encoding="utf-8"))

    def one(name: str) -> Annotated:
        builder = _Builder()
        for line in [*blocks[name], ""]:
            builder.line(line)
        return builder.annotated(name)

    return one


@pytest.fixture(scope="session")
def page(load: Load) -> Callable[[str], Page]:
    """Give one of the reports as a page."""
    return lambda name: Page(load(name))


@pytest.fixture(scope="session")
def cast(load: Load) -> Callable[[str], Cast]:
    """Give the actors of one of the reports."""

    def one(name: str) -> Cast:
        found = Page(load(name))
        return Cast(found, names(found))

    return one


@pytest.fixture(scope="session")
def find() -> Callable[..., Span]:
    """Find the span of some words in a page's text, the n-th time they stand there."""

    def one(page: Page, words: str, nth: int = 1) -> Span:
        at = -1
        for _ in range(nth):
            at = page.text.index(words, at + 1)
        return at, at + len(words)

    return one
