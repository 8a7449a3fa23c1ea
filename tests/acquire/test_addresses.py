"""Which addresses may be asked."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire.addresses import refusal

PUBLIC = [
    "1.1.1.1",
    "8.8.8.8",
    "93.184.216.34",
    "151.101.1.69",
    "2606:4700::1111",
    "2a00:1450:4001::71",
    "::ffff:8.8.8.8",
]
PRIVATE = ["127.0.0.1", "127.8.9.10", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1",
           "::1", "fd12:3456::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "198.18.0.1"]  # fmt: skip
NEVER = [
    "0.0.0.0", "169.254.169.254", "192.0.0.8", "192.0.0.170", "192.0.2.1", "198.51.100.7", "203.0.113.9",
    "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "192.88.99.1",
    "::", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "::127.0.0.1", "::ffff:169.254.169.254",
    "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001::1", "2001:db8::1", "3fff::1", "3ffe::1",
    "100::1", "4000::1", "fd00:ec2::254",
]  # fmt: skip


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_may_be_asked(address):
    assert refusal(address) is None
    assert refusal(address, allow_private=True) is None


@pytest.mark.parametrize("address", PRIVATE)
def test_private_ones_only_where_allowed(address):
    assert refusal(address)
    assert refusal(address, allow_private=True) is None


@pytest.mark.parametrize("address", NEVER)
def test_some_never(address):
    assert refusal(address)
    assert refusal(address, allow_private=True)


@pytest.mark.parametrize("words", ["", "localhost", "1.2.3", "0x7f.1", "example.com", "1.1.1.1 "])
def test_what_is_no_address_may_not_be_asked(words):
    assert refusal(words)


@given(st.integers(0, 2**32 - 1).map(IPv4Address))
def test_it_is_never_laxer_than_the_standard_library_on_ipv4(address):
    if not address.is_global or address.is_multicast:
        assert refusal(str(address))


@given(st.integers(0, 2**128 - 1).map(IPv6Address))
def test_it_is_never_laxer_than_the_standard_library_on_ipv6(address):
    if not address.is_global or address.is_multicast:
        assert refusal(str(address))
