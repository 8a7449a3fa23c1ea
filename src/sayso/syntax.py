"""Walking the Universal Dependencies tree of an annotated report, by word index."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from sayso.records import Annotated, Entity, Mention, Predicate, Span, Spans, Word

CLAUSES = frozenset({"acl:relcl", "advcl", "advcl:relcl", "parataxis"})
"""Relations that open a clause of their own inside a phrase."""
LAID = ("of", "from", "for")
LAYING = frozenset(
    {"accuse", "suspect", "blame", "convict", "charge", "stop", "prevent", "thank", "praise", "criticise",
     "criticize", "condemn", "fault", "acquit", "clear", "absolve", "keep", "deter", "dissuade", "discourage",
     "bar", "ban", "forbid", "denounce", "slam", "chide", "rebuke", "commend", "punish", "arrest", "jail"}
)  # fmt: skip
"""Verbs whose object does what follows: "accused Sudan of arming the rebels"."""
OUTSIDE = (*CLAUSES, "case", "mark", "cc:preconj", "punct", "cop", "nsubj", "aux", "advmod", "obl")
"""Relations of a noun to words that are no part of its phrase."""


class Tree:
    """
    Children, subtrees and phrases of an `Annotated`, looked up by word index.

    Built once a report and passed along; every method is read-only.
    """

    def __init__(self, annotated: Annotated) -> None:
        self.annotated = annotated
        self.text = annotated.report.text
        self.words = annotated.words
        self._starts = [word.start for word in self.words]
        self._mentions = {mention.head: mention for mention in annotated.mentions}
        self._predicates = {predicate.word: predicate for predicate in annotated.predicates}
        self._named = sorted(annotated.entities, key=lambda one: one.start)
        self._children: list[list[int]] = [[] for _ in self.words]
        for index, word in enumerate(self.words):
            if word.head >= 0:
                self._children[word.head].append(index)

    def children(self, index: int, *relations: str) -> list[int]:
        """Dependents of a word, all or only those of the given relations ("obl" takes "obl:agent" too)."""
        if not relations:
            return self._children[index]
        return [child for child in self._children[index] if self.is_(child, *relations)]

    def is_(self, index: int, *relations: str) -> bool:
        """Does the word hang by one of these relations, subtypes included?"""
        deprel = self.words[index].deprel
        return deprel in relations or deprel.partition(":")[0] in relations

    def ancestors(self, index: int) -> Iterator[int]:
        """The words above, nearest first."""
        head = self.words[index].head
        while head >= 0:
            yield head
            head = self.words[head].head

    def subtree(self, index: int, without: Iterable[str] = ()) -> list[int]:
        """A word and all below it in text order, branches of the relations in `without` left out."""
        barred = frozenset(without)
        found, stack = [], [index]
        while stack:
            at = stack.pop()
            found.append(at)
            stack.extend(child for child in self._children[at] if self.words[child].deprel not in barred)
        return sorted(found)

    def run(self, indices: Iterable[int]) -> Spans:
        """Character spans of word indices; neighbours are joined."""
        spans: list[Span] = []
        last = -2
        for index in sorted(indices):
            word = self.words[index]
            if index == last + 1:
                spans[-1] = (spans[-1][0], word.end)
            else:
                spans.append((word.start, word.end))
            last = index
        return tuple(spans)

    def phrase(self, index: int) -> Span:
        """
        The noun phrase of a word: its subtree without case marks, relative clauses and what is
        coordinated to the clause, as one span from the first to the last word.
        """
        parts = [child for child in self._children[index] if self._belongs(child)]
        indices = [index, *(at for child in parts for at in self.subtree(child, without=CLAUSES))]
        run = [index, *_contiguous(indices, index, self.words)]
        return self.words[min(run)].start, self.words[max(run)].end

    def _belongs(self, child: int) -> bool:
        """Is a dependent of a noun part of its phrase? A participle behind a comma is an aside."""
        if self.is_(child, *OUTSIDE) or self.words[child].xpos in ("WDT", "WP", "WP$", "WRB"):
            return False
        if self.words[child].deprel != "acl":
            return True
        aside = child > 0 and self.words[child - 1].text == ","
        return not aside and not self.children(child, "mark")

    def within(self, spans: Iterable[Span]) -> list[int]:
        """Indices of the words that lie in the spans."""
        found: list[int] = []
        for start, end in spans:
            found.extend(range(bisect_left(self._starts, start), bisect_left(self._starts, end)))
        return found

    def at(self, offset: int) -> int | None:
        """The word that holds a character, or the one before it; None before the first word."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 else None

    def argument(self, index: int, role: str) -> int | None:
        """The head of what the engine takes for an argument of a predicate, by its PropBank role."""
        found = self._predicates.get(index)
        arguments = found.arguments if found else ()
        return next((one.head for one in arguments if one.role == role), None)

    def predicate(self, index: int) -> Predicate | None:
        """What the engine says of a word as a predicate, None where it takes it for none."""
        return self._predicates.get(index)

    def mention(self, index: int) -> Mention | None:
        """The mention that a word heads."""
        return self._mentions.get(index)

    def names(self, span: Span) -> list[Entity]:
        """The named entities that share a character with a span, in text order; no two of them overlap."""
        first = bisect_right(self._named, span[0], key=lambda one: one.end)
        return self._named[first : bisect_left(self._named, span[1], key=lambda one: one.start)]

    def head_of(self, spans: Iterable[Span]) -> int | None:
        """The word of the spans whose head lies outside them."""
        inside = self.within(spans)
        held = set(inside)
        for index in inside:
            if self.words[index].head not in held and self.words[index].upos != "PUNCT":
                return index
        return inside[0] if inside else None

    def lemma(self, index: int) -> str:
        """The lower-cased lemma."""
        return self.words[index].lemma.lower()

    def sentence(self, index: int) -> Span:
        """The span of the sentence a word stands in."""
        sentence = self.annotated.sentences[self.words[index].sentence]
        return sentence.start, sentence.end

    def kind(self, index: int) -> str:
        """The kind of segment a word stands in."""
        sentence = self.annotated.sentences[self.words[index].sentence]
        return self.annotated.segments[sentence.segment].kind

    def subject(self, index: int) -> int | None:
        """The subject of a predicate: its own, the agent of a passive, or one shared by conj, xcomp, acl."""
        return _subject(self, index, depth=0)

    def objects(self, index: int) -> list[int]:
        """What is acted on: objects, the subject of a passive, or the noun a participle hangs on."""
        word = self.words[index]
        if word.deprel == "acl" and word.xpos == "VBN":
            return [word.head]
        found = self.children(index, "nsubj:pass") or self.children(index, "obj") or _fronted(self, index)
        return [_antecedent(self, index, at) for at in found or _unmarked(self, index)]

    def alike(self, index: int) -> list[int]:
        """Nouns beside one that hang on the same word behind a comma: "South Africa, Angola and Cuba"."""
        word = self.words[index]
        if word.head < 0 or not word.deprel.startswith("nsubj"):
            return []
        out, last = [], self.subtree(index)[-1]
        for child in self._children[word.head]:
            if child > index and self.words[child].deprel == word.deprel and _is_listed(self, last, child):
                out.append(child)
                last = self.subtree(child)[-1]
        return out

    def marker(self, index: int) -> str:
        """The preposition or conjunction before a word, lower-cased, "" if none."""
        marks = self.children(index, "case", "mark")
        return " ".join(self.words[mark].text.lower() for mark in marks)


def _is_listed(tree: Tree, last: int, child: int) -> bool:
    """Does a noun go on a list: behind a comma right after the words before it, with an "and" to come?"""
    inside = tree.subtree(child)
    comma = last + 1 < len(tree.words) and tree.words[last + 1].text == ","
    return comma and inside[0] <= last + 2 and any(tree.words[at].upos == "CCONJ" for at in inside)


def _contiguous(indices: list[int], centre: int, words: tuple[Word, ...]) -> list[int]:
    """The words around `centre` with at most punctuation missing between them."""
    held, run = set(indices), []
    for step in (-1, 1):
        at = centre + step
        while 0 <= at < len(words) and (at in held or words[at].upos == "PUNCT"):
            if at in held:
                run.append(at)
            at += step
    return run


def _subject(tree: Tree, index: int, depth: int) -> int | None:
    if depth > 6:
        return None
    passive = tree.children(index, "nsubj:pass")
    if passive or tree.children(index, "aux:pass"):
        return _agent(tree, index)
    own = [child for child in tree.children(index, "nsubj") if tree.words[child].upos != "DET"]
    if own:
        return _antecedent(tree, index, own[-1] if _fronted(tree, index) else own[0])
    word = tree.words[index]
    if word.head < 0:
        return None
    bare = any(tree.words[mark].xpos == "TO" for mark in tree.children(index, "mark"))
    if word.deprel == "acl" and word.xpos == "VBN":
        return _agent(tree, index)
    if word.deprel == "acl" and bare:
        return _planner(tree, word.head, depth)
    if word.deprel in ("acl:relcl", "acl"):
        return word.head
    if word.deprel == "xcomp" or (word.deprel == "ccomp" and bare):
        controllers = [*tree.objects(word.head), *tree.children(word.head, "iobj")]
        return controllers[0] if controllers else _subject(tree, word.head, depth + 1)
    if (
        tree.is_(index, "advcl", "ccomp", "acl")
        and tree.marker(index) in LAID
        and tree.lemma(word.head) in LAYING
    ):
        held = tree.objects(word.head)
        if held:
            return held[0]
    if tree.is_(index, "conj", "advcl"):
        return _subject(tree, word.head, depth + 1)
    return None


def _planner(tree: Tree, noun: int, depth: int) -> int | None:
    """ "its plan to attack", "dropped an offer to talk": whose plan it is, else who has to do with it."""
    if tree.marker(noun) == "to":
        return noun
    asked = [at for at in tree.children(noun, "nmod") if tree.marker(at) == "to"]
    owners = asked or tree.children(noun, "nmod:poss")
    if owners:
        return owners[0]
    above = tree.words[noun].head
    has_to_do = above >= 0 and tree.words[above].upos == "VERB" and tree.is_(noun, "obj", "obl")
    return _subject(tree, above, depth + 1) if has_to_do else None


def _agent(tree: Tree, index: int) -> int | None:
    agents = tree.children(index, "obl:agent")
    agents += [child for child in tree.children(index, "obl") if tree.marker(child) == "by"]
    return agents[0] if agents else None


def _antecedent(tree: Tree, index: int, subject: int) -> int:
    """A relative pronoun stands for the noun its clause hangs on, or the one in front of its comma."""
    relative = tree.words[subject].xpos in ("WP", "WDT") or tree.lemma(subject) in ("who", "which", "that")
    if not relative:
        return subject
    if tree.words[index].deprel == "acl:relcl":
        return tree.words[index].head
    behind = subject > 1 and tree.words[subject - 1].text == "," and tree.is_(index, "conj", "parataxis")
    return subject - 2 if behind and tree.words[subject - 2].upos == "PROPN" else subject


def _fronted(tree: Tree, index: int) -> list[int]:
    """ "A charge Khartoum rejected", with both nouns read as subjects: the first is what is rejected."""
    subjects = [child for child in tree.children(index, "nsubj") if child < index]
    if len(subjects) != 2 or tree.children(index, "obj"):
        return []
    first, second = subjects
    beside = all(tree.words[at].head == second for at in range(first + 1, second))
    return [first] if beside and tree.words[first].upos == "NOUN" else []


def _unmarked(tree: Tree, index: int) -> list[int]:
    """ "Accused neighbouring Sudan of": a name behind a verb with no preposition is its object."""
    if tree.words[index].upos != "VERB":
        return []
    for child in tree.children(index, "obl"):
        mention = tree.mention(child)
        timed = mention is not None and mention.type == "time"
        if child > index and tree.words[child].upos == "PROPN" and not tree.marker(child) and not timed:
            beside = all(tree.words[at].head in (child, index) for at in range(index + 1, child))
            return [child] if beside else []
    return []
