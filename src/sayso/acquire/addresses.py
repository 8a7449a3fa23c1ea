"""Which addresses may be asked: the public ones, told by our own list since `ipaddress` has holes."""

from __future__ import annotations

import functools
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from sayso.acquire.tables import table

GLOBAL_UNICAST = IPv6Network("2000::/3")


def refusal(address: str, *, allow_private: bool = False) -> str | None:
    """Why this address may not be asked; None if it may."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return "not an IP address"
    parsed = _unwrapped(parsed)
    network = next(((when, why) for inside, when, why in _networks() if parsed in inside), None)
    if network:
        when, why = network
        return None if allow_private and when == "private" else why
    if isinstance(parsed, IPv6Address) and parsed not in GLOBAL_UNICAST:
        return "outside global unicast (2000::/3)"
    return None


def _unwrapped(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """::ffff:127.0.0.1 is asked as 127.0.0.1."""
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


@functools.cache
def _networks() -> tuple[tuple[IPv4Network | IPv6Network, str, str], ...]:
    """The narrowest first, so that an exception goes before its block."""
    rows = [(ip_network(network), when, why) for network, when, why in table("addresses")]
    return tuple(sorted(rows, key=lambda row: -row[0].prefixlen))
