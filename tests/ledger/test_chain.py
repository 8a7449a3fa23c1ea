"""Chains by name, and the sentence around a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sayso.ledger.chain import UNNAMED, ancestry, by_id, label, names, sentence, shown
from sayso.records import Attribution, Reading, Report

REPORT = Report(id="r", text="The wire said officials said so.\nNext line here.", outlet="Osk Herald")
WIRE = Attribution(id="a1", source=((0, 8),), cue=((9, 13),), content=((14, 31),))
OFFICIALS = Attribution(id="a2", source=((14, 23),), cue=((24, 28),), content=((29, 31),), parent="a1")


def test_from_the_outlet_down_to_the_innermost() -> None:
    known = by_id(Reading(report=REPORT, attributions=(OFFICIALS, WIRE)))

    assert names(REPORT, ancestry(known, "a2")) == ("Osk Herald", "The wire", "officials")
    assert ancestry(known, "a1") == (WIRE,)
    assert () == ancestry(known, None) == ancestry(known, "a9")


def test_a_source_read_with_doubt_is_shown_as_unsure_and_named_as_ever() -> None:
    path = (WIRE, replace(OFFICIALS, confidence=0.3))

    assert shown(REPORT, path) == ("Osk Herald", "The wire", "officials (unsure)")
    assert names(REPORT, path) == ("Osk Herald", "The wire", "officials")


@given(st.dictionaries(st.sampled_from("abcde"), st.sampled_from(["a", "b", "c", "d", "e", "z", None])))
def test_a_loop_of_parents_ends(parents) -> None:
    known = {n: Attribution(id=n, source=(), cue=(), content=(), parent=p) for n, p in parents.items()}
    for name in known:
        path = [item.id for item in ancestry(known, name)]
        assert name == path[-1]
        assert len(path) == len(set(path))


@pytest.mark.parametrize(
    ("source", "name", "refers_to", "expected"),
    [
        ("Mr. Trump", "Donald Trump", "", "Donald Trump"),
        ("spokesman Ali Rabiei", "Ali Rabiei", "", "Ali Rabiei"),
        ("Norland premier Asta Lund", "Norland", "", "Norland premier Asta Lund"),
        ("two officials", "official", "", "two officials"),
        ("He", "official", "a senior official", "a senior official"),
        ("He", "official", "", "official"),
        ("they", None, "", "they"),
        ("", None, "", UNNAMED),
    ],
)
def test_what_a_source_is_called(source, name, refers_to, expected) -> None:
    text = f"{source}|{refers_to}"
    at = len(source) + 1
    attribution = Attribution(
        id="a1", source=((0, len(source)),) if source else (), cue=(), content=(), source_name=name,
        refers_to=((at, len(text)),) if refers_to else (),
    )  # fmt: skip

    assert label(Report(id="r", text=text), attribution) == expected


def test_the_sentence_or_else_the_line() -> None:
    read = Reading(report=REPORT, sentences=((0, 32),))

    assert sentence(read, 9) == "The wire said officials said so."
    assert sentence(read, 40) == "Next line here."
    assert sentence(Reading(report=REPORT), 0) == "The wire said officials said so."
