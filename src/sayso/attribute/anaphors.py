"""Sources that stand for an earlier one: pronouns, "the report", "one of the sources", "the official"."""

from __future__ import annotations

from msgspec.structs import replace

from sayso.attribute.lexicon import source_lexicon
from sayso.attribute.sources import source_type
from sayso.records import Attribution, Span, Spans
from sayso.syntax import Tree

PERSONS = frozenset({"named_person", "anonymous_official", "anonymous_other"})
SINGULAR = frozenset({"he", "she", "him", "her", "his", "i", "me"})
PLURAL = frozenset({"they", "them", "their", "we", "us", "both"})
THING = frozenset({"it", "its"})
SURE = frozenset({"named_person", "anonymous_official"})
"""Kinds of sources that a pronoun right behind them is taken to stand for."""
LOOK = 40
"""Earlier sources among which a pronoun's is looked for."""
NEAREST = 4
"""Of those that agree with it, how many the engine's chains may choose from."""
TEXTS = frozenset({"media", "document", "poll"})


def resolve(tree: Tree, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Each anaphoric source led back to the nearest earlier one it can stand for; its type is that one's."""
    done: list[Attribution] = []
    for one in sorted(attributions, key=lambda one: one.source or one.cue):
        done.append(_resolved(tree, one, done))
    by_id = {one.id: one for one in done}
    return tuple(by_id[one.id] for one in attributions)


def _resolved(tree: Tree, one: Attribution, earlier: list[Attribution]) -> Attribution:
    head = tree.head_of(one.source) if one.source else None
    if head is None:
        return one
    if tree.words[head].upos == "PRON":
        found = _relative(tree, head) or _pronoun(tree, head, one, earlier) or _person(tree, head)
        return _as(one, found) if found else replace(one, source_type="anonymous_other")
    if tree.words[head].upos == "PROPN":
        found = _fuller(tree, head, one, earlier)
        return _as(one, found) if found else one
    if _definite(tree, head):
        found = _nominal(tree, head, one, earlier)
        return _as(one, found) if found else one
    return one


def _as(one: Attribution, antecedent: Attribution) -> Attribution:
    spans = antecedent.refers_to or antecedent.source
    return replace(one, source_type=antecedent.source_type, refers_to=spans)


def _relative(tree: Tree, head: int) -> Attribution | None:
    """ "diplomats, who described it": the noun the clause hangs on."""
    if tree.lemma(head) not in ("who", "which", "that", "whom"):
        return None
    clause = tree.words[head].head
    noun = tree.words[clause].head if clause >= 0 else -1
    if noun < 0:
        return None
    spans: Spans = (tree.phrase(noun),)
    return Attribution(id="", source=spans, cue=(), content=(), source_type=source_type(tree, spans))


def _pronoun(tree: Tree, head: int, one: Attribution, earlier: list[Attribution]) -> Attribution | None:
    """
    The nearest earlier source that agrees; where that one has no name or office ("a majority", "some"), first
    one of the last few that the engine links with the pronoun.
    """
    word = tree.words[head].text.lower()
    agreeing = [
        other
        for other in reversed(earlier[-LOOK:])
        if other.source
        and other.source_type != "unspecified"
        and other.source != one.source
        and _agrees(tree, word, other)
    ]
    if agreeing and agreeing[0].source_type in SURE:
        return agreeing[0]
    own = _chain(tree, head)
    linked = (other for other in agreeing[:NEAREST] if own is not None and own in _chains(tree, other))
    return next(linked, next(iter(agreeing), None))


def _chains(tree: Tree, other: Attribution) -> set[int | None]:
    """The chains of mentions that a source and what it stands for are in."""
    heads = [tree.head_of(spans) for spans in (other.source, other.refers_to) if spans]
    return {_chain(tree, head) for head in heads if head is not None}


def _chain(tree: Tree, head: int) -> int | None:
    """The number of the chain of mentions that a word heads a mention of."""
    mention = tree.mention(head)
    return mention.chain if mention is not None else None


def _person(tree: Tree, head: int) -> Attribution | None:
    """ "he" with no source before him: the nearest person named in the last two sentences."""
    if tree.words[head].text.lower() not in ("he", "she"):
        return None
    near = [
        entity
        for entity in tree.annotated.entities
        if entity.type == "person"
        and entity.last <= head
        and tree.words[head].sentence - tree.words[entity.first].sentence <= 2
    ]
    if not near:
        return None
    spans: Spans = (_named(tree, near[-1].first),)
    return Attribution(id="", source=spans, cue=(), content=(), source_type="named_person")


def _agrees(tree: Tree, word: str, other: Attribution) -> bool:
    head = tree.head_of(other.refers_to or other.source)
    plural = head is not None and tree.words[head].xpos in ("NNS", "NNPS")
    if word in SINGULAR:
        return other.source_type in PERSONS and not plural
    if word in PLURAL:
        return plural or other.source_type == "organisation"
    return word in THING and other.source_type not in PERSONS


def _fuller(tree: Tree, head: int, one: Attribution, earlier: list[Attribution]) -> Attribution | None:
    """ "Ghaani" after "Gen. Esmail Ghaani": the first source that has the name with more beside it."""
    name = tree.words[head].text
    if one.source_type not in ("named_person", "organisation") or len(tree.within(one.source)) > 2:
        return None
    for other in earlier:
        words = [tree.words[index].text for index in tree.within(other.source)]
        if name in words and len(words) > 2 and other.source_type == "named_person":
            return other
    return _introduced(tree, head)


def _introduced(tree: Tree, head: int) -> Attribution | None:
    """Where the text first gave the full name, with title and country, though not as a source."""
    name = tree.words[head].text
    titled = {entity.last for entity in tree.annotated.entities if entity.type == "title"}
    for entity in tree.annotated.entities:
        last = tree.words[entity.last - 1].text
        full = entity.last - entity.first > 1 or entity.first in titled
        if entity.type == "person" and entity.last <= head and last == name and full:
            return Attribution(
                id="", source=(_named(tree, entity.first),), cue=(), content=(), source_type="named_person"
            )
    return None


def _named(tree: Tree, at: int) -> Span:
    """The phrase that a part of a name belongs to."""
    while tree.words[at].head >= 0 and tree.is_(at, "flat", "appos", "compound", "nmod:desc"):
        at = tree.words[at].head
    return tree.phrase(at)


def _definite(tree: Tree, head: int) -> bool:
    """Opened by "the", "that", "this" or a day ("Friday's report"), or "one of the ..."; a common noun."""
    if tree.lemma(head) in ("one", "some", "several", "many", "both"):
        return True
    if tree.words[head].upos != "NOUN":
        return False
    openers = [tree.lemma(child) for child in tree.children(head, "det")]
    owners = [tree.lemma(child) for child in tree.children(head, "nmod:poss")]
    bare = not tree.children(head, "compound", "amod", "nmod")
    days = any(owner.endswith("day") for owner in owners)
    return days or (bare and any(opener in ("the", "that", "this", "these", "those") for opener in openers))


def _nominal(tree: Tree, head: int, one: Attribution, earlier: list[Attribution]) -> Attribution | None:
    """The nearest earlier source with the same head noun; a text stands for any earlier text or medium."""
    lemma = _noun(tree, head)
    kind = source_lexicon().get(lemma)
    for other in reversed(earlier):
        if not other.source or other.source == one.source:
            continue
        if kind in TEXTS and other.source_type in TEXTS:
            return other
        if _noun(tree, tree.head_of(other.source)) == lemma and other.source_type in PERSONS:
            return other
        if kind in PERSONS and other.source_type == "named_person" and _titled(tree, other, lemma):
            return other
    return None


def _noun(tree: Tree, head: int | None) -> str:
    """The noun that counts: of "one of the sources" it is "source"."""
    if head is None:
        return ""
    if tree.lemma(head) in ("one", "some", "several", "many", "both"):
        below = tree.children(head, "nmod", "obl")
        return tree.lemma(below[0]) if below else tree.lemma(head)
    return tree.lemma(head)


def _titled(tree: Tree, other: Attribution, lemma: str) -> bool:
    return any(tree.lemma(index) == lemma for index in tree.within(other.source))
