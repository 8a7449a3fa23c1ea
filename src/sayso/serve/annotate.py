"""`sayso annotate`: what the language engine sees in a report, before anything is made of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from sayso.publish import encode
from sayso.serve.inputs import each, safely
from sayso.serve.options import input_options, json_option
from sayso.serve.output import style, write_one

if TYPE_CHECKING:
    from sayso.records import Acquired, Annotated, Refused

EXAMPLES = """
\b
Examples:
  sayso annotate report.txt
  sayso annotate https://example.org/news/1.html --json
  cat reports.jsonl | sayso annotate - --json > annotations.jsonl
"""


@click.command("annotate", short_help="Show what the language engine sees in a report.", epilog=EXAMPLES)
@click.argument("source", metavar="FILE|URL|-")
@input_options
@json_option
def annotate_command(
    source: str, outlet: str | None, published: str | None, allow_private: bool, as_json: bool
) -> None:
    """
    Show what the language engine sees in a report, sentence by sentence. Nothing is stored.

    Under each sentence stand its predicates, how surely each happened (from -3, certainly not, to +3,
    certainly) with who did what to whom, and the names; at the end who is who. JSON Lines of reports with
    --json give one object a line, in order, with the syntax and the attributions as well.
    """
    show_one = partial(show, as_json=as_json)
    each(source, annotate_safely, show_one, outlet=outlet, published=published, allow_private=allow_private)


def show(annotated: Annotated, first: bool, *, as_json: bool) -> None:
    """One report on standard output, at once, as a line of JSON or for people."""
    from sayso.publish.annotation import annotation, as_dict

    shown = encode.as_json(as_dict(annotated)) if as_json else annotation(annotated, style())
    write_one(shown, first=first, as_json=as_json)


def annotate_safely(item: Acquired) -> Annotated | Refused:
    """What the engine says of one report, or its refusal; see `sayso.serve.inputs.safely` for the errors."""
    from sayso.annotate import annotate

    return safely(annotate, item)
