"""A text cut into words, with the sentence and paragraph each word stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.annotate.sentences import sentences
from sayso.annotate.words import words

Span = tuple[int, int]


@dataclass(frozen=True)
class Tokens:
    """Parallel lists, one entry a word.

    ``spans`` are character offsets, ``glued[i]`` is true where no white space stands before word
    ``i``, ``sentence`` and ``paragraph`` number those units from 0 in reading order.
    """

    spans: list[Span]
    forms: list[str]
    glued: list[bool]
    sentence: list[int]
    paragraph: list[int]

    def __len__(self) -> int:
        return len(self.forms)


def tokens(text: str, paragraphs: Sequence[Span]) -> Tokens:
    """Cut the given paragraphs of ``text`` into sentences and words."""
    found = Tokens([], [], [], [], [])
    number = 0
    for p, (start, end) in enumerate(paragraphs):
        for begin, stop in sentences(text, start, end):
            spans = words(text, begin, stop)
            if spans:
                _append(found, text, spans, number, p)
                number += 1
    return found


def _append(found: Tokens, text: str, spans: list[Span], sentence: int, paragraph: int) -> None:
    found.forms.extend([text[s:e] for s, e in spans])
    found.glued.append(False)
    found.glued.extend([left[1] == right[0] for left, right in pairwise(spans)])
    found.spans.extend(spans)
    found.sentence.extend([sentence] * len(spans))
    found.paragraph.extend([paragraph] * len(spans))
