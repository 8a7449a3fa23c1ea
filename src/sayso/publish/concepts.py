"""The words of a report that speak of something the sub-events turn on: protest, police, shelling, a town."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct

from sayso.ground.tables import listed, parsed
from sayso.records import ActorMention, Annotated, Span, Word
from sayso.syntax import CLAUSES, Tree

PATH = Path(__file__).parent / "data" / "acled_words.tsv"
GAP = 3
"""Words at most that ".." in a phrase stands for."""
DENIED = -1.0
"""Factuality below which what a predicate tells is taken not to have happened."""
HIDES, LAX, PART = "-", "+", "="
ANY, SOME = "*", ".."
"""In a phrase: any one word, and a few or none."""
TAGS = {"v": ("VERB", "AUX"), "n": ("NOUN",), "p": ("PROPN",), "a": ("ADJ",)}
NEGATORS = frozenset({"no", "without", "neither", "nor", "nobody"})
SECTORS = {"MIL": "soldier", "SPY": "soldier", "COP": "police", "REB": "rebel", "CVL": "civilian"}
"""Sector of an actor code -> the concept that its words speak of."""


class Hit(Struct, frozen=True):
    """Words that speak of a concept; `words` are indices into `Annotated.words`."""

    concept: str
    words: tuple[int, ...]
    sentence: int
    negated: bool = False


class Phrase(Struct, frozen=True):
    """One entry of the table: its parts, the concepts it speaks of, and whether it hides what is in it."""

    parts: tuple[tuple[str, str], ...]
    concepts: tuple[str, ...]
    hides: bool

    @property
    def negated(self) -> bool:
        """Does the phrase hold its own "no"? Then it means what it says under it."""
        return any(form in NEGATORS or form == "not" or form == "never" for form, _ in self.parts)


@cache
def phrases() -> dict[str, tuple[Phrase, ...]]:
    """The table's phrases by their first word."""
    meant: dict[str, list[str]] = {}
    for row in parsed(PATH.read_text("utf-8"), PATH.name):
        for words in listed(row["words"]):
            if not words.startswith(PART):
                meant.setdefault(words, []).append(row["concept"])
    found: dict[str, list[Phrase]] = {}
    for words, concepts in meant.items():
        parts = tuple(_part(word) for word in words.split())
        free = any(form in (ANY, SOME) for form, _ in parts)
        hides = not free and not all(name.startswith(LAX) for name in concepts)
        names = tuple(dict.fromkeys(name.removeprefix(LAX) for name in concepts))
        found.setdefault(parts[0][0], []).append(Phrase(parts, names, hides))
    return {first: tuple(each) for first, each in found.items()}


@cache
def wider() -> dict[str, frozenset[str]]:
    """Concept -> the wider concepts that the table makes it a part of ("=police")."""
    found: dict[str, set[str]] = {}
    for row in parsed(PATH.read_text("utf-8"), PATH.name):
        for words in listed(row["words"]):
            if words.startswith(PART):
                found.setdefault(words.removeprefix(PART), set()).add(row["concept"])
    return {concept: frozenset(names) for concept, names in found.items()}


def _part(word: str) -> tuple[str, str]:
    form, _, tag = word.partition("/")
    return form, tag


# ------------------------------------------------------------------ finding
class Found:
    """The hits of a report by concept, with what its predicates' roles hold; built once a report."""

    def __init__(self, annotated: Annotated, actors: tuple[ActorMention, ...] = ()) -> None:
        self.annotated = annotated
        tree = Tree(annotated)
        hits = [hit for one in _unhidden(list(_matches(annotated.words))) for hit in one]
        hits += [*_coded(tree, actors), *_places(annotated)]
        barred = _denied(tree) | _topics(tree, hits)
        purposes = _purposes(tree)
        self.hits: dict[str, list[Hit]] = {}
        for hit in hits:
            if hit.concept in AIMED and purposes.intersection(hit.words):
                continue
            if hit.concept in KEPT or hit.negated or not barred.intersection(hit.words):
                self._add(hit)
        self._roles = _roles(tree)

    def _add(self, hit: Hit) -> None:
        for name in (hit.concept, *sorted(wider().get(hit.concept, ()))):
            self.hits.setdefault(name, []).append(hit)

    def of(self, concept: str) -> list[Hit]:
        """Where a concept, or one of several joined by a bar, is spoken of."""
        return [hit for name in concept.split("|") for hit in self.hits.get(name, ())]

    def with_role(self, act: str, role: str, filler: str) -> list[Hit]:
        """Acts with, in a role (0 who does it, 1 to whom, 2 the rest), words of another, and those."""
        fillers = self.of(filler)
        found = []
        for hit in self.of(act):
            held = {at for word in hit.words for at in self._roles.get((word, role), ())}
            inside = [one for one in fillers if held.issuperset(one.words)]
            found += [hit, *inside] if inside else []
        return found

    def span(self, hit: Hit) -> Span:
        """The characters from a hit's first word to its last."""
        words = self.annotated.words
        return words[hit.words[0]].start, words[hit.words[-1]].end


def _matches(words: tuple[Word, ...]) -> Iterator[tuple[Phrase, tuple[int, ...], int]]:
    """Each phrase of the table that stands in the text, with its words and its sentence."""
    places = [at for at, word in enumerate(words) if word.text not in ("-", "‐", "–")]
    for start, at in enumerate(places):
        tried = dict.fromkeys(_forms(words[at]))
        seen: set[Phrase] = set()
        for phrase in (each for form in tried for each in phrases().get(form, ())):
            held = () if phrase in seen else _held(words, places, start, phrase.parts)
            seen.add(phrase)
            if held:
                yield phrase, held, words[at].sentence


def _held(
    words: tuple[Word, ...], places: list[int], start: int, parts: tuple[tuple[str, str], ...]
) -> tuple[int, ...]:
    """The words that a phrase covers from a place on, () where it does not stand there."""
    held: list[int] = []
    place, gap, sentence = start, 0, words[places[start]].sentence
    for form, tag in parts:
        if form == SOME:
            gap = GAP
            continue
        while not (fits := _at(words, places, place, form, tag, sentence)) and gap:
            place, gap = place + 1, gap - 1
        if not fits:
            return ()
        held += [places[place]] if form != ANY else []
        place, gap = place + 1, 0
    return tuple(held)


def _at(words: tuple[Word, ...], places: list[int], place: int, form: str, tag: str, sentence: int) -> bool:
    if place >= len(places) or words[places[place]].sentence != sentence:
        return False
    word = words[places[place]]
    if form == ANY:
        return word.upos != "PUNCT"
    if tag and word.upos not in TAGS[tag]:
        return False
    return form in _forms(word)


def _forms(word: Word) -> tuple[str, ...]:
    """A word, its lemma, and its singular: lemmas of rare plurals are sometimes left as they are."""
    form, lemma = word.text.lower(), word.lemma.lower()
    plural = form == lemma and len(form) > 3 and form.endswith("s") and not form.endswith("ss")
    return (form, lemma, form[:-1]) if plural else (form, lemma)


def _unhidden(found: list[tuple[Phrase, tuple[int, ...], int]]) -> Iterator[list[Hit]]:
    """Hits of the phrases that lie inside no longer fixed phrase."""
    longest: dict[int, int] = {}
    for phrase, held, _ in found:
        if not phrase.hides:
            continue
        for word in held:
            longest[word] = max(longest.get(word, 0), len(held))
    for phrase, held, sentence in found:
        if any(longest.get(word, 0) <= len(held) for word in held):
            yield [
                Hit(name, held, sentence, phrase.negated)
                for name in phrase.concepts
                if not name.startswith(HIDES)
            ]


def _coded(tree: Tree, actors: tuple[ActorMention, ...]) -> list[Hit]:
    """What the codes of actors say of the words that stand for them."""
    found = []
    for one in actors:
        concept = SECTORS.get(one.actor.rpartition(" ")[2])
        head = tree.head_of((one.span,)) if concept else None
        if concept and head is not None:
            found.append(Hit(concept, (head,), tree.words[head].sentence))
    return found


def _places(annotated: Annotated) -> Iterator[Hit]:
    """The names of places: by their class, or where the engine takes the phrase they head for a place."""
    words = annotated.words
    named = {(one.first, one.last) for one in annotated.entities if one.type in ("place", "facility")}
    named |= {
        (one.head, one.head + 1)
        for one in annotated.mentions
        if one.type == "place" and words[one.head].upos == "PROPN"
    }
    for first, last in sorted(named):
        yield Hit("place", tuple(range(first, last)), words[first].sentence)


def _roles(tree: Tree) -> dict[tuple[int, str], set[int]]:
    """(predicate, "0", "1" or "2") -> the words of its arguments, clauses inside them left out."""
    found: dict[tuple[int, str], set[int]] = {}
    for one in tree.annotated.predicates:
        for argument in one.arguments:
            role = argument.role.rpartition("-")[2]
            key = role[-1] if role in ("ARG0", "ARG1") else "2"
            inside = tree.subtree(argument.head, without=(*CLAUSES, "acl"))
            held = found.setdefault((one.word, key), set())
            held.update(at for at in inside if argument.first <= at < argument.last)
    return found


# ------------------------------------------------------------------ what does not count
KEPT = frozenset({"nofight", "noone", "peaceful", "protest", "demand", "attrib", "disperse"})
"""Concepts that hold under a negation, or in what a protest is about."""

AIMED = frozenset({"clash", "kill"})
"""Concepts that do not hold where they are only what something is done for."""


def _denied(tree: Tree) -> set[int]:
    """Words under "no" or "without", and predicates that the engine takes not to have happened."""
    barred = {one.word for one in tree.annotated.predicates if one.factuality < DENIED}
    for index, word in enumerate(tree.words):
        if word.lemma.lower() in NEGATORS and word.head >= 0:
            barred.update(at for at in range(index, word.head + 1))
    return barred


def _purposes(tree: Tree) -> set[int]:
    """Verbs that tell what something is done for: "sent soldiers to fight"."""
    found = set()
    for index, word in enumerate(tree.words):
        if word.upos == "VERB" and tree.is_(index, "advcl", "acl"):
            found |= {index for mark in tree.children(index, "mark") if tree.words[mark].xpos == "TO"}
    return found


def _topics(tree: Tree, hits: list[Hit]) -> set[int]:
    """What a protest is about: told of, not done."""
    held = {word for hit in hits if hit.concept in ("protest", "protester") for word in hit.words}
    if not held:
        return set()
    openers = {word for hit in hits if hit.concept == "topic" for word in hit.words}
    barred: set[int] = set()
    for index in range(len(tree.words)):
        if _about(tree, index, openers):
            barred.update(tree.subtree(index, without=(*CLAUSES, "acl")))
    return barred - held


def _about(tree: Tree, index: int, openers: set[int]) -> bool:
    """Does a phrase tell what is demanded, denounced or protested against?"""
    if tree.words[index].head in openers and tree.is_(index, "obj", "ccomp", "xcomp"):
        return True
    marked = any(tree.lemma(mark) in TOPIC for mark in tree.children(index, "case", "mark"))
    return marked and tree.is_(index, "obl", "nmod", "advcl", "acl")


TOPIC = frozenset({"against", "over", "about", "because", "following"})
"""Prepositions before what a protest is about."""
