"""`sayso classify`: what kind of event each report tells, in ACLED's sub-event types, and by which words."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from functools import partial
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from sayso.errors import EngineError, SaysoError, TableError
from sayso.publish import encode
from sayso.publish.terminal import shortened, visible
from sayso.serve.add import Outcome, Progress
from sayso.serve.cli import UNREADABLE
from sayso.serve.inputs import each, safely
from sayso.serve.options import json_option
from sayso.serve.output import note, write

if TYPE_CHECKING:
    from sayso.publish.subevents import SubEvent
    from sayso.records import Acquired, Refused, Report

WORDS_SHOWN = 6
KEY_COLUMN, TYPE_COLUMN, WORDS_COLUMN = 30, 30, 100
EXAMPLES = """
\b
Examples:
  sayso classify note.txt
  sayso classify notes.jsonl --json > types.jsonl
  echo "Police fired tear gas at marchers in Osk." | sayso classify
"""


class Classified(Struct, frozen=True):
    """A report and the kind of event it tells."""

    origin: str
    report: Report
    found: SubEvent


@click.command("classify", short_help="Tell the ACLED sub-event type of short reports.", epilog=EXAMPLES)
@click.argument("sources", metavar="[FILE...]", nargs=-1)
@json_option
def classify_command(sources: tuple[str, ...], as_json: bool) -> None:
    """
    Tell what kind of event each report tells: one of 30 types, ACLED's names for it, and the words it rests
    on. Nothing is stored.

    A FILE is a text, a page or JSON Lines of reports, each a short text about one event; "-", or no FILE,
    is standard input. One line comes out for each report, in order. What cannot be read is told on
    standard error and the rest goes on; then the exit code is 1.
    """
    given = sources or ("-",)
    quiet = sys.stdout.isatty()  # there the lines themselves show how far it is
    with nullcontext() if quiet else Progress() as progress:
        show_one = partial(show, as_json=as_json, progress=progress)
        failed = [source for source in given if not _through(source, show_one)]
    if failed:
        raise SystemExit(UNREADABLE)


def _through(source: str, show_one: Any) -> bool:
    """One input from first to last; False where something in it was not read, which has been told."""
    try:
        each(source, classify_safely, show_one)
    except (EngineError, TableError):
        raise
    except SaysoError as error:
        note(f"sayso: {error}")
        return False
    except SystemExit:
        return False
    return True


def classify_safely(item: Acquired) -> Classified | Refused:
    """The kind of event of one report, or its refusal; see `sayso.serve.inputs.safely` for the errors."""
    from sayso.publish.subevents import classified
    from sayso.records import Refused

    made = safely(classified, item)
    return made if isinstance(made, Refused) else Classified(item.origin, item.report, made)


def show(made: Classified, first: bool, *, as_json: bool, progress: Progress | None = None) -> None:  # noqa: ARG001
    """One report's line on standard output, at once."""
    line = encode.as_json(as_dict(made)) if as_json else as_line(made)
    write(f"{line}\n")
    sys.stdout.flush()
    if progress:
        progress.step(Outcome(made.origin, "read"))


def as_dict(made: Classified) -> dict[str, Any]:
    """The object that `--json` writes; `span` in characters of the report's text, weights as they add up."""
    found = made.found
    return {
        "id": made.report.id,
        "key": made.report.key,
        "type": found.type,
        "acled": {"event_type": found.acled_event, "sub_event_type": found.acled_sub_event},
        "score": found.score,
        "margin": found.margin,
        "why": [
            {"words": one.words, "span": one.span, "for": one.type, "weight": one.weight, "why": one.why}
            for one in found.why
        ],
    }


def as_line(made: Classified) -> str:
    """`KEY  TYPE  Event type: Sub-event type · words, words` on one line."""
    found = made.found
    acled = f"{found.acled_event}: {found.acled_sub_event}" if found.acled_event else "outside ACLED"
    words = list(dict.fromkeys(visible(one.words).lower() for one in found.why))[:WORDS_SHOWN]
    key = f"{shortened(made.report.key, KEY_COLUMN)}  " if made.report.key else ""
    rest = f" · {shortened(', '.join(words), WORDS_COLUMN)}" if words else ""
    return f"{key}{found.type:{TYPE_COLUMN}} {acled}{rest}"
