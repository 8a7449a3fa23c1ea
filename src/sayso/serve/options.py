"""Options that several commands share, and what their values may be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any, TypeVar

import click

from sayso.errors import QueryError, SaysoError
from sayso.records import COMMITMENT_KINDS, EVENT_TYPES, SOURCE_TYPES, STATUSES
from sayso.serve.output import Asked

STATES = ("armed", "approaching", "tripped", "kept", "expired", "withdrawn")
Command = TypeVar("Command", bound=Callable[..., Any])


def as_moment(text: str | None, *, end: bool = False) -> datetime | None:
    """
    An aware moment from an ISO 8601 day or time; without a zone it is UTC.

    Args:
        text: "2020-11-20" or "2020-11-20T20:05:00+02:00"; None gives None.
        end: A day stands for its last moment, not its first.

    Raises:
        QueryError: S321, the text is no ISO 8601.
    """
    if text is None:
        return None
    try:
        known = datetime.fromisoformat(text)
        day = "T" not in text and " " not in text.strip()
        if day:
            known = datetime.combine(date.fromisoformat(text), time.max if end else time.min)
    except ValueError:
        raise QueryError(
            "S321",
            "this is no date",
            saw=repr(text),
            do="write 2020-11-20 or 2020-11-20T20:05:00+02:00 (ISO 8601)",
        ) from None
    return known if known.tzinfo else known.replace(tzinfo=UTC)


def form_options(command: Command) -> Command:
    """Adds --json, --csv and --limit; `asked_of` makes one value of the three."""
    limit_help = "At most so many rows; 0 for all. A table shows 50, JSON and CSV all, if not given."
    return _stacked(
        command,
        click.option("--json", "as_json", is_flag=True, help="Write JSON."),
        click.option("--csv", "as_csv", is_flag=True, help="Write CSV for a spreadsheet."),
        click.option("--limit", type=click.IntRange(min=0), metavar="N", help=limit_help),
    )


def asked_of(as_json: bool, as_csv: bool, limit: int | None) -> Asked:
    """The form that the options of `form_options` ask for; two forms at once are a usage error."""
    if as_json and as_csv:
        raise click.UsageError("choose one of --json and --csv")
    return Asked(as_json, as_csv, limit)


def published_option(command: Command) -> Command:
    """Adds --published, an ISO 8601 moment."""
    text = "When it was published, where the input does not say (ISO 8601, with its zone)."
    return _stacked(command, click.option("--published", metavar="TIME", callback=_published, help=text))


def input_options(command: Command) -> Command:
    """Adds --outlet, --published and --allow-private, for a command that takes in one input."""
    outlet_help = "Who publishes it, where the input does not say."
    private_help = "Fetch from private and loopback addresses too."
    return _stacked(
        command,
        click.option("--outlet", metavar="NAME", help=outlet_help),
        published_option,
        click.option("--allow-private", is_flag=True, help=private_help),
    )


def _published(ctx: click.Context, option: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    from sayso.acquire.moment import moment

    try:
        moment(value)
    except SaysoError as error:
        raise click.BadParameter(str(error), ctx, option) from None
    return value


def json_option(command: Command) -> Command:
    """Adds --json."""
    return _stacked(command, click.option("--json", "as_json", is_flag=True, help="Write JSON."))


def as_of_option(command: Command) -> Command:
    """Adds --as-of."""
    text = "Only what was published by then (ISO 8601; a day means its end, UTC)."
    return _stacked(command, click.option("--as-of", metavar="TIME", help=text))


FILTERS = {
    "actor": click.option("--actor", metavar="CODE", help="Who acts or speaks: IRN, GOV or 'IRN GOV'."),
    "recipient": click.option("--recipient", metavar="CODE", help="To whom: USA, MIL or 'USA MIL'."),
    "type": click.option(
        "--type", type=click.Choice(EVENT_TYPES, case_sensitive=False), help="What was done (PLOVER)."
    ),
    "kind": click.option(
        "--type", type=click.Choice(COMMITMENT_KINDS, case_sensitive=False), help="Its kind."
    ),
    "status": click.option("--status", type=click.Choice(STATUSES), help="Done, denied or only threatened."),
    "state": click.option("--status", "--state", type=click.Choice(STATES), help="How it stands."),
    "since": click.option("--since", metavar="DAY", help="From this day on: 2020-11-16."),
    "until": click.option("--until", metavar="DAY", help="Up to this day, included."),
    "source-type": click.option("--source-type", type=click.Choice(SOURCE_TYPES), help="On whose say-so."),
    "outlet": click.option("--outlet", metavar="NAME", help="Only from reports of this outlet."),
    "text": click.option("--text", metavar="WORDS", help="Only where these words stand."),
}


def filter_options(*names: str) -> Callable[[Command], Command]:
    """Adds the filters of these names, the keys of `FILTERS`."""

    def add(command: Command) -> Command:
        return _stacked(command, *(FILTERS[name] for name in names))

    return add


def _stacked(command: Command, *options: Callable[[Command], Command]) -> Command:
    # click lists options in the order in which they stand above a function: the last one is applied first.
    for option in reversed(options):
        command = option(command)
    return command
