"""The ledger asked: rows of events, attributions, commitments, actors and reports."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from msgspec import Struct

from sayso.ledger import filters
from sayso.ledger.filters import EVERYTHING, Filter, Where
from sayso.ledger.store import Ledger
from sayso.records import COMMITMENT_KINDS, EVENT_TYPES, SOURCE_TYPES, STATUSES, DateRange

_R = TypeVar("_R")
_COMMON = ("since", "until", "outlet", "report", "text")
_ORDER = " ORDER BY reports.published_at IS NULL, reports.published_at, reports.id"


class EventRow(Struct, frozen=True, kw_only=True):
    """One event of one report; `id` is `<report id>:<event id>`."""

    id: str
    report: str
    key: str | None
    outlet: str | None
    published: str | None
    type: str
    status: str
    mode: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    date: DateRange | None
    place: str | None
    country: str | None
    lat: float | None
    lon: float | None
    source_type: str | None
    chain: tuple[str, ...]
    words: str
    start: int
    end: int
    sentence: str


class AttributionRow(Struct, frozen=True, kw_only=True):
    """One attribution of one report; `chain` names the sources from the outlet down to this one."""

    id: str
    report: str
    key: str | None
    outlet: str | None
    published: str | None
    source: str
    source_name: str
    source_type: str
    source_actor: str
    cue: str
    content: str
    quote: str
    stance: str
    confidence: float
    parent: str | None
    chain: tuple[str, ...]
    start: int
    end: int
    sentence: str


class CommitmentRow(Struct, frozen=True, kw_only=True):
    """One commitment of one report."""

    id: str
    report: str
    key: str | None
    outlet: str | None
    published: str | None
    kind: str
    by: str
    to: str
    condition: str
    consequence: str
    date: DateRange | None
    deadline: str | None
    source_type: str | None
    chain: tuple[str, ...]
    start: int
    end: int
    sentence: str


class ActorRow(Struct, frozen=True, kw_only=True):
    """An actor under one of its names, over all reports; `via` gives the reasons it was taken for it."""

    actor: str
    name: str
    mentions: int
    reports: int
    via: tuple[str, ...]
    first: str | None
    last: str | None


class ReportRow(Struct, frozen=True, kw_only=True):
    """One report, with how much was read in it and where it came from."""

    id: str
    key: str | None
    outlet: str | None
    title: str | None
    byline: str | None
    published: str | None
    language: str
    url: str | None
    origin: str
    line: int | None
    media_type: str
    sha256: str
    added: str
    attributions: int
    events: int
    commitments: int
    skipped: int


def events(ledger: Ledger, filter: Filter = EVERYTHING) -> tuple[list[EventRow], int]:
    """Events by the publication of their reports, and how many there are without the limit. QueryError."""
    filters.only(filter, (*_COMMON, "actor", "recipient", "type", "status", "source_type"), "events")
    where = _spoken(filter, "events")
    _equal(where, "events.type = ?", filters.one_of("type", filter.type, EVENT_TYPES))
    _equal(where, "events.status = ?", filters.one_of("status", filter.status, STATUSES))
    _party(where, "actor", filter.actor)
    _party(where, "recipient", filter.recipient)
    columns = (
        "events.report || ':' || events.id, reports.id, reports.key, outlet, published, type, status, mode,"
        " events.id, first_day, last_day, place, country, lat, lon, source_type, chain, words,"
        ' "start", "end", sentence'
    )
    found, total = _ask(ledger, "events", columns, where, ', events."start", events.id', filter.limit)
    return [_event(ledger, row) for row in found], total


def attributions(ledger: Ledger, filter: Filter = EVERYTHING) -> tuple[list[AttributionRow], int]:
    """Attributions, as `events`; `actor` is who the source is."""
    filters.only(filter, (*_COMMON, "actor", "source_type"), "attributions")
    where = _spoken(filter, "attributions")
    if filter.actor is not None:
        condition, values = filters.party(
            filter.actor, "attributions.country", "attributions.sector", "source_actor"
        )
        where.must(condition, *values)
    columns = (
        "attributions.report || ':' || attributions.id, reports.id, reports.key, outlet, published, source,"
        " source_name, source_type, source_actor, cue, content, quote, stance, confidence, parent, chain,"
        ' "start", "end", sentence'
    )
    found, total = _ask(
        ledger, "attributions", columns, where, ', "start", "end", attributions.id', filter.limit
    )
    return [_made(AttributionRow, row) for row in found], total


def commitments(ledger: Ledger, filter: Filter = EVERYTHING) -> tuple[list[CommitmentRow], int]:
    """Commitments, as `events`; `actor` is who makes one, `recipient` to whom, `type` its kind."""
    filters.only(filter, (*_COMMON, "actor", "recipient", "type", "source_type"), "commitments")
    where = _spoken(filter, "commitments")
    _equal(where, "kind = ?", filters.one_of("kind", filter.type, COMMITMENT_KINDS))
    for code, side in ((filter.actor, "by"), (filter.recipient, "to")):
        if code is not None:
            condition, values = filters.party(code, f"{side}_country", f"{side}_sector", f'"{side}"')
            where.must(condition, *values)
    columns = (
        "commitments.report || ':' || commitments.id, reports.id, reports.key, outlet, published, kind,"
        ' "by", "to", condition, consequence, first_day, last_day, deadline, source_type, chain,'
        ' "start", "end", sentence'
    )
    found, total = _ask(ledger, "commitments", columns, where, ', "start", commitments.id', filter.limit)
    return [_made(CommitmentRow, _dated(row, 10)) for row in found], total


def actors(ledger: Ledger, filter: Filter = EVERYTHING) -> tuple[list[ActorRow], int]:
    """Who is named, most often named first."""
    filters.only(filter, (*_COMMON, "actor"), "actors")
    where = _published(filter)
    if filter.actor is not None:
        condition, values = filters.party(filter.actor, "country", "sector", "actor")
        where.must(condition, *values)
    if filter.text is not None:
        where.must("name LIKE ? ESCAPE '\\'", filters.holding(filter.text))
    tail = f"FROM actors JOIN reports ON reports.id = actors.report{where} GROUP BY actor, name"
    query = (
        "SELECT actor, name, count(*) AS mentions, count(DISTINCT reports.id),"
        f" json_group_array(DISTINCT via), min(day), max(day) {tail}"
        " ORDER BY mentions DESC, actor, name LIMIT ?"
    )
    found = ledger.rows(query, (*where.values, _limit(filter.limit)))
    total = ledger.rows(f"SELECT count(*) FROM (SELECT 1 {tail})", where.values)[0][0]
    rows = [
        ActorRow(
            actor=row[0], name=row[1], mentions=row[2], reports=row[3],
            via=tuple(sorted(json.loads(row[4]))), first=row[5], last=row[6],
        )
        for row in found
    ]  # fmt: skip
    return rows, total


def reports(ledger: Ledger, filter: Filter = EVERYTHING) -> tuple[list[ReportRow], int]:
    """Reports, oldest first, those without a date last."""
    filters.only(filter, _COMMON, "reports")
    where = _published(filter)
    if filter.text is not None:
        where.must("text LIKE ? ESCAPE '\\'", filters.holding(filter.text))
    counted = ", ".join(
        f"(SELECT count(*) FROM {table} WHERE {table}.report = reports.id)"
        for table in ("attributions", "events", "commitments", "skipped")
    )
    columns = (
        "id, key, outlet, title, byline, published, language, url, origin, line, media_type, sha256, added, "
    )
    query = f"SELECT {columns}{counted} FROM reports{where}{_ORDER} LIMIT ?"
    found = ledger.rows(query, (*where.values, _limit(filter.limit)))
    total = ledger.rows(f"SELECT count(*) FROM reports{where}", where.values)[0][0]
    return [_made(ReportRow, row) for row in found], total


def _ask(
    ledger: Ledger, table: str, columns: str, where: Where, order: str, limit: int | None
) -> tuple[list[tuple[Any, ...]], int]:
    tail = f"FROM {table} JOIN reports ON reports.id = {table}.report{where}"
    found = ledger.rows(f"SELECT {columns} {tail}{_ORDER}{order} LIMIT ?", (*where.values, _limit(limit)))
    return found, ledger.rows(f"SELECT count(*) {tail}", where.values)[0][0]


def _spoken(filter: Filter, table: str) -> Where:
    """Conditions that all rows with a sentence share."""
    where = _published(filter, days=table != "attributions")
    _equal(where, f"{table}.source_type = ?", filters.one_of("source-type", filter.source_type, SOURCE_TYPES))
    if filter.text is not None:
        where.must("sentence LIKE ? ESCAPE '\\'", filters.holding(filter.text))
    return where


def _published(filter: Filter, days: bool = False) -> Where:
    """Conditions on the report, and on days: the row's own where it has any."""
    where = Where()
    first, last = ("coalesce(first_day, day)", "coalesce(last_day, day)") if days else ("day", "day")
    _equal(where, f"{last} >= ?", filters.day("since", filter.since))
    _equal(where, f"{first} <= ?", filters.day("until", filter.until))
    _equal(where, "outlet = ? COLLATE NOCASE", filter.outlet)
    _equal(where, "reports.id = ?", filter.report)
    return where


def _equal(where: Where, condition: str, value: str | None) -> None:
    if value is not None:
        where.must(condition, value)


def _party(where: Where, role: str, code: str | None) -> None:
    if code is None:
        return
    condition, values = filters.party(code, "parties.country", "parties.sector", "parties.actor")
    where.must(
        "EXISTS (SELECT 1 FROM parties WHERE parties.report = events.report AND parties.event = events.id"
        f" AND parties.role = ? AND {condition})",
        role,
        *values,
    )


def _event(ledger: Ledger, row: tuple[Any, ...]) -> EventRow:
    who: dict[str, list[str]] = {"actor": [], "recipient": []}
    query = "SELECT role, actor FROM parties WHERE report = ? AND event = ? ORDER BY role, position"
    for role, code in ledger.rows(query, (row[1], row[8])):
        who[role].append(code)
    parties = (tuple(who["actor"]), tuple(who["recipient"]))
    return _made(EventRow, _dated((*row[:8], *parties, *row[9:]), 10))


def _dated(row: tuple[Any, ...], at: int) -> tuple[Any, ...]:
    """Two columns of days, at `at`, made one."""
    days = (row[at], row[at + 1]) if row[at] is not None else None
    return (*row[:at], days, *row[at + 2 :])


def _made(kind: type[_R], row: tuple[Any, ...]) -> _R:
    given = dict(zip(kind.__struct_fields__, row, strict=True))  # type: ignore[attr-defined]
    if "chain" in given:
        given["chain"] = tuple(json.loads(given["chain"]))
    return kind(**given)


def _limit(limit: int | None) -> int:
    return -1 if limit is None else max(0, limit)
