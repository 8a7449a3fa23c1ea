"""
Annotated sentences and chains go in, PLOVER events (manual 2.0; 16 types) and commitments come out, by
their words alone: who and where those words stand for is the next room's work. Each event carries a
status - actual, denied, planned, threatened, requested, possible, conditional - and the chain of those
on whose word it rests. What is only threatened or conditional never comes out as actual.
"""

from __future__ import annotations

from sayso.code.acts import tell
from sayso.code.commitments import commitments
from sayso.code.conditions import conditioned, conditions
from sayso.code.denials import alleged, denied
from sayso.code.events import events
from sayso.code.threats import aimed, spoken, threatened
from sayso.code.voices import voiced
from sayso.records import Annotated, Attribution, Coded
from sayso.syntax import Tree

__all__ = ["code"]


def code(annotated: Annotated, attributions: tuple[Attribution, ...]) -> Coded:
    """
    Events e1, e2, ... one for each telling, commitments c1, c2, ... in text order, and the attributions with
    the stance of what is committed to in them.
    """
    tree = Tree(annotated)
    found = conditions(tree, attributions)
    told = conditioned(tree, tell(tree, attributions), found)
    told = denied(tree, alleged(tree, told), attributions)
    told = threatened(tree, told, {one.id: one for one in attributions}, found)
    sayings = spoken(tree, told, attributions, found)
    told = [aimed(one, sayings) for one in told]
    held = {one.trigger.index for one in told}
    told = [*told, *(one for one in sayings if one.trigger.index not in held)]
    told.sort(key=lambda one: one.trigger.index)
    written = events(tree, told, attributions)
    made = commitments(tree, told, written, attributions, found)
    return Coded(events=written, commitments=made, attributions=voiced(attributions, made))
