"""
Annotated sentences and chains go in, PLOVER events (manual 2.0; 16 types) and commitments come out, by
their words alone: who and where those words stand for is the next room's work. Each event carries a
status - actual, denied, planned, threatened, requested, possible, conditional - and the chain of those
on whose word it rests. What is only threatened or conditional never comes out as actual.
"""

from __future__ import annotations

from sayso.code.acts import acts
from sayso.code.commitments import commitments
from sayso.code.events import events
from sayso.records import Annotated, Attribution, Coded
from sayso.syntax import Tree

__all__ = ["code"]


def code(annotated: Annotated, attributions: tuple[Attribution, ...]) -> Coded:
    """Events e1, e2, ... one for each telling, and commitments c1, c2, ... in text order."""
    tree = Tree(annotated)
    told = acts(tree, attributions)
    found = events(tree, told, attributions)
    return Coded(events=found, commitments=commitments(tree, told, found, attributions))
