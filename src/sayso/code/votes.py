"""
The vote on what a word tells: the table of frames, and the engine's head for types of events.

A frame that needs other words beside its own is taken at its word. One that goes by its lemma alone gives
way where the engine is surer of another type than `OVERRULES`; a word without a frame is an event where
the engine is surer than `ALONE`.
"""

from __future__ import annotations

from functools import cache

from sayso.code.lexicon import Frame, frames
from sayso.code.tables import rows
from sayso.syntax import Tree

ALONE = 0.8
OVERRULES = 0.8


@cache
def defaults() -> dict[str, Frame]:
    """PLOVER type -> the frame of a word that only the engine takes for one."""
    return {
        kind: Frame(
            type=kind,
            mode=None,
            needs=(),
            recipient=tuple(recipient.split("|")),
            both=flag == "both",
            speech=flag == "speech",
        )
        for kind, recipient, flag in rows("types.tsv")
    }


def _ruled_out(tree: Tree, index: int, kind: str) -> bool:
    """Does the table know the word for this type, and lack here what it needs ("rejected the charge")?"""
    pos = "v" if tree.words[index].upos == "VERB" else "n"
    return any(one.type == kind for one in frames().get((tree.lemma(index), pos), ()))


def voted(tree: Tree, index: int, frame: Frame | None) -> Frame | None:
    """The frame a word is read by, given the table's own; None where it tells no event."""
    told = tree.predicate(index)
    if told is None or told.deed is None or (frame is not None and frame.type == told.deed):
        return frame
    if frame is None:
        return None if told.chance < ALONE or _ruled_out(tree, index, told.deed) else defaults()[told.deed]
    bare = not frame.needs and not frame.both
    verb = tree.words[index].upos == "VERB"
    sure = told.chance >= OVERRULES and not (verb and _ruled_out(tree, index, told.deed))
    return defaults()[told.deed] if bare and sure else frame
