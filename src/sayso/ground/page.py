"""One annotated report, indexed: words by offset, dependents by governor, phrases by head."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date

from sayso.records import Annotated, Span

# A governor's dependents that are no part of the plain phrase around it.
LOOSE = ("acl", "appos", "conj", "parataxis", "advcl", "punct", "cc", "dep", "csubj", "ccomp")
AFTER = ("acl", "appos", "parataxis", "advcl", "csubj", "ccomp")
FACTS = ("title", "deck", "dateline", "paragraph")


class Page:
    """Look-ups over an `Annotated`; word numbers index `Annotated.words` throughout."""

    def __init__(self, annotated: Annotated) -> None:
        self.annotated = annotated
        self.words = annotated.words
        self.text = annotated.report.text
        self.sentences = annotated.sentences
        self.lowers = [word.text.lower() for word in self.words]
        self._starts = [word.start for word in self.words]
        self.children: list[list[int]] = [[] for _ in self.words]
        for number, word in enumerate(self.words):
            if 0 <= word.head < len(self.words) and word.head != number:
                self.children[word.head].append(number)
        self._kinds = [segment.kind for segment in annotated.segments]
        self.mentions = {mention.head: mention for mention in annotated.mentions}

    @property
    def day(self) -> date | None:
        """The day of publication on the outlet's clock; as `published` writes it where that is not known."""
        report = self.annotated.report
        if report.publication:
            return report.publication.local.date()
        return report.published.date() if report.published else None

    def at(self, offset: int) -> int | None:
        """The word that covers a character, or the next one in front of which it stands."""
        if not self.words:
            return None
        number = bisect_right(self._starts, offset) - 1
        if number < 0:
            return 0
        if offset >= self.words[number].end and number + 1 < len(self.words):
            return number + 1
        return number

    def range(self, span: Span) -> tuple[int, int]:
        """The words `[first, last)` that share a character with the span; may be empty."""
        first = bisect_right(self._starts, span[0]) - 1
        if first < 0 or self.words[first].end <= span[0]:
            first += 1
        last = first
        while last < len(self.words) and self.words[last].start < span[1]:
            last += 1
        return first, last

    def span(self, first: int, last: int) -> Span:
        """The characters of the words `[first, last)`."""
        return self.words[first].start, self.words[last - 1].end

    def head(self, first: int, last: int) -> int:
        """The topmost word of `[first, last)`; without syntax the last one."""
        best, depth = max(first, last - 1), 99
        for number in range(first, last):
            word = self.words[number]
            if word.upos == "PUNCT":
                continue
            steps = len(self.climb(number)) if word.head >= 0 else 1 if word.deprel == "root" else 98
            if steps < depth:
                best, depth = number, steps
        return best

    def deprel(self, number: int) -> str:
        """The relation of a word without its subtype."""
        return self.words[number].deprel.partition(":")[0]

    def kind(self, number: int) -> str:
        """The kind of segment a word stands in."""
        return self._kinds[self.sentences[self.words[number].sentence].segment]

    def kids(self, number: int, *relations: str) -> list[int]:
        """Dependents in one of the relations, subtypes included, in text order."""
        return [child for child in self.children[number] if self.deprel(child) in relations]

    def is_person(self, number: int) -> bool:
        """Does the engine take the phrase of a head for a person or people?"""
        mention = self.mentions.get(number)
        return mention is not None and mention.type == "person"

    def subtree(self, number: int, without: Iterable[str] = ()) -> list[int]:
        """A word and all below it in text order, leaving out branches in the relations of `without`."""
        barred = frozenset(without)
        found, stack = {number}, [number]
        while stack:
            for child in self.children[stack.pop()]:
                # A broken parse may go in circles.
                if child not in found and self.deprel(child) not in barred:
                    found.add(child)
                    stack.append(child)
        return sorted(found)

    def phrase(self, number: int) -> tuple[int, int]:
        """The words `[first, last)` of the plain noun phrase of a head, without clauses and appositions."""
        inside = set(self.subtree(number, LOOSE))
        # Conjuncts in front of the head are of its modifiers: "Thai and Cambodian troops".
        inside.update(k for k in self.subtree(number, AFTER) if k < number)
        first = last = number
        while (step := self._step(first, -1, inside)) is not None:
            first = step
        while (step := self._step(last, 1, inside)) is not None:
            last = step
        while first < number and self.deprel(first) in ("cc", "punct"):
            first += 1
        return first, last + 1

    def _step(self, number: int, way: int, inside: set[int]) -> int | None:
        """The next word of a phrase on one side; a hyphen between two of its words is stepped over."""
        beyond = number + way
        if beyond in inside:
            return beyond
        hyphen = 0 <= beyond < len(self.words) and self.words[beyond].text in ("-", "–")
        return beyond + way if hyphen and beyond + way in inside else None

    def climb(self, number: int, limit: int = 12) -> list[int]:
        """A word and its governors up to the root, nearest first."""
        path = [number]
        while len(path) < limit:
            head = self.words[path[-1]].head
            if head < 0 or head in path:
                break
            path.append(head)
        return path
