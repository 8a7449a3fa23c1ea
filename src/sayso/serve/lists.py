"""`sayso reports`, `attributions`, `events`: the ledger's rows, filtered; `actors` lists with it, too."""

from __future__ import annotations

from typing import Any

import click

from sayso.publish.dates import days
from sayso.publish.tables import Column
from sayso.publish.words import STATUS_WORDS, codes
from sayso.serve.cli import Session, pass_session
from sayso.serve.options import asked_of, filter_options, form_options
from sayso.serve.output import write_rows

EMPTY = "the ledger holds no {}; add reports with: sayso add FILE..."
NONE_MATCH = "none of the ledger's {} match; without filters all are listed"


def _text(name: str) -> Any:
    return lambda row: "" if getattr(row, name) is None else str(getattr(row, name))


def _plain(*names: str, only: str = "") -> tuple[Column, ...]:
    return tuple(Column(name, _text(name), only=only) for name in names)


def _joined(name: str, mark: str = "; ") -> Any:
    return lambda row: mark.join(getattr(row, name))


def _edge(place: int) -> Any:
    return lambda row: row.date[place] if row.date else ""


def _published(row: Any) -> str:
    return (row.published or "")[:10]


REPORTS = (
    *_plain("id"),
    Column("published", _published, only="table"),
    *_plain("published", only="csv"),
    Column("outlet", _text("outlet"), least=12),
    Column("title", _text("title"), least=24),
    Column("attributions", _text("attributions"), right=True, rank=3),
    Column("events", _text("events"), right=True, rank=1),
    Column("commitments", _text("commitments"), right=True, rank=2),
    *_plain("byline", "language", "url", "key", "origin", "line", "sha256", "skipped", only="csv"),
)
SPOKEN = (
    Column("chain", _joined("chain", " ‹ "), least=20, rank=1, keep_end=True),
    Column("sentence", _text("sentence"), least=24, rank=3),
)
WHERE = _plain("report", "key", "outlet", "published", "start", "end", only="csv")
ATTRIBUTIONS = (
    *_plain("id", "stance"),
    Column("source_type", _text("source_type"), rank=2),
    Column("source_actor", _text("source_actor"), rank=3),
    Column("source", _text("source"), only="csv"),
    Column("chain", _joined("chain", " ‹ "), least=24, keep_end=True),
    Column("cue", _text("cue"), least=8, rank=1),
    Column("content", _text("content"), least=20),
    *_plain("quote", "parent", "confidence", "sentence", only="csv"),
    *WHERE,
)
EVENTS = (
    *_plain("id"),
    *_plain("status", only="csv"),
    Column("status", lambda row: STATUS_WORDS.get(row.status, row.status), only="table"),
    *_plain("type"),
    *_plain("mode", only="csv"),
    Column("actor", _joined("actor"), only="csv"),
    Column("recipient", _joined("recipient"), only="csv"),
    Column("who", lambda row: codes(row.actor, row.recipient), least=12, only="table"),
    Column("first_day", _edge(0), only="csv"),
    Column("last_day", _edge(1), only="csv"),
    Column("when", lambda row: days(row.date), least=15, only="table"),
    Column("place", _text("place"), least=8, rank=2),
    *_plain("country", "lat", "lon", "source_type", "words", only="csv"),
    *SPOKEN,
    *WHERE,
)
ACTORS = (
    *_plain("actor"),
    Column("name", _text("name"), least=16),
    *(Column(name, _text(name), right=True) for name in ("mentions", "reports")),
    *_plain("first", "last"),
    Column("via", _joined("via"), least=12, rank=1),
)


@click.command(
    "reports",
    short_help="The reports of the ledger.",
    epilog="\b\nExample:\n  sayso reports --outlet 'Arutz Sheva' --since 2020-11-16 --csv",
)
@filter_options("since", "until", "outlet", "text")
@form_options
@pass_session
def reports_command(session: Session, **options: Any) -> None:
    """The reports of the ledger, oldest first, with how much was read in each."""
    listed(session, "reports", REPORTS, options)


@click.command(
    "attributions",
    short_help="Who said what.",
    epilog="\b\nExample:\n  sayso attributions --source-type anonymous_official --actor IRQ --json",
)
@filter_options("actor", "source-type", "since", "until", "outlet", "text")
@form_options
@pass_session
def attributions_command(session: Session, **options: Any) -> None:
    """Who said what: source, cue and content, with the chain from the outlet down to the source."""
    listed(session, "attributions", ATTRIBUTIONS, options)


@click.command(
    "events",
    short_help="Events as each report tells them.",
    epilog="\b\nExample:\n  sayso events --actor IRN --recipient USA --type THREATEN --since 2020-11-16",
)
@filter_options("actor", "recipient", "type", "status", "since", "until", "source-type", "outlet", "text")
@form_options
@pass_session
def events_command(session: Session, **options: Any) -> None:
    """
    Events as each report tells them; `sayso claims` folds the tellings of one event together.

    What is denied, planned, threatened, asked for or possible is listed with that word; --status actual
    leaves only what is told as having happened.
    """
    listed(session, "events", EVENTS, options)


def listed(session: Session, name: str, shown: tuple[Column, ...], options: dict[str, Any]) -> None:
    """Write the rows of one kind that pass the filters."""
    from sayso.ledger import Ledger, query
    from sayso.ledger.filters import Filter

    asked = asked_of(*(options.pop(option) for option in ("as_json", "as_csv", "limit")))
    with Ledger.open(session.ledger) as ledger:
        rows, total = getattr(query, name)(ledger, Filter(limit=asked.rows or None, **options))
    filtered = any(value is not None for value in options.values())
    write_rows(name, rows, total, shown, asked, empty=(NONE_MATCH if filtered else EMPTY).format(name))
