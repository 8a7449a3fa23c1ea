"""`sayso brief`: who says what, the standing conditional threats, the timeline."""

from __future__ import annotations

import click

from sayso.publish.brief import CLAIMS_SHOWN, brief, ranked
from sayso.serve.cli import Session, pass_session
from sayso.serve.options import as_moment, as_of_option, json_option
from sayso.serve.output import note, style, write, write_json

EXAMPLES = """
\b
Example:
  sayso --ledger crisis.db brief --as-of 2020-11-20
"""


@click.command("brief", short_help="The brief: claims, standing threats, timeline.", epilog=EXAMPLES)
@as_of_option
@click.option(
    "--limit", type=click.IntRange(min=0), default=CLAIMS_SHOWN, show_default=True, metavar="N",
    help="Tell so many claims in full; 0 for all.",
)  # fmt: skip
@json_option
@pass_session
def brief_command(session: Session, as_of: str | None, limit: int, as_json: bool) -> None:
    """
    A brief to read: what is claimed and who says so, the standing conditional threats, the timeline.

    Each claim comes with its number of reports and of independent sources, and with the tree of who has it
    from whom.
    """
    from sayso.ledger import Ledger
    from sayso.serve.known import known

    moment = as_moment(as_of, end=True)
    with Ledger.open(session.ledger) as ledger:
        now = known(ledger, moment)
    if as_json:
        claims = ranked(now.claims)
        write_json(
            {"scope": now.scope, "claims": claims[:limit] if limit else claims, "claims_total": len(claims),
             "commitments": now.standings()}
        )  # fmt: skip
    elif now.readings:
        write(brief(now.scope, now.claims, now.standings(), style(), limit=limit))
    if not now.readings:
        note(
            "there are no reports to brief on"
            + (" at that time" if as_of else "; add some: sayso add FILE...")
        )
