"""`sayso outlets`: who publishes, by the built-in table, and when an outlet does and does not publish."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click
from msgspec import Struct

from sayso.errors import QueryError, TableError
from sayso.moments import Closing
from sayso.publish.tables import Column
from sayso.serve.cli import Session, pass_session
from sayso.serve.options import asked_of, form_options, json_option
from sayso.serve.output import note, write, write_json, write_rows

if TYPE_CHECKING:
    from sayso.acquire.closings import Stretch

LONGEST = 3_660
EXAMPLE = """
\b
Examples:
  sayso outlets --country ISR
  sayso outlets calendar "Arutz Sheva" --from 2020-11-16 --to 2020-11-22
"""
CALENDAR_EXAMPLE = """
\b
Example:
  sayso outlets calendar "Arutz Sheva" --from 2020-11-16 --to 2020-11-22 --json
"""


class Row(Struct, frozen=True):
    """An outlet as it is listed; `closings` are its rules."""

    name: str
    kind: str
    zone: str
    country: str
    domains: tuple[str, ...]
    aliases: tuple[str, ...]
    closings: tuple[Closing, ...]


class Calendar(Struct, frozen=True):
    """What `calendar --json` writes; moments are on the outlet's clock."""

    outlet: str
    zone: str
    start: datetime
    end: datetime
    rules: tuple[Closing, ...]
    stretches: tuple[Stretch, ...]


COLUMNS = (
    Column("outlet", lambda row: row.name, least=12),
    Column("kind", lambda row: row.kind),
    Column("zone", lambda row: row.zone),
    Column("country", lambda row: row.country),
    Column("closes", lambda row: "; ".join(_told(rule) for rule in row.closings), least=12),
    Column("domains", lambda row: "; ".join(row.domains), least=10, rank=1),
    Column("aliases", lambda row: "; ".join(row.aliases), only="csv"),
)


@click.group(
    "outlets", short_help="Who publishes, and when they do not.", epilog=EXAMPLE, invoke_without_command=True
)
@click.option("--country", metavar="CODE", help="Only outlets of this country (ISO 3166 alpha-3).")
@click.option("--closing", is_flag=True, help="Only outlets with a rule of when they do not publish.")
@form_options
@click.pass_context
def outlets_command(ctx: click.Context, /, country: str | None, closing: bool, **options: Any) -> None:
    """
    The outlets that are known: kind, time zone, country, and by which rules they do not publish.

    `sayso outlets calendar NAME` shows when one is open and when it is closed.
    """
    if ctx.invoked_subcommand:
        return
    from sayso.acquire.calendars import rules_for
    from sayso.acquire.outlets import outlets

    asked = asked_of(*(options.pop(name) for name in ("as_json", "as_csv", "limit")))
    rows = [
        Row(one.name, one.kind, one.zone, one.country, one.domains, one.aliases, rules_for(one.name))
        for one in outlets()
        if country is None or one.country == country.upper()
    ]
    rows = [row for row in rows if row.closings or not closing]
    cut = rows[: asked.rows] if asked.rows else rows
    write_rows("outlets", cut, len(rows), COLUMNS, asked, empty="no outlet of the table is like that")


@outlets_command.command("calendar", short_help="When an outlet publishes.", epilog=CALENDAR_EXAMPLE)
@click.argument("name")
@click.option("--from", "first", metavar="DAY", required=True, help="The first day: 2020-11-16.")
@click.option("--to", "last", metavar="DAY", required=True, help="The last day, included.")
@click.option(
    "--rules",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Closing rules of your own: outlet, desk, kind, place, value, source, with tabs between.",
)
@json_option
@pass_session
def calendar_command(
    session: Session, name: str, first: str, last: str, rules: Path | None, as_json: bool
) -> None:
    """
    When an outlet is open, and when it is closed and why, on its own clock.

    Rules are those of the built-in table, of --rules FILE, and of notices in the ledger's reports of that
    outlet. Closed time is no observation: that the outlet is silent then tells nothing.
    """
    from sayso.acquire.calendars import calendar, rules_for
    from sayso.acquire.outlets import outlet

    told = (*_from_file(rules), *_from_ledger(session, name))
    known = outlet(name)
    found = rules_for(name, told)
    if known is None and not found:
        raise QueryError("S322", "this outlet is not known", saw=repr(name), do="`sayso outlets` lists them")
    proper, zone = (known.name, known.zone) if known else (name, _zone_of(found))
    start, end = _span(first, last, ZoneInfo(zone))
    parts = calendar(found, start, end)
    shown = Calendar(proper, zone, _local(start, zone), _local(end, zone), found, _on_clock(parts, zone))
    if as_json:
        write_json(shown)
    else:
        write(_text(shown))
    if not found:
        note(f"no rule is known by which {proper} does not publish; it counts as open throughout")


def _from_file(path: Path | None) -> tuple[Closing, ...]:
    from sayso.acquire.closings import listed

    if path is None:
        return ()
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TableError("S522", "the rules cannot be read", saw=f"{path}: {error}", do="check it") from error
    return listed(tuple(line.split("\t")) for line in lines if line.strip() and not line.startswith("#"))


def _from_ledger(session: Session, name: str) -> tuple[Closing, ...]:
    """What notices in the ledger's reports of the outlet tell; nothing where there is no ledger."""
    if not session.ledger.exists():
        return ()
    from sayso.acquire.outlets import outlet
    from sayso.ledger import Ledger

    known = outlet(name)
    names = {name.casefold(), *((known.name.casefold(),) if known else ())}
    with Ledger.open(session.ledger) as ledger:
        reports = [reading.report for reading in ledger.readings()]
    return tuple(
        rule for report in reports if (report.outlet or "").casefold() in names for rule in report.closings
    )


def _span(first: str, last: str, zone: ZoneInfo) -> tuple[datetime, datetime]:
    from sayso.acquire.closings import LAST, moment_at

    start, end = _day("--from", first), _day("--to", last)
    if end < start or (end - start).days > LONGEST:
        do = f"let --to be the same day or later, by {LONGEST:,} days at most"
        raise QueryError("S323", "the span cannot be shown", saw=f"{first} to {last}", do=do)
    after = moment_at(end + timedelta(days=1), zone) if end < date.max else LAST
    return moment_at(start, zone), after


def _day(option: str, words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise QueryError(
            "S321", f"{option} is no day", saw=repr(words), do="write it as 2020-11-16 (ISO 8601)"
        ) from None


def _zone_of(rules: tuple[Closing, ...]) -> str:
    from sayso.acquire.cities import city

    where = city(rules[0].place)
    return where.zone if where else rules[0].place


def _on_clock(parts: tuple[Stretch, ...], zone: str) -> tuple[Stretch, ...]:
    from sayso.acquire.closings import Stretch

    return tuple(Stretch(_local(one.start, zone), _local(one.end, zone), one.state, one.why) for one in parts)


def _local(moment: datetime, zone: str) -> datetime:
    """To the second, on the outlet's clock; in UTC at the ends of the calendar."""
    try:
        return moment.replace(microsecond=0).astimezone(ZoneInfo(zone))
    except OverflowError:
        return moment.replace(microsecond=0).astimezone(UTC)


def _text(shown: Calendar) -> str:
    lines = [f"{shown.outlet} · clock of {shown.zone}"]
    lines += [f"rule: {_told(rule)} ({rule.source})" if rule.source else f"rule: {_told(rule)}"
              for rule in shown.rules]  # fmt: skip
    lines.append("")
    for one in shown.stretches:
        line = f"{one.state:8s}{one.start:%a} {_clock(one.start)}  to  {one.end:%a} {_clock(one.end)}"
        lines.append(f"{line}  {one.why}".rstrip())
    return "\n".join(lines) + "\n"


def _clock(moment: datetime) -> str:
    return moment.isoformat(sep=" ", timespec="seconds")


def _told(rule: Closing) -> str:
    what = f"{rule.kind} {rule.value}".strip()
    return f"{what}, {rule.place}" + (f" ({rule.desk})" if rule.desk else "")
