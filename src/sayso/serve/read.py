"""`sayso read`: one report shown whole, or many as JSON Lines; nothing is stored."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from sayso.publish import encode
from sayso.serve.inputs import each, safely
from sayso.serve.options import input_options, json_option
from sayso.serve.output import style, write_one

if TYPE_CHECKING:
    from sayso.records import Acquired, Reading, Refused

EXAMPLES = """
\b
Examples:
  sayso read report.txt --outlet "Arutz Sheva" --published 2020-11-20T20:05:00+02:00
  sayso read https://example.org/news/1.html --json
  cat reports.jsonl | sayso read - --json > readings.jsonl
"""


@click.command("read", short_help="Show one report whole; nothing is stored.", epilog=EXAMPLES)
@click.argument("source", metavar="FILE|URL|-")
@input_options
@json_option
def read_command(
    source: str, outlet: str | None, published: str | None, allow_private: bool, as_json: bool
) -> None:
    """
    Read one report and show it whole: who says so, events, commitments, dates. Nothing is stored.

    JSON Lines of reports with --json give one reading a line, in order.
    """
    show_one = partial(show, as_json=as_json)
    each(source, read_safely, show_one, outlet=outlet, published=published, allow_private=allow_private)


def show(reading: Reading, first: bool, *, as_json: bool) -> None:
    """One reading on standard output, at once, as a line of JSON or as a tree."""
    from sayso.publish.tree import tree

    shown = encode.as_json(reading) if as_json else tree(reading, style())
    write_one(shown, first=first, as_json=as_json)


def read_safely(item: Acquired) -> Reading | Refused:
    """The reading of one report, or its refusal; see `sayso.serve.inputs.safely` for the errors."""
    from sayso.reading import read_report

    return safely(read_report, item)
