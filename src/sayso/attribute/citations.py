"""
Who cites and who is cited, where one verb tells both: "the daily wrote, citing officers, that C", "according
to the agency, which quoted officers, C", "a spokesman, quoted by the radio, said that C". The cited say C,
and the citing hand it on.
"""

from __future__ import annotations

from msgspec.structs import replace

from sayso.attribute.relays import QUOTING
from sayso.records import Attribution, Spans
from sayso.spans import joined, overlaps, shared, without
from sayso.syntax import Tree

HALF = 0.5
"""Share of a content that the one who cites and the one cited have in common."""
NEAR = 2
"""Words between a source and the "quoted" that belongs to it at most: a comma, a bracket."""


def cited(tree: Tree, known: list[Attribution]) -> list[Attribution]:
    """The attributions, those of the three kinds with the sources and contents they should have."""
    found = list(known)
    places = _places(tree, known)
    for at, one in enumerate(known):
        verb = _quoting(tree, one)
        if verb is None:
            continue
        if [word.text.lower() for word in tree.words[verb + 1 : verb + 2]] == ["by"]:
            _quoted_by(tree, found, at, verb, places)
        else:
            _citing(tree, found, at, verb, places)
    return found


def _places(tree: Tree, known: list[Attribution]) -> dict[int, int]:
    """Word of a cue, and last word of a source as its negative, -> number of the attribution."""
    found: dict[int, int] = {}
    for at, one in enumerate(known):
        found |= dict.fromkeys(tree.within(one.cue), at)
        found |= {-index: at for index in tree.within(one.source)[-1:]}
    return found


def _quoting(tree: Tree, one: Attribution) -> int | None:
    return next((at for at in tree.within(one.cue) if tree.lemma(at) in QUOTING), None)


def _citing(tree: Tree, found: list[Attribution], at: int, verb: int, places: dict[int, int]) -> None:
    """ "citing officers" hangs on the citing one's cue, "which quoted officers" follows his name."""
    one, things = found[at], tree.children(verb, "obj")
    named = tree.words[verb - 1].text.lower() in ("which", "who") and verb > 2
    if named:
        outer = places.get(-(verb - 3)) if tree.words[verb - 2].text == "," else places.get(-(verb - 2))
    else:
        outer = places.get(tree.words[verb].head) if tree.words[verb].xpos == "VBG" else None
    if outer is None or outer == at or not things:
        return
    if not named and shared(one.content, found[outer].content) < HALF:
        return
    source = (tree.phrase(things[0]),)
    content = _opened(tree, without(found[outer].content, (*source, *one.cue)), named)
    if content:
        found[at] = replace(one, source=source, content=content)
        taken = (*found[outer].content, *one.cue, *source)
        found[outer] = replace(found[outer], content=joined(taken, tree.text))


def _quoted_by(tree: Tree, found: list[Attribution], at: int, verb: int, places: dict[int, int]) -> None:
    """ "a spokesman, quoted by the radio, said": the radio hands on what the spokesman says."""
    carriers = [child for child in tree.children(verb, "obl", "obl:agent") if tree.marker(child) == "by"]
    inner = next((places[-index] for index in range(verb - 1, verb - 2 - NEAR, -1) if -index in places), None)
    inner = _other(found, at, inner)
    if not carriers or inner is None:
        return
    carrier = (tree.phrase(carriers[0]),)
    said = found[inner]
    speaker = without(said.source, ((tree.words[verb].start, len(tree.text)),))
    if not speaker or any(overlaps(span, carrier[0]) for span in said.content):
        return
    found[inner] = replace(said, source=speaker)
    taken = joined((*speaker, *said.cue, *said.content), tree.text)
    found[at] = replace(found[at], source=carrier, content=taken)


def _other(found: list[Attribution], at: int, inner: int | None) -> int | None:
    """The attribution of the same source whose cue is not the "quoted" itself."""
    if inner is None or inner != at:
        return inner
    source = found[at].source
    near = range(max(0, at - 3), min(len(found), at + 4))
    return next((other for other in near if other != at and found[other].source == source), None)


def _opened(tree: Tree, content: Spans, named: bool) -> Spans:
    """The pieces that hold words, without the commas and the "that" or "which" they begin with."""
    words = [tree.within([span]) for span in content]
    told = [[at for at in piece if tree.words[at].upos != "PUNCT"] for piece in words]
    small = ("that", "which", "who") if named else ("that",)
    kept = [piece[1:] if piece and tree.lemma(piece[0]) in small else piece for piece in told]
    return tuple((tree.words[piece[0]].start, tree.words[piece[-1]].end) for piece in kept if piece)
