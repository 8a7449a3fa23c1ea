"""
Text, HTML, addresses, JSON Lines and folders in; reports out, each with the bytes it came from - or a
refusal that says why.

Articles are taken out of pages by trafilatura (Barbaresi, ACL 2021, "Trafilatura: A Web Scraping
Library and Command-Line Tool for Text Discovery and Extraction"), in a process of their own, limited in
time and memory; the moment of publication is read from schema.org, Open Graph and Dublin Core fields
with its offset kept; bytes become characters by the order of the WHATWG Encoding Standard; addresses
are asked only if they are public by the IANA special-purpose registries. Outlets have calendars: time in
which one does not publish, such as Shabbat at its desk, is no observation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from sayso.acquire.calendars import Watch, watched
from sayso.acquire.identity import identity
from sayso.acquire.intake import Intake
from sayso.acquire.moment import moment as read_moment
from sayso.acquire.outlets import Outlet, outlet
from sayso.acquire.report import from_text
from sayso.acquire.rows import Given
from sayso.acquire.sandbox import Limits, Sandbox
from sayso.acquire.source import from_source
from sayso.records import Acquired, Refused

__all__ = [
    "Limits", "Outlet", "Sandbox", "Watch", "acquire", "from_text", "identity", "outlet", "watched",
]  # fmt: skip


def acquire(
    source: str,
    *,
    outlet: str | None = None,
    published: str | None = None,
    allow_private: bool = False,
    stdin: BinaryIO | None = None,
    sandbox: Sandbox | None = None,
) -> Iterator[Acquired | Refused]:
    """
    The reports of a source, in order, as they are read; what cannot be read comes as a refusal.

    Args:
        source: A path to a file or folder, an http(s) address, or "-" for standard input.
        outlet: Who published it. Goes before what a single document says; rows of JSON Lines or of
            an array keep their own and take this where they have none.
        published: When, as ISO-8601, by the same rule.
        allow_private: Let addresses of one's own network be fetched.
        stdin: What "-" reads, in place of the process's.
        sandbox: One to go on using over several calls; without it each call has its own.

    Raises:
        InputError: S100, `published` cannot be read.
    """
    if published is not None:
        read_moment(published)
    return _acquired(source, Given(outlet, published), allow_private, stdin, sandbox)


def _acquired(
    source: str, given: Given, allow_private: bool, stdin: BinaryIO | None, sandbox: Sandbox | None
) -> Iterator[Acquired | Refused]:
    used = sandbox or Sandbox()
    try:
        yield from from_source(source, Intake(given, used), allow_private=allow_private, stdin=stdin)
    finally:
        if sandbox is None:
            used.close()
