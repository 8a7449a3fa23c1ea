"""`sayso read`: one report shown whole, or many as JSON Lines; nothing is stored."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from sayso.errors import EngineError, InputError, SaysoError, TableError
from sayso.publish import encode
from sayso.publish.terminal import shortened
from sayso.serve.cli import UNREADABLE
from sayso.serve.options import json_option, published_option
from sayso.serve.output import note, style, write

if TYPE_CHECKING:
    from sayso.records import Acquired, Reading, Refused, Report

EXAMPLES = """
\b
Examples:
  sayso read report.txt --outlet "Arutz Sheva" --published 2020-11-20T20:05:00+02:00
  sayso read https://example.org/news/1.html --json
  cat reports.jsonl | sayso read - --json > readings.jsonl
"""


@click.command("read", short_help="Show one report whole; nothing is stored.", epilog=EXAMPLES)
@click.argument("source", metavar="FILE|URL|-")
@click.option("--outlet", metavar="NAME", help="Who publishes it, where the input does not say.")
@published_option
@click.option("--allow-private", is_flag=True, help="Fetch from private and loopback addresses too.")
@json_option
def read_command(
    source: str, outlet: str | None, published: str | None, allow_private: bool, as_json: bool
) -> None:
    """
    Read one report and show it whole: who says so, events, commitments, dates. Nothing is stored.

    JSON Lines of reports with --json give one reading a line, in order.
    """
    from sayso.acquire import acquire

    found = acquire(
        source, outlet=outlet, published=published, allow_private=allow_private, stdin=sys.stdin.buffer
    )
    readings = 0
    refusals: list[Refused] = []
    for readings, reading in enumerate(_readings(found, refusals), 1):
        show(reading, as_json=as_json, first=readings == 1)
    if not readings and not refusals:
        raise InputError("S199", "there is no report here", saw=source, do="give a file with text in it")
    if refusals:
        raise SystemExit(UNREADABLE)


def show(reading: Reading, *, as_json: bool, first: bool) -> None:
    """One reading on standard output, at once, as a line of JSON or as a tree."""
    from sayso.publish.tree import tree

    if as_json:
        write(f"{encode.as_json(reading)}\n")
    else:
        write(tree(reading, style()) if first else f"\n{'─' * style().width}\n\n{tree(reading, style())}")
    sys.stdout.flush()


def _readings(found: Iterator[Acquired | Refused], refusals: list[Refused]) -> Iterator[Reading]:
    from sayso.records import Refused

    for item in found:
        result = item if isinstance(item, Refused) else read_safely(item)
        if isinstance(result, Refused):
            refusals.append(result)
            note(f"sayso: {refusal(result)}")
        else:
            yield result


def read_safely(item: Acquired) -> Reading | Refused:
    """
    The reading of one report, or its refusal: whatever goes wrong with one report stays with it.

    An error that is none of Sayso's own is a fault of the program; it is told with its kind, so that it
    can be reported, and the reports after it are still read. A broken installation is no report's fault:
    it stops the whole command.

    Raises:
        EngineError: the language engine cannot start. TableError: a table cannot be read.
    """
    from sayso.reading import read_report
    from sayso.records import Refused

    try:
        return read_report(item.report)
    except (EngineError, TableError):
        raise
    except SaysoError as error:
        return Refused(item.origin, str(error), item.line, item.raw)
    except Exception as error:
        return Refused(item.origin, str(fault(error, item.report)), item.line, item.raw)


def fault(error: Exception, report: Report) -> SaysoError:
    """The coded error for a fault of the program while it read one report."""
    words = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return InputError(
        "S190",
        "reading this report failed, through a fault in Sayso",
        saw=f"{shortened(words, 160)} in {shortened(report.title or report.text, 60)!r}",
        do="please report it with the text",
    )


def refusal(refused: Refused) -> str:
    """Where and why, on one line."""
    place = f"{refused.origin}, line {refused.line}" if refused.line else refused.origin
    return f"{place}: {refused.error}"
