"""The id of a report: the same for the same content, another for any other."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire import identity

MOMENT = datetime(2020, 11, 20, 20, 5, tzinfo=timezone(timedelta(hours=2)))
parts = st.tuples(st.none() | st.text(), st.none() | st.datetimes(), st.none() | st.text(), st.text())


@given(parts)
def test_is_sixteen_hex_digits_and_the_same_every_time(given_parts):
    first = identity(*given_parts)

    assert first == identity(*given_parts)
    assert len(first) == 16
    assert int(first, 16) >= 0


@given(parts, parts)
def test_other_parts_give_another_id(left, right):
    def known(given_parts):
        outlet, published, url, text = given_parts
        return outlet or "", published, url or "", text

    assert (identity(*left) == identity(*right)) == (known(left) == known(right))


def test_parts_do_not_run_into_each_other():
    assert identity("ab", None, "c", "t") != identity("a", None, "bc", "t")
    assert identity("a\x1f", None, "b", "t") != identity("a", None, "\x1fb", "t")


def test_the_offset_counts_as_written():
    assert identity("AP", MOMENT, None, "t") != identity("AP", MOMENT.astimezone(UTC), None, "t")


def test_a_known_id_stays_what_it_is():
    # A ledger made by an earlier version must recognise the report it holds.
    assert identity("Arutz Sheva", MOMENT, None, "Title\n\nBody") == "f235c7cb218f07b6"


def test_lone_surrogates_do_not_stop_it():
    assert identity(None, None, None, "\ud800") != identity(None, None, None, "\ufffd")
