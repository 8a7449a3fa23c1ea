"""
The other side of an act, where no role of the verb names it: who is to do what is demanded, whose offer is
rejected, to whom aid is agreed on, in whose town a curfew is imposed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.records import BODIES, Spans
from sayso.syntax import Tree

SIDES = frozenset({*BODIES, "country", "nationality", "armed_group", "person", "place", "title"})
"""Classes of names that stand for a side."""
TOWARDS = (
    "to",
    "for",
    "from",
    "against",
    "by",
    "with",
    "on",
    "over",
    "of",
    "at",
    "towards",
    "toward",
    "into",
)
SAID_TO = {"ACCUSE": ("to",), "AID": ("from",)}
"""What stands before somebody else than the other side: who hears of it, from where aid comes."""
OWN = ("from", "by", "of")
"""What stands before the one who does an act told by a noun."""
UNDERGONE = frozenset(
    {"abduction", "arrest", "assassination", "beating", "capture", "conviction", "deportation",
     "detention", "eviction", "evacuation", "execution", "expulsion", "extradition", "imprisonment",
     "indictment", "kidnapping", "killing", "murder", "ouster", "overthrow", "poisoning",
     "prosecution", "release", "rescue", "sentencing", "torture"}
)  # fmt: skip
"""Nouns for what happens to those they are "of"."""
AMID = ("in", "near", "around", "inside")
DEPTH = 3
"""Infinitives and objects down which the other side is looked for."""
SCENE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "AID", "THREATEN", "REJECT"})
"""Types whose place tells whom they are aimed at, where nothing else does."""


def counterpart(tree: Tree, index: int, kind: str, actor: Spans) -> int | None:
    """
    The noun that names the other side of the act told by a word, None where nobody is named.

    Args:
        tree: The report's tree.
        index: The trigger.
        kind: The act's PLOVER type.
        actor: Who acts, as far as that is known: nobody is his own counterpart.
    """
    mine = set(tree.within(actor))
    heard = _heard(tree, index, kind)
    if kind == "REQUEST":
        heard |= _undergoing(tree, index)
    heard |= {at for at in _around(tree, index, DEPTH) if _is_time(tree, at)}
    every = [at for at in _around(tree, index, DEPTH) if at not in mine and at not in heard]
    found = [at for at in every if names_side(tree, at)]
    if not found and kind in SCENE:
        found = [at for at in _scene(tree, index) if at not in mine and names_side(tree, at)]
    own = _named(tree, mine)
    return next((at for at in found if not own & _named(tree, [at])), None)


def _heard(tree: Tree, index: int, kind: str) -> set[int]:
    """Whose act it is, where a noun tells it; to whom it is said, where somebody else is accused."""
    marks = OWN if tree.words[index].upos == "NOUN" else SAID_TO.get(kind, ())
    below = tree.children(index, "nmod", "obl")
    return {at for at in below if _marked(tree, at, marks)}


def _undergoing(tree: Tree, index: int) -> set[int]:
    """ "Called for the release of X", "demanded Y's arrest": those it is for are not those it is asked of."""
    things = (at for at in tree.children(index, "obj", "obl") if tree.lemma(at) in UNDERGONE)
    return {below for at in things for below in tree.subtree(at) if below != at}


def _is_time(tree: Tree, index: int) -> bool:
    """ "By Sunday night", "on Friday": when, and not who."""
    mention = tree.mention(index)
    return mention is not None and mention.type == "time"


def _marked(tree: Tree, index: int, marks: tuple[str, ...]) -> bool:
    """Does one of the prepositions stand before a word?"""
    return any(mark in marks for mark in tree.marker(index).split())


def _around(tree: Tree, index: int, depth: int) -> Iterator[int]:
    """Words that may name a side, the closest first: demanded of, belonging to the object, further down."""
    for clause in tree.children(index, "ccomp"):
        yield from tree.children(clause, "nsubj")
    below = [*tree.children(index, "obj", "iobj"), *tree.children(index, "nsubj:pass")]
    for thing in below:
        yield thing
        yield from _owners(tree, thing)
    yield from _towards(tree, index)
    if not depth:
        return
    for thing in below:
        yield from _down(tree, thing, depth - 1)
    for deed in tree.children(index, "xcomp", "ccomp", "advcl", "acl"):
        if deed > index and tree.words[deed].deprel != "acl:relcl":
            yield from _around(tree, deed, depth - 1)
    for thing in tree.children(index, "nmod", "obl"):
        yield from _down(tree, thing, depth - 1)


def _down(tree: Tree, thing: int, depth: int) -> Iterator[int]:
    yield from _owners(tree, thing)
    yield from _towards(tree, thing)
    for further in tree.children(thing, "nmod"):
        if depth > 0:
            yield from _down(tree, further, depth - 1)
    for deed in tree.children(thing, "acl"):
        if depth > 0 and tree.words[deed].deprel != "acl:relcl":
            yield from _around(tree, deed, depth - 1)


def _owners(tree: Tree, thing: int) -> Iterator[int]:
    """ "an Indian proposal", "Jordan's king"."""
    yield from tree.children(thing, "nmod:poss")
    yield from tree.children(thing, "amod", "compound", "nmod:desc")


def _towards(tree: Tree, index: int) -> Iterator[int]:
    for child in tree.children(index, "obl", "nmod"):
        if _marked(tree, child, TOWARDS):
            yield child


def _scene(tree: Tree, index: int, depth: int = DEPTH) -> Iterator[int]:
    """Where it is done, by the act itself, what it is done with, and what is to be done."""
    for child in (*tree.children(index, "obl", "nmod"), *_above(tree, index)):
        if _marked(tree, child, AMID):
            yield child
    if depth:
        for child in tree.children(index, "obj", "obl", "nmod", "xcomp"):
            if tree.words[child].deprel != "acl:relcl":
                yield from _scene(tree, child, depth - 1)


def _above(tree: Tree, index: int) -> list[int]:
    """ "reimposed blockades in the West Bank": the place may hang on the verb that does the noun."""
    above = tree.words[index].head
    done = above >= 0 and tree.words[above].upos == "VERB" and tree.is_(index, "obj", "obl")
    return tree.children(above, "obl") if done and tree.words[index].upos == "NOUN" else []


def is_side(tree: Tree, index: int) -> bool:
    """Is the word a side's name, or does it bear one: "Iran", "Iranian ships", "Moscow's envoy"?"""
    own = [index, *_owners(tree, index), *tree.children(index, "flat", "appos")]
    return any(
        entity.type in SIDES
        for at in own
        for entity in tree.names((tree.words[at].start, tree.words[at].end))
    )


def owner_inside(tree: Tree, index: int) -> int | None:
    """Of a thing, the side it is of, from or for: "an offer from Kabul", "crimes by Croatian extremists"."""
    deeper = (at for at in _down(tree, index, DEPTH - 1) if tree.words[at].upos in ("NOUN", "PROPN"))
    return next((at for at in deeper if is_side(tree, at)), None)


def names_side(tree: Tree, index: int) -> bool:
    """Does the phrase of a word hold the name of a side?"""
    return bool(_named(tree, [index]))


def _named(tree: Tree, words: Iterable[int]) -> frozenset[str]:
    """The names of sides in the phrases of words."""
    return frozenset(
        tree.text[entity.start : entity.end].lower()
        for at in words
        for entity in tree.names(tree.phrase(at))
        if entity.type in SIDES
    )
