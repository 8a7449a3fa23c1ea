"""`sayso chain`: a claim, event, commitment or attribution down to the words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from sayso.errors import QueryError
from sayso.publish.brief import count
from sayso.publish.parties import parties
from sayso.publish.provenance import Provenance, chain_text, provenance
from sayso.publish.reasons import reasons
from sayso.publish.words import STATUS_WORDS, support
from sayso.records import Attribution, Claim, Commitment, Event, Reading, Spans, Standing
from sayso.serve.cli import Session, pass_session
from sayso.serve.options import json_option
from sayso.serve.output import style, write, write_json

if TYPE_CHECKING:
    from sayso.ledger import Ledger

Item = Event | Commitment | Attribution
EXAMPLES = """
\b
Examples:
  sayso chain 0123456789abcdef:e1     an event, as `sayso events` lists it
  sayso chain c-4f0e6a                a claim, as `sayso claims` lists it
"""


class Traced(Struct, frozen=True):
    """An id followed down: what it is, in words, and where every report says it."""

    id: str
    kind: str
    head: str
    tellings: list[Provenance]


@click.command("chain", short_help="Follow an id down to the words.", epilog=EXAMPLES)
@click.argument("name", metavar="ID")
@json_option
@pass_session
def chain_command(session: Session, name: str, as_json: bool) -> None:
    """
    Follow a claim, event, commitment or attribution down to the words: who says so through whom, and the
    sentence as printed.
    """
    from sayso.ledger import Ledger

    with Ledger.open(session.ledger) as ledger:
        traced = trace(ledger, name)
    if as_json:
        write_json(traced)
    else:
        write(chain_text(traced.head, traced.tellings, style()))


def trace(ledger: Ledger, name: str) -> Traced:
    """
    What an id stands for, down to the words.

    Raises:
        QueryError: S331, nothing bears this id.
    """
    report, _, inner = name.rpartition(":")
    if report and inner and not inner.startswith("//"):
        found = _in_report(ledger.reading(report), name, inner)
        if found:
            return found
    return _over_reports(ledger, name)


def _in_report(reading: Reading, name: str, inner: str) -> Traced | None:
    items: list[Item] = [*reading.events, *reading.commitments, *reading.attributions]
    for item in items:
        if item.id == inner:
            kind, head, innermost, spans = _described(reading, item)
            why = reasons(reading, item) if isinstance(item, Event) else ()
            return Traced(name, kind, head, [provenance(reading, innermost, spans, reasons=why)])
    return None


def _described(reading: Reading, item: Item) -> tuple[str, str, str | None, Spans]:
    if isinstance(item, Event):
        status = STATUS_WORDS.get(item.status, item.status)
        return (
            "event",
            f"{status} {item.type} {parties(item.actor, item.recipient)}",
            item.according_to,
            item.mentions,
        )
    if isinstance(item, Commitment):
        to = () if item.to == "---" else (item.to,)
        spans = (*item.consequence, *item.condition)
        return "commitment", f"{item.kind} {parties((item.by,), to)}", item.attribution, spans
    return "attribution", f"attribution in {reading.report.title or reading.report.id}", item.id, item.content


def _over_reports(ledger: Ledger, name: str) -> Traced:
    from sayso.serve.known import known

    now = known(ledger)
    for claim in now.claims:
        if claim.id == name:
            return Traced(name, "claim", _claim_head(claim), list(_tellings(ledger, claim)))
    for standing in now.standings():
        if standing.id == name:
            return Traced(name, "commitment", _standing_head(standing), list(_tellings(ledger, standing)))
    raise QueryError(
        "S331",
        "nothing bears this id",
        saw=repr(name),
        do="ids are listed by `sayso claims`, `sayso commitments`, `sayso events` and `sayso attributions`",
    )


def _claim_head(claim: Claim) -> str:
    status = STATUS_WORDS.get(claim.status, claim.status)
    told = support(count(claim), claim.independent)
    return f"{status} {claim.type} {parties(claim.actor, claim.recipient)} — {told}"


def _standing_head(standing: Standing) -> str:
    who = parties((standing.by,), () if standing.to == "---" else (standing.to,))
    return f"{standing.state} {standing.kind} {who} — {support(count(standing), standing.independent)}"


def _tellings(ledger: Ledger, row: Claim | Standing) -> Iterator[Provenance]:
    readings: dict[str, Reading] = {}
    for telling in row.spans:
        # An event's id begins with its report's id, which is unique; two reports may share one key.
        name, _, inner = (telling.event or "").rpartition(":")
        name = name or telling.report
        if name not in readings:
            readings[name] = ledger.reading(name)
        reading = readings[name]
        event = next((each for each in reading.events if each.id == inner), None)
        innermost = event.according_to if event else _innermost(reading, inner)
        why = reasons(reading, event) if event else ()
        yield provenance(reading, innermost, ((telling.start, telling.end),), telling.stance, why)


def _innermost(reading: Reading, inner: str) -> str | None:
    return next((each.attribution for each in reading.commitments if each.id == inner), None)
