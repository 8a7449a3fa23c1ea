"""
An annotated report goes in, its attributions come out: source, cue and content as PARC 3 (Pareti 2012)
and PolNeAR (Newell et al. 2018) define them, each with the attribution it is nested in, the kind and
role of the source, the kind of quotation and the stance. The engine proposes what it saw; syntax adds what
stands inside other contents, where the engine was taught little; anaphors are led back to an earlier source.
"""

from __future__ import annotations

from msgspec.structs import replace

from sayso.attribute.anaphors import resolve
from sayso.attribute.drafts import draft
from sayso.attribute.levels import nest
from sayso.attribute.posts import post
from sayso.attribute.quotes import quote
from sayso.attribute.sources import source_type
from sayso.attribute.stances import also, hedges, stance
from sayso.records import Annotated, Attribution
from sayso.syntax import Tree

__all__ = ["attribute"]


def attribute(annotated: Annotated) -> tuple[Attribution, ...]:
    """All attributions of a report in text order, ids a1, a2, ...; parents by id."""
    tree = Tree(annotated)
    drafts = nest(draft(tree))
    described = [_described(tree, attribution) for attribution in drafts]
    resolved = resolve(tree, tuple(described))
    return tuple(replace(one, source_role=post(tree, one.refers_to or one.source)) for one in resolved)


def _described(tree: Tree, attribution: Attribution) -> Attribution:
    return replace(
        attribution,
        source_type=source_type(tree, attribution.source),
        quote=quote(tree.text, attribution.content),
        stance=stance(tree, attribution.cue, attribution.content),
        hedges=hedges(tree, attribution.cue),
        also=also(tree, attribution.cue),
    )
