"""Who did, said, threatened or ordered what to whom, when and where - and on whose say-so."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.records import Reading

__version__ = "0.1.0"
__all__ = ["__version__", "read"]


def read(
    text: str,
    *,
    outlet: str | None = None,
    published: str | datetime | None = None,
    title: str | None = None,
    byline: str | None = None,
    url: str | None = None,
) -> Reading:
    """
    Read one report from its text.

    Args:
        text: The report as printed; where `title` is given it is put before it, with a blank line.
        outlet: Who published it; a known outlet brings its time zone.
        published: ISO 8601 or a datetime; what relative dates are resolved against.
        title: The headline, where it is not part of `text`.
        byline: Who wrote it.
        url: Where it stands.

    Raises:
        InputError: `published` cannot be understood, or there is nothing to read.
        EngineError: the language engine cannot start.
    """
    # Imported here so that `sayso --help` need not wait for the engine.
    from sayso.acquire import from_text
    from sayso.reading import read_report

    moment = published.isoformat() if isinstance(published, datetime) else published
    report = from_text(text, outlet=outlet, published=moment, title=title, byline=byline, url=url)
    return read_report(report)
