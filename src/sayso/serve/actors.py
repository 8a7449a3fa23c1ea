"""`sayso actors`: who is named in the ledger, who a mention is, and the user's register of actors."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.errors import InputError, QueryError, SaysoError
from sayso.publish import encode
from sayso.publish.terminal import visible
from sayso.serve.cli import UNREADABLE, Session, pass_session
from sayso.serve.lists import ACTORS, listed
from sayso.serve.options import filter_options, form_options, json_option
from sayso.serve.output import note, write

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.ground.register import Entry
    from sayso.ground.resolution import Resolved

FORMATS = ("csv", "petrarch", "tabari", "plover-agents", "ucdp", "wikidata")
EXAMPLES = """
\b
Examples:
  sayso actors --actor IRN --limit 0
  sayso actors resolve "the Russian prime minister" --date 2011-08-01
  sayso actors add "Per Holm" "NOR GOV" --office "defence minister" --from 2031-01-10
"""


@click.group(
    "actors", invoke_without_command=True, short_help="Who is named; who a mention is.", epilog=EXAMPLES
)
@filter_options("actor", "since", "until", "outlet", "text")
@form_options
@pass_session
@click.pass_context
def actors_command(ctx: click.Context, /, session: Session, **options: Any) -> None:
    """
    Who is named in the ledger, most often first, with why the words were taken for that actor.

    The commands below ask and fill the register of actors: the rows shipped with Sayso, and your own file
    (sayso.register.tsv next to the ledger, or SAYSO_REGISTER), which wins over them.
    """
    if ctx.invoked_subcommand is None:
        listed(session, "actors", ACTORS, options)


@actors_command.command("resolve", short_help="Who a mention is.")
@click.argument("mention", required=False)
@click.option(
    "--date", "day", metavar="DAY", help="When it was said: 2020-11-20; decides who holds an office."
)
@click.option("--context", default="", metavar="TEXT", help="Words around it, to tell namesakes apart.")
@json_option
def resolve_command(mention: str | None, day: str | None, context: str, as_json: bool) -> None:
    """
    Who a MENTION is: country, sector, name, an id that is the same for all its spellings, and why.

    Without a MENTION each line of standard input is one: plain words, or a JSON object with `mention` and,
    if known, `date` and `context`; one JSON object comes out for each. What is not known is null.
    """
    if mention is not None and mention != "-":
        made = _resolved(mention, day, context)
        write(f"{encode.as_json(as_dict(made, day))}\n" if as_json else f"{as_line(made)}\n")
        return
    failed = [
        number for number, line in enumerate(sys.stdin, start=1) if not _answered(number, line, day, context)
    ]
    if failed:
        raise SystemExit(UNREADABLE)


def _answered(number: int, line: str, day: str | None, context: str) -> bool:
    """One line of standard input, answered; False where it could not be, which has been told."""
    if not line.strip():
        return True
    try:
        asked = _asked(line.strip())
        when = asked.get("date") or day
        made = _resolved(asked["mention"], when, asked.get("context") or context)
    except SaysoError as error:
        note(f"sayso: line {number}: {error}")
        return False
    write(f"{encode.as_json({**asked, **as_dict(made, when)})}\n")
    return True


def _asked(line: str) -> dict[str, Any]:
    import msgspec

    if not line.startswith("{"):
        return {"mention": line}
    try:
        told = msgspec.json.decode(line)
    except msgspec.DecodeError as error:
        raise InputError("S141", "this line is no JSON", saw=str(error), do="one object a line") from None
    if not all(isinstance(told.get(key, ""), str | None) for key in ("mention", "date", "context")):
        raise InputError(
            "S141", "this line asks for nobody", saw=line[:80], do="mention, date, context are texts"
        )
    if not told.get("mention"):
        raise InputError("S141", "this line asks for nobody", saw=line[:80], do='write {"mention": "..."}')
    return dict(told)


def _resolved(mention: str, day: str | None, context: str) -> Resolved:
    from sayso.ground.resolution import resolve
    from sayso.serve.options import as_moment

    moment = as_moment(day)
    return resolve(mention, moment.date() if moment else None, context)


def as_dict(made: Resolved, day: str | None) -> dict[str, Any]:
    """The object that `--json` writes."""
    return {
        "mention": made.mention,
        "date": day,
        "country": made.country,
        "sector": made.sector,
        "name": made.name,
        "id": made.id,
        "why": made.why,
        "codes": list(made.codes),
        "finer": made.finer,
        "ties": list(made.ties),
        "office": made.office,
        "source": made.source,
        "standing": made.standing,
    }


def as_line(made: Resolved) -> str:
    """`CODE  Name  why` on one line; `---` where nobody is known."""
    code = " ".join(made.codes) or "---"
    name = f"  {visible(made.name)}" if made.name else ""
    source = f"  [{visible(made.source)}]" if made.source else ""
    return f"{code}{name}  {visible(made.why)}{source}"


@actors_command.command("add", short_help="Add or correct an actor.")
@click.argument("name")
@click.argument("code")
@click.option(
    "--alias", "aliases", multiple=True, metavar="NAME", help="Another spelling; may be given again."
)
@click.option("--kind", type=click.Choice(("person", "organisation", "media", "role")), default="person")
@click.option("--office", default="", metavar="WORDS", help="The office held: 'defence minister'.")
@click.option("--from", "start", default="", metavar="DAY", help="First day on which it holds.")
@click.option("--to", "end", default="", metavar="DAY", help="Last day on which it holds.")
@click.option("--source", default="", metavar="WORDS", help="Where this is known from.")
@pass_session
def add_command(session: Session, name: str, code: str, aliases: tuple[str, ...], **told: str) -> None:
    """
    Add an actor to your register, or correct one: NAME, and CODE such as 'NOR GOV'.

    Your row wins over the rows shipped under the same spelling, for good. CODE '---' says that NAME is no
    actor at all. A row with the same name, office and first day is replaced.
    """
    from sayso.ground.register import YOURS, Entry, checked

    entry = Entry(
        " ".join(name.split()), told["kind"], code, aliases, told["office"],
        told["start"], told["end"], told["source"], YOURS,
    )  # fmt: skip
    _keep(session, [checked(entry, "what was given")])


@actors_command.command("import", short_help="Take in a dictionary or list of actors.")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), required=True, help="What the file is.")
@click.option("--pivot", type=click.IntRange(0, 99), default=30, show_default=True,
              help="Two-digit years up to this one are of the 2000s.")  # fmt: skip
@pass_session
def import_command(session: Session, file: Path, form: str, pivot: int) -> None:
    """
    Take the actors of FILE into your register: CSV, dictionaries of PETRARCH2, TABARI and PLOVER, UCDP's list
    of actors, or a slice of Wikidata's JSON dump.

    Nothing of these is shipped; mind the licence of what you take in. Lines that cannot be read are told
    with file and line and the rest is taken; then the exit code is 1.
    """
    from sayso.ground.imports import taken

    found = taken(file, form, pivot=pivot)
    if found.entries:
        _keep(session, found.entries)
    for fault in found.faults:
        note(f"sayso: [S502] not taken: {visible(fault)}")
    if found.faults:
        raise SystemExit(UNREADABLE)


@actors_command.command("learn", short_help="Take over what reports teach.")
@pass_session
def learn_command(session: Session) -> None:
    """
    Take over the people whom the ledger's reports introduce by name, country and office, dated and sourced
    by the report, marked as learned; `promote` confirms one. They add to what is known and replace nothing.
    """
    from sayso.ground.learned import entries
    from sayso.ledger import Ledger

    with Ledger.open(session.ledger) as ledger:
        taught = [
            entry for reading in ledger.readings() for entry in entries(reading.report, reading.learned)
        ]
    _keep(session, taught)


@actors_command.command("promote", short_help="Confirm what a report taught.")
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@pass_session
def promote_command(session: Session, names: tuple[str, ...]) -> None:
    """Confirm learned rows by NAME: they then count as your own."""
    from msgspec import structs

    from sayso.ground import register

    path = register.beside(session.ledger)
    rows = register.read(path)
    missing = sorted(set(names) - {row.name for row in rows})
    if missing:
        raise QueryError(
            "S325", "the register has no such row", saw=f"{missing[0]!r} in {path}",
            do="see the names in the file, or run: sayso actors learn",
        )  # fmt: skip
    register.write(
        path,
        [structs.replace(row, standing=register.YOURS) if row.name in names else row for row in rows],
    )
    note(f"{len(names)} confirmed in {path}")


def _keep(session: Session, new: Iterable[Entry]) -> None:
    """Put rows into the user's register and tell what was done, contradictions too."""
    from sayso.ground import register

    path = register.beside(session.ledger)
    rows = list(new)
    old = register.read(path)
    merged = register.merged(old, rows)
    register.write(path, merged)
    note(f"{len(rows)} rows taken, {len(merged)} in {path}")
    for one, other in register.contradictions(merged):
        if one in rows or other in rows:
            both = f"{visible(one.name)}: {one.code}, {other.code}"
            note(f"sayso: two rows contradict each other, both stand: {both}")
