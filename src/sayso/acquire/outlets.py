"""Facts about who publishes: name, kind, zone and country, found by name or by domain."""

from __future__ import annotations

import functools
from urllib.parse import urlsplit

from msgspec import Struct

from sayso.acquire.tables import table


class Outlet(Struct, frozen=True):
    """
    Who publishes.

    `kind` is agency, paper, broadcaster or site; `zone` an IANA time zone; `country` ISO 3166 alpha-3,
    or "---" for an outlet of no one country.
    """

    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    kind: str
    zone: str
    country: str


def outlet(name: str | None) -> Outlet | None:
    """The outlet of that name, alias, domain or URL; None where it is not in the table."""
    if not name:
        return None
    by_name, by_domain = _table()
    return by_name.get(_plain(name)) or _of_host(host(name) or name.strip().lower(), by_domain)


def outlet_at(url: str | None) -> Outlet | None:
    """The outlet whose domain the URL lies in."""
    return _of_host(host(url), _table()[1]) if url else None


def host(url: str | None) -> str:
    """The host of an http(s) URL, lower case, without "www."; "" where it has none."""
    try:
        parts = urlsplit(url or "")
        name = (parts.hostname or "").rstrip(".") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""
    return name.removeprefix("www.")


def outlets() -> tuple[Outlet, ...]:
    """All rows of the table, in its order."""
    return tuple(_row(*row) for row in table("outlets"))


def _row(name: str, aliases: str, domains: str, kind: str, zone: str, country: str) -> Outlet:
    return Outlet(name, _several(aliases), _several(domains), kind, zone, country)


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _plain(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")


def _of_host(name: str, by_domain: dict[str, Outlet]) -> Outlet | None:
    """Looks up news.example.com, then example.com."""
    while "." in name:
        if name in by_domain:
            return by_domain[name]
        name = name.partition(".")[2]
    return None


@functools.cache
def _table() -> tuple[dict[str, Outlet], dict[str, Outlet]]:
    by_name: dict[str, Outlet] = {}
    by_domain: dict[str, Outlet] = {}
    for row in outlets():
        for name in (row.name, *row.aliases):
            by_name.setdefault(_plain(name), row)
        for domain in row.domains:
            by_domain.setdefault(domain, row)
    return by_name, by_domain
