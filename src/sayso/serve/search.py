"""`sayso search`: reports by their words."""

from __future__ import annotations

import click

from sayso.publish.tables import Column
from sayso.serve.cli import Session, pass_session
from sayso.serve.options import asked_of, form_options
from sayso.serve.output import write_rows

EXAMPLES = """
\b
Example:
  sayso search Ghaani Baghdad --limit 10
"""
COLUMNS = (
    Column("report", lambda row: row.report),
    Column("published", lambda row: (row.published or "")[:10], only="table"),
    Column("published", lambda row: row.published or "", only="csv"),
    Column("outlet", lambda row: row.outlet or "", least=12, rank=1),
    Column("title", lambda row: row.title or "", least=20),
    Column("words", lambda row: row.snippet, least=24),
    Column("url", lambda row: row.url or "", only="csv"),
)


@click.command("search", short_help="Find reports by their words.", epilog=EXAMPLES)
@click.argument("words", nargs=-1, required=True)
@form_options
@pass_session
def search_command(
    session: Session, words: tuple[str, ...], as_json: bool, as_csv: bool, limit: int | None
) -> None:
    """Find reports that hold all the words, newest first. The words found stand in [brackets]."""
    from sayso.ledger import Ledger

    asked = asked_of(as_json, as_csv, limit)
    with Ledger.open(session.ledger) as ledger:
        rows, total = ledger.search(" ".join(words), asked.rows or None), ledger.hits(" ".join(words))
    write_rows("reports", rows, total, COLUMNS, asked, empty="no report holds all of these words")
