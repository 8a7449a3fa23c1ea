"""`sayso add`: reports into the ledger, each once, with a summary of what became of them."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from sayso.publish.terminal import shortened
from sayso.publish.words import counted
from sayso.serve.cli import UNREADABLE, Session, pass_session
from sayso.serve.options import json_option, published_option
from sayso.serve.output import note, write, write_json
from sayso.serve.read import read_safely

if TYPE_CHECKING:
    from sayso.ledger import Ledger
    from sayso.records import Acquired, Refused

PATIENCE = 2.0  # seconds before progress is shown
REFRESH = 0.2
REASONS_SHOWN = 10
STOPPED = 130  # as a shell says of a program ended by Ctrl-C
EXAMPLES = """
\b
Examples:
  sayso add reports/ more.jsonl https://example.org/news/1.html
  sayso --ledger crisis.db add dump.jsonl --json
  zcat dump.jsonl.gz | sayso add -
"""


class Outcome(Struct, frozen=True):
    """What became of one input: added, unchanged or skipped, and for the last why."""

    origin: str
    became: str
    report: str | None = None
    line: int | None = None
    why: str | None = None


@click.command("add", short_help="Put reports into the ledger.", epilog=EXAMPLES)
@click.argument("sources", metavar="PATH|URL|-...", nargs=-1, required=True)
@click.option("--outlet", metavar="NAME", help="Who publishes them, where the input does not say.")
@published_option
@click.option("--allow-private", is_flag=True, help="Fetch from private and loopback addresses too.")
@json_option
@pass_session
def add_command(
    session: Session,
    sources: tuple[str, ...],
    outlet: str | None,
    published: str | None,
    allow_private: bool,
    as_json: bool,
) -> None:
    """
    Add reports to the ledger: files, folders, JSON Lines, URLs.

    A report that is there already changes nothing. What cannot be read is skipped, kept with its reason,
    and told at the end; then the exit code is 1.
    """
    from sayso.acquire import Sandbox, acquire
    from sayso.ledger import Ledger

    outcomes: list[Outcome] = []
    stopped = False
    with Ledger.open(session.ledger, write=True) as ledger, Sandbox() as sandbox, Progress() as progress:
        ask = partial(acquire, outlet=outlet, published=published, allow_private=allow_private)
        try:
            for source in sources:
                for outcome in _kept(ledger, ask(source, stdin=sys.stdin.buffer, sandbox=sandbox)):
                    outcomes.append(outcome)
                    progress.step(outcome)
        except KeyboardInterrupt:
            stopped = True
    _tell(session.ledger, outcomes, as_json)
    if stopped:
        note("stopped; what was added is kept, and the same command goes on from there")
        raise SystemExit(STOPPED)
    if any(outcome.became == "skipped" for outcome in outcomes) or not outcomes:
        raise SystemExit(UNREADABLE)


def _kept(ledger: Ledger, found: Iterator[Acquired | Refused]) -> Iterator[Outcome]:
    from sayso.records import Refused

    for item in found:
        if not isinstance(item, Refused) and ledger.has(item):
            yield Outcome(item.origin, "unchanged", item.report.id, item.line)
            continue
        result = item if isinstance(item, Refused) else read_safely(item)
        if isinstance(result, Refused):
            ledger.add_refused(result)
            yield Outcome(result.origin, "skipped", None, result.line, result.error)
        else:
            assert not isinstance(item, Refused)
            yield Outcome(item.origin, ledger.add(item, result), item.report.id, item.line)


# ------------------------------------------------------------------ what is told
def _tell(path: Path, outcomes: list[Outcome], as_json: bool) -> None:
    counts = {
        name: sum(outcome.became == name for outcome in outcomes)
        for name in ("added", "unchanged", "skipped")
    }
    skipped = [outcome for outcome in outcomes if outcome.became == "skipped"]
    if as_json:
        write_json({"ledger": str(path), **counts, "reports": outcomes})
        return
    write(
        f"{counted(counts['added'], 'report')} added, {counts['unchanged']:,} unchanged, "
        f"{counts['skipped']:,} skipped  ({path})\n"
    )
    for outcome in skipped[:REASONS_SHOWN]:
        place = f"{outcome.origin}, line {outcome.line}" if outcome.line else outcome.origin
        note(f"skipped {place}: {outcome.why}")
    if len(skipped) > REASONS_SHOWN:
        note(f"and {len(skipped) - REASONS_SHOWN:,} more; --json lists them all")
    if not outcomes:
        note("there was no report in what was given")


class Progress:
    """One line on standard error that keeps itself up to date; shown only on a terminal, after a while."""

    def __init__(self) -> None:
        self._seen = 0
        self._begun = time.monotonic()
        self._shown = self._begun + PATIENCE - REFRESH
        self._on = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._drawn = False

    def __enter__(self) -> Progress:
        return self

    def step(self, outcome: Outcome) -> None:
        """Count one more; redraw when it is time."""
        self._seen += 1
        now = time.monotonic()
        if not self._on or now - self._shown < REFRESH:
            return
        self._shown, self._drawn = now, True
        rate = self._seen / max(now - self._begun, 0.001)
        sys.stderr.write(
            f"\r\x1b[K{self._seen:,} reports, {rate:.1f} a second  {shortened(outcome.origin, 50)}"
        )
        sys.stderr.flush()

    def __exit__(self, *error: object) -> None:
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
