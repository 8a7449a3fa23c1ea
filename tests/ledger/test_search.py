"""Search finds what is there and never fails on what is typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger import Ledger
from sayso.ledger.search import expression


@pytest.fixture(scope="module")
def ledger(tmp_path_factory, making) -> Iterator[Any]:
    with Ledger.open(tmp_path_factory.mktemp("search") / "sayso.db", write=True) as ledger:
        for number in range(4):
            extra = 'The U.S. envoy can\'t re-open it, "he" said.' if number == 2 else ""
            ledger.add(*making(number, extra=extra))
        yield ledger


def test_newest_first_and_counted_beyond_the_limit(ledger) -> None:
    hits = ledger.search("ferry", 3)

    assert [int(hit.key.rpartition("/")[2]) for hit in hits] == [3, 2, 1]
    assert ledger.hits("ferry") == 4
    assert len(ledger.search("ferry", None)) == 4


@pytest.mark.parametrize("words", ["U.S.", "can't", "re-open", '"he"', "U.S. - envoy", "ENVOY reopening OR"])
def test_signs_are_no_syntax(ledger, words) -> None:
    found = {hit.key for hit in ledger.search(words)}
    assert found <= {"https://news.example/2"}
    assert ("OR" not in words) == bool(found)


def test_stems_and_accents(ledger) -> None:
    assert ledger.hits("warning ships") == 4
    assert ledger.hits("cafe") == 4


def test_the_snippet_is_plain_text_with_marks(ledger) -> None:
    hit = ledger.search("protesting", 1, ("\x02", "\x03"))[0]
    assert "\x02protested\x03" in hit.snippet
    assert "[protested]" in ledger.search("protested", 1)[0].snippet


@pytest.mark.parametrize("words", ["", "  ", "-", '"', "''", "* ( ) : ^", "\0"])
def test_nothing_to_look_for_finds_nothing(ledger, words) -> None:
    assert expression(words) is None
    assert (ledger.search(words), ledger.hits(words)) == ([], 0)


@settings(max_examples=300)
@given(st.text(st.characters(), max_size=40) | st.text(alphabet="\"'*():^-+.{}ANDORNEAR \0é中", max_size=40))
def test_no_input_fails(ledger, words) -> None:
    assert len(ledger.search(words, None)) == ledger.hits(words) <= 4


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            ["Norland", "stopped", "the", "Osk", "ferry", "Monday", "harbour", "officials", "Café"]
        ),
        min_size=1,
    )
)
def test_words_that_are_there_are_found(ledger, words) -> None:
    assert ledger.hits(" ".join(words)) == 4
