"""`sayso serve`: the local pages."""

from __future__ import annotations

import ipaddress

import click

from sayso.serve.cli import Session, pass_session
from sayso.serve.output import note

EXAMPLES = """
\b
Example:
  sayso --ledger crisis.db serve --port 8080
"""
DEFAULT_HOST, DEFAULT_PORT = "127.0.0.1", 8011
MOST_AT_ONCE = 100


@click.command("serve", short_help="Show the ledger as pages in a browser.", epilog=EXAMPLES)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=DEFAULT_PORT,
    show_default=True,
    help="Port to listen on.",
)
@click.option("--host", default=DEFAULT_HOST, show_default=True, help="Address to listen on.")
@click.option("--allow-remote", is_flag=True, help="Let other machines reach it. There is no login.")
@pass_session
def serve_command(session: Session, port: int, host: str, allow_remote: bool) -> None:
    """Show the ledger as pages in a browser on this machine, read-only. Ctrl-C ends it."""
    if not (is_loopback(host) or allow_remote):
        raise click.UsageError(
            f"{host} can be reached from other machines; add --allow-remote if that is meant"
        )
    import uvicorn

    from sayso.ledger import Ledger
    from sayso.serve.app import make_app

    with Ledger.open(session.ledger):
        pass  # a missing or foreign file is told now, not on the first page
    note(f"{session.ledger} is at http://{_shown(host)}:{port}/ - Ctrl-C ends it")
    app = make_app(session.ledger, any_host=allow_remote)
    uvicorn.run(
        app, host=host, port=port, log_level="warning", server_header=False, limit_concurrency=MOST_AT_ONCE,
        timeout_keep_alive=5,
    )  # fmt: skip


def is_loopback(host: str) -> bool:
    """Is this a name or address of this machine that no other can reach?"""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
