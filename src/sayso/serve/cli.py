"""The command `sayso`: its options, its commands, and what becomes of errors."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from sayso import __version__
from sayso.errors import LedgerError, QueryError, SaysoError
from sayso.publish.terminal import visible

UNREADABLE, USAGE, LEDGER = 1, 2, 3
DEFAULT_LEDGER = "sayso.db"

# Command -> module, in the order of work. A module is imported only when its command is asked for or listed.
COMMANDS = {
    "read": "read",
    "annotate": "annotate",
    "classify": "classify",
    "add": "add",
    "brief": "briefing",
    "claims": "claims",
    "commitments": "claims",
    "events": "lists",
    "attributions": "lists",
    "actors": "lists",
    "reports": "lists",
    "outlets": "outlets",
    "places": "places",
    "chain": "chain",
    "search": "search",
    "serve": "pages",
    "rebuild": "upkeep",
    "doctor": "upkeep",
}

Made = TypeVar("Made")


class Commands(click.Group):
    """The group of commands; turns Sayso's errors into one line on standard error and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The commands in the order of work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, its module imported now."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"sayso.serve.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; see `exit_code` for what an error gives."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except SaysoError as error:
            if ctx.params.get("debug"):
                raise
            click.echo(f"sayso: {visible(str(error))}", err=True)
            ctx.exit(exit_code(error))
        except BrokenPipeError:
            hush()
            ctx.exit(0)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if ctx.params.get("debug"):
                raise
            click.echo(f"sayso: {visible(told(error))}", err=True)
            ctx.exit(UNREADABLE)
        return result


def exit_code(error: SaysoError) -> int:
    """1 for what cannot be read, 2 for a question not understood, 3 for the ledger."""
    if isinstance(error, LedgerError):
        return LEDGER
    return USAGE if isinstance(error, QueryError) else UNREADABLE


def told(error: Exception) -> str:
    """A fault of the program, on one line, with what to do about it."""
    words = f"{type(error).__name__}: {error}"
    return f"[S900] a fault in Sayso; saw: {words}; please report it with what `sayso --debug ...` prints"


def hush() -> None:
    """Point standard output at nothing, so that the last flush of a closed pipe raises no more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


class Session:
    """What every command is given: where the ledger is."""

    def __init__(self, ledger: Path) -> None:
        self.ledger = ledger


pass_session: Callable[[Callable[..., Made]], Callable[..., Made]] = click.make_pass_decorator(Session)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with: sayso read FILE, then sayso add FILE... and sayso brief.",
)
@click.option(
    "--ledger",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="SAYSO_LEDGER",
    default=DEFAULT_LEDGER,
    show_default=True,
    show_envvar=True,
    help="The ledger file.",
)
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.version_option(__version__, prog_name="sayso")
@click.pass_context
def sayso(ctx: click.Context, ledger: Path, debug: bool) -> None:
    """
    Read news reports; keep a ledger of who did, said, threatened or ordered what to whom, when and where -
    and on whose say-so.
    """
    del debug  # read from the context where an error is met
    ctx.obj = Session(ledger)
