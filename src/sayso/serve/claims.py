"""`sayso claims` and `sayso commitments`: what any number of reports tell, counted by their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from sayso.publish.brief import count, ranked
from sayso.publish.dates import day, days
from sayso.publish.tables import Column
from sayso.publish.words import STATUS_WORDS, codes
from sayso.records import Claim, Standing
from sayso.serve.cli import Session, pass_session
from sayso.serve.known import Known, known
from sayso.serve.options import as_moment, as_of_option, asked_of, filter_options, form_options
from sayso.serve.output import Asked, write_rows

if TYPE_CHECKING:
    from sayso.ledger.filters import Filter

EMPTY = "no claims here; add reports with: sayso add FILE..."
NONE_MATCH = "none of the ledger's {} match; sayso {} without filters lists them"
CLAIMS_EXAMPLE = """
\b
Example:
  sayso claims --actor IRN --status threatened --since 2020-11-16 --as-of 2020-11-20
"""
COMMITMENTS_EXAMPLE = """
\b
Example:
  sayso commitments --actor IRN --type threat --as-of 2020-11-21 --json
"""


def _range(pair: tuple[int, int]) -> str:
    return str(pair[0]) if pair[0] == pair[1] else f"{pair[0]}-{pair[1]}"


def _first(days: tuple[str, str] | None) -> str:
    return days[0] if days else ""


def _last(days: tuple[str, str] | None) -> str:
    return days[1] if days else ""


CLAIM_COLUMNS = (
    Column("id", lambda row: row.id),
    Column("status", lambda row: row.status, only="csv"),
    Column("status", lambda row: STATUS_WORDS.get(row.status, row.status), only="table"),
    Column("type", lambda row: row.type),
    Column("actor", lambda row: "; ".join(row.actor), only="csv"),
    Column("recipient", lambda row: "; ".join(row.recipient), only="csv"),
    Column("who", lambda row: codes(row.actor, row.recipient), least=12, only="table"),
    Column("first_day", lambda row: _first(row.date), only="csv"),
    Column("last_day", lambda row: _last(row.date), only="csv"),
    Column("when", lambda row: days(row.date), least=15, only="table"),
    Column("place", lambda row: row.place.name if row.place else "", least=8, rank=1),
    Column("reports", lambda row: str(count(row)), right=True),
    Column("origins", lambda row: _range(row.origins), only="csv"),
    Column("independent", lambda row: _range(row.independent), right=True),
    Column("contested", lambda row: "yes" if row.contested else ""),
    Column("depends_on", lambda row: "; ".join(row.depends_on), only="csv"),
    Column("title", lambda row: row.title, only="csv"),
)
STANDING_COLUMNS = (
    Column("id", lambda row: row.id),
    Column("state", lambda row: row.state),
    Column("kind", lambda row: row.kind),
    Column("by", lambda row: row.by, only="csv"),
    Column("to", lambda row: row.to, only="csv"),
    Column("who", lambda row: codes((row.by,), () if row.to == "---" else (row.to,)), only="table"),
    Column("issued_first", lambda row: _first(row.issued), only="csv"),
    Column("issued_last", lambda row: _last(row.issued), only="csv"),
    Column("condition", lambda row: row.condition, only="csv"),
    Column("consequence", lambda row: row.consequence, only="csv"),
    Column("if", lambda row: row.condition, least=16, only="table"),
    Column("then", lambda row: row.consequence, least=16, only="table"),
    Column("deadline", lambda row: row.deadline or "", only="csv"),
    Column("by when", lambda row: day(row.deadline) if row.deadline else "", only="table"),
    Column("reports", lambda row: str(count(row)), right=True),
    Column("independent", lambda row: _range(row.independent), right=True),
    Column("why", lambda row: row.why, only="csv"),
)


@click.command("claims", short_help="What is claimed, and by how many sources.", epilog=CLAIMS_EXAMPLE)
@filter_options("actor", "recipient", "type", "status", "since", "until", "outlet")
@as_of_option
@form_options
@pass_session
def claims_command(session: Session, as_of: str | None, **options: Any) -> None:
    """
    What is claimed: each event once, with its reports and its independent sources.

    A claim is never listed by its reports alone: `independent` counts the sources left when copies and
    re-reports are folded together.
    """
    from sayso.serve.wanted import fits_claim

    asked, wanted = _split(options)
    now = _known(session, as_of)
    rows: list[Claim] = ranked(claim for claim in now.claims if fits_claim(wanted, claim))
    _write("claims", rows, len(now.claims), CLAIM_COLUMNS, asked)


@click.command(
    "commitments", short_help="Threats, promises, orders, and how they stand.", epilog=COMMITMENTS_EXAMPLE
)
@filter_options("actor", "recipient", "kind", "state", "since", "until", "outlet")
@as_of_option
@form_options
@pass_session
def commitments_command(session: Session, as_of: str | None, **options: Any) -> None:
    """
    Threats, warnings, promises, orders, demands and refusals, and how each stands.

    State: armed (standing), approaching, tripped (its condition was met), kept, expired, withdrawn. Without
    --as-of they stand as on the day of the newest report.
    """
    from sayso.serve.wanted import fits_standing

    asked, wanted = _split(options)
    standings: tuple[Standing, ...] = _known(session, as_of).standings()
    rows = [standing for standing in standings if fits_standing(wanted, standing)]
    _write("commitments", rows, len(standings), STANDING_COLUMNS, asked)


def _known(session: Session, as_of: str | None) -> Known:
    from sayso.ledger import Ledger

    moment = as_moment(as_of, end=True)
    with Ledger.open(session.ledger) as ledger:
        return known(ledger, moment)


def _split(options: dict[str, Any]) -> tuple[Asked, Filter]:
    from sayso.ledger.filters import Filter
    from sayso.serve.wanted import checked

    asked = asked_of(*(options.pop(name) for name in ("as_json", "as_csv", "limit")))
    return asked, checked(Filter(**options))


def _write(name: str, rows: list[Any], of: int, shown: tuple[Column, ...], asked: Asked) -> None:
    empty = NONE_MATCH.format(name, name) if of else EMPTY.replace("claims", name)
    cut = rows[: asked.rows] if asked.rows else rows
    write_rows(name, cut, len(rows), shown, asked, empty=empty)
