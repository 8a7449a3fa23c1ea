"""The table of outlets and how they are found in it."""

from __future__ import annotations

import re
from zoneinfo import ZoneInfo

import pytest

from sayso.acquire import outlet
from sayso.acquire.outlets import host, outlet_at, outlets

KINDS = {"agency", "paper", "broadcaster", "site"}


def test_the_table_holds_well_formed_facts():
    rows = outlets()

    assert len(rows) >= 80
    for row in rows:
        assert row.kind in KINDS, row
        assert ZoneInfo(row.zone), row
        assert re.fullmatch("[A-Z]{3}|---", row.country), row
        assert row.domains, row
        assert all(domain == domain.lower() and "/" not in domain for domain in row.domains), row


def test_no_domain_and_no_name_stands_for_two_outlets():
    rows = outlets()
    names = [row.name.casefold() for row in rows]
    domains = [domain for row in rows for domain in row.domains]

    assert len(names) == len(set(names))
    assert len(domains) == len(set(domains))


def test_no_alias_is_another_outlets_alias():
    owners: dict[str, str] = {}
    for row in outlets():
        for name in {name.casefold().removeprefix("the ") for name in (row.name, *row.aliases)}:
            assert owners.setdefault(name, row.name) == row.name


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Arutz Sheva", "Arutz Sheva"),
        ("israelnationalnews.com", "Arutz Sheva"),
        ("https://www.israelnationalnews.com/News/News.aspx/291555", "Arutz Sheva"),
        ("AP", "Associated Press"),
        ("The Associated Press", "Associated Press"),
        ("reuters", "Reuters"),
        ("AFP", "Agence France-Presse"),
        ("NYT", "New York Times"),
        ("  the   new york times ", "New York Times"),
        ("edition.cnn.com", "CNN"),
        ("WWW.BBC.co.uk", "BBC"),
    ],
)
def test_is_found_by_name_alias_domain_and_address(asked, name):
    found = outlet(asked)

    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "asked", [None, "", "The Meridian Post", "notreuters.com", "reuters.com.evil.example", "com"]
)
def test_is_not_found_by_what_only_looks_alike(asked):
    assert outlet(asked) is None


def test_an_address_counts_by_its_host_alone():
    assert outlet_at("https://evil.example/reuters.com") is None
    assert outlet_at("https://reuters.com@evil.example/") is None
    assert outlet_at("https://uk.reuters.com/x").name == "Reuters"  # type: ignore[union-attr]
    assert outlet_at("Reuters") is None
    assert outlet_at(None) is None


def test_the_host_of_an_address():
    assert host("https://www.Example.com:8080/x") == "example.com"
    assert host("http://example.com./") == "example.com"
    assert host("ftp://example.com/") == ""
    assert host("http://[::1") == ""
    assert host(None) == ""
