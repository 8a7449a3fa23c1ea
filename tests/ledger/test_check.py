"""Damage of every kind is found and named."""

from __future__ import annotations

import sqlite3

import pytest

from sayso.ledger import Ledger


@pytest.mark.parametrize(
    ("damage", "complaint"),
    [
        ("DELETE FROM parties", "parties are not those"),
        ("UPDATE events SET status = 'actual'", "events are not those"),
        ("DELETE FROM readings WHERE number = 1", "has no reading"),
        ("INSERT INTO words (words) VALUES ('delete-all')", "full text"),
        (
            "UPDATE blobs SET packed = (SELECT packed FROM blobs LIMIT 1)",
            "bytes have changed",
        ),
        (
            "UPDATE actors SET report = 'nobody' WHERE position = 0"
            " AND report = (SELECT min(id) FROM reports)",
            "is missing",
        ),
        ("UPDATE blobs SET packed = x'00'", "cannot be unpacked"),
    ],
)
def test_damage_is_named(path, making, damage, complaint) -> None:
    with Ledger.open(path, write=True) as ledger:
        for number in range(3):
            ledger.add(*making(number))
        assert ledger.check().sound
    connection = sqlite3.connect(path)
    connection.execute(damage)
    connection.commit()
    connection.close()

    for write in (True, False):
        with Ledger.open(path, write=write) as ledger:
            checked = ledger.check()
            assert not checked.sound
            assert any(complaint in problem for problem in checked.problems), checked.problems


def test_counts(path, making) -> None:
    with Ledger.open(path, write=True) as ledger:
        for number in range(3):
            ledger.add(*making(number))
        counts = ledger.check().counts

    assert {
        "reports": 3,
        "readings": 3,
        "events": 9,
        "parties": 15,
        "commitments": 3,
        "skipped": 6,
    }.items() <= counts.items()
    assert counts["bytes"] == sum(len(making(number)[0].raw) for number in range(3))
