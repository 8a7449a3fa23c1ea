"""Proposals for attributions, from the engine's frames and from syntax, without names or levels."""

from __future__ import annotations

from msgspec.structs import replace

from sayso.attribute.adverbs import adverbs, unhedged
from sayso.attribute.citations import cited
from sayso.attribute.complements import complements, completed
from sayso.attribute.edges import mended, parted
from sayso.attribute.headlines import headlines
from sayso.attribute.holders import holders, owned
from sayso.attribute.marks import whole
from sayso.attribute.relays import carried, relayed
from sayso.attribute.speakers import speakers
from sayso.attribute.splits import rid, splits
from sayso.attribute.stances import known_cue, stance
from sayso.attribute.twins import ALIKE, single
from sayso.contents import Contents
from sayso.records import BOILERPLATE, Attribution, Frame, Spans
from sayso.spans import joined, meet, overlaps, shared, trimmed, without
from sayso.syntax import Tree

SILENT = BOILERPLATE | {"dateline"}
HEADING = frozenset({"title", "deck"})
"""Segments whose words yield no facts."""
ALONE = frozenset({"order", "threaten", "deny"})
RULED = 0.8
"""Confidence in what syntax alone proposes: its precision on reports and sentences of our own."""
PRINTED = frozenset({":", "-", "--", "–", "—", "―"})
"""Marks that say who speaks."""
NEAR = 40
"""Characters between a cue of quoting and the one quoted."""


def draft(tree: Tree) -> list[Attribution]:
    """Attributions of the engine first; those of syntax where no cue of the engine stands."""
    quiet = tuple((part.start, part.end) for part in tree.annotated.segments if part.kind in SILENT)
    found = [
        _cleaned(tree, _in_zone(tree, _from_frame(tree, frame)), quiet) for frame in tree.annotated.frames
    ]
    kept = single(tree, [unhedged(tree, one) for one in found if one.content and one.cue])
    kept = [_cleaned(tree, mended(tree, completed(tree, one)), quiet) for one in parted(tree, kept)]
    kept = whole(tree, kept)
    known = Contents(kept)
    kept = [one for one in kept if not _doubtful(tree, one, known)]
    known = Contents(kept)
    kept = [owned(tree, one, known) for one in (_widened(tree, one, known) for one in kept)]
    known = Contents(kept)
    for one in (*headlines(tree), *speakers(tree), *complements(tree), *adverbs(tree)):
        cleaned = _ruled(_cleaned(tree, one, quiet))
        if cleaned.content and cleaned.cue and not known.cued(cleaned.cue) and _wanted(tree, cleaned, known):
            kept.append(cleaned)
            known.add(cleaned)
    broken = [_ruled(_cleaned(tree, one, quiet)) for one in splits(tree, kept)]
    kept = [*rid(kept, broken), *broken]
    known = Contents(kept)
    held = [_ruled(_cleaned(tree, one, quiet)) for one in holders(tree)]
    kept += [one for one in held if one.content and not known.cued(one.cue) and known.holding(one.cue)]
    kept = cited(tree, carried(tree, _relayed(tree, kept, quiet)))
    return sorted(kept, key=lambda one: (one.cue, one.content))


def _wanted(tree: Tree, one: Attribution, known: Contents) -> bool:
    """
    Inside another content syntax is believed; outside, where the engine was taught and saw no cue,
    only for what it was taught little of: orders, threats, denials, headlines, hearsay.
    """
    if known.holding(one.cue):
        return True
    verb = any(tree.words[at].upos == "VERB" for at in tree.within(one.cue))
    return not verb or stance(tree, one.cue) in ALONE


def _in_zone(tree: Tree, one: Attribution) -> Attribution:
    """A headline attributes nothing of the body, nor the body anything of the headline."""
    titles = tuple((part.start, part.end) for part in tree.annotated.segments if part.kind in HEADING)
    if not one.cue:
        return one
    heading = next((part for part in titles if overlaps(part, one.cue[0])), None)
    if heading is not None:
        keep = (heading,)
        return replace(one, source=meet(one.source, keep), content=meet(one.content, keep))
    return replace(one, source=without(one.source, titles), content=without(one.content, titles))


def _doubtful(tree: Tree, one: Attribution, known: Contents) -> bool:
    """
    Inside another content the engine was taught little: there only words known as cues count, and verbs
    with a source and a clause.
    """
    if known_cue(tree, one.cue) or (one.source and _with_clause(tree, one)):
        return False
    return any(other is not one for other in known.holding(one.cue))


def _with_clause(tree: Tree, one: Attribution) -> bool:
    verbs = [at for at in tree.within(one.cue) if tree.words[at].upos == "VERB"]
    clauses = [clause for at in verbs for clause in tree.children(at, "ccomp")]
    return any(tree.children(at, "nsubj") and at in tree.within(one.content) for at in clauses)


def _relayed(tree: Tree, kept: list[Attribution], quiet: Spans) -> list[Attribution]:
    """ "X cited Y as saying": what syntax says of Y replaces what the engine said of the same cue."""
    relays = [_ruled(_cleaned(tree, one, quiet)) for one in relayed(tree, kept)]
    told = Contents(relays)
    rest = [_taking_in(tree, one, told) for one in kept if not told.cued(one.cue)]
    return [*rest, *(one for one in relays if one.content)]


def _taking_in(tree: Tree, one: Attribution, relays: Contents) -> Attribution:
    """The quoting source's content takes in the quoted one and its cue (annotation guidelines, 3)."""
    for inner in relays.around(one.content):
        near = 0 <= inner.source[0][0] - one.cue[-1][1] <= NEAR if inner.source else False
        if near and _same(one.content, inner.content):
            return replace(one, content=joined((*one.content, *inner.source, *inner.cue), tree.text))
    return one


def _from_frame(tree: Tree, frame: Frame) -> Attribution:
    def spans(ranges: tuple[tuple[int, int], ...]) -> Spans:
        return tuple((tree.words[first].start, tree.words[last - 1].end) for first, last in ranges)

    return Attribution(
        id="",
        source=spans(frame.source),
        cue=spans(frame.cue),
        content=spans(frame.content),
        confidence=frame.score,
    )


def _ruled(one: Attribution) -> Attribution:
    return replace(one, confidence=RULED)


def _cleaned(tree: Tree, one: Attribution, quiet: Spans) -> Attribution:
    """Spans trimmed; the cue cut out of the content, and silent segments out of everything."""
    text = tree.text
    cue = _tidy(text, without(one.cue, quiet), PRINTED)
    source = _tidy(text, without(one.source, quiet))
    content = _tidy(text, without(one.content, (*cue, *quiet)))
    return replace(one, cue=cue, source=source, content=content)


def _tidy(text: str, spans: Spans, marks: frozenset[str] = frozenset()) -> Spans:
    pieces = (trimmed(text, span) for span in joined(spans, text))
    return tuple((start, end) for start, end in pieces if end > start and _worded(text[start:end], marks))


def _worded(words: str, marks: frozenset[str]) -> bool:
    return any(char.isalnum() for char in words) or words in marks


def _widened(tree: Tree, one: Attribution, known: Contents) -> Attribution:
    """
    "C, officials said, according to the agency": the agency's content takes in the officials' saying.

    Holds where both have the same content in one sentence and the other's cue stands between them.
    """
    if not _according(tree, one.cue):
        return one
    for other in known.around(one.content):
        if other is not one and _same(one.content, other.content) and other.cue[0][0] < one.cue[0][0]:
            between = tuple(span for span in (*other.source, *other.cue) if span[1] <= one.cue[0][0])
            wider = joined((*one.content, *between), tree.text)
            return replace(one, content=_bridged(wider, one))
    return one


def _according(tree: Tree, cue: Spans) -> bool:
    return tree.text[cue[0][0] : cue[-1][1]].lower() in ("according to", "citing")


def _same(left: Spans, right: Spans) -> bool:
    return shared(left, right) > ALIKE


def _bridged(spans: Spans, one: Attribution) -> Spans:
    """One stretch from the first to the last piece, the attribution's own cue and source cut out."""
    whole: Spans = ((spans[0][0], spans[-1][1]),)
    return without(whole, (*one.cue, *one.source))
