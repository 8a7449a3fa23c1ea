"""`sayso rebuild` and `sayso doctor`: everything made again from the kept bytes, and is the ledger sound?"""

from __future__ import annotations

import click

from sayso.publish.words import counted
from sayso.serve.cli import LEDGER, UNREADABLE, Session, pass_session
from sayso.serve.options import json_option
from sayso.serve.output import note, write, write_json

REBUILD_EXAMPLE = """
\b
Example:
  sayso --ledger crisis.db rebuild
"""
DOCTOR_EXAMPLE = """
\b
Example:
  sayso --ledger crisis.db doctor --json
"""


@click.command("rebuild", short_help="Read every report again.", epilog=REBUILD_EXAMPLE)
@json_option
@pass_session
def rebuild_command(session: Session, as_json: bool) -> None:
    """
    Read every report of the ledger again from what was kept of it.

    Use it after an upgrade. Readings that come out the same are left alone; older ones stay in the file.
    """
    from sayso.ledger import Ledger
    from sayso.records import Refused
    from sayso.serve.inputs import refusal
    from sayso.serve.read import read_safely

    counts = {"changed": 0, "unchanged": 0, "failed": 0}
    with Ledger.open(session.ledger, write=True, create=False) as ledger:
        for item in list(ledger.sources()):
            result = read_safely(item)
            if isinstance(result, Refused):
                counts["failed"] += 1
                note(f"sayso: {refusal(result)}")
                continue
            became = ledger.replace_reading(item.report.id, result)
            counts["changed" if became == "added" else "unchanged"] += 1
    if as_json:
        write_json({"ledger": str(session.ledger), **counts})
    else:
        write(
            f"{counted(sum(counts.values()), 'report')} read again: {counts['changed']:,} changed, "
            f"{counts['unchanged']:,} unchanged, {counts['failed']:,} failed\n"
        )
    if counts["failed"]:
        raise SystemExit(UNREADABLE)


@click.command("doctor", short_help="Check the ledger.", epilog=DOCTOR_EXAMPLE)
@json_option
@pass_session
def doctor_command(session: Session, as_json: bool) -> None:
    """Check the ledger: its file, its full text, its bytes, and that every row rests on its reading."""
    from sayso.ledger import Ledger

    with Ledger.open(session.ledger) as ledger:
        checked = ledger.check()
    if as_json:
        write_json({"ledger": str(session.ledger), "sound": checked.sound, "problems": checked.problems,
                    "counts": checked.counts, "sqlite": checked.sqlite})  # fmt: skip
    else:
        write(
            f"{session.ledger}: {'sound' if checked.sound else counted(len(checked.problems), 'problem')}\n"
        )
        write("".join(f"  {name:<14} {number:>12,}\n" for name, number in checked.counts.items() if number))
        write(f"  SQLite {checked.sqlite}\n")
    for problem in checked.problems:
        note(problem)
    if not checked.sound:
        raise SystemExit(LEDGER)
